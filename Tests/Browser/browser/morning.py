# SPDX-License-Identifier: Apache-2.0
"""Sign-in, purpose, the board that moves without moving (a-day.md 2, 3), and the keyboard."""

import re

from browser import messages
from browser.desk import BOARD, Desk

REFERENCE = "ST-21/KPU.03/2026"


def enter(stage, login, purpose=None, reference=None, post=None, fresh=False, **options):
    """Somebody at the desk with a purpose declared; the same session again unless a fresh one is asked for."""
    kept = None if fresh else stage.sessions.get(login)
    desk = Desk(stage.browser, stage.product.url, stage.screens, storage=kept, **options)
    if kept:
        desk.go("/")
        if desk.path != "/masuk":
            return desk
    if stage.product.is_outside:
        desk.sign_in_as(OUTSIDE[login])
    else:
        desk.sign_in(login, stage.product.accounts[login])
        if purpose:
            desk.declare(purpose, reference, post)
    if not fresh:
        stage.sessions[login] = desk.context.storage_state()
    return desk


# Whom the demonstration's one-press sign-in stands for, where the passwords are not known.
OUTSIDE = {
    "petugas": "officer",
    "petugas2": "officer",
    "analis": "analyst",
    "teknisi": "intake-engineer",
    "auditor": "auditor",
    "ppdp": "data-protection-officer",
    "admin": "administrator",
    "penyelia": "supervisor",
}


def officer(stage, **options):
    """Petugas Demo at the desk."""
    return enter(stage, "petugas", "arrival-control", REFERENCE, "CGK", **options)


def sign_in(stage):
    desk = Desk(stage.browser, stage.product.url, stage.screens)
    page = desk.page
    desk.go("/")
    stage.check("whoever is not signed in lands on the sign-in page", desk.path == "/masuk", desk.path)
    stage.check("the sign-in page speaks Indonesian first", page.get_attribute("html", "lang") == "id")
    for path in (BOARD, "/cari", "/audit", "/akun", "/karantina", "/daftar-pantau", "/serah-terima"):
        desk.go(path)
        stage.check(
            f"{path} shows nothing before sign-in",
            desk.path == "/masuk" or not page.locator("table").count(),
            desk.path,
        )
    desk.sign_in("petugas", "salah sama sekali")
    wrong = desk.text("[role=alert]")
    stage.check("a wrong password is refused in plain words", "Nama masuk atau kata sandi salah." in wrong, wrong)
    desk.sign_in("tidak.ada", "salah sama sekali")
    stage.check("an unknown name gets the same answer", desk.text("[role=alert]") == wrong)
    stage.check("the demonstration offers seven roles", page.locator("form[action='/masuk/peran'] button").count() == 7)
    desk.sign_in("petugas", stage.product.accounts.get("petugas", ""))
    stage.check("the right password opens the declaration of purpose", desk.path == "/tujuan", desk.path)
    answer = desk.go(BOARD)
    stage.check(
        "without a purpose the board stays closed", answer == 403 or desk.path == "/tujuan", f"{answer} {desk.path}"
    )
    desk.go("/tujuan")
    page.check("[name=tujuan][value=arrival-control]")
    page.fill("[name=nomor]", "ab")
    page.click("form[action='/tujuan'] button.primary")
    page.wait_for_load_state("domcontentloaded")
    stage.check("a reference of two letters is refused", desk.path == "/tujuan" and page.locator("#papan").count() == 0)
    desk.declare("arrival-control", REFERENCE, "CGK")
    stage.check("with purpose and reference the board opens", desk.path == BOARD, desk.path)
    banner = desk.text(".banner")
    stage.check(
        "the banner names purpose and reference",
        "pengawasan kedatangan" in banner and REFERENCE in banner and "berakhir" in banner,
        banner,
    )
    cookies = {cookie["name"]: cookie for cookie in desk.context.cookies()}
    stage.check(
        "every cookie is HttpOnly and SameSite=Strict",
        cookies and all(c["httpOnly"] and c["sameSite"] == "Strict" for c in cookies.values()),
        cookies,
    )
    stage.check("no script complained", not desk.problems, desk.problems)
    desk.sign_out()
    desk.go(BOARD)
    stage.check("after signing out the board is closed", desk.path == "/masuk", desk.path)
    desk.close()


