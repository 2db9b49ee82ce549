# SPDX-License-Identifier: Apache-2.0
"""Starts the product on loopback with a data folder of its own, and stops exactly what it started."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from datetime import timedelta
from pathlib import Path

from browser import messages

ROOT = Path(__file__).resolve().parents[3]


class ProductError(Exception):
    pass


class Product:
    """`cermat init`, `ingest`, `watchlist import`, `serve --demo`."""

    def __init__(self):
        self.binary = Path(os.environ.get("CERMAT_BIN", ROOT / ".build" / "debug" / "cermat")).resolve()
        self.url = os.environ.get("CERMAT_URL")
        self.is_outside = self.url is not None
        self.folder = Path(tempfile.mkdtemp(prefix="cermat-browser-"))
        self.data = self.folder / "data"
        self.process = None
        self.accounts = {}
        self.sent = 0

    def run(self, *arguments, allowed=(0,), text=None):
        done = subprocess.run(
            [str(self.binary), *map(str, arguments)],
            capture_output=True,
            text=True,
            timeout=300,
            input=text,
            env={**os.environ, "CERMAT_ADMIN_PASSWORD": "tangga bambu di kebun raya"},
        )
        if done.returncode not in allowed:
            raise ProductError(f"cermat {arguments[0]} ended with {done.returncode}: {done.stderr.strip()[-600:]}")
        return done.stdout

    def prepare(self, watchlist):
        if self.is_outside:
            return
        if not self.binary.exists():
            raise ProductError(f"no binary at {self.binary}; build it or set CERMAT_BIN")
        out = self.run("init", "--data", self.data, "--yes", "--demo")
        for line in out.splitlines():
            # "officer petugas, password ..."
            words = line.replace(",", "").split()
            if len(words) >= 4 and words[2] == "password":
                self.accounts[words[1]] = words[3]
        self.accounts["admin"] = "tangga bambu di kebun raya"
        self.import_watchlist(watchlist, "watchlist")

    def import_watchlist(self, text, name):
        file = self.folder / f"{name}.csv"
        file.write_text(text, encoding="utf-8")
        self.run("watchlist", "import", "--data", self.data, file)

    def ingest(self, *messages, allowed=(0,)):
        """Hands in messages; returns when they are screened."""
        if os.environ.get("CERMAT_NO_INGEST"):
            raise ProductError("this run may not hand in messages")
        paths = []
        for message in messages:
            self.sent += 1
            path = self.folder / f"message-{self.sent:03}.edi"
            path.write_bytes(message)
            paths.append(path)
        return self.run("ingest", "--data", self.data, *paths, allowed=allowed)

    def first_messages(self, now):
        """What came before the officer sits down: a synthetic country's traffic, then the invented flights."""
        if self.is_outside:
            return
        if not os.environ.get("CERMAT_SMALL"):
            world = self.folder / "world"
            self.run(
                "world",
                "--residents",
                4000,
                "--days",
                1,
                "--voyages-per-day",
                40,
                "--seed",
                11,
                "--anchor",
                "now",
                "--out",
                world,
            )
            self.run("feed", "--world", world, "--history", "--data", self.data)
        due, leaving, _ = messages.flights(now)
        parties = [[messages.COURIER, messages.COMPANION], [messages.LATER], [messages.BYSTANDER], [messages.CHILD]]
        self.ingest(
            messages.pnrgov(due, parties, now - timedelta(hours=9), "TBP00001"),
            messages.paxlst(due, due.people, now - timedelta(minutes=70), "TBX00001"),
            messages.paxlst(leaving, leaving.people, now - timedelta(minutes=40), "TBX00002"),
        )

    def serve(self):
        if self.is_outside:
            return
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self.log = open(self.folder / "serve.log", "wb")
        self.process = subprocess.Popen(
            [str(self.binary), "serve", "--data", str(self.data), "--listen", f"127.0.0.1:{port}", "--demo"],
            stdout=self.log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        for _ in range(150):
            if self.process.poll() is not None:
                raise ProductError(f"cermat serve ended at once:\n{self.tail()}")
            try:
                urllib.request.urlopen(self.url + "/healthz", timeout=1)
                return
            except OSError:
                time.sleep(0.2)
        raise ProductError(f"cermat serve did not answer:\n{self.tail()}")

    def tail(self):
        return (self.folder / "serve.log").read_text(errors="replace")[-1500:]

    def stop(self):
        if self.process is None or self.process.poll() is not None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(5)

    def close(self):
        self.stop()
        if not os.environ.get("CERMAT_KEEP"):
            shutil.rmtree(self.folder, ignore_errors=True)
