# SPDX-License-Identifier: Apache-2.0
"""A message that is tried leaves nothing in the data folder but the record that one was tried."""
import hashlib
import pathlib
import re
import sqlite3
import unittest

from product import Folder, Server
from test_desk import Person, arriving, prepared

CANARIES = [b"CANARITRIAL", b"XCANARY7733", b"4111111111111111"]


def contents(data):
    """Every table but the audit chain, row by row, and every other file by its digest."""
    found = {}
    with sqlite3.connect(f"file:{data}/cermat.sqlite?mode=ro", uri=True) as store:
        for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall():
            if not name.startswith("audit") and not name.startswith("sqlite_"):
                found[name] = store.execute(f'SELECT * FROM "{name}"').fetchall()
    for path in sorted(pathlib.Path(data).rglob("*")):
        if path.is_file() and not path.name.startswith("cermat.sqlite"):
            found[str(path)] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def records(data):
    with sqlite3.connect(f"file:{data}/cermat.sqlite?mode=ro", uri=True) as store:
        return [row[0] for row in store.execute("SELECT bytes FROM audit WHERE action = 'try-message' ORDER BY sequence")]


class Trial(unittest.TestCase):
    def test_nothing_is_stored_of_a_message_that_is_tried(self):
        text, _ = arriving(2)
        text = text.replace("UJIAAA", "CANARITRIAL").replace("XU000001", "XCANARY7733")
        text = text.replace("CNT+42", "FTX+AAA+++CARD 4111111111111111'CNT+42")
        with Folder(demo=True) as folder:
            prepared(folder, 1)
            server = Server(folder.data, "--demo")
            try:
                engineer = Person(server, "intake-engineer")
                engineer.get("/coba")
                before, opened = contents(folder.data), len(records(folder.data))
                with engineer.post("/coba", {"pesan": text}) as answer:
                    page = answer.read().decode()
                self.assertIn("CANARITRIAL", page)
                self.assertIn("XCANARY7733", page)
                self.assertNotIn("4111111111111111", page)
                self.assertEqual(contents(folder.data), before, "store and folder are as they were")
                made = records(folder.data)
                self.assertEqual(len(made), opened + 1, "that a message was tried is recorded")
                self.assertTrue(re.search(rb"bytes=\d+ messages=1 quarantined=0 travellers=2", made[-1]), made[-1])
            finally:
                server.stop()
            for path in folder.data.rglob("*"):
                if path.is_file():
                    held = path.read_bytes()
                    for canary in CANARIES:
                        self.assertNotIn(canary, held, path.name)


if __name__ == "__main__":
    unittest.main()
