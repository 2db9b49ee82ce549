# SPDX-License-Identifier: Apache-2.0
"""Legal holds: what is held outlives its time, its equal does not, and a second officer lifts the hold."""
import json
import re
import shutil
import sqlite3
import subprocess
import unittest
import urllib.error

from product import Folder, Server, run
from test_desk import Person, answered
from test_ledger import PAXLST
from test_retention import FAR, LATER, THEN, at, counts


def clock(moment, speed=1):
    """The environment of a process whose clock is set, and runs faster, for a server ended by its own process id."""
    said = subprocess.run(["faketime", moment, "env"], capture_output=True, text=True, check=True).stdout
    found = dict(line.split("=", 1) for line in said.splitlines() if line.startswith(("LD_PRELOAD=", "FAKETIME=")))
    found["FAKETIME"] += f" x{speed}"
    return {**found, "FAKETIME_DONT_FAKE_MONOTONIC": "1"}


class Officer(Person):
    """Somebody at the desk, signed in by name and password."""

    def __init__(self, server, folder, login, purpose="supervision"):
        self.come_in(server)
        assert answered(self, "/masuk", {"nama": login, "sandi": folder.passwords[login]}) == 303
        self.get("/tujuan")
        assert answered(self, "/tujuan", {"tujuan": purpose, "nomor": "ST-1/2026", "pos": "CGK"}) == 303
        self.get("/bantuan")


def flight(number, canary):
    """A flight of one passenger of that name; flights differ in nothing else."""
    text = PAXLST.replace("ZZ825", f"ZZ{number}").replace("QANARYSURNAME", canary).replace("ZZ00017", f"ZZ{number}17")
    return text.replace("260115", "260302").replace("2601151015", "2603021015").replace("2601150930", "2603020930")


def voyages(folder):
    """Identifiers of the voyages by flight number."""
    with sqlite3.connect(folder / "cermat.sqlite") as database:
        rows = database.execute("SELECT lower(hex(id)), facts FROM voyage").fetchall()
    return {re.search(r'"number":"0*(\d+)"', facts).group(1): identifier for identifier, facts in rows}


