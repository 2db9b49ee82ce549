#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A backup of a large folder while messages come in: how long a writer waits, how far the write-ahead log grows, and how long
backup and restore take. Ends with 1 where a message was refused or lost, or a writer waited longer than two seconds.

CERMAT_MEGABYTES (1000) is the size of the database, CERMAT_PACE (28) the messages a second. A tenth of the folder is the
traffic of the synthetic country, the rest sealed messages that nobody could read: the copy does not care, and they are
quick to make. Needs five times the size on the disk."""
import json
import os
import pathlib
import random
import shutil
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

from common import BINARY, ROOT, Missing, run

sys.path.insert(0, str(ROOT / "Tests/EndToEnd"))
os.environ["CERMAT_BIN"] = str(BINARY)

MEGABYTES = int(os.environ.get("CERMAT_MEGABYTES", "1000"))
PACE = float(os.environ.get("CERMAT_PACE", "28"))
LONGEST_WAIT_SECONDS = 2


def size(path):
    return path.stat().st_size if path.exists() else 0


def build(place):
    """A folder with about so many megabytes; what its building took in seconds."""
    began = time.monotonic()
    data, source = place / "data", place / "source"
    days = max(1, round(MEGABYTES * 0.1 / 7.5))
    run(BINARY, "world", "--residents", 30_000, "--days", days, "--voyages-per-day", 40, "--seed", 7, "--anchor",
        "2026-03-01T05:00", "--out", place / "world")
    run(BINARY, "init", "--data", data, "--yes")
    run(BINARY, "ingest", "--data", data, place / "world/messages")
    dice = random.Random(7)
    while size(data / "cermat.sqlite") < MEGABYTES * 1_000_000:
        source.mkdir()
        missing = MEGABYTES * 1_000_000 - size(data / "cermat.sqlite")
        for number in range(max(1, min(400, missing // 500_000))):
            (source / f"{number}.bin").write_bytes(b"UNREADABLE " + dice.randbytes(500_000))
        before = size(data / "cermat.sqlite")
        run(BINARY, "ingest", "--data", data, source)
        shutil.rmtree(source)
        if size(data / "cermat.sqlite") <= before:
            raise RuntimeError("the folder does not grow")
    return data, time.monotonic() - began


class Writer(threading.Thread):
    """Sends messages at a pace and notes how long each waits for its acknowledgement."""

    def __init__(self, server, data):
        super().__init__(daemon=True)
        from test_ledger import PAXLST
        self.text, self.url = PAXLST, server.url + "/api/messages"
        self.token = (data / "feed.token").read_text().strip()
        self.waits, self.refused, self.ended = [], 0, threading.Event()

    def run(self):
        due = time.monotonic()
        number = 0
        while not self.ended.is_set():
            number += 1
            body = self.text.replace("ZZ00017", f"ZW{number:06}").replace("ZZ825", f"ZZ{number % 9_000 + 1}").encode()
            began = time.monotonic()
            try:
                with urllib.request.urlopen(
                        urllib.request.Request(self.url, body, {"Authorization": "Bearer " + self.token}), timeout=120):
                    pass
            except (urllib.error.URLError, OSError):
                self.refused += 1
            self.waits.append((began, time.monotonic() - began))
            due = max(due + 1 / PACE, time.monotonic())
            time.sleep(max(0, due - time.monotonic()))


class LogSize(threading.Thread):
    """The largest the write-ahead log has been."""

    def __init__(self, data):
        super().__init__(daemon=True)
        self.path, self.most, self.ended = data / "cermat.sqlite-wal", 0, threading.Event()

    def run(self):
        while not self.ended.wait(0.02):
            self.most = max(self.most, size(self.path))


def stored(data):
    return json.loads(run(BINARY, "status", "--data", data, "--json").stdout)["messages"]["stored"]


def check(place):
    """Whether nobody waited long and nothing was lost, and the figures in words."""
    from product import Server
    place = pathlib.Path(place)
    if shutil.disk_usage(place).free < MEGABYTES * 5_000_000:
        raise Missing(f"needs {MEGABYTES * 5 / 1000:.0f} GB free at {place}")
    data, built = build(place)
    database, at_first = size(data / "cermat.sqlite") / 1e6, stored(data)
    with Server(data) as server:
        writer, log = Writer(server, data), LogSize(data)
        writer.start()
        log.start()
        time.sleep(5)
        log_before, began = log.most, time.monotonic()
        done = run(BINARY, "backup", "--data", data, "--to", place / "backups")
        ended, log_during = time.monotonic(), log.most
        time.sleep(1)
        writer.ended.set()
        log.ended.set()
        writer.join()
    if done.returncode != 0:
        return False, f"backup: {done.stderr.strip()[-160:]}"
    taken = json.loads(done.stdout)
    during = [wait for at, wait in writer.waits if began <= at <= ended]
    before = [wait for at, wait in writer.waits if at < began]
    lost = at_first + len(writer.waits) - writer.refused - stored(data)
    shutil.rmtree(place / "world", ignore_errors=True)
    restoring = time.monotonic()
    restored = run(BINARY, "restore", taken["file"], "--into", place / "restored", "--keys", data / "keys")
    restore = time.monotonic() - restoring
    for folder in (data, place / "restored", place / "backups"):
        shutil.rmtree(folder, ignore_errors=True)
    if not during or not before or restored.returncode != 0:
        return False, f"no message was sent meanwhile, or no restore: {restored.stderr.strip()[-160:]}"
    holds = writer.refused == 0 and lost == 0 and max(during) <= LONGEST_WAIT_SECONDS
    return holds, (
        f"database {database:.0f} MB, built in {built:.0f} s; backup {ended - began:.1f} s, of which copying the database "
        f"{taken['snapshotSeconds']:.1f} s, writing and reading back {taken['writeSeconds']:.1f} s; {len(during)} messages "
        f"meanwhile, {writer.refused} refused, {lost} lost, longest wait {max(during) * 1000:.0f} ms "
        f"({max(before) * 1000:.0f} ms before it); write-ahead log {log_during / 1e6:.1f} MB at most "
        f"({log_before / 1e6:.1f} MB before it); restore {restore:.1f} s")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="cermat-large-") as folder:
        good, text = check(folder)
    print(text)
    sys.exit(0 if good else 1)
