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
station=CGK-gerbang1

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
service: {url: "http://127.0.0.1:$registry_port/dukcapil", mode: verification, user: cermat, daily-quota: 20000, reserve: 200, face: verification}
YAML
}
simulate() {
    end registry
    local photographs=()
    [ ! -s "$world/faces/registry.csv" ] || photographs=(--photographs "$world/faces/registry.csv")
    "$binary" registry simulate --registry "$home/residents.index" "${photographs[@]}" --port "$registry_port" \
        --behave delay=80 \
        >>"$home/registry.log" 2>&1 &
    echo $! >"$home/registry.pid"
    for _ in $(seq 50); do (exec 3<>"/dev/tcp/127.0.0.1/$registry_port") 2>/dev/null && return 0; sleep 0.1; done
    echo "the simulated registry does not answer on port $registry_port; see $home/registry.log" >&2
    exit 1
}

# Faces need an engine and head shapes, which are fetched; the demo goes on without them. CERMAT_DEMO_FACES=no leaves them out.
ready_faces() {
    [ "${CERMAT_DEMO_FACES:-yes}" = yes ] || { echo "left out, as CERMAT_DEMO_FACES says"; return 1; }
    scripts/setup.sh faces && scripts/setup.sh heads && "$binary" face engine >/dev/null && return 0
    echo "the face engine or the head shapes could not be set up: the demo goes on without faces"
    return 1
}
# Persons of interest into the gallery, holders' photographs for one-to-one comparison, a camera's station. What is there stays.
faces() {
    local refused=0
    # Measured on invented faces, for invented faces: it shows the flow and says nothing about people (docs/faces.md).
    cp Tables/faces/calibration-invented.json "$data/face-calibration-invented.json" || return 1
    sed 's/"kind":{"name":"invented"}/"kind":{"name":"holder-at-post"}/' Tables/faces/calibration-invented.json \
        >"$data/face-calibration-holder-at-post.json"
    sed 's/"kind":{"name":"invented"}/"kind":{"name":"document-photograph"}/' Tables/faces/calibration-invented.json \
        >"$data/face-calibration-document-photograph.json"
    "$binary" face enrol --data "$data" "$world/faces/enrolment.csv" || refused=$?
    [ "$refused" -le 1 ] || return "$refused"
    "$binary" face import --data "$data" --until "$(date -u -d "30 days" +%F)" "$world/faces/registry.csv" || refused=$?
    [ "$refused" -le 1 ] || return "$refused"
    mkdir -p "$data/cameras"
    [ -s "$data/cameras/$station.token" ] || (umask 077 && head -c 24 /dev/urandom | base64 >"$data/cameras/$station.token")
    cat >"$data/stations.yaml" <<YAML
review-seconds: 30
stations:
  - name: $station
    place: Gerbang kedatangan 1 (peraga)
    purpose: arrival-control
    hours: 00:00-24:00
    kind: invented
    instruction: Antar ke meja pemeriksaan; dokumen diperiksa lagi di sana.
  - name: CGK-pengunjung
    place: Meja pengunjung (peraga)
    purpose: arrival-control
    hours: 00:00-24:00
    kind: visitor
    instruction: Sapa pengunjungnya; ini hanya peraga.
YAML
}
camera() {
    end camera
    "$binary" face watch --station "$station" --desk "http://127.0.0.1:$port" --token-file "$data/cameras/$station.token" \
        --rate 4 --pause-every 16 --repeat "$world/faces/camera.mjpeg" >>"$home/camera.log" 2>&1 &
    echo $! >"$home/camera.pid"
}

case "${1:-start}" in
start)
    cat <<TEXT
Cermat demo. Everybody and everything in it is invented.
  installs   libsqlite3-dev, libargon2-dev, libturbojpeg0-dev and libpng-dev (Debian packages), Swift packages named in Package.swift
             face engine and head shapes (116 MB from PyPI, checked by hash); without them the demo has no faces
  disk       about 3 GB in .build, 130 MB beside it and 300 MB in $home
  time       the first time about 15 minutes on two cores (building), later about 3 minutes (1 without faces)