@unittest.skipUnless(shutil.which("faketime"), "faketime is not installed")
class Holds(unittest.TestCase):
    def refused(self, person, path):
        try:
            return person.opener.open(person.url + path, timeout=20).status
        except urllib.error.HTTPError as error:
            return error.code

    def test_what_is_held_outlives_five_years_and_goes_when_it_is_lifted(self):
        with Folder(demo=True) as folder:
            for number, canary in (("825", "QHELDNAME"), ("826", "QEQUALNAME")):
                (folder.base / f"{number}.edi").write_text(flight(number, canary))
                at(THEN, "ingest", "--data", folder.data, folder.base / f"{number}.edi")
            ids = voyages(folder.data)
            at(THEN, "backup", "--data", folder.data, "--to", folder.base / "early")
            early = next(path for path in (folder.base / "early").iterdir() if path.suffix != ".lock")
            keys = {}
            with sqlite3.connect(folder.data / "cermat.sqlite") as database:
                for identifier, key in database.execute(
                        "SELECT lower(hex(v.id)), k.bytes FROM data_key AS k JOIN message_body AS b ON b.key = k.number "
                        "JOIN inbox AS i ON i.seq = b.seq JOIN voyage AS v ON v.number = i.voyage"):
                    keys[identifier] = key
            self.assertEqual(len(keys), 2)

            with Server(folder.data, env=clock("2026-03-02 07:00:00")) as server:
                officer = Officer(server, folder, "penyelia")
                self.assertIn("QHELDNAME", officer.get(f"/perjalanan/{ids['825']}"))
                wanted = {"perjalanan": ids["825"], "perkara": "P-77/2026", "alasan-tahan": "dipakai di sidang"}
                self.assertEqual(answered(officer, "/penangguhan", {**wanted, "perkara": ""}), 422)
                officer.get("/bantuan")
                self.assertEqual(answered(officer, "/penangguhan", wanted), 303)
                self.assertIn("P-77/2026", officer.get("/penangguhan"))

            held = json.loads(run("retention", "holds", "--data", folder.data, "--json").stdout)
            self.assertEqual((held["voyage"], held["traveller"]), (ids["825"], None))

            for moment, measure in ((LATER, "voyages-depersonalised"), (FAR, "voyages-destroyed")):
                told = at(moment, "retention", "run", "--rehearse", "--data", folder.data).stdout
                done = at(moment, "retention", "run", "--clock-is-right", "--data", folder.data).stdout
                self.assertEqual(counts(told), counts(done))
                self.assertEqual((counts(done)[measure], counts(done)["voyages-held"], counts(done)["messages-held"]),
                                 (1, 1, 1))
                self.assertIn(f"\nhold {held['id']} {held['voyage']} -\n".encode(), done)
                self.assertNotIn(b"QHELDNAME", done)
            report = max((folder.data / "retention").glob("*-run.txt"))
            run("retention", "verify", report, "--key", folder.data / "keys/audit.pub")
            self.assertEqual(voyages(folder.data), {"825": ids["825"]})
            everywhere = b"".join(content for _, content in folder.bytes_everywhere())
            self.assertIn(keys[ids["825"]], everywhere)
            self.assertNotIn(keys[ids["826"]], everywhere)

            # A rebuild and a restore keep it so; a backup from before the hold learns of it from the report.
            digest = folder.digest()
            copy = folder.base / "copy"
            at(FAR, "rebuild", "--data", folder.data, "--into", copy, "--shuffle", 4)
            self.assertEqual(digest, run("state", "--digest", "--data", copy).stdout.decode().strip())
            at(FAR, "backup", "--data", folder.data, "--to", folder.base / "late")
            late = next(path for path in (folder.base / "late").iterdir() if path.suffix != ".lock")
            common = ("--keys", folder.data / "keys", "--destroyed", folder.data / "destroyed.log")
            for name, backup, more, left in (
                    ("late", late, (), {"825": ids["825"]}), ("report", early, ("--holds", report), {"825": ids["825"]}),
                    ("without", early, (), {})):
                place = folder.base / f"restored-{name}"
                at(FAR, "restore", backup, "--into", place, *common, *more)
                self.assertEqual(voyages(place), left, name)
                run("audit", "verify", "--data", place)
            self.assertEqual(
                digest, run("state", "--digest", "--data", folder.base / "restored-late").stdout.decode().strip())
            at("2031-07-01 06:00:00", "retention", "run", "--clock-is-right", "--data", folder.base / "restored-report")
            self.assertEqual(voyages(folder.base / "restored-report"), {"825": ids["825"]})

            with Server(folder.data, env=clock("2031-06-01 08:00:00")) as server:
                officer = Officer(server, folder, "penyelia")
                self.assertIn("QHELDNAME", officer.get(f"/perjalanan/{ids['825']}"))
                self.assertEqual(self.refused(officer, f"/perjalanan/{ids['826']}"), 404)
                lift = f"/penangguhan/{held['id']}/akhiri"
                self.assertEqual(answered(officer, lift, {"alasan": "perkara selesai"}), 403)
                second = Officer(server, folder, "penyelia2")
                self.assertEqual(answered(second, lift, {"alasan": "perkara selesai"}), 303)
            done = at("2031-06-02 06:00:00", "retention", "run", "--data", folder.data).stdout
            self.assertEqual((counts(done)["voyages-destroyed"], counts(done)["voyages-held"]), (1, 0))
            self.assertNotIn(b"\nhold ", done)
            self.assertEqual(voyages(folder.data), {})
            everywhere = b"".join(content for _, content in folder.bytes_everywhere())
            self.assertNotIn(keys[ids["825"]], everywhere)
            self.assertEqual(run("audit", "verify", "--data", folder.data).returncode, 0)

            # A backup in which the hold still stands: lifted since, it stays lifted, also without the list of keys.
            report = max((folder.data / "retention").glob("*-run.txt"))
            place = folder.base / "restored-lifted"
            at("2031-06-02 07:00:00", "restore", late, "--into", place, "--keys", folder.data / "keys", "--holds", report)
            self.assertEqual(voyages(place), {})
            self.assertEqual(run("retention", "holds", "--data", place, "--json").stdout.strip(), b"")
            run("audit", "verify", "--data", place)
            self.assertEqual(folder.digest(), run("state", "--digest", "--data", place).stdout.decode().strip())


if __name__ == "__main__":
    unittest.main()
