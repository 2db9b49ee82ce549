# SPDX-License-Identifier: Apache-2.0
"""A card reader at a post, simulated: its program as a child process, its readings at the desk of one officer, and what
happens when it is damaged, unplugged, hangs or crashes."""
import json
import pathlib
import shlex
import subprocess
import time
import unittest
import urllib.error
import urllib.request

from product import BINARY, Folder, Server, run
from test_desk import Person, answered
from test_registry import HEAD, resident


class ReaderHost:
    """`cermat reader run` with the simulator as its program, ended by its process id."""

    def __init__(self, server, token, script, post="CGK", every="0.2", log=None):
        program = f"{shlex.quote(str(BINARY))} reader simulate --script {shlex.quote(str(script))} --every {every}"
        self.log = open(log, "wb") if log else None
        self.process = subprocess.Popen(
            [str(BINARY), "reader", "run", "--command", program, "--desk", server.url, "--token-file", str(token),
             "--post", post, "--log-level", "trace"],
            stdout=subprocess.DEVNULL, stderr=self.log or subprocess.DEVNULL)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.log:
            self.log.close()
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def children(self):
        done = subprocess.run(["ps", "-o", "pid=", "--ppid", str(self.process.pid)], capture_output=True, check=False)
        return [int(pid) for pid in done.stdout.split()]


def until(holds, seconds=30):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if holds():
            return True
        time.sleep(0.1)
    return bool(holds())


