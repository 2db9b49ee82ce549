#!/usr/bin/env bash
# The long and the large: many kills at random moments, rebuilds, an independent reader's counts, damaged pictures, fuzzing.
# The population index at national size takes hours and 40 GB: CERMAT_NATIONAL=0 leaves it out.
# CERMAT_KILLS (100) and CERMAT_FUZZ_SECONDS (1800 a reader, two at a time) say how long.
set -euo pipefail
cd "$(dirname "$0")/.."
export CERMAT_BIN="$PWD/.build/release/cermat"
export CERMAT_KILLS="${CERMAT_KILLS:-100}"
(cd Tests/EndToEnd && CERMAT_FLOOD_SECONDS="${CERMAT_FLOOD_SECONDS:-60}" CERMAT_IDLE=2000 python3 -m unittest test_flood)
(cd Tests/EndToEnd && CERMAT_HITS=100 CERMAT_KILL_SECONDS=0.08 python3 -m unittest -b test_ledger test_desk test_entrances test_retention test_backup test_full_disk)
if [ "$(id -u)" = 0 ]; then Tests/Package/run.sh; fi
scripts/day.sh
scripts/independent.sh
scripts/setup.sh faces
scripts/pictures.sh 10000
scripts/fuzz.sh "${CERMAT_FUZZ_SECONDS:-1800}"
if [ "${CERMAT_NATIONAL:-1}" != 0 ]; then scripts/national.sh; fi
