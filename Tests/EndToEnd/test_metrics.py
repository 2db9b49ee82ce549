# SPDX-License-Identifier: Apache-2.0
"""Figures for machines: nobody reads them without the token, and they count what was done."""
import re
import time
import unittest
import urllib.error
import urllib.request

from product import Folder, Server, world

TOKEN = "d0" * 32
SAMPLE = re.compile(
    r'^(cermat_[a-z_]+)(\{[a-zA-Z_]+="(?:[^"\\]|\\.)*"(?:,[a-zA-Z_]+="(?:[^"\\]|\\.)*")*\})? (-?[0-9.e+-]+|\+Inf|NaN)$')


def scrape(server, token=TOKEN):
    request = urllib.request.Request(
        server.url + "/metrics", headers={"Authorization": f"Bearer {token}"} if token else {})
    with urllib.request.urlopen(request, timeout=20) as answer:
        return answer.headers["content-type"], answer.read().decode()


def samples(text):
    """The samples by name with labels; every line must be of the format, every sample under its HELP and TYPE."""
    found, typed, order = {}, {}, []
    for line in text.split("\n")[:-1]:
        if line.startswith("# HELP "):
            order.append(line.split(" ")[2])
            continue
        if line.startswith("# TYPE "):
            _, _, name, kind = line.split(" ")
            assert order[-1] == name, line
            typed[name] = kind
            continue
        match = SAMPLE.match(line)
        assert match, line
        family = order[-1]
        suffix = match.group(1)[len(family):]
        assert match.group(1).startswith(family), line
        assert suffix in (("_bucket", "_sum", "_count") if typed[family] == "histogram" else ("",)), line
        key = match.group(1) + (match.group(2) or "")
        assert key not in found, line
        found[key] = float(match.group(3))
    assert len(order) == len(set(order)), "a family stands twice"
    return found


class Metrics(unittest.TestCase):
    def refused(self, server, token):
        with self.assertRaises(urllib.error.HTTPError) as caught:
            scrape(server, token)
        caught.exception.read()
        return caught.exception.code

    def test_nobody_reads_them_where_no_token_is(self):
        with Folder() as folder, Server(folder.data) as server:
            self.assertEqual(self.refused(server, None), 401)
            self.assertEqual(self.refused(server, TOKEN), 401)
            feed = (folder.data / "feed.token").read_text().strip()
            self.assertEqual(self.refused(server, feed), 401)

    def test_they_count_what_was_done(self):
        messages = sorted((world() / "messages").glob("*"))[:12]
        with Folder() as folder:
            (folder.data / "metrics.token").write_text(TOKEN + "\n")
            with Server(folder.data) as server:
                self.assertEqual(self.refused(server, None), 401)
                self.assertEqual(self.refused(server, "d1" * 32), 401)
                feed = (folder.data / "feed.token").read_text().strip()
                posted = 0
                for file in messages:
                    request = urllib.request.Request(
                        server.url + "/api/messages", data=file.read_bytes(),
                        headers={"Authorization": f"Bearer {feed}"})
                    with urllib.request.urlopen(request, timeout=60) as answer:
                        posted += answer.read().count(b'"stored"')
                self.assertGreater(posted, 0)
                deadline = time.monotonic() + 60
                while True:
                    kind, text = scrape(server)
                    found = samples(text)
                    if found['cermat_messages{status="pending"}'] == 0:
                        screened = sum(v for k, v in found.items() if k.startswith("cermat_messages_screened_total"))
                        if screened == found['cermat_messages{status="stored"}']:
                            break
                    self.assertLess(time.monotonic(), deadline, text)
                    time.sleep(1)
                self.assertEqual(kind, "text/plain; version=0.0.4; charset=utf-8")
                self.assertEqual(found['cermat_messages{status="stored"}'], posted)
                self.assertEqual(found["cermat_message_visible_seconds_count"], posted)
                self.assertEqual(
                    found['cermat_http_requests_total{method="POST",route="/api/messages",status="2xx"}'],
                    len(messages))
                self.assertGreaterEqual(
                    found['cermat_http_requests_total{method="GET",route="/metrics",status="4xx"}'], 2)
                for name in ("cermat_store_up", "cermat_disk_free_bytes", "cermat_process_resident_bytes",
                             "cermat_audit_records", "cermat_start_time_seconds", "cermat_database_bytes"):
                    self.assertGreater(found[name], 0, name)
                self.assertEqual(found["cermat_sessions"], 0)
                for path in ("/penumpang/fedcba98", "/apa/saja", "/SANTOSO"):
                    try:
                        urllib.request.urlopen(server.url + path, timeout=20).read()
                    except urllib.error.HTTPError as error:
                        error.read()
                text = scrape(server)[1]
                self.assertIn('route="unknown"', text)
                self.assertNotIn("SANTOSO", text)
                self.assertNotIn("fedcba98", text)
                self.assertLess(len(text.split("\n")), 400)


if __name__ == "__main__":
    unittest.main()
