#!/usr/bin/env bash
# Boots a Debian root with a real systemd in namespaces of its own and runs the installed units there, confined as they are.
# Needs root, debootstrap, cgroup 2, and a release build or a package (CERMAT_PACKAGE).
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "$(id -u)" = 0 ] || { echo "Tests/Package needs root" >&2; exit 1; }
say() { echo "systemd: $*"; }
first=""
inside() { nsenter -t "$first" -m -p -n -u -i -C -r -w "$@"; }
fail() { echo "systemd: FAILED: $*" >&2; [ -z "$first" ] || inside journalctl -b -n 30 --no-pager >&2 || true; exit 1; }
root="${CERMAT_SYSTEMD_ROOT:-$PWD/.cermat/systemd-root}"
needed="$(sed -n 's/^Depends: //p' scripts/package.sh | tr -d ' ' | sed 's/([^)]*)//g; s/,/ /g') systemd systemd-sysv dbus curl"
if ! chroot "$root.base" dpkg-query -W $needed >/dev/null 2>&1; then
    say "making a Debian root with systemd"
    rm -rf "$root.base"
    debootstrap --variant=minbase --include="$(tr ' ' , <<<"$needed"),ca-certificates" bookworm "$root.base" >/dev/null
fi
rm -rf "$root"
cp -a "$root.base" "$root"
cp "${CERMAT_PACKAGE:-$(scripts/package.sh 0.1.0)}" "$root/cermat.deb"
chroot "$root" dpkg -i /cermat.deb >/dev/null
# What a container has no use for.
for unit in systemd-udevd.service systemd-udev-trigger.service getty.target systemd-networkd-wait-online.service; do
    ln -sf /dev/null "$root/etc/systemd/system/$unit"
done
rm -f "$root/etc/fstab"
sed -i 's/^listen: .*/listen: 127.0.0.1:18744/' "$root/etc/cermat/cermat.yaml"

# The first process of a new pid namespace; its own mounts, network, host name and control groups.
boot='
set -e
mount --make-rprivate /
mount --bind "$0" "$0"
mount -t proc proc "$0/proc"
mount -t sysfs -o ro sysfs "$0/sys" 2>/dev/null || mount --rbind /sys "$0/sys"
mount -t tmpfs -o mode=755 tmpfs "$0/run"
mount -t tmpfs -o mode=755 tmpfs "$0/dev"
for device in null zero full random urandom tty; do touch "$0/dev/$device"; mount --bind "/dev/$device" "$0/dev/$device"; done
mkdir -p "$0/dev/shm" "$0/dev/pts"
mount -t tmpfs tmpfs "$0/dev/shm"
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$0/dev/pts"
ln -s pts/ptmx "$0/dev/ptmx"
ln -s /proc/self/fd "$0/dev/fd"
umount -R "$0/sys/fs/cgroup" 2>/dev/null || true
mount -t cgroup2 cgroup2 "$0/sys/fs/cgroup"
hostname cermat-test
ip link set lo up 2>/dev/null || true
cd "$0"
pivot_root . mnt
umount -l /mnt
exec env -i container=cermat PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd
'
# A control group of its own, so that the namespace has its own root.
group=/sys/fs/cgroup/unified; [ -d "$group" ] || group=/sys/fs/cgroup
own="$group/cermat-test-$$"
mkdir "$own"
(echo $BASHPID >"$own/cgroup.procs"; exec unshare --mount --pid --fork --kill-child --net --uts --ipc --cgroup bash -c "$boot" "$root") >/dev/null 2>&1 </dev/null &
outer=$!
finish() {
    [ -n "$first" ] && kill -KILL "$first" 2>/dev/null || true
    kill -KILL "$outer" 2>/dev/null || true
    wait "$outer" 2>/dev/null || true
    # The namespaces go with their last process.
    for _ in $(seq 50); do rm -rf "$root" 2>/dev/null && break; sleep 0.2; done
    find "$own" -depth -type d -exec rmdir {} \; 2>/dev/null || true
}
trap finish EXIT
for _ in $(seq 100); do first="$(pgrep -P "$outer" | head -1 || true)"; [ -n "$first" ] && break; sleep 0.1; done
[ -n "$first" ] || fail "nothing was started"
for _ in $(seq 300); do
    state="$(inside systemctl is-system-running 2>/dev/null || true)"
    case "$state" in running | degraded) break ;; esac
    sleep 0.2
