# SPDX-License-Identifier: Apache-2.0
"""The ways in, from outside: the watched folder, the feed's address, and what the command line says when it is misused."""
import datetime
import json
import os
import random
import shutil
import subprocess
import time
import unittest
import urllib.error
import urllib.request

from product import BINARY, ROOT, Folder, Server, free_port, lines, run
from test_ledger import PAXLST, PNRGOV


def post(server, body, token=None):
    """Status, headers and lines of an answer."""
    headers = {"Authorization": "Bearer " + token} if token else {}
    try:
        with urllib.request.urlopen(urllib.request.Request(server.url + "/api/messages", body, headers), timeout=20) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


class Entrances(unittest.TestCase):
    def test_the_watched_folder_takes_a_file_after_its_rename_and_moves_it(self):
        with Folder() as folder, Server(folder.data) as _:
            inbox = folder.data / "inbox"
            part = inbox / "a.edi.part"
            part.write_text(PAXLST)
            time.sleep(1.2)
            self.assertEqual(folder.status()["messages"]["stored"], 0, "a .part file must wait")
            part.rename(inbox / "a.edi")
            until = time.monotonic() + 10
            while folder.status()["messages"]["stored"] == 0 and time.monotonic() < until:
                time.sleep(0.1)
            self.assertEqual(folder.status()["messages"]["stored"], 1)
            while not (inbox / "taken/a.edi").exists() and time.monotonic() < until:
                time.sleep(0.1)
            self.assertTrue((inbox / "taken/a.edi").exists())
            self.assertFalse((inbox / "a.edi").exists())

    def test_the_feed_needs_its_token_and_a_repeat_is_known(self):
        with Folder() as folder, Server(folder.data) as server:
            token = (folder.data / "feed.token").read_text().strip()
            self.assertIn(post(server, PAXLST.encode())[0], (401, 403))
            self.assertIn(post(server, PAXLST.encode(), "wrong" + token)[0], (401, 403))
            self.assertEqual(folder.status()["messages"]["stored"], 0)
            status, body = post(server, (PAXLST + "\n" + PNRGOV).encode(), token)
            first = [json.loads(line) for line in body.splitlines()]
            self.assertIn(status, (200, 202))
            self.assertEqual([line["status"] for line in first], ["stored", "stored"])
            status, body = post(server, PAXLST.encode(), token)
            again = [json.loads(line) for line in body.splitlines()]
            self.assertEqual([(line["status"], line["id"]) for line in again], [("duplicate", first[0]["id"])])

    def test_a_named_feed_is_added_replaced_and_withdrawn_while_the_server_runs(self):
        with Folder() as folder, Server(folder.data) as server:

            def answer(token, wanted):
                """The status of an answer once it is the wanted one: a server follows within a second."""
                until = time.monotonic() + 5
                while (status := post(server, PAXLST.encode(), token)[0]) != wanted and time.monotonic() < until:
                    time.sleep(0.2)
                return status

            def feeds(*words):
                return run("feeds", *words).stdout.decode().strip()

            first = feeds("add", "--data", folder.data, "garuda", "--carriers", "GA", "--contact", "meja data")
            self.assertEqual(answer(first, 202), 202)
            second = feeds("rotate", "--data", folder.data, "garuda", "--overlap-hours", "24")
            self.assertEqual([answer(second, 202), answer(first, 202)], [202, 202])
            listed = json.loads(feeds("list", "--data", folder.data, "--json"))
            self.assertEqual((listed["state"], listed["today"], listed["version"]), ("active", 1, 2))
            self.assertNotIn(second, json.dumps(listed))
            doctor = lines(run("doctor", "--data", folder.data, "--json", check=False).stdout)
            self.assertEqual([(line["grade"], line["figure"]) for line in doctor if line["subject"] == "feeds"], [("good", "1")])
            feeds("withdraw", "--data", folder.data, "garuda", "--reason", "kontrak berakhir")
            self.assertEqual([answer(second, 401), answer(first, 401)], [401, 401])
            old = (folder.data / "feed.token").read_text().strip()
            self.assertEqual(post(server, PNRGOV.encode(), old)[0], 202)
            self.assertEqual(run("feeds", "withdraw", "--data", folder.data, "garuda", "--reason", "lagi", check=False).returncode, 1)
            self.assertEqual(run("feeds", "add", "--data", folder.data, "feed", "--carriers", "GA", "--contact", "meja", check=False).returncode, 64)

    def test_ingest_and_serve_share_a_folder(self):
        with Folder() as folder, Server(folder.data) as _:
            file = folder.base / "p.edi"
            file.write_text(PNRGOV)
            printed = lines(run("ingest", "--data", folder.data, file).stdout)
            self.assertEqual([line["status"] for line in printed], ["stored"])
            self.assertEqual(folder.status()["messages"]["pending"], 0)


