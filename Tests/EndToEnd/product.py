# SPDX-License-Identifier: Apache-2.0
"""Runs the built program for end-to-end tests: real processes, real files, loopback only."""
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("CERMAT_BIN", ROOT / ".build/debug/cermat"))


def forget_killed_clocks():
    """Removes what faketime left of killed processes: a new process of the same number would not start."""
    for left in pathlib.Path("/dev/shm").glob("*faketime_*"):
        number = left.name.rpartition("_")[2]
        if number.isdigit() and not pathlib.Path("/proc", number).exists():
            left.unlink(missing_ok=True)


forget_killed_clocks()


def run(*arguments, check=True, stdin=None, timeout=300, env=None):
    """Runs a command to its end and returns the finished process."""
    done = subprocess.run([str(BINARY), *map(str, arguments)], input=stdin, capture_output=True, timeout=timeout,
                          env={**os.environ, **(env or {})})
    if check and done.returncode != 0:
        raise AssertionError(f"{arguments} ended {done.returncode}: {done.stderr.decode(errors='replace')[-2000:]}")
    return done


def lines(output):
    """The JSON objects of an output, one a line; a line cut by a kill is left out."""
    found = []
    for line in output.decode(errors="replace").split("\n"):
        if line.endswith("}"):
            found.append(json.loads(line))
    return found


class Folder:
    """A data folder of its own in a temporary place, removed at the end."""

    def __init__(self, demo=False):
        self.base = pathlib.Path(tempfile.mkdtemp(prefix="cermat-test-"))
        self.data = self.base / "data"
        self.demo = demo

    def __enter__(self):
        said = run("init", "--data", self.data, "--yes", *(["--demo"] if self.demo else [])).stdout.decode()
        #: The demo accounts' passwords by sign-in name.
        self.passwords = {
            line.split(", password ")[0].split()[-1]: line.split(", password ")[1]
            for line in said.splitlines() if ", password " in line}
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.base, ignore_errors=True)

    def status(self):
        return json.loads(run("status", "--data", self.data, "--json").stdout)

    def messages(self):
        return lines(run("messages", "--data", self.data, "--json").stdout)

    def digest(self):
        return run("state", "--digest", "--data", self.data).stdout.decode().strip()

    def bytes_everywhere(self):
        """Every byte of every file of the data folder but the inbox's watched folder."""
        for path in sorted(self.data.rglob("*")):
            if path.is_file():
                yield path, path.read_bytes()


_worlds = {}


def world(residents=3000, days=4, voyages=8, seed=7):
    """A small synthetic country, made once a test run."""
    key = (residents, days, voyages, seed)
    if key not in _worlds:
        place = pathlib.Path(tempfile.mkdtemp(prefix="cermat-world-"))
        run("world", "--residents", residents, "--days", days, "--voyages-per-day", voyages, "--seed", seed,
            "--anchor", "2026-03-01T05:00", "--out", place / "w")
        _worlds[key] = place / "w"
    return _worlds[key]


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Server:
    """`cermat serve` on a data folder, on loopback, ended by its process id."""

    def __init__(self, data, *more, env=None, log=subprocess.DEVNULL):
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = subprocess.Popen(
            # By way of env(1): begun directly under libfaketime the program sees no arguments.
            ["env", str(BINARY), "serve", "--data", str(data), "--listen", f"127.0.0.1:{self.port}", *map(str, more)],
            stdout=subprocess.DEVNULL, stderr=log, env={**os.environ, **(env or {})})
        deadline = time.monotonic() + 60
        while True:
            try:
                urllib.request.urlopen(self.url + "/healthz", timeout=2).read()
                return
            except (urllib.error.URLError, OSError):
                if self.process.poll() is not None or time.monotonic() > deadline:
                    raise AssertionError(f"the server did not start (exit {self.process.poll()})")
                time.sleep(0.05)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.kill()

    def kill(self):
        """kill -9; nothing where it has ended already."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
