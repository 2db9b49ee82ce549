#!/usr/bin/env bash
# The demo: a synthetic country anchored to the present, the product on it, and a feeder that goes on sending.
# demo.sh start|crash|stop|status. Everything lies in .cermat/demo; remove that folder to begin anew.
set -euo pipefail
cd "$(dirname "$0")/.."
home=.cermat/demo
world=$home/world
data=$home/data
binary=.build/release/cermat
port=${CERMAT_PORT:-8080}
registry_port=${CERMAT_REGISTRY_PORT:-8091}
pace=${CERMAT_PACE:-60}
residents=${CERMAT_RESIDENTS:-20000}
days=${CERMAT_DAYS:-7}
voyages=${CERMAT_VOYAGES:-30}

say() { printf '\n== %s\n' "$*"; }
running() { [ -f "$home/$1.pid" ] && kill -0 "$(cat "$home/$1.pid")" 2>/dev/null; }
end() {
    if running "$1"; then
        kill "${2:--TERM}" "$(cat "$home/$1.pid")" 2>/dev/null || true
        for _ in $(seq 100); do running "$1" || break; sleep 0.1; done
    fi
    rm -f "$home/$1.pid"
}
serve() {
    "$binary" serve --data "$data" --listen "127.0.0.1:$port" --demo >>"$home/server.log" 2>&1 &
    echo $! >"$home/server.pid"
    for _ in $(seq 300); do
        if "$binary" status --data "$data" --json >/dev/null 2>&1 && (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
            return 0
        fi
        running server || { echo "the server ended; see $home/server.log" >&2; tail -5 "$home/server.log" >&2; exit 1; }
        sleep 0.1
    done
    echo "the server does not answer on port $port; see $home/server.log" >&2
    exit 1
}

# The terms of the demo's agreement: the service is asked, as the civil registry wants it.
terms() {
    printf 'cermat\n' >"$data/registry.password"
    chmod 600 "$data/registry.password"
    cat >"$data/registry.yaml" <<YAML
access: verification
agreement: PKS-DEMO/2026
from: $(date -u -d "30 days ago" +%F)
until: $(date -u -d "700 days" +%F)
keep-days: 30
service: {url: "http://127.0.0.1:$registry_port/dukcapil", mode: verification, user: cermat, daily-quota: 20000, reserve: 200}
YAML
}
simulate() {
    end registry
    "$binary" registry simulate --registry "$home/residents.index" --port "$registry_port" --behave delay=80 \
        >>"$home/registry.log" 2>&1 &
    echo $! >"$home/registry.pid"
    for _ in $(seq 50); do (exec 3<>"/dev/tcp/127.0.0.1/$registry_port") 2>/dev/null && return 0; sleep 0.1; done
    echo "the simulated registry does not answer on port $registry_port; see $home/registry.log" >&2
    exit 1
}

case "${1:-start}" in
start)
    cat <<TEXT
Cermat demo. Everybody and everything in it is invented.
  installs   libsqlite3-dev, libargon2-dev, libturbojpeg0-dev and libpng-dev (Debian packages), Swift packages named in Package.swift
  disk       about 3 GB in .build and 300 MB in $home
  time       the first time about 10 minutes on two cores (building), later about 1 minute
TEXT
    say "1/5 building the program"
    [ -n "${CERMAT_SKIP_BUILD:-}" ] || make --no-print-directory build
    mkdir -p "$home"
    end feeder
    end server
    if [ ! -f "$world/feed.csv" ] || [ -n "$(find "$world/feed.csv" -mmin +360)" ]; then
        say "2/5 making a country of $residents residents and $days days of traffic, anchored to now"
        rm -rf "$world" "$data"
        "$binary" world --residents "$residents" --days "$days" --voyages-per-day "$voyages" --seed 1 --anchor now --out "$world"
    else
        say "2/5 the country of $(date -r "$world/feed.csv" '+%H:%M') is still fresh"
    fi
    if [ ! -d "$data" ]; then
        say "3/5 making the data folder, keys, six accounts and the watchlist"
        "$binary" init --data "$data" --yes --demo >"$home/accounts.txt"
        "$binary" watchlist import --data "$data" --since "$(date -u -d "120 days ago" +%F)" "$world/watchlist.csv"
    else
        say "3/5 the data folder of the last demo is kept"
    fi
    # The registry here is a simulator of the real one's service: the world's own residents, asked over HTTP on loopback.
    if [ ! -f "$home/residents.index" ] || [ "$world/residents.csv" -nt "$home/residents.index" ]; then
        "$binary" registry build --residents "$world/residents.csv" --out "$home/residents.index"
    fi
    terms
    simulate
    say "4/5 reading what carriers sent so far"
    "$binary" feed --world "$world" --data "$data" --history
    say "5/5 starting the server and the feeder (${pace}x pace)"
    serve
    "$binary" feed --world "$world" --folder "$data/inbox" --pace "$pace" >>"$home/feeder.log" 2>&1 &
    echo $! >"$home/feeder.pid"
    cat <<TEXT

  Open   http://127.0.0.1:$port
  and choose "masuk sebagai / sign in as" one of six roles; the purpose is filled in.
  A strip on the first page leads through the tour. Passwords, if you prefer them: $home/accounts.txt
  make demo-crash   kills the server with kill -9 and balances the ledger
  The civil registry is a simulator (port $registry_port): POST /simulator/behaviour with down, up, quota=N or slow=PERCENT
  make demo-stop    ends it
TEXT
    ;;
crash)
    running server || { echo "no demo is running; start it with: make demo" >&2; exit 1; }
    say "the ledger before"
    "$binary" status --data "$data"
    say "kill -9 $(cat "$home/server.pid")"
    end server -KILL
    say "starting again"
    serve
    sleep 2
    say "the ledger after: every message that was acknowledged is there, once"
    "$binary" status --data "$data"
    "$binary" audit verify --data "$data"
    ;;
stop)
    end feeder
    end registry
    end server
    echo "stopped; the data stay in $home"
    ;;
status)
    running server && echo "server runs, process $(cat "$home/server.pid")" || echo "server does not run"
    running registry && echo "simulated registry runs, process $(cat "$home/registry.pid")" || echo "simulated registry does not run"
    running feeder && echo "feeder runs, process $(cat "$home/feeder.pid")" || echo "feeder does not run"
    ;;
*) echo "usage: demo.sh start|crash|stop|status" >&2; exit 64 ;;
esac
