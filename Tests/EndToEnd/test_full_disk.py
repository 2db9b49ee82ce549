# SPDX-License-Identifier: Apache-2.0
"""A disk that fills: clear refusals at every entrance, nothing half-done, and recovery by itself."""
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
import urllib.error
import urllib.request

from product import BINARY, Folder, Server, lines, run, world
from test_ledger import PAXLST

MIB = 1 << 20


def can_mount():
    place = tempfile.mkdtemp(prefix="cermat-mount-")
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", place], capture_output=True)
    if done.returncode == 0:
        subprocess.run(["umount", place], check=True)
    os.rmdir(place)
    return done.returncode == 0


def message(number, travellers=40):
    """A list with its own reference and some kilobytes."""
    one = PAXLST[PAXLST.index("NAD+FL"):PAXLST.index("CNT+")]
    body = "".join(one.replace("QANARYSURNAME", f"Q{number}X{i}").replace("QN4459871", f"QN{number:05}{i:03}")
                   for i in range(travellers))
    return PAXLST.replace(one, body).replace("ZZ00017", f"ZZ{number:05}").replace("ZZ825", f"ZZ{number + 1}").encode()


@unittest.skipUnless(os.geteuid() == 0 and can_mount(), "needs root and tmpfs")
class FullDisk(unittest.TestCase):
    def setUp(self):
        self.place = pathlib.Path(tempfile.mkdtemp(prefix="cermat-full-"))
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(self.place)], check=True)
        self.data = self.place / "data"
        run("init", "--data", self.data, "--yes")

    def tearDown(self):
        subprocess.run(["umount", "-l", str(self.place)], check=False)
        os.rmdir(self.place)

    def fill(self, leave):
        """Fills the disk but for some bytes."""
        state = os.statvfs(self.place)
        free = state.f_bavail * state.f_frsize
        with open(self.place / "filler", "wb") as file:
            file.write(b"\xff" * max(0, free - leave))

    def empty(self):
        (self.place / "filler").unlink()

    def counts(self):
        return json.loads(run("status", "--data", self.data, "--json").stdout)["messages"]

    def sound(self):
        """The store is whole: no damage, a chain that holds."""
        done = run("doctor", "--data", self.data, "--thorough", "--json", check=False)
        found = {line["subject"]: line for line in lines(done.stdout)}
        self.assertEqual((found["database"]["grade"], found["audit"]["grade"]), ("good", "good"))

    def post(self, server, body):
        token = (self.data / "feed.token").read_text().strip()
        request = urllib.request.Request(server.url + "/api/messages", body, {"Authorization": "Bearer " + token})
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, answer.headers
        except urllib.error.HTTPError as error:
            return error.code, error.headers

    def test_the_command_line_refuses_clearly_and_goes_on_where_it_stopped(self):
        source = pathlib.Path(tempfile.mkdtemp(prefix="cermat-source-"))
        for number in range(250):
            (source / f"{number:04}.edi").write_bytes(message(number))
        self.fill(leave=5 * MIB)
        done = subprocess.run([str(BINARY), "ingest", "--data", str(self.data), str(source)], capture_output=True,
                              timeout=300)
        self.assertEqual(done.returncode, 1, done.stderr[-500:])
        self.assertIn(b"no room", done.stderr)
        printed = {line["id"] for line in lines(done.stdout)}
        self.assertGreater(len(printed), 0)
        self.assertLess(len(printed), 250)
        self.empty()
        held = {row["id"] for row in lines(run("messages", "--data", self.data, "--json").stdout)}
        self.assertEqual(printed - held, set(), "printed and not kept")
        run("ingest", "--data", self.data, source)
        self.assertEqual((self.counts()["stored"], self.counts()["pending"]), (250, 0))
        self.sound()
        shutil.rmtree(source)

    def test_http_answers_503_and_the_folder_waits(self):
        with Server(self.data) as server:
            self.assertEqual(self.post(server, message(1))[0], 202)
            self.fill(leave=2 * MIB)
            status, headers = self.post(server, message(2))
            self.assertEqual(status, 503)
            self.assertGreater(int(headers["Retry-After"]), 0)
            part = self.data / "inbox/a.edi.part"
            part.write_bytes(message(3))
            part.rename(self.data / "inbox/a.edi")
            time.sleep(3)
            self.assertTrue((self.data / "inbox/a.edi").exists(), "the file waits where it is")
            self.assertEqual(self.counts()["stored"], 1)
            # What is kept back lets the desk work, and the refusal is on record.
            self.assertEqual(urllib.request.urlopen(server.url + "/healthz", timeout=5).status, 200)
            import sqlite3
            with sqlite3.connect(self.data / "cermat.sqlite") as database:
                said = [bytes(row[0]) for row in database.execute("SELECT bytes FROM audit WHERE action = 'ingest'")]
            self.assertTrue(any(b"no room" in text for text in said))
            self.empty()
            until = time.monotonic() + 60
            while self.counts()["stored"] < 2 and time.monotonic() < until:
                time.sleep(0.5)
            self.assertEqual(self.counts()["stored"], 2, "the folder goes on by itself")
            self.assertEqual(self.post(server, message(2))[0], 202)
            self.assertEqual(self.counts()["stored"], 3)
        self.sound()

    def test_a_disk_with_no_byte_left_loses_nothing_that_was_acknowledged(self):
        with Server(self.data) as server:
            acknowledged = 0
            self.fill(leave=5 * MIB)
            for number in range(200):
                status, _ = self.post(server, message(number))
                if status == 202:
                    acknowledged += 1
            self.assertGreater(acknowledged, 0)
            self.assertLess(acknowledged, 200)
            # Somebody else takes the rest, to the last byte.
            try:
                with open(self.place / "other", "wb") as file:
                    while True:
                        file.write(b"\xff" * 65536)
            except OSError:
                pass
            self.assertEqual(self.post(server, message(900))[0], 503)
            server.kill()
        self.empty()
        (self.place / "other").unlink()
        run("ingest", "--data", self.data, "-", stdin=message(901))
        self.assertEqual(self.counts(), {"stored": acknowledged + 1, "pending": 0, "quarantined": 0, "duplicates": 0})
        self.sound()


