#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Walks the day of docs/a-day.md in a real Chromium. Last line: "N passed, N failed"; exit 0 only when none failed.
# Environment: CERMAT_BIN (default .build/debug/cermat), CHROMIUM (default /usr/bin/chromium), CERMAT_URL with
# CERMAT_NO_INGEST=1 to look at a server that already runs.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
venv="$root/.cermat/venv"
if [ ! -x "$venv/bin/python" ]; then
    mkdir -p "$root/.cermat"
    python3 -m venv "$venv"
fi
if ! cmp -s "$here/requirements.txt" "$venv/browser-requirements.txt"; then
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r "$here/requirements.txt" >&2
    cp "$here/requirements.txt" "$venv/browser-requirements.txt"
fi
exec "$venv/bin/python" "$here/run.py" "$@"
