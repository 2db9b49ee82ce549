# SPDX-License-Identifier: Apache-2.0
"""Unmasking with a second person: shown to who asked, once approved, until it ends by itself; all of it recorded."""
import re
import shutil
import sqlite3
import time
import unittest

from product import Folder, Server, run
from test_desk import answered
from test_holds import Officer, clock, flight
from test_retention import THEN, at

NUMBER = "QN4459871"


@unittest.skipUnless(shutil.which("faketime"), "faketime is not installed")
class Reveal(unittest.TestCase):
    def test_what_is_masked_is_seen_for_a_minute(self):
        with Folder(demo=True) as folder:
            policy = folder.data / "policy.yaml"
            text = policy.read_text()
            self.assertIn("reveal-minutes: 30", text)
            policy.write_text(text.replace("reveal-minutes: 30", "reveal-minutes: 1"))
            (folder.base / "a.edi").write_text(flight("825", "QSEENNAME"))
            at(THEN, "ingest", "--data", folder.data, folder.base / "a.edi")
            with sqlite3.connect(folder.data / "cermat.sqlite") as database:
                traveller = database.execute("SELECT lower(hex(id)) FROM traveller").fetchone()[0]
            page = f"/penumpang/{traveller}"
            # A minute of this server lasts three seconds.
            with Server(folder.data, env=clock("2026-03-02 07:00:00", speed=20)) as server:
                officer = Officer(server, folder, "petugas", "arrival-control")
                supervisor = Officer(server, folder, "penyelia")
                shown = officer.get(page)
                self.assertIn("QSEENNAME", shown)
                self.assertNotIn(NUMBER, shown)
                asking = {"perkara": "P-9/2026", "alasan": "dicari dalam perkara"}
                self.assertEqual(answered(officer, page + "/samaran", {**asking, "perkara": ""}), 422)
                self.assertEqual(answered(officer, page + "/samaran", asking), 303)
                self.assertNotIn(NUMBER, officer.get(page))
                approve = re.search(r'action="(/samaran/[0-9a-f]+/setujui)"', supervisor.get("/samaran")).group(1)
                self.assertEqual(answered(officer, approve, {}), 403)
                self.assertEqual(answered(supervisor, approve, {}), 303)
                self.assertIn(NUMBER, officer.get(page))
                self.assertNotIn(NUMBER, supervisor.get(page))
                time.sleep(4)
                self.assertNotIn(NUMBER, officer.get(page))
            self.assertEqual(run("audit", "verify", "--data", folder.data).returncode, 0)


if __name__ == "__main__":
    unittest.main()
