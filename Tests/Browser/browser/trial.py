# SPDX-License-Identifier: Apache-2.0
"""Try a message: travellers beside the text, by mouse, by keyboard, without a script; nothing stays."""

from datetime import timedelta

from browser import messages, pages
from browser.morning import enter

TRY = "/coba"


def engineer(stage, **options):
    return enter(stage, "teknisi", "intake-repair", "IR-5/2026", None, **options)


def paste(page, text):
    page.fill("[name=pesan]", text)
    page.locator("form[action='/coba'] button").last.click()
    page.wait_for_load_state("domcontentloaded")


def try_a_message(stage):
    list_ = messages.paxlst(stage.due, stage.due.people, stage.now - timedelta(minutes=70), "TRY00001").decode()
    # One total too high, one card number in free text, one segment that no guide knows.
    list_ = list_.replace("CNT+42:5", "CNT+42:6'\nZZZ+1").replace("NAT+2", "FTX+AAA+++CARD 4111111111111111'\nNAT+2", 1)
    for tongue, dark in (("id", False), ("en", True)):
        desk = engineer(stage, fresh=True, language=tongue, dark=dark)
        if tongue == "en" and desk.page.get_attribute("html", "lang") != "en":
            desk.speak("en")
        desk.go(TRY)
        paste(desk.page, list_)
        text = desk.text("main")
        stage.check(f"the travellers stand beside the text ({tongue})", "SURYANEGARA / BIMO ADHI" in text, text[:300])
        stage.check(f"the card number is overwritten ({tongue})", "411111111111" not in desk.page.content())
        pages.inspect(stage, desk, f"coba with a message {tongue}")
        if not dark:
            pages.language(stage, desk, f"coba with a message {tongue}", tongue)
        desk.shoot(f"coba-result-{tongue}")
        desk.page.screenshot(path=stage.screens / f"coba-window-{tongue}.png")
        desk.close()


def light(stage):
    list_ = messages.paxlst(stage.due, stage.due.people, stage.now - timedelta(minutes=70), "TRY00002").decode()
    desk = engineer(stage)
    page = desk.page
    desk.go(TRY)
    paste(page, list_)
    page.locator(".person", has_text="VANDERMEULEN").locator(".places a").first.click()
    lit = page.locator(".pieces.lit").inner_text()
    stage.check("a chosen traveller's segments light up", "VANDERMEULEN" in lit and "SURYANEGARA" not in lit, lit[:200])
    page.locator("details.piece", has_text="NX7713Z09").locator("summary").focus()
    page.keyboard.press("Enter")
    read = page.locator("details.piece[open]").last.inner_text()
    stage.check("a chosen segment says what was read from it", "P NX7713Z09" in read, read)
    page.locator("details.piece[open] .reading a").last.click()
    stage.check("and leads to its traveller", "VANDERMEULEN" in page.locator(".person.lit").inner_text())
    desk.go(TRY)
    stage.check("nothing of it is left", "VANDERMEULEN" not in page.content())
    page.set_input_files("[name=berkas]", {"name": "a.edi", "mimeType": "text/plain", "buffer": list_.encode()})
    page.locator("form[action='/coba'] button").last.click()
    stage.check("a file does as well", "VANDERMEULEN" in desk.text("main"))
    desk.close()


def no_script(stage):
    desk = engineer(stage)
    state = desk.context.storage_state()
    desk.close()
    context = stage.browser.new_context(java_script_enabled=False, storage_state=state)
    page = context.new_page()
    page.goto(stage.product.url + TRY)
    list_ = messages.paxlst(stage.due, stage.due.people, stage.now - timedelta(minutes=70), "TRY00003").decode()
    paste(page, list_)
    page.locator(".person", has_text="VANDERMEULEN").locator(".places a").first.click()
    target = page.locator(".pieces:target").inner_text()
    stage.check("without a script a traveller's segments are a target", "VANDERMEULEN" in target, target[:200])
    context.close()


def letter(stage):
    list_ = messages.paxlst(stage.due, stage.due.people, stage.now - timedelta(minutes=70), "TRY00004").decode()
    desk = engineer(stage)
    page = desk.page
    desk.go(TRY)
    paste(page, list_.replace("CNT+42:5", "CNT+42:6'\nZZZ+1"))
    page.locator("form[action='/surat'] button").click()
    page.wait_for_load_state("domcontentloaded")
    text = desk.text(".letter")
    stage.check("a trial becomes a letter", "Kesesuaian pesan" in text and "CNT+42:1'" in text, text[:300])
    stage.check("the letter names nobody", "SURYANEGARA" not in text and "X9040117" not in text)
    pages.inspect(stage, desk, "surat from a trial")
    desk.shoot("surat-id")
    page.emulate_media(media="print")
    stage.check("only the letter is printed", not page.locator(".toolbar").first.is_visible())
    page.pdf(path=stage.screens / "surat.pdf", prefer_css_page_size=True)
    page.emulate_media(media="screen")
    page.locator(".toolbar button", has_text="English").click()
    page.wait_for_load_state("domcontentloaded")
    stage.check("and speaks English", "Conformance of passenger data" in desk.text(".letter"))
    with page.expect_download() as kept:
        page.get_by_role("button", name="Unduh sebagai teks").click()
    stage.check("and is kept as a text", kept.value.suggested_filename.endswith("-en.txt"))
    day = stage.now.date()
    desk.go(f"/surat?pengangkut=GA&dari={day - timedelta(days=1)}&sampai={day + timedelta(days=1)}")
    stage.check("all messages of a carrier make one letter", "GA" in desk.text(".letter"))
    pages.inspect(stage, desk, "surat of a carrier")
    desk.go("/surat")
    pages.inspect(stage, desk, "surat form")
    desk.shoot("surat-form")
    desk.close()


SCENES = [
    ("Try a message", try_a_message),
    ("Try: choosing a traveller and a segment", light),
    ("Try without JavaScript", no_script),
    ("Letter from what was tried", letter),
]
