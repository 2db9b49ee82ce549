# SPDX-License-Identifier: Apache-2.0
"""Forgetting on time: nothing is left of what is due, also after kills, and nothing of it comes back."""
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import time
import unittest

from product import BINARY, Folder, run, world
from test_ledger import CANARIES, PAXLST

KILLS = int(os.environ.get("CERMAT_KILLS", "5"))
#: The world's days are around 2026-03-01.
THEN = "2026-03-02 06:00:00"
LATER = "2026-10-01 06:00:00"
FAR = "2031-06-01 06:00:00"


def at(moment, *arguments, check=True):
    """Runs a command with the clock set."""
    done = subprocess.run(["faketime", moment, str(BINARY), *map(str, arguments)], capture_output=True, timeout=300)
    if check and done.returncode != 0:
        raise AssertionError(f"{arguments} ended {done.returncode}: {done.stderr.decode(errors='replace')[-2000:]}")
    return done


def message_keys(folder):
    """The wrapped keys of the messages, as they lie in the database."""
    with sqlite3.connect(folder.data / "cermat.sqlite") as database:
        return [row[0] for row in database.execute(
            "SELECT k.bytes FROM data_key AS k JOIN message_body AS b ON b.key = k.number")]


def counts(report):
    return {line.split()[1]: int(line.split()[2]) for line in report.decode().splitlines() if line.startswith("count ")}


