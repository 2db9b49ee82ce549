# SPDX-License-Identifier: Apache-2.0
"""A ferry operator's passenger list: pasted, mapped, asked about, handed in, corrected; by keyboard and without a script."""

from browser import access, pages
from browser.desk import Desk
from browser.morning import enter

LISTS = "/manifes"
POST = "CGK"

LIST = """DAFTAR PENUMPANG
Operator: Feri Ujicoba
Nama Kapal: MV SELAT UJI
No\tNama Lengkap\tL/P\tTgl Lahir\tKebangsaan\tNo. Paspor\tNIK\tAgama
1\tWIRYO KARTADIRJA\tL\t03/04/1985\tWNI\tU1234567\t3,17404E+15\tX
2\tPELANGI UJI/SARI\tP\t05/06/1990\tSingapura\tU7654321\t\tX
3\tGUNADI\tL\t07/08/1979\tAtlantis\tU9876543\t\tX
JUMLAH\t3
"""


def inspect(stage, desk, name):
    """axe, width and complaints; the table of columns may be wider than the window and scrolls by itself."""
    broken = access.violations(desk.page)
    stage.check(f"axe: {name}", not broken, broken)
    wide = access.overflow(desk.page)
    stage.check(f"fits the window: {name}", wide <= 0, f"{wide} px too wide")
    stage.check(f"no complaint: {name}", not desk.problems, desk.problems)
    desk.problems.clear()


def paste(desk, text):
    desk.go(LISTS)
    desk.page.fill("[name=tempel]", text)
    desk.page.locator("form[action='/manifes'] button").click()
    desk.page.wait_for_load_state("domcontentloaded")


def press(desk, value):
    desk.page.locator(f"button[name=aksi][value={value}]").click()
    desk.page.wait_for_load_state("domcontentloaded")


def fill(desk, stage):
    page = desk.page
    page.select_option("[name=lewat]", "sea")
    page.select_option("[name=dari]", "SGHBF")
    page.select_option("[name=tujuan]", POST)
    page.fill("[name=berangkat]", stage.now.strftime("%Y-%m-%dT09:30"))


def hand_in(stage):
    """The first list of an operator: what is asked, what is marked, what is taken."""
    for tongue, dark in (("en", True), ("id", False)):
        desk = enter(stage, "petugas", "arrival-control", "ST-17/2026", POST, fresh=True, language=tongue, dark=dark)
        if desk.page.get_attribute("html", "lang") != tongue:
            desk.speak(tongue)
        desk.go(LISTS)
        inspect(stage, desk, f"manifes {tongue}")
        paste(desk, LIST)
        inspect(stage, desk, f"manifes mapping {tongue}")
        if not dark:
            pages.language(stage, desk, f"manifes mapping {tongue}", tongue)
        desk.shoot(f"manifes-mapping-{tongue}")
        desk.page.screenshot(path=stage.screens / f"manifes-window-{tongue}.png")
        if tongue == "id":
            break
        desk.close()
    page = desk.page
    text = desk.text("main")
    stage.check("dates that cannot be told apart are asked", "hari dan bulan tidak dapat dibedakan" in text, text[:600])
    stage.check("a rounded NIK is marked with a remedy", "format Teks" in text.replace("berformat", "format"), text[:1500])
    stage.check("an unknown country is marked with what would be right", "negara tidak dikenal" in text)
    stage.check("religion is not taken", page.input_value("[name=k7]") == "")
    stage.check("the ship stands above the table", page.input_value("[name=kapal]") == "MV SELAT UJI")
    fill(desk, stage)
    press(desk, "lanjut")
    stage.check("an undecided date keeps the list from going on", "/periksa" not in desk.path, desk.path)
    page.select_option("[name=u3]", "day-first")
    press(desk, "lanjut")
    stage.check("once said, it goes on", desk.path.endswith("/periksa"), desk.path + desk.text("main")[:300])
    inspect(stage, desk, "manifes confirmation")
    desk.shoot("manifes-confirm-id")
    page.locator("form[action$='/kirim'] button").click()
    page.wait_for_load_state("domcontentloaded")
    text = desk.text("main")
    stage.check("the result says how many were taken and which rows not", "3 penumpang" in text and "1 baris" in text, text)
    stage.check("the layout is remembered", "versi 1" in text, text)
    inspect(stage, desk, "manifes result")
    desk.shoot("manifes-result-id")
    page.wait_for_timeout(2500)
    page.get_by_role("link", name="Buka perjalanan").first.click()
    page.wait_for_load_state("domcontentloaded")
    stage.check("the travellers are on the voyage", "WIRYO" in desk.text("main"), desk.text("main")[:400])
    desk.close()


def correct(stage):
    """The corrected list: recognised, the difference by name, replaced."""
    desk = enter(stage, "petugas", "arrival-control", "ST-17/2026", POST, fresh=True)
    page = desk.page
    paste(desk, LIST.replace("3\tGUNADI\tL\t07/08/1979\tAtlantis", "3\tMELATI UJI\tP\t17/08/1979\tMalaysia").replace("U9876543", "U5556543"))
    text = desk.text("main")
    stage.check("the operator's layout is recognised", "dikenali" in text, text[:400])
    fill(desk, stage)
    press(desk, "lanjut")
    text = desk.text("main")
    stage.check("the difference is shown by name", "MELATI UJI" in text and "GUNADI" in text, text)
    inspect(stage, desk, "manifes difference")
    desk.shoot("manifes-difference-id")
    page.locator("form[action$='/kirim'] button").click()
    page.wait_for_timeout(2500)
    page.get_by_role("link", name="Buka perjalanan").first.click()
    page.wait_for_load_state("domcontentloaded")
    row = page.locator("tr", has_text="GUNADI").first
    stage.check("whoever is no longer listed is withdrawn", row.count() == 1 and "batal" in row.inner_text().lower(),
                row.inner_text() if row.count() else desk.text("main")[:500])
    desk.close()


def without_script(stage):
    """File and paste work without a script."""
    desk = enter(stage, "petugas", "arrival-control", "ST-17/2026", POST, fresh=True)
    state = desk.context.storage_state()
    desk.close()
    plain = Desk.__new__(Desk)
    plain.base, plain.screens, plain.problems = stage.product.url, stage.screens, []
    plain.context = stage.browser.new_context(java_script_enabled=False, storage_state=state, locale="id-ID")
    plain.context.set_default_timeout(8000)
    plain.page = plain.context.new_page()
    plain.go(LISTS)
    plain.page.set_input_files("[name=berkas]", {"name": "a.csv", "mimeType": "text/csv", "buffer": LIST.encode("utf-16")})
    plain.page.locator("form[action='/manifes'] button").click()
    plain.page.wait_for_load_state("domcontentloaded")
    stage.check("a file is read without a script, in UTF-16", "UTF-16" in plain.text("main"), plain.text("main")[:300])
    plain.page.locator("form[action$='/buang'] button").click()
    plain.page.wait_for_load_state("domcontentloaded")
    stage.check("and can be discarded", plain.path == LISTS, plain.path)
    plain.go(LISTS)
    plain.page.set_input_files("[name=berkas]", {"name": "a.xlsx", "mimeType": "application/zip", "buffer": b"PK\x03\x04xxxx"})
    plain.page.locator("form[action='/manifes'] button").click()
    plain.page.wait_for_load_state("domcontentloaded")
    stage.check("a workbook is refused in words", "Excel" in plain.text("[role=alert]"))
    plain.close()


SCENES = [
    ("Manifest: an operator's first list", hand_in),
    ("Manifest: a corrected list", correct),
    ("Manifest: without a script", without_script),
]