def headers(stage):
    desk = officer(stage)
    answer = desk.context.request.get(stage.product.url + BOARD)
    policy = answer.headers.get("content-security-policy", "")
    stage.check(
        "no inline script or style is allowed",
        "unsafe-inline" not in policy and "unsafe-eval" not in policy and "default-src" in policy,
        policy,
    )
    stage.check("personal data are not cached", "no-store" in answer.headers.get("cache-control", ""))
    stage.check(
        "the page carries no inline style",
        desk.page.evaluate("document.querySelectorAll('[style], style:not([media])').length") == 0,
    )
    foreign = desk.context.request.post(
        stage.product.url + "/keluar", headers={"origin": "https://example.org", "sec-fetch-site": "cross-site"}
    )
    stage.check("a form from elsewhere is refused", foreign.status in (400, 403), foreign.status)
    desk.close()


def board(stage):
    desk = officer(stage)
    page = desk.page
    rows = page.locator("#papan tbody tr")
    stage.check("the board shows voyages", rows.count() >= 2, rows.count())
    due = page.locator("#papan tbody tr", has_text=stage.due.designation)
    stage.check("the flight of the day is on it", due.count() == 1, due.count())
    text = due.first.inner_text()
    stage.check(
        "its row counts the hits that wait and says the rank in a word",
        any(word in text for word in ("rendah", "sedang", "tinggi")),
        text,
    )
    stage.check(
        "the board says as of when, with the post's zone",
        re.search(r"\d\d\.\d\d\.\d\d WIB", desk.text("#keadaan")),
        desk.text("#keadaan"),
    )
    stage.check("the strip has a table behind it", page.locator(".strip table tr").count() > 1)
    stage.check("no name of a traveller is on the board", messages.COURIER.surname not in desk.text("body"))
    page.locator("a", has_text=re.compile("Peringkat")).first.click()
    page.wait_for_load_state("domcontentloaded")
    ranks = [int(r or 0) for r in page.eval_on_selector_all("#papan tbody tr", "r => r.map(x => x.dataset.rank)")]
    stage.check("sorting by rank puts the highest first", ranks == sorted(ranks, reverse=True), ranks[:12])
    stage.check("no script complained", not desk.problems, desk.problems)
    desk.close()


def live(stage):
    if stage.product.is_outside:
        return
    desk = officer(stage)
    page = desk.page
    page.wait_for_timeout(1200)
    before = page.eval_on_selector_all("#papan tbody tr", "r => r.map(x => x.dataset.id)")
    place = page.locator("#papan tbody tr").nth(1).bounding_box()
    stage.product.ingest(messages.paxlst(stage.sudden, stage.sudden.people, stage.now, "TBX00010"))
    page.wait_for_selector("#pembaruan:not([hidden])", timeout=15000)
    stage.check(
        "a pill tells of the new list", re.search(r"\d+ pembaruan", desk.text("#pembaruan")), desk.text("#pembaruan")
    )
    after = page.eval_on_selector_all("#papan tbody tr", "r => r.map(x => x.dataset.id)")
    stage.check("no row was added, moved or taken away meanwhile", before == after)
    stage.check("no row jumped", page.locator("#papan tbody tr").nth(1).bounding_box() == place)
    desk.shoot("board-update-waiting")
    page.click("#pembaruan")
    row = page.locator("#papan tbody tr", has_text=stage.sudden.designation)
    row.wait_for(timeout=5000)
    stage.check("pressed, the new voyage is there", row.count() == 1)
    stage.check("the pill is gone", page.locator("#pembaruan").is_hidden())
    stage.check("no script complained", not desk.problems, desk.problems)
    desk.close()


