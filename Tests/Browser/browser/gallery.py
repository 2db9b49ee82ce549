# SPDX-License-Identifier: Apache-2.0
"""The gallery of persons of interest on the desk (docs/faces.md), and the stations' own figures. Pictures are taken in where
the face engine is there and CERMAT_FACE_PICTURES names a folder of JPEGs of one person; else everything but the verdicts is looked at."""

import os
from pathlib import Path

from browser import pages
from browser.morning import enter


def play(stage):
    if stage.product.is_outside:
        return
    desk = enter(stage, "analis", "targeting", "ST-31/P2/2026", None, fresh=True)
    stage.check("the gallery is in the analyst's menu", "/galeri" in desk.menu(), desk.menu())
    desk.page.keyboard.press("g")
    desk.page.keyboard.press("z")
    desk.page.wait_for_url("**/galeri")
    stage.check("an empty gallery says so", "Belum ada wajah" in desk.text(), desk.text()[:200])
    pages.inspect(stage, desk, "galeri")
    desk.go("/daftar-pantau")
    desk.page.locator("a[href^='/galeri/']").first.click()
    desk.page.wait_for_load_state("domcontentloaded")
    entry = desk.path
    stage.check("an entry without pictures says so", "belum mempunyai gambar" in desk.text(), desk.text()[:200])
    pages.inspect(stage, desk, "galeri-entri")
    folder = os.environ.get("CERMAT_FACE_PICTURES")
    chooser = desk.page.locator("#f-gambar")
    if chooser.count():
        good = sorted(Path(folder).glob("*.jpg"))[:2] if folder else []
        bad = stage.product.folder / "rusak.jpg"
        bad.write_bytes(b"\xff\xd8\xff\xe0 no picture")
        chooser.set_input_files([str(path) for path in [*good, bad]])
        # By keyboard alone: from the field to the button, and press it.
        chooser.focus()
        desk.page.keyboard.press("Tab")
        desk.page.keyboard.press("Enter")
        desk.page.wait_for_selector("#hasil", timeout=60_000)
        stage.check("a damaged picture is refused in words", "rusak" in desk.text("section[role=status]"))
        pages.inspect(stage, desk, "galeri-hasil")
        if good:
            inside(stage, desk, entry)
    desk.go("/galeri")
    desk.speak("en")
    stage.check("in English", "Gallery of persons of interest" in desk.text("h1"), desk.text("h1"))
    desk.speak("id")
    desk.go("/mutu/wajah")
    stage.check("the figures say that nothing was searched", "Belum ada stasiun" in desk.text(), desk.text()[:200])
    pages.inspect(stage, desk, "mutu-wajah")
    desk.close()


def inside(stage, desk, entry):
    """With pictures in it: closed, opened, destroyed."""
    desk.go(entry)
    stage.check("pictures are not shown unasked", desk.page.locator("main img").count() == 0)
    desk.go(entry + "?gambar=1")
    desk.page.wait_for_function("[...document.querySelectorAll('main img')].every(i => i.complete)")
    widths = desk.page.eval_on_selector_all("main img", "all => all.map(i => i.naturalWidth)")
    stage.check("the portraits are there", widths and set(widths) == {320}, widths)
    pages.inspect(stage, desk, "galeri-terbuka")
    desk.page.select_option("[name=alasan]", "poor-picture")
    desk.page.select_option("#f-musnahkan", "semua")
    desk.page.click("form[action$=musnahkan] button")
    desk.page.wait_for_load_state("domcontentloaded")
    stage.check("it asks once more", "Yakin memusnahkan" in desk.text())
    pages.inspect(stage, desk, "galeri-musnahkan")
    desk.page.click("form[action$=musnahkan] button.primary")
    desk.page.wait_for_load_state("domcontentloaded")
    stage.check("they are gone", "belum mempunyai gambar" in desk.text(), desk.text()[:200])


SCENES = [("The gallery of persons of interest", play)]