class CodeTables(unittest.TestCase):
    def test_a_port_added_by_csv_puts_its_coming_voyage_on_the_board_and_survives_a_rebuild(self):
        day = (datetime.date.today() + datetime.timedelta(days=2)).strftime("%y%m%d")
        message = PAXLST.replace("260115", day).replace("CGK", "XQZ")
        csv = "CODE,NAME,COUNTRY,ZONE,OFFSET,MODE\nXQZ,Bandara Uji,IDN,Asia/Jayapura,540,air\nSIN,Changi,SGP,Asia/Tokyo,480,air\n"
        with Folder() as folder:
            with Server(folder.data) as server:
                token = (folder.data / "feed.token").read_text().strip()
                self.assertEqual(post(server, message.encode(), token)[0], 202)
                until = time.monotonic() + 10
                while folder.status()["messages"]["pending"] and time.monotonic() < until:
                    time.sleep(0.1)
                before = folder.digest()
                file = folder.base / "ports.csv"
                file.write_text(csv)
                words = ("tables", "import", "--data", folder.data, "ports", file, "--reason", "surat DJPU")
                preview = run(*words, check=False)
                self.assertEqual(preview.returncode, 1, "a row is refused")
                self.assertIn(b"added 1, changed 0, refused 1, unchanged 0", preview.stdout)
                self.assertEqual(run("tables", "show", "--data", folder.data, "ports", "XQZ", check=False).returncode, 1)
                run(*words, "--yes", check=False)
                until = time.monotonic() + 10
                while folder.digest() == before and time.monotonic() < until:
                    time.sleep(0.2)
            after = folder.digest()
            self.assertNotEqual(after, before, "the voyage is screened anew")
            self.assertIn(b"ROW  added", run("tables", "show", "--data", folder.data, "ports", "XQZ").stdout)
            again = folder.base / "again"
            run("rebuild", "--data", folder.data, "--into", again)
            self.assertEqual(run("state", "--digest", "--data", again).stdout.decode().strip(), after)
            exported = run("tables", "export", "--data", again, "ports").stdout.decode()
            self.assertIn("XQZ,Bandara Uji,IDN,Asia/Jayapura,540,air,,,,added", exported)

    def test_a_region_added_by_csv_is_known_after_a_rebuild_too(self):
        with Folder() as folder:
            shipped = run("tables", "show", "--data", folder.data, "regions", "3273").stdout.decode()
            self.assertIn("NAME  Kota Bandung\nROW  shipped", shipped)
            file = folder.base / "regions.csv"
            file.write_text("CODE,NAME\n0301,Kota Uji\n030,Salah\n")
            words = ("tables", "import", "--data", folder.data, "regions", file, "--reason", "daftar wilayah lama", "--yes")
            taken = run(*words, check=False)
            self.assertEqual(taken.returncode, 1, "a row is refused")
            self.assertIn(b"added 1, changed 0, refused 1, unchanged 0", taken.stdout)
            again = folder.base / "again"
            run("rebuild", "--data", folder.data, "--into", again)
            for data in (folder.data, again):
                self.assertIn(b"ROW  added", run("tables", "show", "--data", data, "regions", "0301").stdout)

    def test_a_change_killed_at_any_moment_is_made_with_its_voyages_or_not_at_all(self):
        day = (datetime.date.today() + datetime.timedelta(days=2)).strftime("%y%m%d")
        with Folder() as folder:
            message, ports = folder.base / "m.edi", folder.base / "ports.csv"
            message.write_text(PAXLST.replace("260115", day).replace("CGK", "XQZ"))
            ports.write_text("CODE,NAME,COUNTRY,ZONE,OFFSET,MODE\nXQZ,Bandara Uji,IDN,Asia/Jayapura,540,air\n")
            run("ingest", "--data", folder.data, message)

            def words(data):
                return "tables", "import", "--data", data, "ports", ports, "--reason", "surat DJPU", "--yes"

            def outcome(data):
                """Whether the change is in force, and the state once what was left has been screened."""
                run("ingest", "--data", data, message)
                shown = run("tables", "show", "--data", data, "ports", "XQZ", check=False).returncode == 0
                return shown, run("state", "--digest", "--data", data).stdout

            def copy():
                shutil.rmtree(folder.base / "copy", ignore_errors=True)
                return shutil.copytree(folder.data, folder.base / "copy")

            whole = copy()
            began = time.monotonic()
            run(*words(whole))
            took = time.monotonic() - began
            expected = dict([outcome(folder.data), outcome(whole)])
            self.assertEqual(len(set(expected.values())), 2, "the change shows in the voyage")
            chance = random.Random(5)
            for _ in range(int(os.environ.get("CERMAT_KILLS", "6"))):
                data = copy()
                process = subprocess.Popen([str(BINARY), *map(str, words(data))], stdout=subprocess.DEVNULL,
                                           stderr=subprocess.DEVNULL)
                time.sleep(took * chance.uniform(0.4, 1))
                process.kill()
                process.wait()
                shown, digest = outcome(data)
                self.assertEqual(digest, expected[shown], f"in force: {shown}")


