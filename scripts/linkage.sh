#!/usr/bin/env bash
# Measures linking and name comparison on the public labelled sets beside the project, one JSON line a set: scripts/linkage.sh [SET...]
set -euo pipefail
cd "$(dirname "$0")/.."
sets="../shared/identity"
[ -d "$sets" ] || { echo "the labelled sets are not beside the project: nothing measured" >&2; exit 0; }
venv="$PWD/.cermat/venv"
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/python" -c 'import pyarrow' 2>/dev/null || "$venv/bin/python" -m pip install --quiet --disable-pip-version-check 'pyarrow==26.0.1' >&2 || true
out="$PWD/.cermat/linkage"
"$venv/bin/python" scripts/linkage/prepare.py "$sets" "$out"
cermat="${CERMAT_BIN:-.build/release/cermat}"
[ $# -gt 0 ] || set -- dataset3 dataset4 fake historical names
for name in "$@"; do
    printf '%s ' "$name"
    case "$name" in
    dataset3) "$cermat" bench linkage --left "$out/dataset3.csv" --columns "$out/febrl.json" ;;
    dataset4) "$cermat" bench linkage --left "$out/dataset4a.csv" --right "$out/dataset4b.csv" --columns "$out/febrl.json" --unique ;;
    fake) "$cermat" bench linkage --left "$out/fake.csv" --columns "$out/fake.json" ;;
    historical) if [ -f "$out/historical.csv" ]; then "$cermat" bench linkage --left "$out/historical.csv" --columns "$out/historical.json"; else echo skipped; fi ;;
    names) "$cermat" bench names --pairs "$out/names.csv" ;;
    *) echo "no such set" >&2; exit 64 ;;
    esac
done
