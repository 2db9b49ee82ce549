#!/usr/bin/env bash
# Verify, export and bundle of audit logs of 100,000 and 1,000,000 records: seconds and memory. CERMAT_RECORDS names other sizes.
set -euo pipefail
cd "$(dirname "$0")/.."
export CERMAT_BIN="${CERMAT_BIN:-$PWD/.build/release/cermat}"
exec python3 scripts/evidence/large_log.py
