# SPDX-License-Identifier: Apache-2.0
"""The civil registry's service, simulated: outage, quota, slow answers, lying counts, kill -9. Nobody waits, nothing is
asked twice."""
import contextlib
import datetime
import json
import pathlib
import re
import shutil
import sqlite3
import subprocess
import time
import unittest
import urllib.request

from product import BINARY, Folder, Server, free_port, run
from test_desk import Person

HEAD = "NIK,NO_KK,NAMA_LGKP,TMPT_LHR,TGL_LHR,JENIS_KLMIN,STAT_HBKEL,NAMA_LGKP_IBU,NAMA_LGKP_AYAH,ALAMAT,NO_RT,NO_RW,KODE_WILAYAH"


def resident(number):
    """An invented resident; the region code does not exist."""
    born = datetime.date(1960, 1, 1) + datetime.timedelta(days=number * 37)
    nik = f"010101{born:%d%m%y}{number + 1:04}"
    return nik, f"ORANG{chr(65 + number % 26)} NOMOR{chr(65 + number // 26)}", born


class Simulator:
    """`cermat registry simulate`, ended by its process id."""

    def __init__(self, index, *behave):
        self.port = free_port()
        self.process = subprocess.Popen(
            [str(BINARY), "registry", "simulate", "--registry", str(index), "--port", str(self.port),
             *(["--behave", *behave] if behave else [])], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 30
        while True:
            try:
                self.tally()
                return
            except OSError:
                if time.monotonic() > deadline:
                    raise AssertionError("the simulator did not start")
                time.sleep(0.05)

    def tally(self):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/simulator/tally", timeout=5) as answer:
            return json.loads(answer.read())

    def behave(self, words):
        urllib.request.urlopen(f"http://127.0.0.1:{self.port}/simulator/behaviour", words.encode(), timeout=5).read()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()


def manifest(people, hours):
    """A ferry's list of people who arrive in some hours."""
    now = datetime.datetime.now(datetime.timezone.utc)
    arrival = now + datetime.timedelta(hours=hours + 7)
    departure = arrival - datetime.timedelta(hours=1)
    rows = ["MODE,CARRIER,NUMBER,CONVEYANCE,FROM,TO,DEPARTURE,ARRIVAL,ROLE,SURNAME,GIVEN,DOB,SEX,NATIONALITY,DOC_TYPE,DOC_NO,DOC_ISSUER,NIK"]
    for number in people:
        nik, name, born = resident(number)
        given, surname = name.split()
        rows.append(f"sea,ZF,{hours:03},KM UJI {hours},SGSIN,IDBTC,{departure:%Y-%m-%dT%H:%M},{arrival:%Y-%m-%dT%H:%M},passenger,"
                    f"{surname},{given},{born},M,IDN,P,X{number:07},IDN,{nik}")
    return "\n".join(rows) + "\n"


class RegistryService(unittest.TestCase):
    PEOPLE = 60

    def setUp(self):
        self.folder = Folder(demo=True)
        self.folder.__enter__()
        rows = [HEAD]
        for number in range(self.PEOPLE):
            nik, name, born = resident(number)
            rows.append(f"{nik},0101010101{number // 4 + 100001:06},{name},AWAN,{born},1,1,,,,,,010101")
        extract = self.folder.base / "residents.csv"
        extract.write_text("\n".join(rows) + "\n")
        self.index = self.folder.base / "r.index"
        run("registry", "build", "--residents", extract, "--out", self.index)

    def tearDown(self):
        self.folder.__exit__()

    def agree(self, port, **changes):
        service = {"url": f'"http://127.0.0.1:{port}/dukcapil"', "user": "cermat", "daily-quota": 1000, "reserve": 5,
                   "timeout-seconds": 2, **changes}
        today = datetime.date.today()
        (self.folder.data / "registry.password").write_text("cermat\n")
        (self.folder.data / "registry.yaml").write_text(
            f"access: verification\nagreement: PKS-UJI\nfrom: {today - datetime.timedelta(days=9)}\n"
            f"until: {today + datetime.timedelta(days=9)}\nservice: {{"
            + ", ".join(f"{key}: {value}" for key, value in service.items()) + "}\n")

    def send(self, people, hours):
        file = self.folder.base / f"m{hours}.csv"
        file.write_text(manifest(people, hours))
        run("ingest", "--data", self.folder.data, file)

    def until(self, holds, seconds=60):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if holds():
                return True
            time.sleep(0.2)
        return holds()

    @unittest.skipUnless(shutil.which("faketime"), "faketime is not installed")
    def test_a_late_restore_brings_back_no_answer_that_is_over(self):
        with Simulator(self.index) as registry:
            self.agree(registry.port)
            self.send(range(6), 3)
            with Server(self.folder.data, "--demo"):
                self.assertTrue(self.until(lambda: registry.tally()["answers"] >= 6))
                self.assertTrue(self.until(lambda: self.answers(self.folder.data) == 6, 20))
        base = self.folder.base
        run("backup", "--data", self.folder.data, "--to", base / "backups")
        file, keys = next((base / "backups").glob("*.backup")), self.folder.data / "keys"
        for days, left in (("+20d", 6), ("+40d", 0)):
            into = base / f"restored{days}"
            subprocess.run(["faketime", "-f", days, str(BINARY), "restore", str(file), "--into", str(into), "--keys",
                            str(keys)], check=True, capture_output=True, timeout=120)
            self.assertEqual(self.answers(into), left)

    def answers(self, data):
        """How many of the registry's answers a folder can still open."""
        with contextlib.closing(sqlite3.connect(f"file:{data}/cermat.sqlite?mode=ro", uri=True)) as store:
            return store.execute("SELECT count(*) FROM decision WHERE kind = 'registry-replied'"
                                 " AND key IN (SELECT number FROM data_key)").fetchone()[0]

    def test_every_quoted_number_is_asked_about_once_over_outage_lies_and_kill(self):
        with Simulator(self.index, "delay=60", "lie", "shout") as registry:
            self.agree(registry.port)
            self.send(range(0, 30), 3)
            self.send(range(30, self.PEOPLE), 5)
            with Server(self.folder.data, "--demo") as server:
                self.assertTrue(self.until(lambda: registry.tally()["answers"] >= 10))
                server.kill()
            asked = registry.tally()["answers"]
            registry.behave("down")
            with Server(self.folder.data, "--demo") as server:
                # The board never waits for a service that is away, and says that it is.
                person = Person(server, "officer")
                self.assertTrue(self.until(lambda: "Belum diverifikasi" in person.get("/papan"), 20))
                start = time.monotonic()
                board = person.get("/papan")
                self.assertLess(time.monotonic() - start, 2)
                self.assertIn("layanan tidak menjawab", board)
                registry.behave("up")
                self.assertTrue(self.until(lambda: registry.tally()["answers"] >= self.PEOPLE, 90))
                time.sleep(1)
            tally = registry.tally()
            # A kill may come between an answer and its record; each worker has at most one of these.
            self.assertLessEqual(tally["repeated"], 4, f"{tally}, {asked} before the kill")
            self.assertLessEqual(tally["answers"], self.PEOPLE + 4)
            settled = registry.tally()
            with Server(self.folder.data, "--demo"):
                time.sleep(8)
            self.assertEqual(registry.tally(), settled, "what is answered is not asked again")
            for path, content in self.folder.bytes_everywhere():
                for number in (0, 45):
                    self.assertNotIn(resident(number)[0].encode(), content, f"a number in {path.name}")
            audit = run("audit", "verify", "--data", self.folder.data)
            self.assertEqual(audit.returncode, 0)

    def test_the_quota_of_the_registry_and_our_own_stop_the_asking(self):
        with Simulator(self.index, "quota=8") as registry:
            self.agree(registry.port)
            self.send(range(self.PEOPLE), 3)
            with Server(self.folder.data, "--demo") as server:
                person = Person(server, "officer")
                self.assertTrue(self.until(lambda: "Kuota hari ini habis" in person.get("/papan"), 30))
                self.assertEqual(registry.tally()["answers"], 8)
        with Simulator(self.index) as registry:
            self.agree(registry.port, **{"daily-quota": 20, "reserve": 5})
            with Server(self.folder.data, "--demo") as server:
                person = Person(server, "officer")
                self.assertTrue(self.until(lambda: "Kuota hari ini habis" in person.get("/papan"), 30))
                # Eight were answered before; five are kept for officers at a post.
                self.assertEqual(registry.tally()["answers"], 20 - 5 - 8)

    def test_a_wrong_configuration_is_refused_with_all_that_is_wrong(self):
        (self.folder.data / "registry.yaml").write_text("access: verification\nfrom: soon\nfoo: 1\n")
        done = run("serve", "--data", self.folder.data, "--listen", f"127.0.0.1:{free_port()}", check=False)
        self.assertEqual(done.returncode, 64)
        text = done.stderr.decode()
        for part in ("agreement", "from", "foo", "user"):
            self.assertIn(part, text)

    def test_the_index_is_changed_under_a_running_desk(self):
        (self.folder.data / "registry.yaml").write_text(
            f"access: extract\nagreement: PKS-UJI\nfrom: 2026-01-01\nuntil: 2099-01-01\nindex: {self.index}\n")
        self.send(range(self.PEOPLE), 3)
        with Server(self.folder.data, "--demo") as server:
            person = Person(server, "analyst")
            voyage = self.voyage(person)
            page = person.get(voyage)
            self.assertIn("Dikenali", page)
            traveller = re.search(r'href="(/penumpang/[0-9a-f]+)"', page).group(1)
            before = re.search(r"indeks ([0-9a-f]+)", person.get(traveller)).group(1)
            rows = (self.folder.base / "residents.csv").read_text().splitlines()
            smaller = self.folder.base / "fewer.csv"
            smaller.write_text("\n".join(rows[:-1]) + "\n")
            run("registry", "build", "--residents", smaller, "--out", self.index)
            deadline = time.monotonic() + 20
            after, failed = before, 0
            while after == before and time.monotonic() < deadline:
                text = person.get(traveller)
                found = re.search(r"indeks ([0-9a-f]+)", text)
                failed += found is None
                after = found.group(1) if found else before
            self.assertNotEqual(after, before)
            self.assertEqual(failed, 0, "no look-up failed while the index changed")
            # A damaged file is not taken; the desk goes on with the one it has.
            self.index.with_suffix(".new").write_bytes(b"rubbish" * 9999)
            pathlib.Path(self.index.with_suffix(".new")).replace(self.index)
            time.sleep(7)
            self.assertIn(f"indeks {after}", person.get(traveller))

    def voyage(self, person):
        found = []

        def holds():
            found[:] = re.findall(r'href="(/perjalanan/[0-9a-f]+)"', person.get("/papan"))
            return bool(found)

        self.assertTrue(self.until(holds, 20))
        return found[0]
