#!/usr/bin/env bash
# End-to-end tests of the built program (CERMAT_BIN, else the debug build). Standard Python only.
set -euo pipefail
cd "$(dirname "$0")"
exec python3 -m unittest -b "$@" test_ledger test_desk test_entrances test_manifest test_try test_quality test_identity test_changes test_registry test_reader test_retention test_holds test_doctor test_clock test_full_disk test_audit test_backup test_tls test_metrics test_reveal test_parts test_replay test_read_alarms test_flood test_faces test_stations test_photographs
