# SPDX-License-Identifier: Apache-2.0
"""Reading about oneself is told on the audit page within a minute, with nobody looking at that page meanwhile."""
import http.cookiejar
import re
import shutil
import time
import unittest
import urllib.parse
import urllib.request

from product import Folder, Server, run
from test_holds import clock
from test_metrics import TOKEN, samples, scrape
from wallclock import COMPILER, WallClock


class Officer:
    """A browser of one officer of the demo."""

    def __init__(self, server, role):
        self.url = server.url
        self.opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        page = self.get("/masuk")
        self.post("/masuk/peran", page, peran=role)

    def get(self, path):
        with self.opener.open(self.url + path, timeout=30) as answer:
            return answer.read().decode()

    def post(self, path, page, **fields):
        fields["csrf"] = re.search(r'name="csrf" value="([^"]+)"', page).group(1)
        body = urllib.parse.urlencode(fields).encode()
        with self.opener.open(self.url + path, data=body, timeout=30) as answer:
            return answer.read().decode()


class ReadAlarms(unittest.TestCase):
    def test_own_name_is_told_within_a_minute(self):
        with Folder(demo=True) as folder:
            (folder.data / "metrics.token").write_text(TOKEN)
            with Server(folder.data, "--demo") as server:
                officer = Officer(server, "officer")
                page = officer.get("/cari")
                accounts = Officer(server, "administrator").get("/akun")
                names = re.findall(r"<t[hd][^>]*>(?:<a[^>]*>)?([A-Z][a-z]+ [A-Z][a-z. ]+[a-z])<", accounts)
                self.assertTrue(names, accounts[:2000])
                self.assertEqual(samples(scrape(server)[1])["cermat_read_alarms_open"], 0)
                for candidate in names:
                    officer.post("/cari", page, nama=candidate.upper(), alasan="laporan gerbang")
                started = time.monotonic()
                while samples(scrape(server)[1])["cermat_read_alarms_open"] == 0:
                    self.assertLess(time.monotonic() - started, 60)
                    time.sleep(1)
                auditor = Officer(server, "auditor")
                page = auditor.get("/audit")
                self.assertEqual(page.count('data-alarm="own-name"'), 1)
                form = {n: re.search(rf'name="{n}" value="([^"]*)"', page).group(1)
                        for n in ("jenis", "petugas", "hari", "sampai")}
                auditor.post("/audit/alarm", page, catatan="nama yang sama", **form)
                page = auditor.get("/audit")
                self.assertIn("nama yang sama", page)
                self.assertEqual(samples(scrape(server)[1])["cermat_read_alarms_open"], 0)
            self.assertEqual(run("audit", "verify", "--data", folder.data).returncode, 0)

    def searched_and_told(self, server, searches, alarm):
        """An officer searches so often; within a minute one alarm stands for who watches, without what was searched."""
        officer = Officer(server, "officer")
        page = officer.get("/cari")
        for number in range(searches):
            officer.post("/cari", page, nama=f"TIDAKADA{number}", alasan="laporan gerbang")
        started = time.monotonic()
        while samples(scrape(server)[1])["cermat_read_alarms_open"] == 0:
            self.assertLess(time.monotonic() - started, 60)
            time.sleep(1)
        for role in ("auditor", "data-protection-officer"):
            page = Officer(server, role).get("/audit")
            self.assertEqual(page.count(f'data-alarm="{alarm}"'), 1)
            self.assertNotIn("TIDAKADA", page)

    def test_fishing_is_told_within_a_minute(self):
        with Folder(demo=True) as folder:
            (folder.data / "metrics.token").write_text(TOKEN)
            with Server(folder.data, "--demo") as server:
                self.searched_and_told(server, searches=45, alarm="fishing")

    @unittest.skipUnless(COMPILER, "no C compiler is installed")
    def test_a_night_spike_is_told_within_a_minute_with_nobody_looking(self):
        # Half past eleven at night in Jakarta; the officer has never worked at night. The loop that follows the log sleeps by
        # the clock that nobody sets, so that only the hour is another.
        with Folder(demo=True) as folder:
            (folder.data / "metrics.token").write_text(TOKEN)
            machine = WallClock(folder.base)
            machine.set_to("2026-03-02 16:30:00")
            with Server(folder.data, "--demo", env=machine.env) as server:
                self.searched_and_told(server, searches=12, alarm="night")

    @unittest.skipUnless(shutil.which("faketime"), "faketime is not installed")
    def test_a_night_spike_stands_on_the_page_at_once(self):
        with Folder(demo=True) as folder, Server(folder.data, "--demo", env=clock("2026-03-02 16:30:00")) as server:
            officer, auditor = Officer(server, "officer"), Officer(server, "auditor")
            page = officer.get("/cari")
            for number in range(15):
                if number == 8:
                    self.assertNotIn('data-alarm="night"', auditor.get("/audit"))
                officer.post("/cari", page, nama=f"TIDAKADA{number}", alasan="laporan gerbang")
            page = auditor.get("/audit")
            self.assertEqual(page.count('data-alarm="night"'), 1)
            self.assertNotIn('data-alarm="fishing"', page)


if __name__ == "__main__":
    unittest.main()
