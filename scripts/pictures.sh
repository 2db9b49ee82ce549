#!/usr/bin/env bash
# Damaged pictures through `cermat face detect`: each gives one line, no crash, bounded memory and time: scripts/pictures.sh [COUNT]
set -euo pipefail
cd "$(dirname "$0")/.."
exec python3 scripts/pictures/damaged.py "${CERMAT_BIN:-.build/release/cermat}" "${1:-10000}"
