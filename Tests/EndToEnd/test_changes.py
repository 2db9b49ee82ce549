# SPDX-License-Identifier: Apache-2.0
"""Daily changes of the registry: taken beside the index, shown, refused when they cannot be, folded in."""
import json
import pathlib
import tempfile
import unittest

from product import run

HEAD = "NIK,NO_KK,NAMA_LGKP,TMPT_LHR,TGL_LHR,JENIS_KLMIN,STAT_HBKEL,NAMA_LGKP_IBU,NAMA_LGKP_AYAH,ALAMAT,NO_RT,NO_RW,KODE_WILAYAH"
BUDI = "0101011204850001,{},BUDI SANTOSO,KOTA AWAN,1985-04-12,L,{},SRI,HADI,JL A,1,2,010101"
SITI = "0101015507870002,0101010101100001,SITI AMINAH,KOTA AWAN,1987-07-15,P,ISTRI,RATNA,UMAR,JL A,1,2,010101"
RAKA = "0101010101120003,0101010101100001,RAKA PUTRA,KOTA AWAN,2012-01-01,L,ANAK,SITI,BUDI,JL A,1,2,010101"
OLD, NEW = "0101010101100001", "0102010101260001"


class Changes(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.place = pathlib.Path(self.folder.name)
        self.index = self.place / "index"
        self.build([BUDI.format(OLD, 1), SITI], self.index)

    def build(self, rows, out, *more, check=True):
        extract = self.place / "residents.csv"
        extract.write_text("\n".join([HEAD, *rows]) + "\n")
        return run("registry", "build", "--residents", extract, "--out", out, *more, check=check)

    def update(self, *rows, check=True):
        table = "\n".join([HEAD + ",CHANGE,DATE", *rows]) + "\n"
        return run("registry", "update", "--index", self.index, "--changes", "-", stdin=table.encode(), check=check)

    def show(self, nik, index=None):
        return run("registry", "show", "--registry", index or self.index, nik, "--json", check=False)

    def test_changes_are_shown_kept_and_folded_in(self):
        self.update(RAKA + ",add,2026-01-05", BUDI.format(NEW, 1) + ",change,2026-01-05")
        self.update(SITI.split(",")[0] + "," * 12 + ",remove,2026-01-06")
        self.assertEqual(json.loads(self.show("0101010101120003").stdout)["NAMA_LGKP"], "RAKA PUTRA")
        self.assertEqual(self.show("0101015507870002").returncode, 1)
        shown = json.loads(self.show("0101011204850001").stdout)
        former = [{"NO_KK": OLD, "STAT_HBKEL": "KEPALA KELUARGA", "FROM": "", "UNTIL": "2026-01-05"}]
        self.assertEqual((shown["NO_KK"], shown["FORMER_CARDS"]), (NEW, former))
        target = self.place / "compacted"
        run("registry", "compact", "--index", self.index, "--out", target)
        whole = self.place / "whole"
        self.build([BUDI.format(NEW, 1), RAKA], whole)
        self.assertEqual(target.read_bytes(), whole.read_bytes(), "the index of the whole new extract")
        self.assertEqual(json.loads(self.show("0101011204850001", target).stdout)["FORMER_CARDS"], former)

    def test_what_cannot_be_is_listed_and_nothing_is_lost_unasked(self):
        done = self.update(RAKA + ",change,2026-01-05", SITI + ",add,2026-01-05", RAKA + ",add,2026-01-05", check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"line 2 skipped", done.stderr)
        self.assertIn(b"line 3 skipped", done.stderr)
        self.assertNotIn(b"RAKA", done.stderr)
        changes = pathlib.Path(str(self.index) + ".changes")
        before = changes.read_bytes()
        again = self.update(RAKA + ",add,2026-01-05")
        self.assertIn(b"0 changes taken, 1 known before", again.stderr)
        self.assertEqual(changes.read_bytes(), before)
        refused = self.build([SITI], self.index, check=False)
        self.assertEqual(refused.returncode, 64)
        self.assertIn(b"--drop-changes", refused.stderr)
        self.build([SITI], self.index, "--drop-changes")
        self.assertFalse(changes.exists())
        changes.write_bytes(before)
        done = self.show("0101015507870002")
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"another index", done.stderr)
        changes.write_bytes(before[:5000])
        self.assertIn(b"damaged", self.show("0101015507870002").stderr)

    def test_mother_and_address_lie_in_a_file_of_their_own(self):
        plain = self.index.read_bytes()
        details = pathlib.Path(str(self.index) + ".details")
        self.assertFalse(details.exists())
        self.assertNotIn("NAMA_LGKP_IBU", json.loads(self.show("0101011204850001").stdout))
        self.build([BUDI.format(OLD, 1), SITI], self.index, "--details")
        self.assertEqual(self.index.read_bytes(), plain, "the index does not know of them")
        shown = json.loads(self.show("0101011204850001").stdout)
        self.assertEqual((shown["NAMA_LGKP_IBU"], shown["ALAMAT"], shown["NO_RT"], shown["NO_RW"]), ("SRI", "JL A", "1", "2"))
        self.update(BUDI.format(OLD, 1).replace("JL A", 'JL  "B"') + ",change,2026-01-05", RAKA + ",add,2026-01-05")
        self.assertEqual(json.loads(self.show("0101011204850001").stdout)["ALAMAT"], 'JL  "B"')
        run("registry", "compact", "--index", self.index, "--out", self.index)
        self.assertEqual(json.loads(self.show("0101011204850001").stdout)["ALAMAT"], 'JL  "B"')
        self.assertEqual(json.loads(self.show("0101010101120003").stdout)["NAMA_LGKP_IBU"], "SITI")
        checked = run("registry", "show", "--registry", self.index, "--verify")
        self.assertIn(b"details of 3 residents, all checksums hold", checked.stdout)
        whole = details.read_bytes()
        details.write_bytes(whole[:-1])
        done = self.show("0101011204850001")
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"damaged", done.stderr)
        self.assertEqual(json.loads(done.stdout)["NAMA_LGKP"], "BUDI SANTOSO", "the index answers without")
        refused = self.update(SITI.replace("JL A", "JL C") + ",change,2026-01-06", check=False)
        self.assertNotEqual(refused.returncode, 0)
        details.write_bytes(whole)
        gone = self.build([SITI], self.index, "--drop-changes")
        self.assertIn(b"taken away", gone.stderr)
        self.assertFalse(details.exists())


if __name__ == "__main__":
    unittest.main()
