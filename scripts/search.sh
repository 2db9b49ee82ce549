#!/usr/bin/env bash
# Exact face search beside faiss on the same vectors, in turn, one JSON object: scripts/search.sh [TEMPLATES]
# CERMAT_SEARCH_PROBES (1000 of each kind) says how many probes are compared with the exact answer.
set -euo pipefail
cd "$(dirname "$0")/.."
venv="$PWD/.cermat/venv"
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/python" -c 'import faiss, numpy' 2>/dev/null \
    || "$venv/bin/python" -m pip install --quiet --disable-pip-version-check 'faiss-cpu==1.15.1' numpy >&2 \
    || { echo "faiss cannot be installed: the search is not compared" >&2; exit 0; }
# On some machines these slow numpy and faiss: a fair peer runs without them.
unset OPENBLAS_CORETYPE OPENBLAS_L2_SIZE
exec "$venv/bin/python" scripts/search/beside_faiss.py "${CERMAT_BIN:-.build/release/cermat}" "${1:-1000000}"
