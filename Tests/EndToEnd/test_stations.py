# SPDX-License-Identifier: Apache-2.0
"""Stations: what keeps one from running is said plainly, a fixed camera is let in by its own token alone, and whatever it sends
leaves no byte in the data folder."""
import http.server
import json
import sqlite3
import struct
import subprocess
import threading
import time
import unittest
import urllib.request
import zlib

from product import BINARY, Folder, Server, run
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


class SlowDesk:
    """Takes frames as a desk does, a quarter of a second each, and notes when each came."""

    def __init__(self, seconds=0.25):
        self.seconds = seconds

    def __enter__(self):
        self.taken = []
        self.came = threading.Condition()

        class Taker(http.server.BaseHTTPRequestHandler):
            def do_POST(handler):
                body = handler.rfile.read(int(handler.headers["content-length"]))
                with self.came:
                    self.taken.append((number_of(body), time.monotonic()))
                    self.came.notify_all()
                time.sleep(self.seconds)
                answer = b'{"faces":0,"searched":0}'
                handler.send_response(200)
                handler.send_header("content-length", str(len(answer)))
                handler.end_headers()
                handler.wfile.write(answer)

            def log_message(handler, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Taker)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        return self

    def wait_for(self, frames):
        """The numbers and times of so many frames, once they have come."""
        with self.came:
            if not self.came.wait_for(lambda: len(self.taken) >= frames, 120):
                raise AssertionError(f"{len(self.taken)} of {frames} frames came")
            return self.taken[:frames]

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


def numbered(number):
    """A JPEG as far as its markers go, with a number in a comment."""
    return b"\xff\xd8\xff\xfe\x00\x08" + b"%06d" % number + b"\xff\xda\x00\x02" + b"\x00" * 2000 + b"\xff\xd9"


def number_of(frame):
    return int(frame[6:12])


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

    def camera(self, desk, source, *options, **more):
        return subprocess.Popen(
            [str(BINARY), "face", "watch", "--station", "CGK-gerbang1", "--desk", desk.url, "--token-file", str(self.token),
             "--rate", "5", "--json", *options, str(source)],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **more)

    def test_of_a_stream_that_is_faster_the_newest_frame_is_looked_at(self):
        with SlowDesk() as desk:
            camera = self.camera(desk, "-", stdin=subprocess.PIPE)
            sent = {}
            for number in range(150):
                sent[number] = time.monotonic()
                camera.stdin.write(numbered(number))
                camera.stdin.flush()
                time.sleep(0.02)
            camera.stdin.close()
            figures = json.loads(camera.stdout.read())
            self.assertEqual(camera.wait(20), 0)
        late = [came - sent[number] for number, came in desk.taken[1:]]
        self.assertLess(max(late), 0.5, "no frame waited for those before it")
        self.assertEqual(desk.taken[-1][0], 149, "the last frame is looked at")
        self.assertGreater(figures["passedOver"], 100)
        self.assertEqual(figures["frames"] + figures["passedOver"], 150)

    def test_of_a_file_every_frame_is_looked_at(self):
        film = self.folder.base / "film.mjpeg"
        film.write_bytes(b"".join(numbered(number) for number in range(6)))
        with SlowDesk() as desk:
            with open(film, "rb") as stream:
                for camera in (self.camera(desk, film), self.camera(desk, "-", stdin=stream)):
                    figures = json.loads(camera.stdout.read())
                    self.assertEqual(camera.wait(20), 0)
                    self.assertEqual((figures["frames"], figures["passedOver"]), (6, 0))
        self.assertEqual(sorted(number for number, _ in desk.taken), sorted([*range(6)] * 2))

    def film(self, frames):
        film = self.folder.base / "film.mjpeg"
        film.write_bytes(b"".join(numbered(number) for number in range(frames)))
        return film

    def played(self, frames, *options, of):
        """The first frames that come of a film that is played until the camera is stopped."""
        with SlowDesk(0) as desk, self.camera(desk, self.film(of), *options) as camera:
            try:
                return desk.wait_for(frames)
            finally:
                camera.terminate()

    def test_a_film_is_played_again_until_the_camera_is_stopped(self):
        self.assertEqual([number for number, _ in self.played(8, "--repeat", of=3)], [0, 1, 2, 0, 1, 2, 0, 1])

    def test_after_so_many_pictures_the_camera_rests_also_when_the_film_begins_again(self):
        taken = self.played(8, "--repeat", "--pause-every", "3", "--pause-seconds", "4", of=4)
        self.assertEqual([number for number, _ in taken], [0, 1, 2, 3, 0, 1, 2, 3])
        waits = [later - before for (_, before), (_, later) in zip(taken, taken[1:])]
        self.assertEqual([place for place, wait in enumerate(waits, 1) if wait >= 4], [3, 6], waits)

    def test_a_film_without_pictures_is_not_played_for_ever(self):
        with SlowDesk(0) as desk, self.camera(desk, self.film(0), "--repeat") as camera:
            self.assertEqual(json.loads(camera.stdout.read())["frames"], 0)
            self.assertEqual(camera.wait(60), 0)

    def test_what_cannot_be_repeated_or_rested_is_refused_before_anything_is_sent(self):
        film = self.film(1)
        with SlowDesk(0) as desk:
            for options, source in [(["--repeat"], "-"), (["--pause-every", "0"], film),
                                    (["--pause-every", "2", "--pause-seconds", "0"], film)]:
                with self.camera(desk, source, *options, stdin=subprocess.DEVNULL) as camera:
                    camera.stdout.read()
                    self.assertEqual(camera.wait(60), 64, options)
            with self.camera(desk, self.folder.base / "missing.mjpeg") as camera:
                camera.stdout.read()
                self.assertEqual(camera.wait(60), 1, "a source that is not there is said, and nothing breaks")
            self.assertEqual(desk.taken, [])

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

    def test_one_damaged_record_of_a_face_hides_nothing_and_is_told(self):
        with sqlite3.connect(self.folder.data / "cermat.sqlite") as db:
            db.execute("INSERT INTO decision (id, at, kind, key, sealed) "
                       "SELECT randomblob(16), ?, 'face', number, zeroblob(64) FROM data_key LIMIT 1",
                       (int(time.time() * 1000),))
        db.close()
        with Server(self.folder.data, "--demo") as server:
            officer = self.officer(server)
            for page, mark in [("/papan", "<table"), ("/atensi", "Atensi hari ini"), ("/stasiun/CGK-gerbang1", "Gerbang")]:
                self.assertIn(mark, officer.get(page), page)
            told = run("doctor", "--data", self.folder.data, check=False)
            self.assertEqual(told.returncode, 1)
            self.assertIn("Face records that cannot be opened: 1", told.stdout.decode())

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
