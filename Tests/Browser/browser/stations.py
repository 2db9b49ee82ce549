# SPDX-License-Identifier: Apache-2.0
"""A station with the camera of a real browser (docs/faces.md), fed from films of invented people: two confirm, one is
not enough, a stranger leaves nothing on disk. Needs face engine and head shapes (scripts/setup.sh faces, then heads)."""

import re
import time

from browser import messages, pages
from browser.desk import BOARD
from browser.gate import BASIS, FINDS, INSTRUCTION, LAPSES, PATIENCE, REASON, STRANGER
from browser.gate import Gate, canaries, left_behind, missing, until
from browser.morning import enter

# The reviewers: another officer at the post, and the analyst.
REVIEWERS = [
    ("petugas2", "arrival-control", "ST-22/KPU.03/2026", "CGK"),
    ("analis", "targeting", "ST-31/P2/2026", None),
]
BEGUN, MISSED = "Tinjauan dimulai", "Terlewat karena kurang pemeriksa"


def on_duty(gate):
    """Two reviewers at their pages, each with a browser context of their own."""
    desks = []
    for login, purpose, reference, post in REVIEWERS:
        desk = enter(gate.stage, login, purpose, reference, post)
        desk.page.set_default_timeout(PATIENCE)
        desk.go("/tinjau-wajah")
        desks.append(desk)
    for desk in desks:
        until(desk.page, "document.querySelector('#petugas-jaga').textContent === '2'")
    return desks


def answer(stage, desk):
    """Takes the review that waits and says by the keyboard that it is the same person; the review."""
    page = desk.page
    page.wait_for_selector("#ambil:not([hidden])")
    page.locator("#ambil button").press("Enter")
    page.wait_for_url(re.compile("/tinjau-wajah/[0-9a-f]{32}"))
    until(
        page,
        "document.querySelectorAll('img[data-view]').length === 2"
        " && [...document.querySelectorAll('img[data-view]')].every(i => i.complete && i.naturalWidth === 320)",
    )
    text = desk.text()
    blind = "Skor disembunyikan" in text and "/ 100" not in text
    stage.check("a reviewer sees both pictures and no score", blind, text[:400])
    page.locator("h1").click()
    page.keyboard.press("1")
    page.keyboard.type("hidung dan telinga sesuai")
    page.keyboard.press("Enter")
    page.wait_for_selector("main p[role=status]")
    stage.check("the answer is taken", "Jawaban Anda tercatat" in desk.text(), desk.text()[:300])
    return desk.path.rpartition("/")[2]


def found(gate):
    """An enrolled person before the camera."""
    stage = gate.stage
    reviewers = on_duty(gate)
    camera = gate.camera(FINDS, "wanted")
    stage.check("nothing runs before it is switched on", camera.page.locator("#spanduk").is_hidden())
    camera.start()
    stage.check("a banner says that the camera runs", camera.page.locator("#spanduk").is_visible())
    first, second = reviewers
    first.page.wait_for_selector("#ambil:not([hidden])")
    camera.shows_nothing("before anybody answered")
    review = answer(stage, first)
    camera.shows_nothing("after one answer")
    asked = {part: camera.asks(f"/stasiun/{FINDS}/{review}/{part}").status for part in ("wajah", "foto")}
    stage.check("nor does it give the pictures to who knows their address", set(asked.values()) == {404}, asked)
    answer(stage, second)
    page = camera.page
    page.wait_for_selector("#daftar article.face-match")
    until(page, "[...document.querySelectorAll('#daftar img')].every(i => i.complete && i.naturalWidth === 320)")
    text = camera.desk.text("#daftar article")
    stage.check("after two the station shows face and photograph", page.locator("#daftar img").count() == 2)
    stage.check("and the reason, the basis and what to do", all(w in text for w in (REASON, BASIS, INSTRUCTION)), text)
    stage.check("the person was searched once", page.inner_text("#orang") == "1", page.inner_text("#orang"))
    pages.inspect(stage, camera.desk, "stasiun")
    camera.desk.shoot("stasiun")
    camera.stop()
    on_voyage(gate)
    page.locator("#daftar input[name=hasil][value=stopped]").check()
    page.locator("#daftar form button").click()
    page.wait_for_load_state("domcontentloaded")
    stage.check("what happened is recorded, and the picture is gone", page.locator("main img").count() == 0)
    for desk in reviewers:
        stage.check("no script complained to a reviewer", not desk.problems, desk.problems)
        desk.close()
    camera.close()


