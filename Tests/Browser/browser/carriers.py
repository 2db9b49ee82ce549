# SPDX-License-Identifier: Apache-2.0
"""Carrier profiles and the quarantine read again; a passport under a reader at a land post (a-day.md 8)."""

from datetime import timedelta

from browser import messages, pages
from browser.desk import DOCUMENT, Desk
from browser.landpost import LAND_POST
from browser.trial import engineer

PROFILE = """id: zz-air
title: "ZZ Air"
carriers: [ZZ]
kinds: [PAXLST]
repairs:
  tags: {UIB: UNB, UIH: UNH, UIT: UNT, UIZ: UNZ}
deviations: [wrong-totals]
"""


def unreadable(now):
    """A list whose envelope segments have other names; nobody reads it without being told."""
    sent, leaves, lands = now - timedelta(hours=3), now + timedelta(hours=2), now + timedelta(hours=4)
    return (
        f"UIB+UNOA:4+ZZ+IDCUST+{sent:%y%m%d:%H%M}+R1'UIH+1+PAXLST:D:12B:UN:IATA+R1'BGM+745'TDT+20+ZZ825+++ZZ'"
        f"LOC+125+SIN'DTM+189:{leaves:%y%m%d%H%M}:201'LOC+87+CGK'DTM+232:{lands:%y%m%d%H%M}:201'"
        "NAD+FL+++ULANGSARI:TIKA'DTM+329:850412'DOC+P:110:111+X1000003'LOC+91+IDN'CNT+42:2'UIT+14+1'UIZ+1+R1'"
    ).encode()


def profile(stage):
    if stage.product.is_outside:
        return
    stage.product.ingest(unreadable(stage.now), allowed=(0, 1))
    desk = engineer(stage)
    page = desk.page
    desk.go("/pengangkut")
    stage.check("the list of profiles says what it is for when it is empty", len(desk.text("main")) > 80)
    pages.inspect(stage, desk, "pengangkut empty")

    def act(text, action):
        page.fill("[name=teks]", text)
        page.locator(f"button[name=aksi][value={action}]").click()
        page.wait_for_load_state("domcontentloaded")
        return desk.text("main")

    text = act("id: Z Z\nkinds: [LETTER]\ncolour: red\n", "coba")
    stage.check("everything wrong in a profile is said at once", "colour" in text and "LETTER" in text, text[:400])
    pages.inspect(stage, desk, "pengangkut with problems")
    text = act(PROFILE, "coba")
    stage.check("before saving it says what the profile would open", "1" in text and "zz-air" in page.content())
    pages.inspect(stage, desk, "pengangkut tried")
    desk.shoot("pengangkut-coba")
    act(PROFILE, "simpan")
    said = desk.text("body")
    stage.check("saving has the quarantine read again", "dibaca ulang di latar belakang" in said, said[:400])
    stage.check("and leads to the versions", desk.path == "/pengangkut/zz-air", desk.path)
    pages.inspect(stage, desk, "pengangkut versions")
    desk.shoot("pengangkut")
    desk.go("/karantina")
    # The line moves by itself until all is read.
    page.locator("main .notice.ok", has_text="Selesai dibaca ulang").wait_for()
    desk.go("/karantina")
    stage.check("the quarantine says what went out of it", page.locator("main .tag.ok").count() == 1, desk.text("main")[:300])
    pages.inspect(stage, desk, "karantina after a replay")
    desk.close()


def digit(text):
    """The check digit of ICAO 9303."""
    values = [0 if c == "<" else int(c) if c.isdigit() else ord(c) - 55 for c in text]
    return str(sum(value * (7, 3, 1)[i % 3] for i, value in enumerate(values)) % 10)


def passport(person):
    born = person.born[2:4] + person.born[5:7] + person.born[8:10]
    number, expiry, rest = person.passport.ljust(9, "<"), "300801", "<" * 14
    names = f"{person.surname}<<{person.given.replace(' ', '<')}".ljust(39, "<")
    fields = number + digit(number), born + digit(born), expiry + digit(expiry), rest + "<"
    whole = digit("".join(fields))
    return f"P<{person.nation}{names}\n{fields[0]}{person.nation}{fields[1]}{person.sex}{fields[2]}{fields[3]}{whole}"


def zone(stage):
    """The passport of somebody whom no carrier announced, its birth date misread."""
    if stage.product.is_outside:
        return
    person = messages.Person("LINTASARI", "MEGA AYU", "1990-01-20", "F", "IDN", "X7700123", "", "", "")
    read = passport(person)
    desk = Desk(stage.browser, stage.product.url, stage.screens)
    page = desk.page
    desk.sign_in("lintas", "hujan di atas bukit")
    desk.declare("arrival-control", "ST-41/PLBN/2026", LAND_POST)

    def scan(text):
        desk.go(DOCUMENT)
        page.fill("[name=zona]", text)
        page.locator("form[action='/dokumen/zona'] button").first.click()
        page.wait_for_load_state("domcontentloaded")
        return desk.text("main")

    stage.check("what is no zone is said so", "MRZ" in scan("bukan apa-apa"))
    text = scan(read)
    stage.check("a zone is read, its digits judged in words", "Semua angka periksa cocok" in text, text[:300])
    text = scan(read.replace("900120", "9O0120"))
    stage.check("a misread one is not believed", "Semua angka periksa cocok" not in text, text[:300])
    pages.inspect(stage, desk, "zona with a repair")
    pages.language(stage, desk, "zona with a repair", "id")
    desk.shoot("zona")
    page.get_by_role("button", name="Pakai perbaikan ini").first.click()
    page.wait_for_load_state("domcontentloaded")
    text = desk.text("main")
    stage.check("an accepted repair is shown as such", "Perbaikan yang Anda pakai" in text and "LINTASARI" in text, text[:300])
    page.get_by_role("button", name="Catat kedatangan ini").or_(
        page.get_by_role("button", name="Tetap catat lintasan ini")).first.click()
    page.wait_for_load_state("domcontentloaded")
    page.wait_for_timeout(2500)
    page.reload()
    text = desk.text("main")
    stage.check("the crossing is registered and screened", "Lintasan tercatat" in desk.text("body"), text[:300])
    pages.inspect(stage, desk, "a registered crossing")
    page.get_by_role("link", name="Buka lintasan").first.click()
    page.wait_for_load_state("domcontentloaded")
    stage.check("the traveller is on the post's crossing", "X7700123" in desk.text("main") or "LINTASARI" in desk.text("main"))
    desk.close()


SCENES = [
    ("Carrier profile and the quarantine read again", profile),
    ("A passport under a reader at the land post", zone),
]
