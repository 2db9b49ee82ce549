# SPDX-License-Identifier: Apache-2.0
"""The administrator's feeds and tables of codes (a-day.md 10)."""

from browser import pages
from browser.morning import enter

PORTS = (
    "CODE,NAME,COUNTRY,ZONE,OFFSET,MODE\n"
    "XQZ,Bandara Uji,IDN,Asia/Jayapura,540,air\n"
    "XQY,Bandara Salah,IDN,Asia/Atlantis,420,air\n"
    "SIN,Changi (Singapura),SGP,Asia/Singapore,480,air\n"
)


def administrator(stage):
    return enter(stage, "admin", "administration", "ADM-1/2026", None)


def feeds(stage):
    if stage.product.is_outside:
        return
    desk = administrator(stage)
    page = desk.page
    desk.go("/saluran")
    stage.check("the list of feeds says what it is for when it is empty", "Belum ada saluran" in desk.text("main"))
    page.keyboard.press("g")
    page.keyboard.press("f")
    page.wait_for_url("**/saluran")
    page.get_by_role("link", name="Tambah saluran").click()
    page.fill("[name=nama]", "Feri Uji")
    page.fill("[name=pengangkut]", "FERRY1")
    page.fill("[name=kontak]", "meja feri")
    page.locator("main form button.primary").click()
    page.wait_for_load_state("domcontentloaded")
    stage.check("a wrong name is told with what is expected", "2 sampai 40 huruf" in desk.text("main [role=alert]"))
    pages.inspect(stage, desk, "saluran with a problem")
    page.fill("[name=nama]", "feri-uji")
    page.locator("main form button.primary").click()
    page.wait_for_load_state("domcontentloaded")
    token = page.locator("#token").inner_text()
    stage.check("the token is shown once", len(token) == 64, len(token))
    pages.inspect(stage, desk, "saluran token")
    page.get_by_role("link", name="Kembali ke saluran").click()
    page.wait_for_load_state("domcontentloaded")
    stage.check("and not again", token not in page.content())
    for summary in page.locator("main details summary").all():
        summary.click()
    pages.inspect(stage, desk, "saluran feed")
    desk.shoot("saluran-feed")
    desk.go("/saluran")
    pages.inspect(stage, desk, "saluran list")
    desk.shoot("saluran")
    desk.close()


def tables(stage):
    if stage.product.is_outside:
        return
    desk = administrator(stage)
    page = desk.page
    desk.go("/tabel")
    page.keyboard.press("g")
    page.keyboard.press("r")
    page.wait_for_url("**/tabel")
    page.get_by_role("link", name="Pelabuhan dan pos").click()
    page.wait_for_load_state("domcontentloaded")
    pages.inspect(stage, desk, "tabel ports")
    desk.shoot("tabel-ports")
    page.locator("details summary", has_text="Masukkan CSV").click()
    page.set_input_files("[name=berkas]", files=[{"name": "ports.csv", "mimeType": "text/csv", "buffer": PORTS.encode()}])
    page.get_by_role("button", name="Pratinjau").click()
    page.wait_for_load_state("domcontentloaded")
    text = desk.text("main")
    stage.check("the preview says what would change and what not", "Bandara Uji" in text and "zona IANA" in text, text[:400])
    pages.inspect(stage, desk, "tabel preview")
    desk.shoot("tabel-pratinjau")
    page.fill("form:has([name=pratinjau]) [name=alasan]", "surat otoritas bandara")
    page.get_by_role("button", name="Terapkan: 2").click()
    page.wait_for_load_state("domcontentloaded")
    desk.go("/tabel/ports?sendiri=1")
    stage.check("own rows are told apart", page.locator("main tbody tr").count() == 2, desk.text("main")[:300])
    page.get_by_role("link", name="XQZ").click()
    page.wait_for_load_state("domcontentloaded")
    pages.inspect(stage, desk, "tabel row")
    desk.shoot("tabel-baris")
    desk.go("/tabel/ports/riwayat")
    page.locator("main details summary").first.click()
    pages.inspect(stage, desk, "tabel history")
    page.locator("main details [name=alasan]").first.fill("berkas keliru")
    page.get_by_role("button", name="Batalkan perubahan").first.click()
    page.wait_for_load_state("domcontentloaded")
    stage.check("a change is taken back", "Perubahan dibatalkan" in desk.text("body"))
    desk.go("/tabel/ports?sendiri=1")
    stage.check("and the shipped rows hold again", "Belum ada baris sendiri" in desk.text("main"))
    pages.inspect(stage, desk, "tabel without own rows")
    desk.close()


SCENES = [("Feeds and their tokens", feeds), ("Tables of codes", tables)]
