#!/usr/bin/env bash
# Measures the claims of docs/evidence on this machine and rewrites the page. Takes about 20 minutes.
set -euo pipefail
cd "$(dirname "$0")/.."
exec python3 scripts/evidence.py "$@"
