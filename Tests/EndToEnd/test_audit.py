# SPDX-License-Identifier: Apache-2.0
"""The exported audit log, checked by `cermat-verify` and by another implementation that knows only docs/audit.md."""
import base64
import hashlib
import shutil
import sqlite3
import subprocess
import tarfile
import time
import unittest

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
except ImportError:
    Ed25519PublicKey = None

from product import BINARY, Folder, Server, run
from test_ledger import CANARIES, PAXLST

VERIFY = BINARY.parent / "cermat-verify"


def verify(*arguments):
    return subprocess.run([str(VERIFY), *map(str, arguments)], capture_output=True, text=True, timeout=120, env={})


def signed(line, key):
    """Whether a line ends in the key's signature over what stands before; only the form without `cryptography`."""
    statement, signature = line.rsplit(" ", 1)
    if len(signature) != 128:
        return False
    if Ed25519PublicKey is None:
        return True
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(signature), statement.encode())
        return True
    except InvalidSignature:
        return False


def first_bad(text, key, checkpoints=()):
    """The number of the first record that does not hold, or None; written from docs/audit.md alone."""
    lines = text.split("\n")
    torn = lines.pop() != ""
    word, version, node, number, previous = lines[0].split(" ")
    assert (word, version) == ("cermat-audit-log", "1")
    number, known, ended, records = int(number), {}, False, []
    if number == 0 and previous != hashlib.sha256(b"cermat-audit-genesis-1\0" + node.encode()).hexdigest():
        return 1
    for line in lines[1:]:
        if line.startswith("cermat-checkpoint "):
            ended, checkpoints = True, [*checkpoints, line]
            break
        try:
            n, before, digest, event = line.split(" ")
            records.append((int(n), before, digest, base64.b64decode(event, validate=True)))
        except ValueError:
            records.append(None)
    for record in records:
        number += 1
        if record is None:
            return number
        n, before, digest, event = record
        if n != number:
            return min(n, number)
        own = hashlib.sha256(b"cermat-audit-link-1\0" + n.to_bytes(8, "big") + bytes.fromhex(before) + event)
        if own.hexdigest() != digest or before != previous:
            return number
        previous = known[number] = digest
    if torn or not ended:
        return number + 1
    for line in checkpoints:
        _, _, point_node, n, digest, _, _ = line.split(" ")
        if point_node != node or not signed(line, key):
            return int(n)
        if int(n) > number:
            return number + 1
        if int(n) in known and known[int(n)] != digest:
            return int(n)
    return None


