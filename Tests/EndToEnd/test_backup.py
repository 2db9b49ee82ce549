# SPDX-License-Identifier: Apache-2.0
"""Backups: taken while messages come in, whole or not there, found out when changed, restored to the same state."""
import json
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import time
import unittest

from product import BINARY, Folder, Server, run, world

KILLS = int(os.environ.get("CERMAT_KILLS", "5"))
PASSPHRASE = {"CERMAT_KEYS_PASSPHRASE": "tujuh burung kenari"}


def backup(folder, *more):
    """Takes a backup and returns what the program says of it."""
    return json.loads(run("backup", "--data", folder.data, "--to", folder.base / "backups", *more).stdout)


def backup_while_the_clock_stands(folder, moment, *more):
    """The same in a process whose clock does not go."""
    done = subprocess.run(
        ["faketime", "-f", moment, "env", str(BINARY), "backup", "--data", str(folder.data), "--to",
         str(folder.base / "backups"), *more], capture_output=True, timeout=120,
        env={**os.environ, "FAKETIME_DONT_FAKE_MONOTONIC": "1", "TZ": "UTC"})
    if done.returncode != 0:
        raise AssertionError(done.stderr.decode(errors="replace")[-1000:])
    return json.loads(done.stdout)


def ingest(folder):
    """Takes in a small world; some of its messages are meant to be quarantined, which ends with 1."""
    done = run("ingest", "--data", folder.data, world(days=2) / "messages", check=False)
    if done.returncode > 1:
        raise AssertionError(done.stderr.decode(errors="replace")[-2000:])


def digest(data):
    return run("state", "--digest", "--data", data).stdout.decode().strip()


def frames(content):
    """Where the head ends, and the chunks with their frames."""
    place = 0
    for _ in range(3):
        place = content.index(b"\n", place) + 1
    head, chunks = content[:place], []
    while place < len(content):
        length = 5 + int.from_bytes(content[place + 1:place + 5], "big")
        chunks.append(content[place:place + length])
        place += length
    return head, chunks


