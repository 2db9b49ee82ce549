# SPDX-License-Identifier: Apache-2.0
"""Nothing acknowledged is lost, nothing is there twice, nothing sensitive lies in the clear."""
import os
import pathlib
import random
import shutil
import signal
import subprocess
import time
import unittest

from product import BINARY, Folder, lines, run, world

KILLS = int(os.environ.get("CERMAT_KILLS", "5"))

# Invented; region codes that begin with 00 belong to nobody. The canaries are words that stand nowhere else.
PAXLST = (
    "UNA:+.? 'UNB+UNOA:4+ZZ*APIS+IDCUSTOMS+260115:0410+ZZ00017++APIS'UNH+ZZ00017+PAXLST:D:12B:UN:IATA+ZZ825+01:F'"
    "BGM+745'RFF+TN:ZZ000000017:::1'TDT+20+ZZ825+++ZZ'LOC+125+SIN'DTM+189:2601150930:201'LOC+87+CGK'"
    "DTM+232:2601151015:201'NAD+FL+++QANARYSURNAME:QANARYGIVEN'ATT+2++M'DTM+329:850412'NAT+2+IDN'RFF+AVF:QNRLOC'"
    "RFF+ABO:ZZ000170001'DOC+P:110:111+QN4459871'DTM+36:290801'LOC+91+IDN'DOC+I:110:111+0099121204850077'LOC+91+IDN'"
    "CNT+42:1'UNT+20+ZZ00017'UNZ+1+ZZ00017'")
PNRGOV = (
    "UNA:+.? 'UNB+IATA:1+ZZ+IDPNRGOV+260114:0930+00000000042++PNRGOV'UNH+42+PNRGOV:13:1:IA+ZZ825/150126/0930+01:F'"
    "MSG+:22'ORG+ZZ:SIN'TVL+150126:0930:150126:1015+SIN+CGK+ZZ+825'EQN+1'SRC'RCI+ZZ:QNRLOC::021225:1122'"
    "SSR+WCHR:HK:1:ZZ:::::QANARYWHEELCHAIR NEEDED'IFT+4:28::ZZ+PASSENGER IS QANARYDEVOUT MUSLIM NEEDS HALAL MEAL'"
    "ORG+1A:JKT+15300000:AB12+++T+ID+0001AASU'TIF+QANARYSURNAME+QANARYGIVEN MR:A:1'"
    "SSR+DOCS:HK:1:ZZ:::::/P/IDN/QN4459871/IDN/12APR85/M/01AUG29/QANARYSURNAME/QANARYGIVEN'SSR+VGML:HK:1:ZZ'"
    "TKT+9991234567890:T:1'MON+T:310.00:USD'FOP+CC::310.00:VI:4000001234567899:1229'"
    "IFT+4:28::ZZ+CTCM 62812555019991'"
    "TVL+150126:0930:150126:1015+SIN+CGK+ZZ+825:Y'RPI+1+HK'UNT+20+42'UNZ+1+00000000042'")
CANARIES = [b"QANARY", b"QN4459871", b"QNRLOC", b"4000001234567899", b"0099121204850077", b"12555019991", b"VGML",
            b"WCHR", b"MUSLIM", b"HALAL"]