def keyboard(stage):
    desk = officer(stage, fresh=True)
    page = desk.page
    focused = "document.activeElement.closest('tr')?.dataset.id"
    ids = page.eval_on_selector_all("#papan tbody tr", "r => r.map(x => x.dataset.id)")
    page.keyboard.press("j")
    first = page.evaluate(focused)
    page.keyboard.press("j")
    second = page.evaluate(focused)
    page.keyboard.press("k")
    stage.check(
        "j and k go through the rows",
        first in ids and second in ids and first != second and page.evaluate(focused) == first,
        (first, second),
    )
    page.keyboard.press("?")
    stage.check("? opens the map of keys", page.locator("dialog#bantuan").is_visible())
    room = page.locator("dialog#bantuan .keys-room").bounding_box()
    button = page.locator("dialog#bantuan button").bounding_box()
    stage.check("its button covers no row", button["y"] >= room["y"] + room["height"], (room, button))
    desk.shoot("keyboard")
    page.keyboard.press("Escape")
    stage.check("Esc closes it", page.locator("dialog#bantuan").is_hidden())
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/perjalanan/"))
    stage.check("Enter opens the row", first in page.url, page.url)
    page.keyboard.press("g")
    page.keyboard.press("p")
    page.wait_for_url(re.compile(BOARD))
    stage.check("g p goes to the board", desk.path == BOARD)
    page.focus("#saring")
    page.keyboard.type("j?kgp")
    stage.check(
        "in a field the letters are letters", page.input_value("#saring") == "j?kgp", page.input_value("#saring")
    )
    stage.check("and open nothing", page.locator("dialog#bantuan").is_hidden() and desk.path == BOARD)
    desk.go("/bantuan")
    page.locator("form[action='/tampilan'] button[name=tombol]").first.click()
    page.wait_for_load_state("domcontentloaded")
    desk.go(BOARD)
    page.keyboard.press("?")
    stage.check("the letters can be switched off (WCAG 2.1.4)", page.locator("dialog#bantuan").is_hidden())
    desk.close()


def languages(stage):
    desk = officer(stage, fresh=True)
    page = desk.page
    desk.speak("en")
    stage.check("the switch turns the page English", page.get_attribute("html", "lang") == "en", desk.text("h1"))
    stage.check("and keeps the place", desk.path == BOARD)
    text = desk.text("body")
    left = [
        word
        for word in ("Kedatangan", "Penumpang", "Serah terima", "berakhir", "Kecocokan", "pembaruan")
        if word in text
    ]
    stage.check("no Indonesian word is left on the English board", not left, left)
    desk.speak("id")
    text = desk.text("body")
    left = [
        w
        for w in ("Arrivals", "Travellers", "Hand-over", "Search", "expires", "Voyage")
        if re.search(rf"\b{w}\b", text)
    ]
    stage.check("no English word is left on the Indonesian board", not left, left)
    desk.close()


def sign_in_as(stage):
    """Whom the demonstration's one press signs in; the day has made further officers by then."""
    for role, name, path in (
        ("officer", "Petugas Demo", "/papan"),
        ("analyst", "Analis Demo", "/daftar-pantau"),
        ("supervisor", "Penyelia Demo", "/keputusan"),
        ("intake-engineer", "Teknisi Demo", "/karantina"),
        ("administrator", "Administrator Demo", "/akun"),
        ("auditor", "Auditor Demo", "/audit"),
        ("data-protection-officer", "Pejabat PDP Demo", "/penangguhan"),
    ):
        desk = Desk(stage.browser, stage.product.url, stage.screens)
        desk.sign_in_as(role)
        stage.check(f"one press is {name}", name in desk.text(".banner"), desk.text(".banner"))
        stage.check(f"and opens {path}", path in desk.menu() and desk.go(path) == 200, desk.menu())
        desk.close()


def ended(stage):
    """A board left open on a screen whose session ends elsewhere."""
    desk = officer(stage, fresh=True)
    page = desk.page
    page.wait_for_selector("#keadaan.on")
    other = desk.context.new_page()
    other.goto(stage.product.url + "/bantuan")
    other.click("form[action='/keluar'] button")
    page.wait_for_selector("#masuk-lagi:not([hidden])", timeout=30000)
    stage.check("an open board says that the session ended", "berakhir" in desk.text("#macet"), desk.text("#macet"))
    desk.shoot("board-ended")
    page.click("#masuk-lagi")
    page.wait_for_load_state("domcontentloaded")
    stage.check("and leads back to the sign-in", desk.path == "/masuk", desk.path)
    stage.check("no script complained", not desk.problems, desk.problems)
    desk.close()


SCENES = [
    ("Sign-in and purpose", sign_in),
    ("Sign in as", sign_in_as),
    ("A session ends under an open board", ended),
    ("Headers and forms from elsewhere", headers),
    ("The board", board),
    ("The board moves", live),
    ("Keyboard", keyboard),
    ("Two languages", languages),
]
