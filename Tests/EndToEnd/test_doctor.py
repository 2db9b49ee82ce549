# SPDX-License-Identifier: Apache-2.0
"""The installation is looked at as its engineer would: what is wrong is named, with what to do."""
import shutil
import sqlite3
import subprocess
import unittest

from product import BINARY, Folder, lines, run, world


class Doctor(unittest.TestCase):
    def look(self, folder, *more, moment=None):
        command = [str(BINARY), "doctor", "--data", str(folder.data), "--json", *more]
        done = subprocess.run(["faketime", moment, *command] if moment else command, capture_output=True, timeout=120)
        return {line["subject"]: line for line in lines(done.stdout)}, done.returncode

    def test_a_new_folder_has_no_fault(self):
        with Folder() as folder:
            found, code = self.look(folder, "--thorough")
            self.assertEqual(code, 0)
            self.assertEqual([s for s, line in found.items() if line["grade"] == "fault"], [])
            self.assertEqual(found["keys"]["grade"], "good")
            text = run("doctor", "--data", folder.data).stdout.decode()
            self.assertIn("Disk space left", text)

    def test_each_thing_wrong_is_named_with_a_remedy(self):
        with Folder() as folder:
            (folder.data / "inbox/refused").mkdir(parents=True, exist_ok=True)
            (folder.data / "inbox/refused/big.edi").write_text("x")
            (folder.data / "registry.yaml").write_text(
                "access: extract\nagreement: PKS-1\nfrom: 2020-01-01\nuntil: 2021-01-01\nindex: none.index\n")
            (folder.data / "keys/audit.pub").write_text("00" * 32 + "\n")
            (folder.data / "policy.yaml").write_text("roles: nonsense\n")
            with sqlite3.connect(folder.data / "cermat.sqlite") as database:
                database.execute("UPDATE audit SET at = at + 1, bytes = x'7b7d' WHERE sequence = 1")
            found, code = self.look(folder)
            self.assertEqual(code, 1)
            for subject in ("registry", "keys", "policy", "audit"):
                self.assertEqual(found[subject]["grade"], "fault", subject)
                self.assertGreater(len(found[subject]["remedy"]), 20, subject)
            self.assertEqual(found["refused"]["grade"], "notice")
            self.assertTrue(found["audit"]["figure"].startswith("1:"))

    def test_models_are_looked_at_where_stations_need_them(self):
        with Folder() as folder:
            nowhere = {"CERMAT_FACES": str(folder.base / "nowhere")}
            look = lambda *more: {line["subject"]: line for line in lines(
                run("doctor", "--data", folder.data, "--json", *more, check=False, env=nowhere).stdout)}["face-models"]
            self.assertEqual((look()["grade"], look()["figure"]), ("good", "-"))
            (folder.data / "stations.yaml").write_text("stations: []\n")
            for more in ([], ["--thorough"]):
                self.assertEqual(look(*more)["grade"], "fault")
                self.assertIn("face-engine.sh", look(*more)["remedy"])

    @unittest.skipUnless(shutil.which("faketime"), "faketime is not installed")
    def test_the_age_of_the_last_backup_is_told(self):
        with Folder() as folder:
            self.assertEqual(self.look(folder)[0]["backup"]["grade"], "notice")
            subprocess.run(["faketime", "2027-03-01 03:00:00", str(BINARY), "backup", "--data", str(folder.data), "--to",
                            str(folder.base / "backups")], capture_output=True, check=True, timeout=120)
            for moment, figure, grade in (("2027-03-02 03:30:00", "24 h", "good"), ("2027-03-03 12:30:00", "57 h", "notice"),
                                          ("2027-03-09 12:30:00", "201 h", "fault")):
                found, _ = self.look(folder, moment=moment)
                self.assertEqual((found["backup"]["figure"], found["backup"]["grade"]), (figure, grade))

    @unittest.skipUnless(shutil.which("faketime"), "faketime is not installed")
    def test_silent_carriers_and_a_missed_retention_are_seen(self):
        with Folder() as folder:
            file = folder.base / "m.csv"
            for day in (1, 2, 3, 4):
                file.write_text(
                    "MODE,CARRIER,NUMBER,FROM,TO,DEPARTURE,ARRIVAL,ROLE,SURNAME,GIVEN,DOB\n"
                    f"air,ZZ,82{day},SIN,CGK,2026-03-0{day}T09:30,2026-03-0{day}T10:15,passenger,INVENTED,{day}A,1985-04-12\n")
                subprocess.run(["faketime", f"2026-03-0{day} 03:00:00", str(BINARY), "ingest", "--data", str(folder.data),
                                str(file)], capture_output=True, check=True, timeout=120)
            found, _ = self.look(folder, moment="2026-03-04 10:00:00")
            self.assertEqual((found["carriers"]["grade"], found["carriers"]["figure"]), ("good", "1"))
            found, _ = self.look(folder, moment="2026-03-06 10:00:00")
            self.assertEqual(found["carriers"]["grade"], "fault")
            self.assertRegex(found["carriers"]["figure"], r"^ZZ 5[45] h$")
            found, code = self.look(folder, moment="2026-10-01 10:00:00")
            self.assertEqual((found["retention"]["grade"], code), ("fault", 1))
            self.assertIn("4", found["retention"]["figure"])
            found, _ = self.look(folder, moment="2026-02-01 10:00:00")
            self.assertEqual(found["clock"]["grade"], "fault")


if __name__ == "__main__":
    unittest.main()
