#!/usr/bin/env bash
# Measures the claims of docs/evidence on this machine and rewrites its pages; --help says how to ask for less.
set -euo pipefail
cd "$(dirname "$0")/.."
exec python3 scripts/evidence "$@"
