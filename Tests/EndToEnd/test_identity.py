# SPDX-License-Identifier: Apache-2.0
"""The population index and resolving from the command line, on an invented population with known truth."""
import csv
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

from product import ROOT, lines, run

SCRIPTS = ROOT / "Tests/scripts/identity"


class Population(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = pathlib.Path(tempfile.mkdtemp(prefix="cermat-identity-"))
        subprocess.run([sys.executable, SCRIPTS / "generate_identity.py", "--residents", "4000", "--travellers", "600", "--seed", "5",
                        "--out", cls.place], check=True, capture_output=True)
        cls.index = cls.place / "index"
        run("registry", "build", "--residents", cls.place / "residents.csv", "--out", cls.index)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.place, ignore_errors=True)

    def test_what_the_extract_says_comes_back_letter_for_letter(self):
        with open(self.place / "residents.csv", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows[:: len(rows) // 25]:
            shown = json.loads(run("registry", "show", "--registry", self.index, row["NIK"], "--json").stdout)
            for field in ("NIK", "NO_KK", "NAMA_LGKP", "TMPT_LHR", "TGL_LHR", "STAT_HBKEL", "NAMA_LGKP_AYAH", "KODE_WILAYAH"):
                self.assertEqual(shown[field], row[field])

    def test_most_travellers_find_their_own_number_and_the_evidence_adds_up(self):
        predictions = self.place / "predictions"
        run("resolve", "--registry", self.index, "--travellers", self.place / "travellers.csv", "--out", predictions, "--explain")
        found = lines(predictions.read_bytes())
        with open(self.place / "travellers.csv", newline="") as file:
            self.assertEqual([line["travellerId"] for line in found], [row["TRAVELLER_ID"] for row in csv.DictReader(file)])
        for line in found:
            mass = sum(one["probability"] for one in line["candidates"]) + line["others"]["probability"]
            self.assertLessEqual(mass, 1.00001)
            self.assertLessEqual(len(line["candidates"]), 10)
            for one in line["candidates"]:
                self.assertEqual(one["evidence"][0]["comparison"], "prior")
        measured = json.loads(subprocess.run(
            [sys.executable, SCRIPTS / "evaluate.py", "--truth", self.place / "truth.csv", "--predictions", predictions, "--json"],
            check=True, capture_output=True).stdout)
        self.assertGreater(measured["f1"], 0.93)
        again = self.place / "again"
        run("resolve", "--registry", self.index, "--travellers", self.place / "travellers.csv", "--out", again, "--explain", "--threads", "1")
        self.assertEqual(again.read_bytes(), predictions.read_bytes(), "the same whatever the threads")

    def test_a_damaged_index_and_a_wrong_extract_are_refused_in_words(self):
        damaged = self.place / "damaged"
        bytes_ = bytearray(self.index.read_bytes())
        bytes_[len(bytes_) // 2] ^= 1
        damaged.write_bytes(bytes_)
        done = run("registry", "show", "--registry", damaged, "0101011204850001", check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"damaged", done.stderr)
        wrong = self.place / "wrong.csv"
        wrong.write_text("NIK,NAME\n1,2\n")
        done = run("registry", "build", "--residents", wrong, "--out", self.index, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"NO_KK", done.stderr)
        run("registry", "build", "--residents", self.place / "residents.csv", "--out", self.index)

    def test_skipped_rows_are_listed_without_what_they_hold(self):
        extract = self.place / "some.csv"
        with open(self.place / "residents.csv") as file:
            head = [next(file) for _ in range(11)]
        extract.write_text("".join(head) + head[3] + head[4].replace(head[4].split(",")[0], "QACANARY"))
        listed = self.place / "skipped.csv"
        done = run("registry", "build", "--residents", extract, "--out", self.place / "some", "--skipped", listed, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(len(listed.read_text().splitlines()), 3)
        self.assertNotIn(b"QACANARY", done.stderr + listed.read_bytes())


if __name__ == "__main__":
    unittest.main()
