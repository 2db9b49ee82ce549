# SPDX-License-Identifier: Apache-2.0
"""The desk under kill -9: what was answered is there."""
import datetime
import http.client
import http.cookiejar
import os
import random
import re
import sqlite3
import threading
import unittest
import urllib.error
import urllib.parse
import urllib.request

from product import Folder, Server, lines, run

KILLS = int(os.environ.get("CERMAT_KILLS", "3"))
PEOPLE = int(os.environ.get("CERMAT_HITS", "60"))
# Within how many seconds the server is killed: with many kills less, or the first few see every judgement.
SOON = float(os.environ.get("CERMAT_KILL_SECONDS", "1.0"))


class Person:
    """Somebody at the desk, signed in by the demo's buttons."""

    def __init__(self, server, role):
        self.come_in(server)
        answered(self, "/masuk/peran", {"peran": role})
        self.csrf = None
        self.page = self.get("/")

    def come_in(self, server):
        """Opens the door's page, without signing in."""
        self.url = server.url
        self.opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()), StillHere())
        self.csrf = None
        page = self.get("/masuk")
        self.csrf = re.search(r'name="csrf" value="([^"]*)"', page)

    def get(self, path):
        answer = self.opener.open(self.url + path, timeout=20)
        text = answer.read().decode()
        found = re.search(r'name="csrf" value="([^"]+)"', text)
        if found:
            self.csrf = found.group(1)
        return text

    def post(self, path, fields):
        token = self.csrf if isinstance(self.csrf, str) else (self.csrf.group(1) if self.csrf else "")
        body = urllib.parse.urlencode({**fields, "csrf": token}).encode()
        request = urllib.request.Request(self.url + path, body, {"Sec-Fetch-Site": "same-origin", "Origin": self.url})
        return self.opener.open(request, timeout=20)


class StillHere(urllib.request.HTTPRedirectHandler):
    """Follows redirects as a browser does, but hands back the answer to a form as it is."""

    def redirect_request(self, request, *rest):
        if request.get_method() == "POST":
            return None
        return super().redirect_request(request, *rest)


def answered(person, path, fields):
    """The status of an answer to a form."""
    try:
        with person.post(path, fields) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def arriving(count):
    """A PAXLST of a flight due in two hours, and a watchlist that names everybody on it."""
    now = datetime.datetime.now(datetime.timezone.utc)
    due = now + datetime.timedelta(hours=9)            # Jakarta's clock, two hours ahead of now
    left = now + datetime.timedelta(hours=8, minutes=-10)  # Singapore's clock
    people, rows = [], []
    for i in range(count):
        name = "".join(chr(65 + (i // 26 ** k) % 26) for k in range(3))
        people.append(f"NAD+FL+++UJI{name}:ORANG {name}'ATT+2++M'DTM+329:850412'NAT+2+IDN'RFF+ABO:P{i}'"
                      f"DOC+P:110:111+XU{i:06d}'LOC+91+IDN'")
        rows.append(f"{i},document,,,,,,P,XU{i:06d},IDN,,,,P2,ND-1/2026,narcotics,,2027-01-01,2027-12-31,uji")
    text = (f"UNA:+.? 'UNB+UNOA:4+ZZ+ID+{now:%y%m%d:%H%M}+R1++APIS'UNH+1+PAXLST:D:12B:UN:IATA+R1'BGM+745'"
            f"TDT+20+ZZ825+++ZZ'LOC+125+SIN'DTM+189:{left:%y%m%d%H%M}:201'LOC+87+CGK'DTM+232:{due:%y%m%d%H%M}:201'"
            + "".join(people) + f"CNT+42:{count}'UNT+9+1'UNZ+1+R1'")
    header = ("LIST_ID,KIND,SURNAME,GIVEN,DOB,SEX,NATIONALITY,DOC_TYPE,DOC_NO,DOC_ISSUER,CONTACT_KIND,CONTACT,CARD,OWNER,"
              "BASIS,CATEGORY,GRADING,REVIEW_DATE,EXPIRY,REASON\n")
    return text, header + "\n".join(rows) + "\n"


def prepared(folder, count):
    text, watchlist = arriving(count)
    (folder.base / "m.edi").write_text(text)
    (folder.base / "w.csv").write_text(watchlist)
    run("watchlist", "import", "--data", folder.data, folder.base / "w.csv")
    run("ingest", "--data", folder.data, folder.base / "m.edi")


class Judgements(unittest.TestCase):
    def assert_agreed(self, folder, held):
        """Judgements, the states of hits and the audit log tell the same, whatever was killed when."""
        verdict = run("audit", "verify", "--data", folder.data, check=False)
        self.assertEqual(verdict.returncode, 0, verdict.stdout)
        database = sqlite3.connect(f"file:{folder.data / 'cermat.sqlite'}?mode=ro", uri=True)
        judged = {row[0].hex() for row in database.execute("SELECT id FROM hit WHERE status = 'judged-different'")}
        records = database.execute("SELECT count(*) FROM audit WHERE action = 'judge'").fetchone()[0]
        database.close()
        self.assertEqual(judged, held, "states of hits are other than the judgements")
        self.assertEqual(records, len(held), "as many records as judgements")

    def test_every_judgement_answered_survives_kill_9(self):
        generator = random.Random(20260116)
        with Folder(demo=True) as folder:
            prepared(folder, PEOPLE)
            judged, kept = set(), 0
            for _ in range(KILLS):
                server = Server(folder.data, "--demo")
                officer = Person(server, "officer")
                queue = officer.get("/atensi")
                cards = [c for c in dict.fromkeys(re.findall(r"/penumpang/[0-9a-f]{32}", queue))]
                self.assertTrue(cards or kept == PEOPLE, "hits wait at the post")
                stop = threading.Timer(generator.uniform(0.01, SOON), server.kill)
                stop.start()
                for path in cards:
                    try:
                        card = officer.get(path)
                        hit = re.search(r"/kecocokan/([0-9a-f]{32})/putusan", card)
                        if not hit:
                            continue
                        status = answered(officer, f"/kecocokan/{hit.group(1)}/putusan",
                                          {"jawaban": "different", "alasan": "diuji dengan kill"})
                        self.assertEqual(status, 303)
                        judged.add(hit.group(1))
                    except (urllib.error.URLError, OSError, http.client.HTTPException):
                        break
                stop.join()
                server.kill()
                rows = lines(run("decisions", "--data", folder.data, "--json").stdout)
                identities = [row["id"] for row in rows]
                self.assertEqual(len(identities), len(set(identities)))
                held = [row["hit"] for row in rows if row["kind"] == "judged"]
                self.assertTrue(judged <= set(held), f"{len(judged - set(held))} answered judgements are lost")
                self.assertEqual(len(held), len(set(held)), "a judgement is there twice")
                self.assert_agreed(folder, set(held))
                kept = len(held)
            self.assertEqual(run("audit", "verify", "--data", folder.data).returncode, 0)
            self.assertGreater(kept, 0)
            # What the last kill left to screen is finished first; the message itself is known.
            run("ingest", "--data", folder.data, folder.base / "m.edi")
            self.assertEqual(folder.status()["messages"]["pending"], 0)
            digest = folder.digest()
            run("rebuild", "--data", folder.data, "--into", folder.base / "again", "--shuffle", 3)
            self.assertEqual(digest, run("state", "--digest", "--data", folder.base / "again").stdout.decode().strip())


if __name__ == "__main__":
    unittest.main(verbosity=1)