class Backup(unittest.TestCase):
    def restore(self, folder, file, into="restored", *more, check=True, env=PASSPHRASE):
        export = folder.base / "keys.export"
        if not export.exists():
            run("keys", "export", "--data", folder.data, "--to", export, env=PASSPHRASE)
        return run("restore", file, "--into", folder.base / into, "--keys", export, *more, check=check, env=env)

    def test_restored_state_is_the_source_s_and_the_restore_is_recorded(self):
        with Folder() as folder:
            ingest(folder)
            before = folder.digest()
            taken = backup(folder)
            self.assertEqual(taken["manifest"]["digest"], before)
            self.assertEqual(taken["manifest"]["messages"], len(folder.messages()))
            self.assertEqual(os.stat(taken["file"]).st_size, taken["sizeBytes"])
            run("backup", "verify", taken["file"], "--data", folder.data)
            later = run("audit", "checkpoint", "--data", folder.data).stdout
            (folder.base / "checkpoints").write_bytes(later)
            done = self.restore(folder, taken["file"], "restored", "--checkpoints", folder.base / "checkpoints")
            head = taken["manifest"]["auditSequence"]
            self.assertIn(f"audit records {head + 1} to ".encode(), done.stdout)
            new = folder.base / "restored"
            self.assertEqual(digest(new), before)
            self.assertEqual((new / "policy.yaml").read_bytes(), (folder.data / "policy.yaml").read_bytes())
            # One record joins the log to its checkpoints, one says what was done.
            verdict = run("audit", "verify", "--data", new).stdout
            self.assertIn(f"up to record {head + 2}; restored".encode(), verdict)
            self.assertIn(f"numbers {head + 1} to ".encode(), verdict)
            self.assertFalse((folder.base / "restored.restoring").exists())
            # A folder that holds anything is refused and stays as it is.
            again = self.restore(folder, taken["file"], "restored", check=False)
            self.assertEqual(again.returncode, 1)
            self.assertEqual(digest(new), before)
            # It serves.
            with Server(new):
                pass

    def test_backup_while_messages_come_in(self):
        with Folder() as folder:
            with Server(folder.data):
                feed = subprocess.Popen([str(BINARY), "ingest", "--data", str(folder.data), str(world(days=2) / "messages")],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                taken = []
                while feed.poll() is None and len(taken) < 3:
                    taken.append(backup(folder))
                self.assertIn(feed.wait(300), (0, 1))
                self.assertTrue(taken)
                for one in taken:
                    report = json.loads(run("backup", "rehearse", "--data", folder.data, "--from", one["file"],
                                            "--json").stdout)
                    self.assertTrue(report["digestHolds"] and report["countsHold"] and report["auditHolds"], report)
            self.assertEqual(folder.status()["messages"]["pending"], 0)
            last = backup(folder, "--keep", "1")
            self.assertEqual([str(p) for p in (folder.base / "backups").glob("*.backup")], [last["file"]])

    @unittest.skipUnless(shutil.which("faketime"), "faketime is not installed")
    def test_backups_of_one_second_have_names_of_their_own_in_the_order_of_time(self):
        moment = "2026-03-02 02:00:00"
        with Folder() as folder:
            taken = [backup_while_the_clock_stands(folder, moment)["file"] for _ in range(4)]
            self.assertEqual(len(set(taken)), 4)
            self.assertEqual(taken, sorted(taken))
            self.assertEqual([pathlib.Path(file).name for file in taken[:2]],
                             ["cermat-20260302T020000Z.backup", "cermat-20260302T020000Z_02.backup"])
            for file in taken:
                run("backup", "verify", file, "--data", folder.data)
            # The last of them counts as the newest.
            last = backup_while_the_clock_stands(folder, moment, "--keep", "2")["file"]
            self.assertEqual([str(path) for path in backup_files(folder)], [taken[-1], last])

    def test_kill_9_leaves_nothing_half_done_under_a_name(self):
        with Folder() as folder:
            ingest(folder)
            generator = random.Random(20260116)
            started = time.monotonic()
            backup(folder)
            whole = time.monotonic() - started
            for _ in range(KILLS):
                process = subprocess.Popen(
                    [str(BINARY), "backup", "--data", str(folder.data), "--to", str(folder.base / "backups")],
                    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                time.sleep(generator.random() * whole * 1.1)
                process.kill()
                process.wait()
                for file in (folder.base / "backups").glob("*.backup"):
                    run("backup", "verify", file, "--data", folder.data)
            backup(folder)
            self.assertEqual(list((folder.base / "backups").glob("*.part")), [])
            self.assertFalse((folder.data / "backup.work").exists())
            # A restore that is killed leaves nothing under the name, and the next one does all of it.
            file = backup_files(folder)[-1]
            self.restore(folder, file, "first")
            for _ in range(KILLS):
                process = subprocess.Popen(
                    [str(BINARY), "restore", str(file), "--into", str(folder.base / "second"), "--keys",
                     str(folder.data / "keys")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                time.sleep(generator.random() * whole)
                process.kill()
                process.wait()
                if (folder.base / "second").exists():
                    self.assertEqual(digest(folder.base / "second"), digest(folder.base / "first"))
                    break
            else:
                self.restore(folder, file, "second")
                self.assertEqual(digest(folder.base / "second"), digest(folder.base / "first"))

    def test_changed_backups_are_refused_with_the_place(self):
        with Folder() as folder:
            ingest(folder)
            content = pathlib.Path(backup(folder)["file"]).read_bytes()
            head, chunks = frames(content)
            self.assertGreater(len(chunks), 2, "the database is too small for this test")
            flipped = bytearray(content)
            flipped[len(head) + len(chunks[0]) + 77] ^= 1
            second = len(head) + len(chunks[0])
            cases = {
                "flipped": (bytes(flipped), f"chunk 1, from byte {second}"),
                "cut": (content[:second + 500], "ends in chunk 1"),
                "cut between": (content[:second], "ends in chunk 1"),
                "swapped": (head + chunks[1] + chunks[0] + b"".join(chunks[2:]), f"chunk 0, from byte {len(head)}"),
                "one gone": (head + chunks[0] + b"".join(chunks[2:]), f"chunk 1, from byte {second}"),
                "longer": (content + b"x", f"at byte {len(content)}"),
                "head": (content.replace(b'"messages":', b'"massages":', 1), "header"),
                "rubbish": (b"no backup", "no backup"),
            }
            for name, (changed, words) in cases.items():
                with self.subTest(name):
                    file = folder.base / "changed.backup"
                    file.write_bytes(changed)
                    verified = run("backup", "verify", file, "--data", folder.data, check=False)
                    self.assertEqual(verified.returncode, 1)
                    self.assertIn(words, verified.stderr.decode())
                    restored = self.restore(folder, file, "never", check=False)
                    self.assertEqual(restored.returncode, 1)
                    self.assertFalse((folder.base / "never").exists())
                    self.assertFalse((folder.base / "never.restoring").exists())

    def test_wrong_passphrase_other_keys_and_old_exports_are_refused(self):
        with Folder() as folder, Folder() as other:
            first = backup(folder)["file"]
            wrong = self.restore(folder, first, "never", check=False, env={"CERMAT_KEYS_PASSPHRASE": "tujuh burung kutilang"})
            self.assertNotEqual(wrong.returncode, 0)
            self.assertIn("passphrase is wrong", wrong.stderr.decode())
            backup(other)
            foreign = run("restore", first, "--into", folder.base / "never", "--keys", other.data / "keys", check=False)
            self.assertEqual(foreign.returncode, 1)
            self.assertIn("backup key", foreign.stderr.decode())
            # The wrapping key is renewed while a server runs; both go on, and only newer exports open newer backups.
            with Server(folder.data):
                run("keys", "renew", "--data", folder.data)
                ingest(folder)
            self.assertEqual(folder.status()["messages"]["pending"], 0)
            newer = backup(folder)["file"]
            old = self.restore(folder, newer, "never", check=False)
            self.assertEqual(old.returncode, 1)
            self.assertIn("older than the backup", old.stderr.decode())
            self.assertFalse((folder.base / "never").exists())
            (folder.base / "keys.export").unlink()
            self.restore(folder, newer, "now")
            self.assertEqual(digest(folder.base / "now"), folder.digest())

    def test_destroyed_keys_stay_destroyed(self):
        with Folder() as folder:
            ingest(folder)
            file = backup(folder)["file"]
            with sqlite3.connect(folder.data / "cermat.sqlite") as db:
                rows = db.execute("SELECT k.id, k.bytes FROM data_key AS k JOIN message_body AS m ON m.key = k.number "
                                  "LIMIT 20").fetchall()
            register = folder.base / "destroyed.log"
            register.write_text("cermat-destroyed-1 1768000000000 " + " ".join(row[0].hex() for row in rows) + "\n")
            done = self.restore(folder, file, "restored", "--destroyed", register)
            self.assertIn(b"20 destroyed keys destroyed again", done.stdout)
            everything = b"".join(p.read_bytes() for p in (folder.base / "restored").rglob("*") if p.is_file())
            for _, key in rows:
                self.assertNotIn(key, everything)
            register.write_text("cermat-destroyed-1 176800 nonsense\nx\n")
            self.assertNotEqual(self.restore(folder, file, "never", "--destroyed", register, check=False).returncode, 0)

    def test_older_tables_are_backed_up_before_they_migrate(self):
        with Folder() as folder:
            ingest(folder)
            before = held_by_version_1(folder.data)
            make_version_1(folder.data / "cermat.sqlite")
            # Where the backup cannot be written, nothing is changed.
            (folder.base / "file").write_text("")
            refused = run("status", "--data", folder.data, check=False,
                          env={"CERMAT_UPGRADE_BACKUPS": str(folder.base / "file" / "x")})
            self.assertEqual(refused.returncode, 1)
            self.assertIn("Nothing was changed", refused.stderr.decode())
            self.assertEqual(version(folder), 1)
            # A backup by hand does not migrate either.
            self.assertEqual(backup(folder)["manifest"]["schema"], 1)
            self.assertEqual(version(folder), 1)
            (folder.base / "none").mkdir()
            run("ingest", "--data", folder.data, folder.base / "none")
            self.assertGreater(version(folder), 1)
            self.assertEqual(held_by_version_1(folder.data), before)
            made = list((folder.data / "upgrades").glob("*.backup"))
            self.assertEqual(len(made), 1)
            run("backup", "verify", made[0], "--data", folder.data)
            self.assertIn(b"brought to", self.restore(folder, made[0], "old").stdout)
            run("ingest", "--data", folder.base / "old", folder.base / "none")
            self.assertEqual(held_by_version_1(folder.base / "old"), before)


def backup_files(folder):
    return sorted((folder.base / "backups").glob("*.backup"))


def held_by_version_1(data):
    """The state but for what version 1 did not keep: when a hit was first known."""
    lines = run("state", "--data", data).stdout.decode().splitlines()
    return [line for line in lines if not line.startswith("quality-hit ")]


def version(folder):
    with sqlite3.connect(folder.data / "cermat.sqlite") as db:
        return db.execute("SELECT version FROM schema_version").fetchone()[0]


def make_version_1(path):
    """Takes a database back to the first released tables."""
    with sqlite3.connect(path) as db:
        for table in ("quality_hit", "quality_voyage", "quality_day"):
            db.execute(f"DROP TABLE {table}")
        db.execute("DROP INDEX inbox_received")
        for table in ("voyage", "decision"):
            db.execute(f"ALTER TABLE {table} DROP COLUMN forgotten_at")
        db.execute("DELETE FROM counter WHERE name = 'forgotten'")
        for column in ("sender", "repeats", "screened_at", "was"):
            db.execute(f"ALTER TABLE inbox DROP COLUMN {column}")
        db.execute("UPDATE schema_version SET version = 1")
        db.execute("DROP TABLE legal_hold")
        db.execute("DROP INDEX decision_kind")
        db.execute("DROP TABLE feed_version")
        db.execute("DROP INDEX inbox_origin")
        for table in ("enrolled_face", "enrolled_portrait", "holder_photograph", "confirmed_probe"):
            db.execute(f"DROP TABLE {table}")
        db.execute("DELETE FROM counter WHERE name = 'faces'")
        db.execute("DELETE FROM grdb_migrations WHERE identifier <> '1'")
    db.close()


if __name__ == "__main__":
    unittest.main()
