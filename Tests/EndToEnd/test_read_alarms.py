# SPDX-License-Identifier: Apache-2.0
"""Reading about oneself is told on the audit page within a minute, with nobody looking at that page meanwhile."""
import http.cookiejar
import re
import time
import unittest
import urllib.parse
import urllib.request

from product import Folder, Server, run
from test_metrics import TOKEN, samples, scrape


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


if __name__ == "__main__":
    unittest.main()
