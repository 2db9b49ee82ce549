#!/usr/bin/env bash
# A backup of about a gigabyte while messages come in: longest wait of a writer, most write-ahead log, backup and restore seconds.
# CERMAT_MEGABYTES (1000) and CERMAT_PACE (28 a second).
set -euo pipefail
cd "$(dirname "$0")/.."
export CERMAT_BIN="${CERMAT_BIN:-$PWD/.build/release/cermat}"
exec python3 scripts/evidence/large_folder.py