def on_voyage(gate):
    """The hit stands on the board, the voyage and the traveller's card."""
    stage = gate.stage
    desk = enter(stage, *REVIEWERS[0])
    desk.go(BOARD)
    row = desk.page.locator("#papan tbody tr", has_text=gate.flight.designation)
    stage.check("the board marks the voyage", row.locator(".face-mark").inner_text().strip() != "", row.inner_text())
    desk.open_voyage(gate.flight.designation)
    card = desk.page.locator("section[aria-labelledby=wajah]")
    stage.check("the voyage names the station that saw them", card.count() == 1 and FINDS in card.inner_text())
    card.locator("a[href^='/penumpang/']").first.click()
    desk.page.wait_for_url(re.compile("/penumpang/"))
    stage.check("and leads to the traveller", messages.COURIER.surname in desk.text("h1"), desk.text("h1"))
    desk.close()


def figure(desk, label):
    """A figure of the reviewers' page, fetched beside the page, which stays open."""
    html = desk.context.request.get(desk.base + "/tinjau-wajah").text()
    found = re.search(re.escape(label) + r"</dt><dd[^>]*>(\d+)", html)
    return int(found.group(1)) if found else 0


def alone(gate):
    """With one reviewer a review lapses; meanwhile a stranger walks by another station."""
    stage = gate.stage
    reviewer = enter(stage, *REVIEWERS[0])
    reviewer.go("/tinjau-wajah")
    until(reviewer.page, "document.querySelector('#petugas-jaga').textContent === '1'")
    before = {label: figure(reviewer, label) for label in (BEGUN, MISSED)}
    camera = gate.camera(LAPSES, "wanted")
    camera.start()
    begun = figure(reviewer, BEGUN) - before[BEGUN]
    stage.check("with one reviewer a review begins too", begun == 1, begun)
    stage.check("but nobody is given it", reviewer.page.locator("#ambil").is_hidden())
    camera.shows_nothing("with one reviewer")
    camera.stop()
    stranger(gate, reviewer)
    deadline = time.monotonic() + PATIENCE / 1000
    while figure(reviewer, MISSED) == before[MISSED] and time.monotonic() < deadline:
        time.sleep(0.5)
    missed = figure(reviewer, MISSED) - before[MISSED]
    stage.check("it lapses and is counted as missed for want of reviewers", missed == 1, missed)
    reviewer.go("/tinjau-wajah")
    told = reviewer.text("dl.facts")
    stage.check("and why is told", "kurang dari dua pemeriksa bertugas" in told, told)
    camera.shows_nothing("after it lapsed")
    reviewer.close()
    camera.close()


def stranger(gate, reviewer):
    """Somebody whom nobody looks for: searched, and nowhere afterwards."""
    stage, data = gate.stage, gate.product.data
    begun = figure(reviewer, BEGUN)
    camera = gate.camera(STRANGER, "stranger")
    camera.start()
    camera.stop()
    stage.check("no review begins for a stranger", figure(reviewer, BEGUN) == begun)
    camera.shows_nothing("of a stranger")
    camera.close()
    own = [path.read_bytes() for path in gate.pictures["stranger"].glob("*.jpg")]
    gate.searched = canaries(camera.frames + own)
    stage.check("the camera sent frames", len(camera.frames) > 0 and len(gate.searched) > 10, len(gate.searched))
    leaves_nothing(gate, "while the server runs")
    # The search must find what is there: the frame itself, and what the log says of the camera.
    planted = data / "ditanam.bin"
    planted.write_bytes(b"before" + camera.frames[-1] + b"behind")
    named = left_behind(data, gate.searched)
    stage.check("a planted frame would be found", named == [planted.name], named)
    planted.unlink()
    said = left_behind(data, {f"{STRANGER} camera begins".encode()})
    stage.check("that the camera ran is on disk, and would be found", said)


def leaves_nothing(gate, when):
    """No byte of any picture that the cameras sent, of strangers and of those found, is in the data folder."""
    frames = [frame for camera in gate.cameras for frame in camera.frames]
    named = left_behind(gate.product.data, gate.searched | canaries(frames))
    gate.stage.check(f"{when} no byte of a camera's picture is on disk", not named, named)


def play(stage):
    if stage.product.is_outside:
        return
    why = missing(stage.product)
    if why:
        stage.ledger.skip(f"stations: {why}")
        return
    gate = Gate(stage)
    try:
        began = time.monotonic()
        gate.prepare()
        prepared = time.monotonic()
        found(gate)
        alone(gate)
        gate.product.stop()
        leaves_nothing(gate, "after the server has stopped")
        print(f"        {prepared - began:.0f} s to prepare, {time.monotonic() - prepared:.0f} s at the stations")
    finally:
        gate.close()


SCENES = [("Stations: two confirm, one is not enough, a stranger leaves nothing", play)]
