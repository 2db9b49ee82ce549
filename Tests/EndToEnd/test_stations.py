# SPDX-License-Identifier: Apache-2.0
"""Stations: what keeps one from running is said plainly, a fixed camera is let in by its own token alone, and whatever it sends
leaves no byte in the data folder."""
import json
import struct
import subprocess
import unittest
import urllib.request
import zlib

from product import BINARY, Folder, Server
from test_desk import Person, answered

CANARY = b"CANARY-STRANGER-7731"
PLAN = """
stations:
  - name: CGK-gerbang1
    place: Gerbang kedatangan 1
    purpose: arrival-control
    hours: 00:00-24:00
    kind: gate-camera
    instruction: Antar ke meja pemeriksaan.
"""


def picture(side=320):
    """A drawn PNG whose pixels and whose comment hold the canary, uncompressed."""
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    row = (CANARY * (side * 3 // len(CANARY) + 1))[: side * 3]
    rows = b"".join(b"\x00" + row for _ in range(side))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
            + chunk(b"tEXt", b"Comment\x00" + CANARY) + chunk(b"IDAT", zlib.compress(rows, 0)) + chunk(b"IEND", b""))


class Stations(unittest.TestCase):
    def setUp(self):
        self.folder = Folder(demo=True)
        self.folder.__enter__()
        self.addCleanup(self.folder.__exit__)
        (self.folder.data / "stations.yaml").write_text(PLAN)
        self.token = self.folder.data / "cameras" / "CGK-gerbang1.token"
        self.token.parent.mkdir()
        self.token.write_text("fixed-camera-token-1234\n")
        self.pictures = self.folder.base / "pictures"
        self.pictures.mkdir()
        for number in range(3):
            (self.pictures / f"{number}.png").write_bytes(picture())

    def watch(self, server, token=None, station="CGK-gerbang1"):
        return subprocess.run(
            [str(BINARY), "face", "watch", "--station", station, "--desk", server.url, "--token-file",
             str(token or self.token), "--rate", "50", "--json", str(self.pictures)], capture_output=True, timeout=120)

    def officer(self, server, role="officer", purpose="arrival-control"):
        person = Person(server, role)
        person.get("/tujuan")
        answered(person, "/tujuan", {"tujuan": purpose, "nomor": "ST-1/2026"})
        return person

    def test_frames_leave_nothing_behind(self):
        with Server(self.folder.data) as server:
            done = self.watch(server)
            said = done.stderr.decode()
            figures = json.loads(done.stdout.decode().strip().splitlines()[-1])
            if done.returncode == 0:
                self.assertEqual(figures["frames"], 3, said)
            else:
                # Without an engine, a gallery or a proven threshold nothing is searched, and the camera is told why.
                self.assertRegex(said, "no-engine|no-gallery|uncalibrated|closed")
            everything = list(self.folder.bytes_everywhere())
        for path, content in everything + list(self.folder.bytes_everywhere()):
            self.assertNotIn(CANARY, content, path)

    def test_only_the_token_of_the_station_opens_it(self):
        other = self.folder.base / "other.token"
        other.write_text("another-token-of-nobody\n")
        with Server(self.folder.data) as server:
            for token, station in [(other, "CGK-gerbang1"), (self.token, "CGK-gerbang2")]:
                done = self.watch(server, token, station)
                self.assertEqual(done.returncode, 1)
                self.assertIn("not-admitted", done.stderr.decode())
            opened = urllib.request.urlopen(urllib.request.Request(
                server.url + "/stasiun", headers={"Authorization": "Bearer fixed-camera-token-1234"}))
            self.assertTrue(opened.url.endswith("/masuk"), "the token opens the entrance of frames alone")

    def test_the_page_says_what_is_missing_and_may_use_the_camera(self):
        with Server(self.folder.data, "--demo") as server:
            officer = self.officer(server)
            self.assertIn("CGK-gerbang1", officer.get("/stasiun"))
            answer = officer.opener.open(server.url + "/stasiun/CGK-gerbang1")
            self.assertTrue(answer.headers["permissions-policy"].startswith("camera=(self)"))
            page = answer.read().decode()
            self.assertIn("Gerbang kedatangan 1", page)
            if 'id="nyala" type="button" disabled' in page:
                self.assertRegex(page, 'role="alert">[^<]{20,}')
            board = officer.opener.open(server.url + "/papan")
            self.assertTrue(board.headers["permissions-policy"].startswith("camera=()"))
            reviewer = self.officer(server, "analyst", "targeting")
            page = reviewer.get("/tinjau-wajah")
            self.assertIn("Tidak ada wajah yang menunggu", page)
            self.assertIn("Kurang dari dua pemeriksa", page)

    def test_a_reviewer_is_on_duty_while_the_page_is_open(self):
        with Server(self.folder.data, "--demo") as server:
            first = self.officer(server, "analyst", "targeting")
            second = self.officer(server, "officer")
            lines = [person.opener.open(server.url + "/live/face", timeout=20) for person in (first, second)]
            text = ""
            while '"duty":2' not in text:
                text = lines[0].readline().decode()
            for line in lines:
                line.close()

    def test_a_plan_that_is_wrong_keeps_the_server_from_starting_and_says_all(self):
        (self.folder.data / "stations.yaml").write_text(PLAN.replace("gate-camera", "Gate").replace("24:00", "25:00"))
        done = subprocess.run([str(BINARY), "serve", "--data", str(self.folder.data), "--listen", "127.0.0.1:1"],
                              capture_output=True, timeout=60)
        self.assertEqual(done.returncode, 64)
        said = done.stderr.decode()
        self.assertTrue("hours" in said and "kind" in said, said)


if __name__ == "__main__":
    unittest.main()
