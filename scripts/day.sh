#!/usr/bin/env bash
# A day's traffic of the synthetic country at the national peak, with boards open: time to visible hit, memory, file growth.
# CERMAT_DAY_SECONDS (600) and CERMAT_DAY_PACE (28 a second): the rest of the day is more of the same.
set -euo pipefail
cd "$(dirname "$0")/.."
export CERMAT_BIN="${CERMAT_BIN:-$PWD/.build/release/cermat}"
PYTHONPATH=Tests/EndToEnd exec python3 scripts/evidence/day.py