class CommandLine(unittest.TestCase):
    def test_misuse_is_told_with_its_exit_code(self):
        self.assertEqual(run("ingest", check=False).returncode, 64)
        self.assertEqual(run("no-such-command", check=False).returncode, 64)
        missing = run("status", "--data", "/nonexistent-cermat", check=False)
        self.assertEqual(missing.returncode, 1)
        self.assertIn(b"cermat init", missing.stderr)
        self.assertEqual(run("help").returncode, 0)

    def test_decode_prints_a_line_a_message_and_marks_rubbish(self):
        done = run("decode", "-", stdin=(PAXLST + "\n" + PNRGOV).encode())
        decoded = lines(done.stdout)
        self.assertEqual([message["kind"] for message in decoded], ["PAXLST", "PNRGOV"])
        traveller = decoded[0]["travellers"][0]
        self.assertEqual((traveller["surname"], traveller["given"]), ("QANARYSURNAME", "QANARYGIVEN"))
        self.assertEqual(decoded[1]["bookings"][0]["payments"][0]["number"], "7899")
        rubbish = run("decode", "-", stdin=b"\x00nothing", check=False)
        self.assertEqual(rubbish.returncode, 1)
        self.assertEqual([message["status"] for message in lines(rubbish.stdout)], ["quarantined"])

    def test_a_configuration_file_says_all_that_is_wrong_at_once(self):
        with Folder() as folder:
            file = folder.base / "cermat.yaml"
            file.write_text("data: /nowhere\nlisten: nonsense\nbehind-tls: perhaps\ncheckpoint-minutes: 0\npassword: x\nlog-level: loud\n")
            done = run("serve", "--config", file, check=False)
            self.assertEqual(done.returncode, 64)
            for word in (b"listen", b"behind-tls", b"checkpoint-minutes", b"unknown key password", b"log-level"):
                self.assertIn(word, done.stderr)

    def test_a_server_runs_by_its_configuration_file(self):
        with Folder() as folder:
            port = free_port()
            file = folder.base / "cermat.yaml"
            shipped = (ROOT / "Packaging/cermat.yaml").read_text()
            file.write_text(shipped.replace("/var/lib/cermat/data", str(folder.data)).replace("127.0.0.1:8080", f"127.0.0.1:{port}"))
            process = subprocess.Popen([str(BINARY), "serve", "--config", str(file)], stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
            try:
                until = time.monotonic() + 60
                while True:
                    try:
                        self.assertEqual(urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2).status, 200)
                        break
                    except (urllib.error.URLError, OSError):
                        self.assertIsNone(process.poll())
                        self.assertLess(time.monotonic(), until)
                        time.sleep(0.1)
            finally:
                process.terminate()
                self.assertEqual(process.wait(30), 0)

    def test_a_server_told_to_stop_while_it_starts_ends_calmly(self):
        with Folder() as folder:
            for _ in range(12):
                port = free_port()
                process = subprocess.Popen(
                    [str(BINARY), "serve", "--data", str(folder.data), "--listen", f"127.0.0.1:{port}"],
                    stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
                process.stderr.readline()
                process.terminate()
                said = process.communicate(timeout=30)[1]
                self.assertEqual(process.returncode, 0, said)


if __name__ == "__main__":
    unittest.main()
