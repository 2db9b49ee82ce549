# SPDX-License-Identifier: Apache-2.0
"""Painted people and the real engine: the registry's photograph at a post, a visitor's own face, and errors by sex and age.

Needs the face engine and the head shapes (scripts/setup.sh faces heads). Nothing here says how accurate anything is."""
import base64
import contextlib
import datetime
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import tempfile
import time
import unittest
import urllib.error
import urllib.request

from product import BINARY, ROOT, Folder, Server, free_port, run
from test_desk import Person, answered

READY = (ROOT / ".cermat/faces/stamp").exists() and (ROOT / ".cermat/heads/stamp").exists()
INVENTED = ROOT / "Tables/faces/calibration-invented.json"


def uploaded(person, path, fields, name, picture):
    """The page that answers a form with a picture."""
    token = person.csrf if isinstance(person.csrf, str) else person.csrf.group(1)
    body = b"".join(
        f'--grenze\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
        for key, value in {**fields, "csrf": token}.items())
    body += f'--grenze\r\nContent-Disposition: form-data; name="{name}"; filename="f.jpg"\r\n\r\n'.encode()
    body += picture + b"\r\n--grenze--\r\n"
    request = urllib.request.Request(
        person.url + path, body, {"Sec-Fetch-Site": "same-origin", "Origin": person.url,
                                  "Content-Type": "multipart/form-data; boundary=grenze"})
    try:
        with person.opener.open(request, timeout=120) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


