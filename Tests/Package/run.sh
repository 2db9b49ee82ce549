#!/usr/bin/env bash
# Installs, starts, upgrades and removes the Debian package in a clean root of its own; the data stay. Needs root.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "$(id -u)" = 0 ] || { echo "Tests/Package needs root for chroot" >&2; exit 1; }
say() { echo "package: $*"; }
fail() { echo "package: FAILED: $*" >&2; exit 1; }
root="${CERMAT_PACKAGE_ROOT:-$PWD/.cermat/package-root}"
# The clean root is made once, and anew when the package asks for more; each run works on a copy.
needed="$(sed -n 's/^Depends: //p' scripts/package.sh | tr -d ' ' | sed 's/([^)]*)//g; s/,/ /g')"
if ! chroot "$root.base" dpkg-query -W $needed >/dev/null 2>&1; then
    say "making a clean Debian root"
    rm -rf "$root.base"
    debootstrap --variant=minbase --include="$(tr ' ' , <<<"$needed"),ca-certificates" bookworm "$root.base" >/dev/null
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
[ -x "$root/usr/share/cermat/scripts/face-engine.sh" ] && [ -s "$root/usr/share/cermat/Tables/faces/detector.json" ] || fail "the face engine cannot be set up"
python3 - "$root/blank.png" <<'END'
import struct, sys, zlib
chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
rows = zlib.compress(b"".join(b"\0" + b"\x80" * 3 * 320 for _ in range(320)))
open(sys.argv[1], "wb").write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 320, 320, 8, 2, 0, 0, 0))
                              + chunk(b"IDAT", rows) + chunk(b"IEND", b""))
END
faces="$(user cermat face detect /blank.png 2>&1)" && fail "faces without an engine" || true
grep -q "the face engine is not set up.*run" <<<"$faces" || fail "without the engine no remedy is named: $faces"
if [ -s .cermat/faces/stamp ]; then
    cp -a .cermat/faces "$root/var/lib/cermat/faces"
    # What is there already and right is not fetched again.
    inside /usr/share/cermat/scripts/face-engine.sh /var/lib/cermat/faces
    faces="$(user cermat face detect /blank.png 2>&1)" || true
    grep -q '"faces":\[\]' <<<"$faces" || fail "the engine does not run: $faces"
    say "no engine: the remedy is named; with it a picture is read"
fi

# As the timer's service runs it.
backup="$(sed -n 's/^ExecStart=//p' "$root/usr/lib/systemd/system/cermat-backup.service")"
inside install -d -m 0700 -o cermat -g cermat /var/backups/cermat
user $backup >/dev/null 2>&1 || fail "the nightly backup: $backup"
user $backup >/dev/null 2>&1 || fail "the second night's backup"
[ "$(ls "$root"/var/backups/cermat/*.backup | wc -l)" = 2 ] || fail "two nights, other than two backups"
for file in "$root"/var/backups/cermat/*.backup; do
    user cermat backup verify "${file#"$root"}" --data /var/lib/cermat/data >/dev/null || fail "$file is not whole"
done
say "the nightly backup made two, both whole"
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
    installed="$root/usr/lib/systemd/system"
    for unit in cermat.service cermat-backup.service; do
        sed "s|/usr/bin/cermat|$root/usr/bin/cermat|; s|^User=.*||; s|^Group=.*||" "$installed/$unit" >"$root/$unit"
        systemd-analyze verify --man=no "$root/$unit" 2>&1 | grep -v "^$" && fail "$unit has faults" || true
        exposure="$(systemd-analyze security --offline=true --no-pager "$root/$unit" 2>/dev/null | tail -1 || true)"
        say "$unit: ${exposure:-no verdict}"
    done
    cp "$installed/cermat-backup.timer" "$root/"
    systemd-analyze verify --man=no "$root/cermat-backup.timer" 2>&1 | grep -v "^$" && fail "the timer has faults" || true
fi
say "OK"