TEXT
    say "1/6 building the program"
    [ -n "${CERMAT_SKIP_BUILD:-}" ] || make --no-print-directory build
    mkdir -p "$home"
    end camera
    end feeder
    end server
    say "2/6 faces of invented people"
    pictures=()
    without=
    if without=$(ready_faces); then
        pictures=(--faces --faces-of-residents 120 --faces-of-wanted 60 --passers-by 6 --wanted-every 3)
        echo "the face engine and the head shapes are there"
    else
        echo "$without"
    fi
    if [ ! -f "$world/feed.csv" ] || [ -n "$(find "$world/feed.csv" -mmin +360)" ] ||
        { [ ${#pictures[@]} -gt 0 ] && [ ! -s "$world/faces/camera.mjpeg" ]; }; then
        say "3/6 making a country of $residents residents and $days days of traffic, anchored to now"
        rm -rf "$world" "$data"
        "$binary" world --residents "$residents" --days "$days" --voyages-per-day "$voyages" --seed 1 --anchor now \
            "${pictures[@]}" --out "$world"
    else
        say "3/6 the country of $(date -r "$world/feed.csv" '+%H:%M') is still fresh"
    fi
    if [ ! -d "$data" ]; then
        say "4/6 making the data folder, keys, ten accounts and the watchlist"
        "$binary" init --data "$data" --yes --demo >"$home/accounts.txt"
        "$binary" watchlist import --data "$data" --since "$(date -u -d "120 days ago" +%F)" "$world/watchlist.csv"
    else
        say "4/6 the data folder of the last demo is kept"
    fi
    if [ ${#pictures[@]} -gt 0 ] && ! faces; then
        without="the pictures could not be taken in: the demo goes on without faces"
        echo "$without"
        pictures=()
        rm -f "$data/stations.yaml"
    fi
    # The registry here is a simulator of the real one's service: the world's own residents, asked over HTTP on loopback.
    if [ ! -f "$home/residents.index" ] || [ "$world/residents.csv" -nt "$home/residents.index" ]; then
        "$binary" registry build --residents "$world/residents.csv" --out "$home/residents.index"
    fi
    terms
    simulate
    say "5/6 reading what carriers sent so far"
    "$binary" feed --world "$world" --data "$data" --history
    say "6/6 starting the server and the feeder (${pace}x pace)"
    serve
    "$binary" feed --world "$world" --folder "$data/inbox" --pace "$pace" >>"$home/feeder.log" 2>&1 &
    echo $! >"$home/feeder.pid"
    [ ${#pictures[@]} -eq 0 ] || camera
    cat <<TEXT

  Open   http://127.0.0.1:$port
  and choose "masuk sebagai / sign in as" one of seven roles; the purpose is filled in.
  A strip on the first page leads through the tour. Passwords, if you prefer them: $home/accounts.txt
$(if [ ${#pictures[@]} -gt 0 ]; then
        cat <<FACES
  Faces, all of invented people: a camera at $station sees somebody new every 14 seconds, each third a person of interest.
    Two decide: sign in as officer in one window and as analyst in a private one, and open http://127.0.0.1:$port/tinjau-wajah in both;
    take the review within 30 seconds. With fewer than two there it lapses and is counted.
    One to one: at http://127.0.0.1:$port/kenali look up a number of $world/faces/registry.csv and compare with a picture of
    $world/faces/counter: of the same row for the holder, of another row for somebody else. The same page asks the registry.
    Your own face: http://127.0.0.1:$port/wajah-saya, in memory only; then the station CGK-pengunjung looks for you.
    What the camera sent: $home/camera.log; who walked by in truth: $world/truth/camera.csv
FACES
    else
        echo "  No faces: $without"
    fi)
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
    # The camera waits some seconds for the desk; after a longer start it begins again.
    [ ! -f "$home/camera.pid" ] || running camera || camera
    sleep 2
    say "the ledger after: every message that was acknowledged is there, once"
    "$binary" status --data "$data"
    "$binary" audit verify --data "$data"
    ;;
stop)
    end camera
    end feeder
    end registry
    end server
    echo "stopped; the data stay in $home"
    ;;
status)
    running server && echo "server runs, process $(cat "$home/server.pid")" || echo "server does not run"
    running registry && echo "simulated registry runs, process $(cat "$home/registry.pid")" || echo "simulated registry does not run"
    running camera && echo "camera runs, process $(cat "$home/camera.pid")" || echo "camera does not run"
    running feeder && echo "feeder runs, process $(cat "$home/feeder.pid")" || echo "feeder does not run"
    ;;
*) echo "usage: demo.sh start|crash|stop|status" >&2; exit 64 ;;
esac
