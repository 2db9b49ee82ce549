# SPDX-License-Identifier: Apache-2.0
"""Quality is what the world's truth says, is the same after a rebuild, and holds nothing of who travels."""
import collections
import csv
import json
import unittest

from product import Folder, run, world

DAYS = ("--from", "2026-01-01", "--to", "2026-12-31")


class Quality(unittest.TestCase):
    def report(self, data, *more):
        return json.loads(run("quality", "--data", data, *DAYS, "--json", *more).stdout)

    def test_counts_follow_the_truth_and_a_rebuild_gives_the_same(self):
        place = world()
        with open(place / "truth" / "messages.csv", encoding="utf-8") as file:
            truth = list(csv.DictReader(file))
        with Folder() as folder:
            run("watchlist", "import", "--data", folder.data, "--since", "2025-12-01", place / "watchlist.csv")
            run("feed", "--world", place, "--data", folder.data, "--history")
            sent = {row["FILE"] for row in truth}
            found = self.report(folder.data)
            self.assertGreater(found["total"]["messages"], len(sent) * 0.9)
            unreadable = sum(row["KIND"] == "unreadable" for row in truth)
            self.assertEqual(found["total"].get("quarantined", 0), unreadable)
            repeats = sum("duplicate" in row["DAMAGES"] for row in truth)
            self.assertGreaterEqual(found["total"]["duplicated"], repeats)

            by_day = collections.Counter()
            for line in found["days"]:
                by_day.update(line["counts"])
            self.assertEqual(dict(by_day), found["total"], "the whole is the sum of its days")
            one = self.report(folder.data, "--carrier", "GA")
            self.assertEqual([c["carrier"] for c in one["carriers"]], ["GA"])

            self.assertGreater(found["hits"]["standing"], 0)
            self.assertEqual(
                sum(c["known"] for c in found["hits"]["hoursBefore"]) + found["hits"]["withoutLanding"],
                found["hits"]["standing"])
            for hit in found["hits"]["knownAfterLanding"]:
                self.assertIsNotNone(hit["cause"])
                self.assertLessEqual(hit["knownHoursBefore"], 0)

            again = folder.base / "again"
            run("rebuild", "--data", folder.data, "--into", again, "--shuffle", 5)
            self.assertEqual(self.report(again), found)

            with open(place / "truth" / "travellers.csv", encoding="utf-8") as file:
                names = {row["SURNAME"] for row in csv.DictReader(file) if len(row["SURNAME"]) > 5}
            text = json.dumps(found)
            self.assertFalse([name for name in names if name in text], "no names")

    def test_rules_are_read_and_wrong_ones_refused(self):
        with Folder() as folder:
            rules = json.loads(run("quality", "--data", folder.data, "--rules").stdout)
            self.assertEqual(rules["bookingPushHours"], [72, 48, 24, 0])
            (folder.data / "quality.json").write_text('{"listMinutesAfterDeparture": 45}')
            rules = json.loads(run("quality", "--data", folder.data, "--rules").stdout)
            self.assertEqual(rules["listMinutesAfterDeparture"], 45)
            (folder.data / "quality.json").write_text('{"listMinutes": 45}')
            self.assertEqual(run("quality", "--data", folder.data, check=False).returncode, 64)
            self.assertIn("no message", self.empty())

    def empty(self):
        with Folder() as folder:
            return run("quality", "--data", folder.data).stdout.decode()


if __name__ == "__main__":
    unittest.main()