class Ledger(unittest.TestCase):
    def test_a_repeat_changes_nothing_and_prints_the_first_identity(self):
        with Folder() as folder:
            file = folder.base / "a.edi"
            file.write_text(PAXLST)
            first = lines(run("ingest", "--data", folder.data, file).stdout)
            self.assertEqual([line["status"] for line in first], ["stored"])
            before = folder.digest()
            again = lines(run("ingest", "--data", folder.data, file).stdout)
            self.assertEqual([line["status"] for line in again], ["duplicate"])
            self.assertEqual(first[0]["id"], again[0]["id"])
            self.assertEqual(before, folder.digest())
            self.assertEqual(folder.status()["messages"],
                             {"stored": 1, "pending": 0, "quarantined": 0, "duplicates": 1})
            file.write_text(PAXLST.replace("ZZ00017", "ZZ00018"))
            other = lines(run("ingest", "--data", folder.data, file).stdout)
            self.assertEqual([line["status"] for line in other], ["stored"])

    def test_rubbish_is_quarantined_and_shown(self):
        with Folder() as folder:
            done = run("ingest", "--data", folder.data, "-", stdin=b"\x00\x01 this is no message\n", check=False)
            self.assertEqual([line["status"] for line in lines(done.stdout)], ["quarantined"])
            self.assertEqual(folder.status()["messages"]["quarantined"], 1)
            self.assertEqual([row["status"] for row in folder.messages()], ["quarantined"])

    def test_no_canary_lies_in_the_clear(self):
        with Folder() as folder:
            for name, text in (("a.edi", PAXLST), ("p.edi", PNRGOV)):
                (folder.base / name).write_text(text)
                run("ingest", "--data", folder.data, folder.base / name)
            self.assertEqual(folder.status()["messages"]["stored"], 2)
            for path, content in folder.bytes_everywhere():
                upper = content.upper()
                for canary in CANARIES:
                    self.assertNotIn(canary, upper, f"{canary} in {path.name}")
            # Negative control: the same search finds the canary where it does lie in the clear.
            self.assertIn(b"QANARY", (folder.base / "a.edi").read_bytes())

    def test_every_line_printed_survives_kill_9(self):
        source = world() / "messages"
        generator = random.Random(20260115)
        with Folder() as folder:
            printed = {}
            for _ in range(KILLS):
                process = subprocess.Popen([str(BINARY), "ingest", "--data", str(folder.data), str(source)],
                                           stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
                time.sleep(generator.uniform(0.05, 1.5))
                os.kill(process.pid, signal.SIGKILL)
                output = process.stdout.read()
                process.wait()
                process.stdout.close()
                for line in lines(output):
                    printed[(line["file"], line["index"])] = line
                # Before anything is sent again: what was printed is there, once.
                rows = folder.messages()
                identities = [row["id"] for row in rows]
                self.assertEqual(len(identities), len(set(identities)))
                for line in printed.values():
                    self.assertIn(line["id"], set(identities))
            run("ingest", "--data", folder.data, source, check=False)
            status = folder.status()["messages"]
            self.assertEqual(status["pending"], 0)
            killed = folder.digest()
            with Folder() as quiet:
                run("ingest", "--data", quiet.data, source, check=False)
                calm = quiet.status()["messages"]
            self.assertEqual((status["stored"], status["quarantined"]), (calm["stored"], calm["quarantined"]))
            self.assertTrue(killed)

    def test_a_rebuild_in_any_order_gives_the_same_state(self):
        source = world() / "messages"
        with Folder() as folder:
            run("watchlist", "import", "--data", folder.data, world() / "watchlist.csv")
            run("ingest", "--data", folder.data, source, check=False)
            digest = folder.digest()
            for seed in (1, 2):
                copy = folder.base / f"copy{seed}"
                run("rebuild", "--data", folder.data, "--into", copy, "--shuffle", seed)
                self.assertEqual(digest, run("state", "--digest", "--data", copy).stdout.decode().strip())
            # Negative control: one message more is another state.
            extra = folder.base / "a.edi"
            extra.write_text(PAXLST)
            run("ingest", "--data", folder.data, extra)
            self.assertNotEqual(digest, folder.digest())

    def test_the_audit_log_verifies_and_a_change_is_named(self):
        import sqlite3
        with Folder() as folder:
            file = folder.base / "a.edi"
            file.write_text(PAXLST)
            run("ingest", "--data", folder.data, file)
            self.assertEqual(run("audit", "verify", "--data", folder.data).returncode, 0)
            database = sqlite3.connect(next(folder.data.glob("*.sqlite")))
            sequence, content = database.execute("SELECT sequence, bytes FROM audit ORDER BY sequence LIMIT 1").fetchone()
            database.execute("UPDATE audit SET bytes = ? WHERE sequence = ?",
                             (bytes(content)[:-2] + b"0}", sequence))
            database.commit()
            database.close()
            done = run("audit", "verify", "--data", folder.data, check=False)
            self.assertEqual(done.returncode, 1)
            self.assertIn(str(sequence), (done.stdout + done.stderr).decode())


@unittest.skipUnless(shutil.which("strace"), "strace is not installed")
class Durability(unittest.TestCase):
    def test_no_line_is_printed_before_the_fsync_that_covers_it(self):
        with Folder() as folder:
            file = folder.base / "a.edi"
            file.write_text(PAXLST)
            trace = folder.base / "trace"
            done = subprocess.run(
                ["strace", "-f", "-s", "300", "-e", "trace=fsync,fdatasync,write,writev,pwrite64", "-o", str(trace),
                 str(BINARY), "ingest", "--data", str(folder.data), str(file)], capture_output=True, timeout=300)
            if b"ptrace" in done.stderr and done.returncode != 0 and not trace.exists():
                self.skipTest("tracing is not allowed here")
            events = trace.read_text(errors="replace").splitlines()
            printed = [i for i, line in enumerate(events) if "write(1," in line and 'status' in line and "stored" in line]
            written = [i for i, line in enumerate(events[:printed[0]]) if "pwrite64(" in line]
            synced = [i for i, line in enumerate(events[:printed[0]]) if "fsync(" in line or "fdatasync(" in line]
            self.assertTrue(printed and written and synced)
            # Nothing that was written to the database before the line is still unsynced when the line is printed.
            self.assertGreater(synced[-1], written[-1])


if __name__ == "__main__":
    unittest.main(verbosity=1)