@unittest.skipUnless(shutil.which("faketime"), "faketime is not installed")
class Retention(unittest.TestCase):
    def fill(self, folder):
        at(THEN, "watchlist", "import", "--data", folder.data, world() / "watchlist.csv")
        at(THEN, "ingest", "--data", folder.data, world() / "messages", check=False)
        (folder.base / "a.edi").write_text(PAXLST)
        at(THEN, "ingest", "--data", folder.data, folder.base / "a.edi")

    def test_keys_of_what_is_due_are_in_no_byte_left(self):
        with Folder() as folder:
            self.fill(folder)
            keys = message_keys(folder)
            self.assertGreater(len(keys), 50)
            early = counts(at("2026-05-01 06:00:00", "retention", "run", "--clock-is-right", "--data", folder.data).stdout)
            self.assertEqual(early["voyages-depersonalised"], 0)
            told = counts(at(LATER, "retention", "run", "--rehearse", "--data", folder.data).stdout)
            refused = at(LATER, "retention", "run", "--data", folder.data, check=False)
            self.assertEqual(refused.returncode, 1)
            self.assertIn(b"--clock-is-right", refused.stderr)
            done = at(LATER, "retention", "run", "--clock-is-right", "--data", folder.data)
            self.assertEqual(told, counts(done.stdout))
            self.assertGreater(told["voyages-depersonalised"], 5)
            # The folder, and what a fresh backup of it brings back.
            at(LATER, "backup", "--data", folder.data, "--to", folder.base / "fresh")
            back = folder.base / "back"
            at(LATER, "restore", next((folder.base / "fresh").glob("*.backup")), "--into", back, "--keys", folder.data / "keys")
            for place in (folder.data, back):
                held = b"".join(path.read_bytes() for path in place.rglob("*") if path.is_file())
                for key in keys:
                    self.assertNotIn(key, held)
                for canary in CANARIES:
                    self.assertNotIn(canary, held.upper(), canary)
            shutil.rmtree(back)
            kept = (folder.data / "destroyed.log").read_text().split()
            self.assertGreaterEqual(len([word for word in kept if len(word) == 32]), len(keys))
            status = folder.status()["messages"]
            self.assertEqual((status["stored"], status["forgotten"]), (0, len(keys)))
            self.assertEqual(run("audit", "verify", "--data", folder.data).returncode, 0)
            digest = folder.digest()
            copy = folder.base / "copy"
            said = run("rebuild", "--data", folder.data, "--into", copy, "--shuffle", 4).stdout
            self.assertIn(b"voyages without names", said)
            self.assertEqual(digest, run("state", "--digest", "--data", copy).stdout.decode().strip())
            # Sent again, nothing comes back.
            at(LATER, "ingest", "--data", folder.data, world() / "messages", check=False)
            self.assertEqual(digest, folder.digest())

    def test_a_report_verifies_and_a_changed_one_does_not(self):
        with Folder() as folder:
            run("retention", "run", "--clock-is-right", "--data", folder.data)
            report = next((folder.data / "retention").glob("*-run.txt"))
            key = folder.data / "keys/audit.pub"
            self.assertEqual(run("retention", "verify", report, "--key", key).returncode, 0)
            forged = folder.base / "forged.txt"
            forged.write_text(report.read_text().replace("keys-destroyed 0", "keys-destroyed 1"))
            done = run("retention", "verify", forged, "--key", key, check=False)
            self.assertEqual(done.returncode, 1)
            self.assertIn(b"changed", done.stderr)

    def test_a_run_killed_at_any_moment_is_finished_by_the_next(self):
        generator = random.Random(20261001)
        with Folder() as folder:
            self.fill(folder)
            keys = message_keys(folder)
            calm = folder.base / "calm"
            shutil.copytree(folder.data, calm)
            at(LATER, "retention", "run", "--clock-is-right", "--data", calm)
            for _ in range(KILLS):
                process = subprocess.Popen(
                    ["faketime", LATER, str(BINARY), "retention", "run", "--clock-is-right", "--data", str(folder.data)],
                    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
                time.sleep(generator.uniform(0.02, 0.5))
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                self.assertEqual(run("audit", "verify", "--data", folder.data).returncode, 0)
            at(LATER, "retention", "run", "--clock-is-right", "--data", folder.data)
            self.assertEqual(folder.digest(), run("state", "--digest", "--data", calm).stdout.decode().strip())
            held = b"".join(content for _, content in folder.bytes_everywhere())
            for key in keys:
                self.assertNotIn(key, held)

    def test_a_restore_of_an_old_backup_forgets_again_and_joins_its_checkpoints(self):
        with Folder() as folder:
            self.fill(folder)
            keys = message_keys(folder)
            at(THEN, "backup", "--data", folder.data, "--to", folder.base / "backups")
            backup = next(path for path in (folder.base / "backups").iterdir() if path.suffix != ".lock")
            at(LATER, "retention", "run", "--clock-is-right", "--data", folder.data)
            checkpoints = folder.base / "node-1.checkpoints"
            checkpoints.write_bytes(at(LATER, "audit", "checkpoint", "--data", folder.data).stdout)
            place = folder.base / "restored"
            said = at(LATER, "restore", backup, "--into", place, "--keys", folder.data / "keys", "--checkpoints", checkpoints,
                      "--destroyed", folder.data / "destroyed.log").stdout
            self.assertIn(b"were forgotten", said)
            self.assertEqual(folder.digest(), run("state", "--digest", "--data", place).stdout.decode().strip())
            held = b"".join(path.read_bytes() for path in place.rglob("*") if path.is_file())
            for key in keys:
                self.assertNotIn(key, held)
            verdict = run("audit", "verify", "--data", place, "--checkpoints", checkpoints)
            self.assertIn(b"restored", verdict.stdout)
            # The new folder goes on with the list of destroyed keys.
            self.assertTrue((place / "destroyed.log").read_text().startswith(
                (folder.data / "destroyed.log").read_text()))

    def test_at_the_limit_no_row_is_left(self):
        with Folder() as folder:
            self.fill(folder)
            at(LATER, "retention", "run", "--clock-is-right", "--data", folder.data)
            at(FAR, "retention", "run", "--clock-is-right", "--data", folder.data)
            with sqlite3.connect(folder.data / "cermat.sqlite") as database:
                for table in ("inbox", "message_body", "voyage", "traveller", "traveller_token", "hit", "quality_voyage"):
                    self.assertEqual(database.execute(f"SELECT count(*) FROM {table}").fetchone()[0], 0, table)

    def test_a_schedule_that_cannot_be_used_says_all_that_is_wrong(self):
        with Folder() as folder:
            (folder.data / "retention.yaml").write_text("depersonalise-days: 0\nkeep: all\n")
            done = run("retention", "run", "--clock-is-right", "--data", folder.data, check=False)
            self.assertEqual(done.returncode, 64)
            self.assertIn(b"depersonalise-days", done.stderr)
            self.assertIn(b"unknown key keep", done.stderr)


if __name__ == "__main__":
    unittest.main()