class Audit(unittest.TestCase):
    def setUp(self):
        self.folder = self.enterContext(Folder())
        for turn in range(4):
            file = self.folder.base / "a.edi"
            file.write_text(PAXLST.replace("ZZ00017", f"ZZ0001{turn}"))
            run("ingest", "--data", self.folder.data, file)
        self.key = self.folder.data / "keys/audit.pub"
        self.log = self.folder.base / "audit.log"

    def export(self, *more):
        run("audit", "export", "--data", self.folder.data, "--out", self.log, *more)
        return self.log.read_text()

    def agree(self, text, number):
        """Both implementations name the same record."""
        self.log.write_text(text)
        self.assertEqual(first_bad(text, self.key.read_text().strip()), number)
        done = verify(self.log, "--key", self.key)
        self.assertEqual(done.returncode, 0 if number is None else 1, done.stdout)
        if number is not None:
            self.assertRegex(done.stdout, rf"^records? {number}\b")

    def test_two_implementations_name_the_same_record(self):
        whole = self.export().splitlines(keepends=True)
        count = len(whole) - 2
        self.assertGreater(count, 6)
        self.agree("".join(whole), None)
        for number in range(1, count + 1):
            line = whole[number]
            flipped = line[:-8] + ("A" if line[-8] != "A" else "B") + line[-7:]
            self.agree("".join(whole[:number] + [flipped] + whole[number + 1:]), number)
            self.agree("".join(whole[:number] + whole[number + 1:]), number)
            self.agree("".join(whole[:number]), number)
            if number < count:
                self.agree("".join(whole[:number] + [whole[number + 1], line] + whole[number + 2:]), number)
        self.agree("".join(whole)[:-1], count + 1)

    def test_a_part_a_usage_error_and_no_data_folder_needed(self):
        text = self.export("--from", 3)
        self.assertEqual(text.split(" ")[3], "2")
        self.agree(text, None)
        self.assertIn("nothing before it was checked", verify(self.log, "--key", self.key).stdout)
        for arguments in ([], [self.log], ["--what"], [self.log, "--key", self.log], ["/nowhere", "--key", self.key]):
            self.assertEqual(verify(*arguments).returncode, 64)
        self.assertEqual(run("audit", "export", "--data", self.folder.data, "--out", self.log, "--from", 9999,
                             check=False).returncode, 1)

    def test_a_log_written_anew_shows_against_checkpoints_off_the_machine(self):
        kept = self.folder.base / "kept"
        kept.write_bytes(run("audit", "checkpoint", "--data", self.folder.data).stdout)
        whole = self.export()
        lines = whole.splitlines()
        records = [line.split(" ") for line in lines[1:-1]]
        previous = lines[0].split(" ")[4]
        for index, record in enumerate(records):
            event = base64.b64decode(record[3])
            if index == 2:
                event = event.replace(b'"outcome":"done"', b'"outcome":"failed"')
            record[1], record[3] = previous, base64.b64encode(event).decode()
            previous = record[2] = hashlib.sha256(
                b"cermat-audit-link-1\0" + int(record[0]).to_bytes(8, "big") + bytes.fromhex(previous) + event).hexdigest()
        self.log.write_text("\n".join([lines[0], *(" ".join(record) for record in records), lines[-1]]) + "\n")
        done = verify(self.log, "--key", self.key, "--checkpoints", kept)
        self.assertEqual(done.returncode, 1)
        self.assertIn("rewritten", done.stdout)
        self.log.write_text(whole)
        self.assertEqual(verify(self.log, "--key", self.key, "--checkpoints", kept).returncode, 0)

    def test_serve_keeps_checkpoints_and_goes_on_without_their_folder(self):
        mount = self.folder.base / "mount"
        mount.mkdir()
        with Server(self.folder.data, "--checkpoints", mount):
            pass
        lines = (mount / "node-1.checkpoints").read_text().splitlines()
        self.assertGreaterEqual(len(lines), 2)
        key = self.key.read_text().strip()
        self.assertTrue(all(signed(line, key) for line in lines))
        self.assertEqual(run("audit", "verify", "--data", self.folder.data, "--checkpoints", mount).returncode, 0)
        # The end of the log is cut away: without the checkpoints nobody could tell.
        with sqlite3.connect(next(self.folder.data.glob("*.sqlite"))) as database:
            database.execute("DELETE FROM audit WHERE sequence > 3")
        database.close()
        self.assertEqual(run("audit", "verify", "--data", self.folder.data).returncode, 0)
        done = run("audit", "verify", "--data", self.folder.data, "--checkpoints", mount, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"records 4 to", done.stderr)
        with Server(self.folder.data, "--checkpoints", self.folder.base / "absent"):
            time.sleep(0.2)
        self.assertFalse((self.folder.base / "absent").exists())

    def test_a_bundle_holds_and_any_change_of_it_is_found(self):
        kept = self.folder.base / "kept"
        kept.write_bytes(run("audit", "checkpoint", "--data", self.folder.data).stdout)
        bundle = self.folder.base / "b.tar"
        run("audit", "bundle", "--data", self.folder.data, "--from", "2020-01-01", "--to", "2099-12-31", "--out", bundle,
            "--checkpoints", kept)
        done = verify("--bundle", bundle, "--key", self.key)
        self.assertEqual(done.returncode, 0, done.stdout)
        place = self.folder.base / "unpacked"
        with tarfile.open(bundle) as archive:
            archive.extractall(place)
        if shutil.which("sha256sum"):
            subprocess.run(["sha256sum", "-c", "--quiet", "manifest.txt"], cwd=place, check=True)
        self.assertIsNone(first_bad((place / "audit.log").read_text(), self.key.read_text().strip(),
                                    kept.read_text().splitlines()))
        for path in place.iterdir():
            for canary in CANARIES:
                self.assertNotIn(canary, path.read_bytes().upper(), path.name)
        content = bytearray(bundle.read_bytes())
        for position in range(100, len(content), len(content) // 40):
            content[position] ^= 1
            bundle.write_bytes(content)
            self.assertEqual(verify("--bundle", bundle, "--key", self.key).returncode, 1, position)
            content[position] ^= 1
        # The making of it stands in the log, by the name of its manifest.
        manifest = hashlib.sha256((place / "manifest.txt").read_bytes()).hexdigest()
        last = base64.b64decode(self.export().splitlines()[-2].split(" ")[3])
        self.assertIn(b'"action":"bundle"', last)
        self.assertIn(manifest.encode(), last)
        self.assertEqual(run("audit", "bundle", "--data", self.folder.data, "--from", "2020-01-01", "--to", "2020-01-02",
                             "--out", self.folder.base / "c.tar", check=False).returncode, 1)
        self.assertEqual([p.name for p in self.folder.base.glob("*.part")], [])


if __name__ == "__main__":
    unittest.main(verbosity=1)
