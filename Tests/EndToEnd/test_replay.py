# SPDX-License-Identifier: Apache-2.0
"""The quarantine is read again beside the requests, and goes on after kill -9 without losing or doubling a message."""
import json
import os
import re
import time
import unittest

from product import Folder, Server, run
from test_desk import Person, answered

MESSAGES = int(os.environ.get("CERMAT_REPLAYS", "600"))
PROFILE = """id: zz-air
title: "ZZ Air"
carriers: [ZZ]
kinds: [PAXLST]
repairs:
  tags: {UIB: UNB, UIH: UNH, UIT: UNT, UIZ: UNZ}
deviations: [wrong-totals]
"""


def unreadable(number):
    """A list whose envelope segments have other names; nobody reads it without being told."""
    return (f"UIB+UNOA:4+ZZ+IDCUST+260115:0410+R{number}'UIH+1+PAXLST:D:12B:UN:IATA+R{number}'BGM+745'TDT+20+ZZ{number % 40 + 100}+++ZZ'"
            "LOC+125+SIN'DTM+189:2601150930:201'LOC+87+CGK'DTM+232:2601151015:201'"
            f"NAD+FL+++ULANGSARI:TIKA'DTM+329:850412'DOC+P:110:111+X{number:07d}'LOC+91+IDN'CNT+42:1'UIT+14+1'UIZ+1+R{number}'")


class Replay(unittest.TestCase):
    def progress(self, person):
        return json.loads(person.get("/api/replay"))

    def test_asked_for_once_it_ends_whatever_kills_it(self):
        with Folder(demo=True) as folder:
            place = folder.base / "bad"
            place.mkdir()
            for number in range(MESSAGES):
                (place / f"{number:05d}.edi").write_text(unreadable(number))
            run("ingest", "--data", folder.data, place, check=False)
            self.assertEqual(folder.status()["messages"]["quarantined"], MESSAGES)
            server = Server(folder.data, "--demo")
            engineer = Person(server, "intake-engineer")
            engineer.get("/pengangkut")
            began = time.monotonic()
            status = answered(engineer, "/pengangkut", {"teks": PROFILE, "aksi": "simpan"})
            self.assertEqual(status, 303)
            self.assertLess(time.monotonic() - began, 5, "the request does not wait for the work")
            left = []
            for _ in range(3):
                time.sleep(0.15)
                server.kill()
                left.append(folder.status()["messages"]["quarantined"])
                server = Server(folder.data, "--demo")
            self.assertGreater(left[0], 0, "killed at work")
            engineer = Person(server, "intake-engineer")
            until = time.monotonic() + 120
            while not self.progress(engineer)["isDone"] and time.monotonic() < until:
                time.sleep(0.2)
            state = self.progress(engineer)
            self.assertTrue(state["isDone"], state)
            self.assertEqual(state["total"], MESSAGES)
            self.assertNotIn("mandate", (folder.data / "replay.json").read_text(), "it names a case")
            page = engineer.get("/karantina")
            self.assertIn("Selesai dibaca ulang", page)
            self.assertNotRegex(page, r"<progress")
            server.stop()
            run("ingest", "--data", folder.data, place / "none.edi", check=False)
            messages = folder.status()["messages"]
            self.assertEqual((messages["quarantined"], messages["pending"]), (0, 0), messages)
            states = [row["status"] for row in folder.messages()]
            self.assertEqual(states.count("stored"), MESSAGES, "each once")
            self.assertEqual(states.count("replayed"), MESSAGES)
            decisions = run("decisions", "--data", folder.data, "--json").stdout.decode()
            self.assertEqual(len(re.findall(r"quarantine-?[rR]eplayed", decisions)), MESSAGES)
            self.assertEqual(run("audit", "verify", "--data", folder.data).returncode, 0)