done
case "$state" in running | degraded) say "systemd $(inside systemctl --version | sed -n '1s/systemd \([0-9]*\).*/\1/p') is $state" ;; *) fail "systemd did not come up: ${state:-no answer}" ;; esac

inside systemctl is-active cermat.service >/dev/null 2>&1 && fail "the service runs without a data folder" || true
inside runuser -u cermat -- cermat init --data /var/lib/cermat/data --yes >/dev/null 2>&1
inside systemctl enable --now cermat.service >/dev/null 2>&1 || fail "the service does not start: $(inside journalctl -u cermat --no-pager 2>/dev/null | tail -5)"
answers() { inside curl -fs http://127.0.0.1:18744/healthz >/dev/null 2>&1; }
wait_for() { for _ in $(seq 150); do answers && return; sleep 0.2; done; fail "the service does not answer: $(inside systemctl status cermat --no-pager 2>&1 | tail -15)"; }
wait_for
[ "$(inside systemctl show -p User --value cermat)" = cermat ] || fail "another user"
pid="$(inside systemctl show -p MainPID --value cermat)"
grep -q "^NoNewPrivs:.1" <<<"$(inside cat "/proc/$pid/status")" || fail "new privileges are possible"
grep -q "^CapBnd:.0000000000000000" <<<"$(inside cat "/proc/$pid/status")" || fail "capabilities are left"
grep -q "^Seccomp:.2" <<<"$(inside cat "/proc/$pid/status")" || fail "no filter of system calls"
say "cermat.service runs as cermat, without capabilities, under a filter of system calls, and answers"
printf 'MODE,CARRIER,NUMBER,FROM,TO,DEPARTURE,ARRIVAL,ROLE,SURNAME,GIVEN,DOB\nair,ZZ,821,SIN,CGK,2026-03-01T09:30,2026-03-01T10:15,passenger,INVENTED,A,1985-04-12\n' >"$root/message.csv"
inside sh -c 'curl -fs -H "Authorization: Bearer $(cat /var/lib/cermat/data/feed.token)" --data-binary @/message.csv http://127.0.0.1:18744/api/messages' >/dev/null || fail "a message was not taken"

# A service that dies comes back by itself.
inside systemctl kill --signal=KILL cermat.service
for _ in $(seq 100); do again="$(inside systemctl show -p MainPID --value cermat)"; [ "$again" != 0 ] && [ "$again" != "$pid" ] && break; sleep 0.2; done
[ "$again" != "$pid" ] && [ "$again" != 0 ] || fail "killed, it does not come back"
wait_for
say "killed with -9 it came back by itself"

# An upgrade starts the running server anew.
inside dpkg -i /cermat.deb >/dev/null 2>&1 || fail "the package is not upgraded"
wait_for
upgraded="$(inside systemctl show -p MainPID --value cermat)"
[ "$upgraded" != 0 ] && [ "$upgraded" != "$again" ] || fail "the upgrade left the old program running"
say "upgraded, the new program runs"

inside install -d -m 0700 -o cermat -g cermat /var/backups/cermat
inside systemctl start cermat-backup.service || fail "the backup: $(inside journalctl -u cermat-backup --no-pager 2>/dev/null | tail -5)"
file="$(inside sh -c 'ls /var/backups/cermat/*.backup')"
inside runuser -u cermat -- cermat backup verify "$file" --data /var/lib/cermat/data >/dev/null || fail "the backup is not whole"
inside systemctl enable --now cermat-backup.timer >/dev/null 2>&1
grep -q cermat-backup <<<"$(inside systemctl list-timers --no-pager 2>/dev/null)" || fail "the timer does not run"
say "the backup's unit made a whole backup beside the running service; the timer waits"

began="$(date +%s%N)"
inside systemctl stop cermat.service
[ "$(inside systemctl show -p Result --value cermat)" = success ] || fail "it did not stop well: $(inside systemctl show -p Result --value cermat)"
say "stopped in $((($(date +%s%N) - began) / 1000000)) ms with success"
grep -q '"stored":1' <<<"$(inside runuser -u cermat -- cermat status --data /var/lib/cermat/data --json)" || fail "the message is not there"
for unit in cermat.service cermat-backup.service; do
    say "$unit: $(inside systemd-analyze security --no-pager "$unit" 2>/dev/null | tail -1)"
done
say OK