@unittest.skipUnless(os.geteuid() == 0 and can_mount(), "needs root and tmpfs")
class FullDiskBackup(unittest.TestCase):
    """The room that was there when a backup began is gone before it ends."""

    def setUp(self):
        self.place = pathlib.Path(tempfile.mkdtemp(prefix="cermat-full-"))
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(self.place)], check=True)

    def tearDown(self):
        subprocess.run(["umount", "-l", str(self.place)], check=False)
        os.rmdir(self.place)

    def fill(self):
        """Takes the disk's rest, to the last byte."""
        try:
            with open(self.place / "filler", "wb") as file:
                while True:
                    file.write(b"\xff" * 65536)
        except OSError:
            pass

    def ingest(self, data):
        if run("ingest", "--data", data, world() / "messages", check=False).returncode > 1:
            raise AssertionError("the world was not taken in")

    def backup_on_a_disk_that_fills(self, data, target, begun):
        """Holds a backup as soon as a file has begun, fills the disk, and lets it go on: its exit and what it says."""
        process = subprocess.Popen(
            [str(BINARY), "backup", "--data", str(data), "--to", str(target), "--keep", "1"], stdout=subprocess.PIPE,
            stderr=subprocess.PIPE)
        until = time.monotonic() + 120
        while not any(path.stat().st_size > 0 for path in begun() if path.exists()):
            self.assertIsNone(process.poll(), "the backup ended before the disk was filled")
            self.assertLess(time.monotonic(), until)
        process.send_signal(signal.SIGSTOP)
        self.fill()
        process.send_signal(signal.SIGCONT)
        said, error = process.communicate(timeout=120)
        (self.place / "filler").unlink()
        return process.returncode, said, error.decode()

    def check(self, data, target, begun):
        first = json.loads(run("backup", "--data", data, "--to", target).stdout)["file"]
        kept = pathlib.Path(first).read_bytes()
        code, said, error = self.backup_on_a_disk_that_fills(data, target, begun)
        self.assertEqual((code, said), (1, b""), error)
        self.assertRegex(error, "no room|the disk is full")
        self.assertIn("make room", error)
        self.assertEqual([str(path) for path in pathlib.Path(target).iterdir() if path.suffix != ".lock"], [first],
                         "nothing else lies there, and the older backup was not removed")
        self.assertEqual(pathlib.Path(first).read_bytes(), kept)
        self.assertFalse((data / "backup.work").exists())
        # With room again the same command does it, and the older one goes.
        again = json.loads(run("backup", "--data", data, "--to", target, "--keep", "1").stdout)["file"]
        run("backup", "verify", again, "--data", data)
        self.assertFalse(pathlib.Path(first).exists())
        found = {line["subject"]: line for line in
                 lines(run("doctor", "--data", data, "--thorough", "--json", check=False).stdout)}
        self.assertEqual((found["database"]["grade"], found["audit"]["grade"]), ("good", "good"))

    def test_the_disk_of_the_backups_fills_while_one_is_written(self):
        with Folder() as folder:
            self.ingest(folder.data)
            target = self.place / "backups"
            self.check(folder.data, target, lambda: target.glob("*.part"))

    def test_the_disk_of_the_data_fills_while_they_are_copied(self):
        with Folder() as other:
            data = self.place / "data"
            run("init", "--data", data, "--yes")
            self.ingest(data)
            self.check(data, other.base / "backups", lambda: (data / "backup.work").glob("*.sqlite"))


if __name__ == "__main__":
    unittest.main()