class ReaderAtPost(unittest.TestCase):
    def setUp(self):
        self.folder = Folder(demo=True)
        self.folder.__enter__()
        rows = [HEAD]
        for number in range(8):
            nik, name, born = resident(number)
            rows.append(f"{nik},0101010101{number + 100001:06},{name},AWAN,{born},1,1,,,,,,010101")
        extract = self.folder.base / "residents.csv"
        extract.write_text("\n".join(rows) + "\n")
        index = self.folder.base / "r.index"
        run("registry", "build", "--residents", extract, "--out", index)
        (self.folder.data / "registry.yaml").write_text(
            f"access: extract\nagreement: PKS-UJI\nfrom: 2026-01-01\nuntil: 2099-01-01\nindex: {index}\n")

    def tearDown(self):
        self.folder.__exit__()

    def token(self, post, *more):
        done = run("reader", "token", "--data", self.folder.data, "--post", post, *more)
        return done.stdout.decode().strip()

    def script(self, *lines):
        path = self.folder.base / "cards"
        path.write_text("\n".join(lines) + "\n")
        return path

    def reading(self, person):
        return json.loads(person.get("/api/reading"))

    def test_a_card_reaches_its_officer_and_is_nowhere_else(self):
        post = self.post()
        token = self.token(post)
        nik, name, born = resident(3)
        cards = self.script("wait 1500", "error damaged-card", "wait 2500", f"{nik},{name},{born},AWAN,M")
        log = self.folder.base / "log"
        with Server(self.folder.data, "--demo") as server:
            officer, other = Person(server, "officer"), Person(server, "officer")
            self.assertIn("tidak terhubung", officer.get("/kenali"))
            self.assertEqual(answered(officer, "/kenali/pembaca", {"pembaca": post, "tindakan": "pakai"}), 303)
            with ReaderHost(server, token, cards, post, log=log):
                self.assertTrue(until(lambda: "siap, menunggu kartu" in officer.get("/kenali")))
                self.assertTrue(until(lambda: self.reading(officer)["readers"][0]["fault"]))
                self.assertTrue(until(lambda: self.reading(officer)["reading"]))
                facts = {fact["value"] for fact in self.reading(officer)["reading"]["facts"]}
                self.assertIn(nik, facts)
                self.assertIn(name, facts)
                self.assertIsNone(self.reading(other)["reading"])
                self.assertNotIn(nik, other.get("/kenali"))
                officer.get("/kenali")
                with officer.post("/kenali", {"kartu": self.reading(officer)["reading"]["handle"]}) as answer:
                    page = answer.read().decode()
                self.assertIn(nik, page)
                self.assertIn("/kenali", answer.url)
                self.assertIsNone(self.reading(officer)["reading"])
            self.assertTrue(until(lambda: "tidak terhubung" in officer.get("/kenali"), 10))
        for path, content in self.folder.bytes_everywhere():
            self.assertNotIn(nik.encode(), content, f"the number in {path.name}")
            self.assertNotIn(name.encode(), content, f"the name in {path.name}")
        said = log.read_bytes()
        self.assertIn(b"reader program started", said)
        for secret in (nik.encode(), name.encode(), (self.folder.data / "readers" / f"{post}.token").read_bytes().strip()):
            self.assertNotIn(secret, said)
        self.assertEqual(run("audit", "verify", "--data", self.folder.data).returncode, 0)

    def test_a_card_is_on_the_officers_page_at_once(self):
        """From the reader's line at the desk to what the officer's page shows: live line, request, record, answer."""
        post = self.post()
        secret = pathlib.Path(self.token(post)).read_text().strip()
        nik, name, _ = resident(5)
        with Server(self.folder.data, "--demo") as server:
            officer = Person(server, "officer")
            officer.get("/kenali")
            answered(officer, "/kenali/pembaca", {"pembaca": post, "tindakan": "pakai"})
            took = []
            with officer.opener.open(server.url + "/live/reader", timeout=20) as line:
                for number in range(1, 41):
                    body = f"CERMAT-READER 1 READING id={number} nik={nik} name={name.replace(' ', '%20')}".encode()
                    request = urllib.request.Request(
                        f"{server.url}/api/reader/{post}", body, {"Authorization": "Bearer " + secret})
                    start = time.monotonic()
                    with urllib.request.urlopen(request, timeout=10) as answer:
                        self.assertEqual(answer.status, 204)
                    while b"event: reading" not in line.readline():
                        pass
                    self.assertIn(nik, officer.get("/api/reading"))
                    took.append(time.monotonic() - start)
            took.sort()
            print(f"card to page: p50 {took[20] * 1000:.1f} ms, longest {took[-1] * 1000:.1f} ms of {len(took)}")
            self.assertLess(took[-1], 1)

    def test_a_program_that_crashes_or_talks_rubbish_is_started_again(self):
        post = self.post()
        token = self.token(post)
        nik, name, _ = resident(2)
        cards = self.script("rubbish", "wait 300", f"{nik},{name}", "wait 300", "crash")
        with Server(self.folder.data, "--demo") as server:
            officer = Person(server, "officer")
            officer.get("/kenali")
            answered(officer, "/kenali/pembaca", {"pembaca": post, "tindakan": "pakai"})
            handles = set()

            def seen():
                reading = self.reading(officer)["reading"]
                if reading:
                    handles.add(reading["handle"])
                return len(handles) >= 3

            with ReaderHost(server, token, cards, post) as host:
                self.assertTrue(until(seen, 40), "three lives gave three readings")
                process = host.process
                self.assertIsNone(process.poll())
                children = host.children()
                process.kill()
                process.wait()
                # The program hears that its host has gone.
                self.assertTrue(until(lambda: not any(alive(pid) for pid in children), 10))

    def test_a_token_opens_its_own_post_and_nothing_else(self):
        token = self.token("DPS", "--name", "lane2")
        self.assertTrue(token.endswith("readers/DPS-lane2.token"))
        self.assertEqual(self.token("DPS", "--name", "lane2"), token, "a token that is there is kept")
        secret = pathlib.Path(token).read_text().strip()
        line = b"CERMAT-READER 1 READY"
        with Server(self.folder.data, "--demo") as server:
            def send(path, body, bearer=secret):
                request = urllib.request.Request(server.url + path, body, {"Authorization": "Bearer " + bearer})
                try:
                    return urllib.request.urlopen(request, timeout=10).status
                except urllib.error.HTTPError as error:
                    return error.code
            self.assertEqual(send("/api/reader/DPS", line), 204)
            self.assertEqual(send("/api/reader/CGK", line), 403)
            self.assertEqual(send("/api/reader/DPS", line, "x" + secret), 401)
            self.assertEqual(send("/api/messages", b"UNB"), 401)
            feed = (self.folder.data / "feed.token").read_text().strip()
            self.assertEqual(send("/api/reader/DPS", line, feed), 401)
        done = run("reader", "run", "--command", "true", "--desk", "http://desk.example", "--token-file", token,
                   "--post", "DPS", check=False)
        self.assertEqual(done.returncode, 64)
        self.assertIn(b"https://", done.stderr)

    def post(self):
        """The post at which the demonstration's officer signs in."""
        with Server(self.folder.data, "--demo") as server:
            page = Person(server, "officer").get("/papan")
        return page.split('<span class="post">')[1].split("<")[0].split()[0]


def alive(pid):
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as file:
            return file.read().split(")")[1].split()[0] != "Z"
    except OSError:
        return False
