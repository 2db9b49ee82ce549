#!/usr/bin/env bash
# Installs, starts, upgrades and removes the Debian package in a clean root of its own; the data stay. Needs root.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "$(id -u)" = 0 ] || { echo "Tests/Package needs root for chroot" >&2; exit 1; }
say() { echo "package: $*"; }
fail() { echo "package: FAILED: $*" >&2; exit 1; }
root="${CERMAT_PACKAGE_ROOT:-$PWD/.cermat/package-root}"
# The clean root is made once; each run works on a copy.
if [ ! -e "$root.base/usr/bin/dpkg" ]; then
    say "making a clean Debian root"
    rm -rf "$root.base"
    debootstrap --variant=minbase --include=libsqlite3-0,libargon2-1,zlib1g,libstdc++6,ca-certificates bookworm "$root.base" >/dev/null
fi
rm -rf "$root"
cp -a "$root.base" "$root"
mkdir -p "$root/proc"
mount -t proc proc "$root/proc"
trap 'umount -l "$root/proc" 2>/dev/null || true; rm -rf "$root"' EXIT
inside() { chroot "$root" "$@"; }
user() { inside setpriv --reuid cermat --regid cermat --clear-groups "$@"; }

first="$(scripts/package.sh 0.1.0)"
second="$(scripts/package.sh 0.1.1)"
cp "$first" "$root/first.deb"
cp "$second" "$root/second.deb"

inside dpkg -i /first.deb >/dev/null
inside getent passwd cermat >/dev/null || fail "no service user"
[ "$(stat -c %a "$root/var/lib/cermat")" = 700 ] || fail "the state folder is open to others"
user cermat init --data /var/lib/cermat/data --yes >/dev/null 2>&1
sed -i 's/^listen: .*/listen: 127.0.0.1:18743/' "$root/etc/cermat/cermat.yaml"
say "installed 0.1.0"

wait_for() { for _ in $(seq 100); do curl -fs "http://127.0.0.1:18743/healthz" >/dev/null && return; sleep 0.1; done; fail "the server did not start"; }
user cermat serve --config /etc/cermat/cermat.yaml >/dev/null 2>&1 &
wait_for
printf 'MODE,CARRIER,NUMBER,FROM,TO,DEPARTURE,ARRIVAL,ROLE,SURNAME,GIVEN,DOB\nair,ZZ,821,SIN,CGK,2026-03-01T09:30,2026-03-01T10:15,passenger,INVENTED,A,1985-04-12\n' \
    | user cermat ingest --data /var/lib/cermat/data - >/dev/null
pid="$(pgrep -f 'cermat serve --config /etc/cermat/cermat.yaml' | head -1)"
kill -TERM "$pid"
wait || true
digest="$(user cermat state --digest --data /var/lib/cermat/data)"
say "served, took a message, stopped at SIGTERM"

inside dpkg -i /second.deb >/dev/null
[ "$(inside dpkg-query -W -f='${Version}' cermat)" = 0.1.1 ] || fail "not upgraded"
grep -q 18743 "$root/etc/cermat/cermat.yaml" || fail "the upgrade lost the configuration"
[ "$(user cermat state --digest --data /var/lib/cermat/data)" = "$digest" ] || fail "the upgrade changed the state"
user cermat serve --config /etc/cermat/cermat.yaml >/dev/null 2>&1 &
wait_for
kill -TERM "$(pgrep -f 'cermat serve --config /etc/cermat/cermat.yaml' | head -1)"
wait || true
say "upgraded to 0.1.1, same state, configuration kept"

inside dpkg -r cermat >/dev/null
[ ! -e "$root/usr/bin/cermat" ] || fail "the program is still there"
inside dpkg -P cermat >/dev/null
[ -s "$root/var/lib/cermat/data/cermat.sqlite" ] && [ -s "$root/var/lib/cermat/data/keys/vault.keys" ] || fail "the data are gone"
inside dpkg -i /first.deb >/dev/null
[ "$(user cermat state --digest --data /var/lib/cermat/data)" = "$digest" ] || fail "the state is another after a new installation"
say "removed and purged, data kept; installed again, same state"

if command -v systemd-analyze >/dev/null; then
    # The units as installed; the program's path is the root's.
    for unit in cermat.service cermat-backup.service; do
        sed "s|/usr/bin/cermat|$root/usr/bin/cermat|; s|^User=.*||; s|^Group=.*||" "Packaging/$unit" >"$root/$unit"
        systemd-analyze verify --man=no "$root/$unit" 2>&1 | grep -v "^$" && fail "$unit has faults" || true
        exposure="$(systemd-analyze security --offline=true --no-pager "$root/$unit" 2>/dev/null | tail -1 || true)"
        say "$unit: ${exposure:-no verdict}"
    done
    cp Packaging/cermat-backup.timer "$root/"
    systemd-analyze verify --man=no "$root/cermat-backup.timer" 2>&1 | grep -v "^$" && fail "the timer has faults" || true
fi
say "OK"