@unittest.skipUnless(READY, "needs the face engine and the head shapes")
class Photographs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = pathlib.Path(tempfile.mkdtemp(prefix="cermat-faces-"))
        # Painting takes some ten seconds a picture in a debug build: a world that was painted before can be named.
        cls.world = pathlib.Path(os.environ.get("CERMAT_PAINTED_WORLD", cls.place / "w"))
        if not cls.world.is_dir():
            cls.paint()
        cls.index = cls.place / "r.index"
        run("registry", "build", "--residents", cls.world / "residents.csv", "--out", cls.index)
        rows = [row.split(",") for row in (cls.world / "faces/registry.csv").read_text().splitlines()[1:]]
        # Of residents: number, the registry's photograph, and the one of the counter on another day.
        cls.people = [(row[1], (cls.world / "faces" / row[0]).read_bytes(),
                       (cls.world / "faces/counter" / pathlib.Path(row[0]).name).read_bytes())
                      for row in rows if row[1]]

    @classmethod
    def paint(cls):
        run("world", "--residents", 400, "--days", 2, "--voyages-per-day", 6, "--seed", 5, "--anchor", "now", "--faces",
            "--faces-of-residents", 4, "--faces-of-wanted", 0, "--passers-by", 0, "--faces-to-measure", 4,
            "--out", cls.world, timeout=3000)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.place, ignore_errors=True)

    def setUp(self):
        self.folder = Folder(demo=True)
        self.folder.__enter__()
        self.addCleanup(self.folder.__exit__)

    def nowhere(self, *pictures):
        """No part of a picture lies in the data folder, as bytes or in base64."""
        for path, content in self.folder.bytes_everywhere():
            for picture in pictures:
                middle = picture[len(picture) // 2:][:48]
                self.assertNotIn(middle, content, path)
                self.assertNotIn(base64.b64encode(picture)[300:400], content, path)
                self.assertNotIn(b"orang rekaan", content, path)

    def registry(self, *behave):
        port = free_port()
        process = subprocess.Popen(
            [str(BINARY), "registry", "simulate", "--registry", str(self.index), "--photographs",
             str(self.world / "faces/registry.csv"), "--port", str(port), *(["--behave", *behave] if behave else [])],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        deadline = time.monotonic() + 60
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/simulator/tally", timeout=5).read()
                return port
            except OSError:
                self.assertLess(time.monotonic(), deadline, "the simulator did not start")
                time.sleep(0.05)

    def agree(self, port, face):
        today = datetime.date.today()
        (self.folder.data / "registry.password").write_text("cermat\n")
        (self.folder.data / "registry.yaml").write_text(
            f"access: verification\nagreement: PKS-UJI\nfrom: {today - datetime.timedelta(days=9)}\n"
            f"until: {today + datetime.timedelta(days=9)}\nservice: {{url: \"http://127.0.0.1:{port}/dukcapil\", "
            f"user: cermat, daily-quota: 100, reserve: 5, timeout-seconds: 60, face: {face}}}\n")

    def ask(self, officer, person, picture, source="holder-at-post"):
        officer.get("/kenali")
        status, page = uploaded(
            officer, "/kenali/foto", {"isi": person[0], "alasan": "laporan petugas gerbang 3", "asal": source},
            "gambar", picture)
        self.assertEqual(status, 200)
        return page

    def test_the_registry_compares_and_its_word_is_told_as_its_own(self):
        port = self.registry()
        self.agree(port, "verification")
        one, other = self.people[:2]
        with Server(self.folder.data, "--demo") as server:
            officer = Person(server, "officer")
            page = self.ask(officer, one, one[2])
            self.assertRegex(page, "Kata catatan sipil: <strong>sesuai<")
            self.assertIn("bukan perbandingan Cermat", page)
            self.assertNotIn("Dua orang berbeda terbaca sama", page)
            self.assertRegex(self.ask(officer, one, other[2]), "Kata catatan sipil: <strong>tidak sesuai<")
            self.assertIn("Foto di pos tidak dapat dipakai", self.ask(officer, one, b"no picture"))
            def behave(words):
                urllib.request.urlopen(
                    f"http://127.0.0.1:{port}/simulator/behaviour", words.encode(), timeout=5).read()
            behave("quota=0")
            page = self.ask(officer, one, one[2])
            self.assertRegex(page, "Tidak ada jawaban.*Kuota hari ini habis")
            supervisor = Person(server, "supervisor")
            self.assertIn("tidak sesuai", supervisor.get("/keputusan?jenis=registry-face-replied"))
        behave("quota=100 down")
        with Server(self.folder.data, "--demo") as server:
            officer = Person(server, "officer")
            self.assertRegex(self.ask(officer, one, one[2]), "Tidak ada jawaban.*Dicoba lagi")
        self.nowhere(*one[1:], *other[1:])
        run("audit", "verify", "--data", self.folder.data)

    def test_the_photograph_is_fetched_and_compared_here_with_the_rates_behind_it(self):
        self.agree(self.registry(), "data")
        one, other = self.people[:2]
        measured = INVENTED.read_text()
        with Server(self.folder.data, "--demo") as server:
            page = self.ask(Person(server, "officer"), one, one[2])
            self.assertIn("belum diukur", page, "without rates there is no answer")
        (self.folder.data / "face-calibration-holder-at-post.json").write_text(
            measured.replace('"invented"', '"holder-at-post"'))
        with Server(self.folder.data, "--demo") as server:
            officer = Person(server, "officer")
            page = self.ask(officer, one, one[2])
            self.assertIn("Orang yang sama", page)
            self.assertIn("Dua orang berbeda terbaca sama", page)
            self.assertIn("baru saja diberikan catatan sipil", page)
            self.assertNotIn("Orang yang sama", self.ask(officer, one, other[2]))
            # Of the chip's photographs nothing was measured here.
            self.assertIn("belum diukur", self.ask(officer, one, one[2], "document-photograph"))
        self.nowhere(*one[1:], *other[1:])
        self.assertEqual(run("face", "list", "--data", self.folder.data).stdout, b"")

    def test_a_visitor_is_found_by_the_visitors_station_and_leaves_no_byte(self):
        (self.folder.data / "stations.yaml").write_text(
            "review-seconds: 120\nstations:\n  - name: CGK-pengunjung\n    place: Meja pengunjung\n    purpose: arrival-control\n"
            "    hours: 00:00-24:00\n    kind: visitor\n    instruction: Sapa.\n")
        token = self.folder.data / "cameras" / "CGK-pengunjung.token"
        token.parent.mkdir()
        token.write_text("visitors-camera-token\n")
        (_, card, counter), (_, _, stranger) = self.people[:2]
        with Server(self.folder.data, "--demo") as server:
            visitor, first, second = Person(server, "officer"), Person(server, "analyst"), Person(server, "supervisor")
            self.assertIn("hanya ada di memori", visitor.get("/wajah-saya"))
            status, page = uploaded(visitor, "/wajah-saya", {"setuju": "1"}, "gambar", stranger[:2000])
            self.assertEqual(status, 422)
            status, page = uploaded(visitor, "/wajah-saya", {"setuju": "1"}, "gambar", card)
            self.assertEqual(status, 303, page)
            self.assertIn("Wajah Anda ada di memori sampai", visitor.get("/wajah-saya"))
            duty = [person.opener.open(server.url + "/live/face", timeout=60) for person in (first, second)]
            text = ""
            while '"duty":2' not in text:
                text = duty[0].readline().decode()
            frames = self.place / "frames"
            frames.mkdir()
            for number in range(6):
                (frames / f"{number}.jpg").write_bytes(counter)
            watched = run("face", "watch", "--station", "CGK-pengunjung", "--desk", server.url, "--token-file", token,
                          "--rate", "3", "--json", frames, timeout=120)
            self.assertEqual(json.loads(watched.stdout.decode().splitlines()[-1])["searched"], 1, watched.stderr)
            for person in (first, second):
                review = re.search(r"/tinjau-wajah/([0-9a-f]{32})", self.seat(person)).group(1)
                person.get(f"/tinjau-wajah/{review}")
                self.assertEqual(answered(person, f"/tinjau-wajah/{review}/jawaban", {
                    "jawaban": "same", "calon": "1", "alasan": "telinga dan hidung"}), 303)
            page = visitor.get("/stasiun/CGK-pengunjung")
            self.assertIn("Pengunjung peraga", page)
            self.nowhere(card, counter)
            visitor.get("/wajah-saya")
            self.assertEqual(answered(visitor, "/wajah-saya/lupakan", {}), 303)
            self.assertEqual(self.status(server, f"/stasiun/CGK-pengunjung/{review}/wajah", visitor), 404)
            for line in duty:
                line.close()
        self.nowhere(card, counter)
        with contextlib.closing(sqlite3.connect(f"file:{self.folder.data}/cermat.sqlite?mode=ro", uri=True)) as store:
            self.assertEqual(store.execute("SELECT count(*) FROM confirmed_probe").fetchone()[0], 0)
        self.assertEqual(run("face", "list", "--data", self.folder.data).stdout, b"")
        run("audit", "verify", "--data", self.folder.data)

    def seat(self, person):
        """Takes the review that waits; where it is."""
        person.get("/tinjau-wajah")
        with self.assertRaises(urllib.error.HTTPError) as moved:
            person.post("/tinjau-wajah", {})
        return moved.exception.headers["Location"]

    def status(self, server, path, person=None):
        opener = person.opener if person else urllib.request.build_opener()
        try:
            return opener.open(server.url + path, timeout=20).status
        except urllib.error.HTTPError as error:
            return error.code

    def test_errors_by_sex_and_age_band_come_with_intervals(self):
        labels = (self.world / "faces/labels.csv").read_text().splitlines()
        self.assertEqual((labels[0], len(labels)), ("PERSON,SEX,AGE", 5))
        told = json.loads(run(
            "face", "evaluate", self.world / "faces/people", "--labels", self.world / "faces/labels.csv",
            timeout=1200).stdout)
        groups = {group["group"]: group for group in told["methods"][1]["groups"]}
        people = [line.split(",") for line in labels[1:]]
        for sex in {row[1] for row in people}:
            group = groups[f"sex {sex}"]
            self.assertEqual(group["persons"], sum(row[1] == sex for row in people))
            self.assertEqual(group["pictures"], 3 * group["persons"])
            for point in group["points"]:
                for rate in (point["falseMatches"], point["falseNonMatches"]):
                    self.assertLessEqual(rate["lower"], rate["value"])
                    self.assertLessEqual(rate["value"], rate["upper"])
        self.assertEqual(
            sum(group["persons"] for name, group in groups.items() if name.startswith("age ")), len(people))


if __name__ == "__main__":
    unittest.main()
