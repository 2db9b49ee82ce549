#!/usr/bin/env bash
# The benchmarks that exist so far, at two sizes each, on messages of a synthetic country.
set -euo pipefail
cd "$(dirname "$0")/.."
binary=.build/release/cermat
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
for days in 2 6; do
    "$binary" world --residents 20000 --days "$days" --voyages-per-day 40 --seed 1 --anchor 2026-03-01T05:00 --out "$place/w$days" >&2
    cat "$place/w$days"/messages/*.edi >"$place/all$days.edi"
    "$binary" bench decode "$place/all$days.edi" --json
done
"$binary" bench ingest --messages 4000 --json --directory "$place"
"$binary" bench ingest --messages 12000 --json --directory "$place"
"$binary" bench faces --templates 500000 --json | sed 's/"ids":[^"]*"/"/'
"$binary" bench faces --templates 1000000 --json | sed 's/"ids":[^"]*"/"/'
scripts/search.sh
