#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Verify, export and bundle audit logs of 100,000 and 1,000,000 records: seconds, and memory that must not grow with the log.

CERMAT_RECORDS (100000,1000000) names other sizes. The records are written into a fresh folder by docs/audit.md alone, not by
the program, which would take hours of other work to make as many."""
import datetime
import hashlib
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

from common import BINARY, run

SIZES = [int(word) for word in os.environ.get("CERMAT_RECORDS", "100000,1000000").split(",")]
VERIFY = BINARY.parent / "cermat-verify"
# Of no command more than this, and no more than half as much again for the larger log.
MOST_MB, MOST_GROWTH = 256, 1.5
DAY = 86_400_000
START = 1_767_225_600_000  # 1 January 2026


def events(count, after):
    """Reads by forty officers over half a year, as the program spells them."""
    step = 180 * DAY // count
    for number in range(count):
        subject = hashlib.sha256(number.to_bytes(8, "big")).hexdigest()[:32]
        yield after + number + 1, json.dumps({
            "action": "view-traveller" if number % 5 else "search",
            "actor": {"id": f"{number % 40:032x}", "kind": "officer", "post": "CGK", "role": "officer"},
            "at": START + number * step, "detail": "/penumpang/{id}", "outcome": "done", "purpose": "arrival-control",
            "reference": "ST-21/KPU.03/2026", "subjects": [f"traveller:{subject}", f"voyage:{subject[::-1]}"],
        }, sort_keys=True, separators=(",", ":")).encode()


def fill(data, count):
    """Lengthens the log of a folder, each record with its hash over the one before."""
    with sqlite3.connect(data / "cermat.sqlite") as database:
        after, previous = database.execute("SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1").fetchone()

        def rows():
            nonlocal previous
            for sequence, event in events(count, after):
                digest = hashlib.sha256(
                    b"cermat-audit-link-1\0" + sequence.to_bytes(8, "big") + previous + event).digest()
                said = json.loads(event)
                yield (sequence, previous, digest, said["at"], said["action"], bytes.fromhex(said["actor"]["id"]), event)
                previous = digest
        database.executemany("INSERT INTO audit (sequence, previous_hash, hash, at, action, officer, bytes) "
                             "VALUES (?, ?, ?, ?, ?, ?, ?)", rows())
    database.close()


def measured(*command):
    """Seconds and the most memory of a command, in MB; what it says where it fails."""
    began = time.monotonic()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen([str(word) for word in command], stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - began
        said.seek(0)
        if process.returncode != 0:
            raise RuntimeError(f"{command[1]} {command[2]}: {said.read()[-200:].decode(errors='replace')}")
    return seconds, usage.ru_maxrss / 1024


def figures(place, count):
    data = place / f"log-{count}"
    done = run(BINARY, "init", "--data", data, "--yes")
    if done.returncode != 0:
        raise RuntimeError(done.stderr[-200:])
    fill(data, count)
    log, bundle, key = place / f"{count}.log", place / f"{count}.tar", data / "keys/audit.pub"
    days = [str(datetime.date(2026, 1, 1)), str(datetime.date(2026, 12, 31))]
    found = {
        "verify": measured(BINARY, "audit", "verify", "--data", data),
        "export": measured(BINARY, "audit", "export", "--data", data, "--out", log),
        "cermat-verify": measured(VERIFY, log, "--key", key),
        "bundle": measured(BINARY, "audit", "bundle", "--data", data, "--from", days[0], "--to", days[1], "--out", bundle),
        "cermat-verify --bundle": measured(VERIFY, "--bundle", bundle, "--key", key),
    }
    size = log.stat().st_size / 1e6
    # One byte changed in the middle: named, with the log as long as it is.
    with open(log, "r+b") as file:
        file.seek(log.stat().st_size // 2)
        byte = file.read(1)
        file.seek(-1, 1)
        file.write(b"A" if byte != b"A" else b"B")
    refused = subprocess.run([str(VERIFY), str(log), "--key", str(key)], capture_output=True, text=True)
    shutil.rmtree(data)
    log.unlink()
    bundle.unlink()
    return size, found, refused.returncode == 1


def check(place):
    """Whether memory is bounded at every size, and the figures in words."""
    words, memory, holds = [], {}, True
    for count in SIZES:
        size, found, named = figures(pathlib.Path(place), count)
        holds = holds and named
        for name, (_, megabytes) in found.items():
            memory.setdefault(name, []).append(megabytes)
        words.append(f"{count:,} records, {size:.0f} MB: " + ", ".join(
            f"{name} {seconds:.1f} s {megabytes:.0f} MB" for name, (seconds, megabytes) in found.items()))
    for used in memory.values():
        holds = holds and max(used) <= MOST_MB and max(used) <= MOST_GROWTH * min(used)
    return holds, "; ".join(words)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="cermat-log-") as folder:
        good, text = check(folder)
    print(text)
    sys.exit(0 if good else 1)
