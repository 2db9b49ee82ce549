# SPDX-License-Identifier: Apache-2.0
"""A product of its own with stations, browsers whose camera is a film of an invented person, what is left on disk."""

import base64
import copy
import shutil
import time
from datetime import timedelta

from browser import messages
from browser.morning import REFERENCE, enter
from browser.product import ROOT, Product

REASON, BASIS = "Periksa bagasi", "NHI-7/2026"
INSTRUCTION = "Antar ke meja pemeriksaan."
# Three stations, since each follows for itself whom it has seen last.
FINDS, LAPSES, STRANGER = "CGK-gerbang1", "CGK-gerbang2", "CGK-gerbang3"
PLAN = "review-seconds: 40\nstations:\n" + "".join(
    f"""  - name: {name}
    place: Gerbang uji {name[-1]}
    purpose: arrival-control
    hours: 00:00-24:00
    kind: invented
    instruction: {INSTRUCTION}
"""
    for name in (FINDS, LAPSES, STRANGER)
)
# The pictures that the page sends, kept by the browser for the test as the page has them made.
KEEP_FRAMES = """
window.sentPictures = [];
const make = HTMLCanvasElement.prototype.toBlob;
HTMLCanvasElement.prototype.toBlob = function (done, ...how) {
  make.call(this, (picture) => { window.sentPictures.push(picture); done(picture); }, ...how);
};
"""
KEPT_FRAMES = """() => Promise.all(window.sentPictures.map((picture) => new Promise((done) => {
  const reader = new FileReader();
  reader.onload = () => done(reader.result);
  reader.readAsDataURL(picture);
})))"""
# A machine that is busy takes its time; each wait ends with what is waited for.
PATIENCE = 90_000


def missing(product):
    """What is not set up; None when all is there."""
    for part, stamp in (("faces", "the face engine"), ("heads", "the head shapes of invented people")):
        if not (ROOT / ".cermat" / part / "stamp").exists():
            return f"{stamp} are not set up (scripts/setup.sh {part})"
    return None if product.binary.exists() else "there is no program"


class Gate:
    """A product of its own, so that its data folder holds nothing but this day, with films of two invented people."""

    def __init__(self, stage):
        self.product = Product()
        self.films = self.product.folder / "films"
        self.stage = copy.copy(stage)
        self.stage.product, self.stage.sessions = self.product, {}
        self.cameras = []

    def prepare(self):
        product, now = self.product, self.stage.now
        product.prepare(messages.watchlist(now.date()))
        self.flight = today(now)
        product.ingest(messages.paxlst(self.flight, self.flight.people, now - timedelta(minutes=30), "TBX00001"))
        (product.data / "stations.yaml").write_text(PLAN)
        shutil.copy(ROOT / "Tables/faces/calibration-invented.json", product.data / "face-calibration-invented.json")
        world = product.folder / "world"
        product.run(
            "world", "--residents", 300, "--days", 1, "--voyages-per-day", 6, "--seed", 11,
            "--anchor", "2026-11-28T08:00", "--faces", "--faces-of-residents", 0, "--faces-of-wanted", 0,
            "--passers-by", 0, "--faces-to-measure", 2, "--out", world,
        )
        people = world / "faces" / "people"
        self.pictures = {name: people / folder for name, folder in (("wanted", "P0001"), ("stranger", "P0002"))}
        self.films.mkdir()
        for name, folder in self.pictures.items():
            # The camera plays a film again from its beginning when it has ended.
            (self.films / f"{name}.mjpeg").write_bytes((folder / "gate.jpg").read_bytes() * 10)
        entries = product.folder / "enrolment.csv"
        entries.write_text(f"PICTURE,ENTRY\n{self.pictures['wanted'] / 'file.jpg'},T-1\n")
        product.run("face", "enrol", "--data", product.data, entries)
        product.serve()

    def camera(self, station, film):
        """A browser of its own, whose camera shows a film, at a station."""
        browser = self.stage.another_browser(
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
            f"--use-file-for-fake-video-capture={self.films / (film + '.mjpeg')}",
        )
        camera = Camera(browser, self.stage, station)
        self.cameras.append(camera)
        return camera

    def close(self):
        for camera in self.cameras:
            camera.close()
        self.product.close()


