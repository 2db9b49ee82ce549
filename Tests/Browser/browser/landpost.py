# SPDX-License-Identifier: Apache-2.0
"""A land post without messages: a new officer, a typed document (a-day.md 8)."""

import re

from browser import messages
from browser.desk import DOCUMENT, Desk

# A land border post of Tables/ports.csv.
LAND_POST = "IDENT"


def document(stage):
    """A new officer at a land post: must change the password, then types a document."""
    if stage.product.is_outside:
        return
    line = stage.product.run(
        "account-add",
        "--data",
        stage.product.data,
        "--login",
        "lintas",
        "--name",
        "Petugas Lintas",
        "--role",
        "officer",
        "--posts",
        LAND_POST,
    )
    desk = Desk(stage.browser, stage.product.url, stage.screens)
    page = desk.page
    given = line.rsplit(" ", 1)[-1].strip()
    desk.sign_in("lintas", given)
    stage.check("a new account must change its password first", desk.path == "/sandi", desk.path)

    def change(new, again):
        page.fill("[name=lama]", given)
        page.fill("[name=baru]", new)
        page.fill("[name=ulang]", again)
        page.locator("form[action='/sandi'] button").click()
        page.wait_for_load_state("domcontentloaded")
        return desk.text("main")

    for new, again, why in (
        ("pendek", "pendek", "short"),
        ("katasandi1234", "katasandi1234", "common"),
        ("hujan di atas bukit", "hujan di atas bukti", "differing"),
    ):
        text = change(new, again)
        stage.check(f"a {why} password is refused in words", desk.path == "/sandi" and "andi" in text, text[:200])
        desk.go("/sandi")
    change("hujan di atas bukit", "hujan di atas bukit")
    stage.check("a good one is taken", desk.path != "/sandi", desk.path)
    desk.declare("arrival-control", "ST-40/PLBN/2026", LAND_POST)
    desk.go(DOCUMENT)
    person = messages.COURIER
    for name, value in (
        ("keluarga", person.surname),
        ("depan", person.given),
        ("nomor", person.passport),
        ("penerbit", person.nation),
        ("lahir", "bukan tanggal"),
        ("warga", person.nation),
    ):
        page.fill(f"main [name={name}]", value)
    page.select_option("main [name=kelamin]", person.sex)
    page.get_by_role("button", name="Simpan dan periksa").click()
    page.wait_for_load_state("domcontentloaded")
    stage.check("a wrong date is refused", "Tersimpan" not in desk.text("body"))
    stage.check("and the document need not be typed again", page.input_value("main [name=nomor]") == person.passport)
    page.fill("main [name=lahir]", person.born)
    page.fill("main [name=nomor]", "A12")
    page.get_by_role("button", name="Simpan dan periksa").click()
    page.wait_for_load_state("domcontentloaded")
    alert = desk.text("[role=alert]")
    stage.check("a short number is refused in Indonesian", "empat huruf" in alert and "four" not in alert, alert)
    desk.go(DOCUMENT)
    for name, value in (
        ("keluarga", person.surname),
        ("depan", person.given),
        ("nomor", person.passport),
        ("penerbit", person.nation),
        ("lahir", person.born),
        ("warga", person.nation),
    ):
        page.fill(f"main [name={name}]", value)
    page.select_option("main [name=kelamin]", person.sex)
    page.get_by_role("button", name="Simpan dan periksa").click()
    page.wait_for_load_state("domcontentloaded")
    page.wait_for_timeout(2500)
    desk.go(DOCUMENT)
    link = page.locator("section[aria-labelledby=lintasan] li", has_text="kecocokan menunggu").locator("a")
    stage.check("a typed document makes today's crossing, with its hit", link.count() >= 1, desk.text("main")[-300:])
    link.first.click()
    page.wait_for_url(re.compile("/perjalanan/"))
    text = desk.text("main")
    stage.check("the traveller is on it, seen whole", person.surname in text and person.passport in text, text[:500])
    stage.check("the crossing is called by its day", re.search("Lintas pos \\d+ ", desk.text("h1")), desk.text("h1"))
    stage.check("and the open side of the border by a word", "perbatasan → IDENT" in desk.text("h1"), desk.text("h1"))
    desk.shoot("crossing")
    desk.close()


SCENES = [("A document typed at the post", document)]
