#!/usr/bin/env bash
# Has independent readers (pydifact and Python's own for XML and CSV) count the synthetic country's messages: scripts/independent.sh [DAYS]
set -euo pipefail
cd "$(dirname "$0")/.."
venv="$PWD/.cermat/venv-scripts"
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r Tests/scripts/requirements.txt >&2
place="$(mktemp -d)"
trap 'rm -rf "$place"' EXIT
.build/release/cermat world --residents 50000 --days "${1:-10}" --voyages-per-day 30 --seed 7 --anchor 2026-03-01T05:00 --out "$place/world" >&2
find "$place/world/messages" -type f | sort | sed -n '1,1500p' |
    xargs "$venv/bin/python" Tests/scripts/check_independent.py "$PWD/.build/release/cermat"
