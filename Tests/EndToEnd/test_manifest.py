# SPDX-License-Identifier: Apache-2.0
"""Passenger lists made by hand: `cermat manifest`, replacement, what is remembered, what never enters the store."""
import json
import unittest

from product import Folder, run

LIST = """DAFTAR PENUMPANG;;;;;;
Operator: Batam Fast Ferry;;;;;;
Nama Kapal : MV QUEEN UJI;;;;;;
No;Nama Lengkap;L/P;Tgl Lahir;Kewarganegaraan;No. Paspor;Agama
1;QANARY BUDI;L;13/04/1985;WNI;Q1234567;QARELIGION
2;QANARY/MEI LING;P;05/06/1990;Singapura;Q7654321;QARELIGION
3;QANARY TONO;L;17/01/1979;Malaysia;Q9876543;QARELIGION
JUMLAH;3;;;;;
"""
CORRECTED = LIST.replace("3;QANARY TONO;L;17/01/1979;Malaysia;Q9876543;QARELIGION\n",
                         "3;QANARY WATI;P;18/01/1979;Malaysia;Q5555543;QARELIGION\n").replace("05/06/1990", "15/06/1990")
WHERE = ["--from", "SGHBF", "--to", "IDBTC", "--departure", "2026-03-12T09:30"]