class Camera:
    """The officer's page of a station, and everything that it sent and was answered."""

    def __init__(self, browser, stage, station):
        self.browser, self.stage, self.station = browser, stage, station
        opened = copy.copy(stage)
        opened.browser = browser
        self.desk = enter(opened, "petugas", "arrival-control", REFERENCE, "CGK")
        self.page = self.desk.page
        self.page.set_default_timeout(PATIENCE)
        self.frames, self.answers, self.kinds = [], [], set()
        self.page.add_init_script(KEEP_FRAMES)
        self.page.on("response", self._answered)
        self.desk.go(f"/stasiun/{station}")

    def _answered(self, response):
        self.kinds.add(response.headers.get("content-type", ""))
        if response.url.endswith("/frame") and response.status == 200:
            self.answers.append(response)

    def start(self):
        """Switches the camera on; returns when one person was searched."""
        self.page.click("#nyala")
        try:
            until(self.page, "Number(document.querySelector('#orang').textContent) > 0")
        except TimeoutError as problem:
            raise TimeoutError(f"nobody was searched at {self.station}: {self.desk.text('#stasiun')}") from problem

    def stop(self):
        """Switches it off; what it sent is in `frames` from then on."""
        self.page.click("#padam")
        self.frames = [base64.b64decode(text.partition(",")[2]) for text in self.page.evaluate(KEPT_FRAMES)]

    def asks(self, path):
        """What the station's officer is answered who asks beside the page."""
        return self.desk.context.request.get(self.desk.base + path)

    def close(self):
        self.browser.close()

    def shows_nothing(self, when):
        """Checks text, pictures and all that came over the line."""
        check = self.stage.check
        text = self.desk.text("body")
        person = messages.COURIER
        told = [w for w in (person.surname, person.passport, REASON, BASIS, INSTRUCTION) if w in text]
        silent = not told and "Belum ada yang dipastikan" in text
        check(f"{when} the station tells nothing of anybody", silent, told or text[:400])
        pictures = self.page.locator("main img").count() + self.page.locator("#daftar article").count()
        check(f"{when} it shows no picture", pictures == 0 and "image/bmp" not in self.kinds, self.kinds)
        fields = {tuple(sorted(answer.json())) for answer in list(self.answers)}
        check(f"{when} the camera was answered with counts alone", fields == {("faces", "searched")}, fields)
        news = self.asks(f"/api/station/{self.station}").text()
        check(f"{when} asked for news there is none", news == "[]", news[:200])


def until(page, expression):
    """Waits until an expression holds in a page; Playwright's own wait would be kept from it by the page's policy."""
    deadline = time.monotonic() + PATIENCE / 1000
    while not page.evaluate(expression):
        if time.monotonic() > deadline:
            raise TimeoutError(expression)
        page.wait_for_timeout(50)


def today(now):
    """A flight with the courier that lands on the post's own day."""
    clock = now.astimezone(messages.WIB)
    landing = min(clock + timedelta(minutes=85), clock.replace(hour=23, minute=58)).replace(second=0, microsecond=0)
    leaving = (landing - timedelta(minutes=105)).astimezone(messages.SGT)
    people = [messages.COURIER, messages.BYSTANDER]
    return messages.Flight("GA", "827", "SIN", "CGK", leaving, landing, people)


def canaries(pictures):
    """Bytes of the pictures' own: sixty-four of the coded image, here and there."""
    return {picture[at : at + 64] for picture in pictures for at in range(len(picture) // 4, len(picture) - 64, 4096)}


def left_behind(folder, wanted):
    """The files of a folder that hold any of some bytes."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if (body := path.read_bytes()) and any(piece in body for piece in wanted)]
