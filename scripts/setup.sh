#!/usr/bin/env bash
# Installs what building (setup.sh build), the face engine (setup.sh faces), head shapes for invented faces (setup.sh heads) or browser tests (setup.sh browser) need, by
# Debian package name; the face engine itself comes from PyPI (face-engine.sh).
set -euo pipefail
cd "$(dirname "$0")/.."
want=(libsqlite3-dev libargon2-dev libturbojpeg0-dev libpng-dev)
[ "${1:-build}" = faces ] && want+=(python3-pip unzip)
[ "${1:-build}" = heads ] && want+=(python3-pip unzip)
[ "${1:-build}" = browser ] && want+=(chromium python3-venv fonts-inter strace faketime openssl)
[ "${1:-build}" = soak ] && want+=(python3-venv strace faketime debootstrap curl)

command -v swift >/dev/null || {
    echo "cermat: Swift 6.3 is not on the PATH; install it from swift.org, then run this again" >&2
    exit 1
}
missing=()
for package in "${want[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
    echo "cermat: installing ${missing[*]}" >&2
    run=()
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || {
            echo "cermat: run as root: apt-get install ${missing[*]}" >&2
            exit 1
        }
        run=(sudo)
    fi
    "${run[@]}" apt-get update -qq >&2
    DEBIAN_FRONTEND=noninteractive "${run[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
fi
mkdir -p .cermat
if [ "${1:-build}" = faces ]; then scripts/face-engine.sh; fi
if [ "${1:-build}" = heads ]; then scripts/head-shapes.sh; fi