class Lists(unittest.TestCase):
    def take(self, folder, text, *more, code=0):
        file = folder.base / "list.csv"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        done = run("manifest", file, "--json", *more, check=False)
        self.assertEqual(done.returncode, code, done.stderr.decode())
        return json.loads(done.stdout) if done.stdout else done.stderr.decode()

    def test_a_preview_proposes_columns_and_stores_nothing(self):
        with Folder() as folder:
            for text in (LIST, LIST.replace(";", "\t"), LIST.encode("utf-16"), LIST.replace("QANARY BUDI", "QANARY JOSÉ").encode("cp1252")):
                found = self.take(folder, text, "--preview", "--data", folder.data)
                self.assertEqual([column["field"] for column in found["columns"]],
                                 [None, "full-name", "sex", "birth-date", "nationality", "document-number", None])
                self.assertEqual(found["travellers"], 3)
                self.assertEqual([(row["line"], row["reason"]) for row in found["notTaken"]], [(8, "total")])
                self.assertEqual(found["voyage"]["operator"], "BF")
                self.assertTrue(all(0 < column["confidence"] <= 1 and column["reason"] for column in found["columns"]))
            self.assertEqual(folder.status()["messages"]["stored"], 0)

    def test_a_corrected_list_takes_the_place_of_the_first(self):
        with Folder(demo=True) as folder:
            submit = ["--data", folder.data, "--submit", "--officer", "petugas", *WHERE]
            first = self.take(folder, LIST, *submit)
            self.assertEqual(first["submission"]["status"], "stored")
            self.assertEqual((first["submission"]["revision"], first["submission"]["layoutVersion"]), (1, 1))
            again = self.take(folder, LIST, *submit)
            self.assertEqual(again["submission"]["status"], "duplicate")
            self.assertEqual(again["submission"]["ids"], first["submission"]["ids"])
            second = self.take(folder, CORRECTED, *submit)
            self.assertEqual(second["submission"]["revision"], 2)
            self.assertEqual(second["submission"]["layoutVersion"], 1)
            difference = second["submission"]["differences"][0]
            self.assertEqual({key: difference[key] for key in ("added", "removed", "changed", "unchanged")},
                             {"added": 1, "removed": 1, "changed": 1, "unchanged": 1})
            third = self.take(folder, LIST, "--replaces", second["submission"]["ids"][0], *submit)
            self.assertEqual(third["submission"]["revision"], 3)
            beside = self.take(folder, LIST.replace("Q1234567", "Q1112223"), "--add", *submit)
            self.assertEqual(beside["submission"]["list"], "2")
            self.assertEqual(folder.status()["messages"]["stored"], 4)
            kinds = [json.loads(line)["kind"] for line in
                     run("decisions", "--data", folder.data, "--json").stdout.decode().splitlines()]
            self.assertEqual(kinds.count("layout-written"), 1)

    def test_the_state_is_the_same_from_shuffled_messages(self):
        with Folder() as folder:
            for text in (LIST, CORRECTED, LIST.replace("Q9876543", "Q0000001")):
                self.take(folder, text, "--data", folder.data, "--submit", *WHERE)
            digest = folder.digest()
            for seed in (1, 2, 3):
                copy = folder.base / f"copy{seed}"
                run("rebuild", "--data", folder.data, "--into", copy, "--shuffle", seed)
                self.assertEqual(run("state", "--digest", "--data", copy).stdout.decode().strip(), digest)

    def test_a_list_moved_to_another_day_leaves_nobody_behind(self):
        with Folder() as folder:
            first = self.take(folder, LIST, "--data", folder.data, "--submit", *WHERE)
            moved = [*WHERE[:-1], "2026-03-13T09:30"]
            second = self.take(folder, LIST, "--data", folder.data, "--submit", *moved, "--replaces",
                               first["submission"]["ids"][0])
            self.assertEqual(len(second["submission"]["ids"]), 2)

    def test_columns_that_are_not_taken_never_enter_the_store(self):
        with Folder() as folder:
            self.take(folder, LIST, "--data", folder.data, "--submit", *WHERE)
            for path, content in folder.bytes_everywhere():
                for word in (b"QANARY", b"QARELIGION", b"Q1234567"):
                    self.assertNotIn(word, content, path)

    def test_dates_that_cannot_be_told_apart_are_asked(self):
        with Folder() as folder:
            text = "Name,DOB,Passport\nQANARY A,03/04/1985,Q1234567\nQANARY B,05/06/1990,Q7654321\n"
            submit = ["--data", folder.data, "--submit", "--operator", "BF", "--ship", "MV UJI", *WHERE]
            asked = self.take(folder, text, *submit, code=1)
            self.assertIn("dates-undecided", asked["missing"])
            self.assertEqual(folder.status()["messages"]["stored"], 0)
            told = self.take(folder, text, "--dates", "DOB=month-first", *submit)
            self.assertEqual(told["submission"]["status"], "stored")

    def test_odd_cells_are_told_and_misuse_ends_with_64(self):
        with Folder() as folder:
            found = self.take(folder, "Nama;NIK;Tgl Lahir\nQANARY A;3,17404E+15;31/02/1985\n", code=1)
            self.assertEqual({mark["problem"] for mark in found["cells"]}, {"number-rounded", "date-impossible"})
            self.assertTrue(all(mark["wrong"] and mark["right"] for mark in found["cells"]))
            file = folder.base / "list.csv"
            for misuse in (["--submit"], ["--add", "--replaces", "0" * 32], ["--map", "9=name"], ["--map", "1=nothing"]):
                self.assertEqual(run("manifest", file, *misuse, check=False).returncode, 64, misuse)
            self.assertEqual(run("manifest", "--help").returncode, 0)
            self.assertIn("workbook", self.take(folder, b"PK\x03\x04rest", code=1))

    def test_a_mapping_is_remembered_for_the_operator(self):
        with Folder(demo=True) as folder:
            text = "Kol A;Kol B;Kol C\nQANARY;03/04/1985;Q1234567\nQANARI;05/06/1990;Q7654321\n"
            base = ["--data", folder.data, "--operator", "CTZ", "--header", "1"]
            self.take(folder, text, *base, "--submit", "--officer", "petugas", "--ship", "MV UJI", *WHERE,
                      "--map", "1=full-name", "--map", "2=birth-date", "--map", "3=document-number",
                      "--dates", "2=month-first")
            found = self.take(folder, text, *base)
            self.assertEqual(found["layoutVersion"], 1)
            self.assertEqual([column["ground"] for column in found["columns"]], ["remembered"] * 3)
            self.assertEqual(found["columns"][1]["dateOrder"], "month-first")
            self.assertEqual(found["voyage"]["ship"], "MV UJI")


if __name__ == "__main__":
    unittest.main(verbosity=1)
