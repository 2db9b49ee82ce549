# SPDX-License-Identifier: Apache-2.0
"""The civil registry on the desk (docs/registry.md): who a traveller is and why, the family aboard, persons across
journeys, the look-up at a post. A second product of its own, on an extract of invented residents."""

import re
import shlex
import subprocess
from datetime import timedelta

from browser import messages, pages
from browser.desk import Desk
from browser.product import Product

HEAD = (
    "NIK,NO_KK,NAMA_LGKP,TMPT_LHR,TGL_LHR,JENIS_KLMIN,STAT_HBKEL,NAMA_LGKP_IBU,NAMA_LGKP_AYAH,ALAMAT,NO_RT,NO_RW,KODE_WILAYAH"
)
COURIER_NIK, STRANGER_NIK = "0101011204850001", "0102014107900009"
# The courier, his wife who travels, a son who does not, and people with much the same names.
ROWS = [
    f"{COURIER_NIK},0101010101100001,BIMO ADHI SURYANEGARA,AWAN,1985-04-12,L,1,SRI,HADI,JL A,1,2,01.01.01",
    "0101017009880002,0101010101100001,LARAS AYU,AWAN,1988-09-30,P,3,RATNA,UMAR,JL A,1,2,01.01.01",
    "0101010503140003,0101010101100001,RAHASIA SURYANEGARA,AWAN,2014-03-05,L,4,LARAS,BIMO,JL A,1,2,01.01.01",
    "0102011204850004,0102010101100002,BIMO SURYANEGARA,JAUH,1985-04-12,L,1,X,Y,JL B,1,2,01.02.01",
    "0102014112920005,0102010101100003,NI KADEK SEKAR WIDHIARTA,JAUH,1992-12-01,P,1,X,Y,JL C,1,2,01.02.01",
    f"{STRANGER_NIK},0102010101100004,TIRTA WULAN,JAUH,1990-07-01,P,1,X,Y,JL D,1,2,01.02.01",
]


def crowd(count):
    """Invented residents of composed names, so that a shared name says as much as it does in a country."""
    parts = ["SA", "RI", "TO", "MU", "LE", "NA", "KA", "DI", "WO", "PE", "BU", "GA", "YO", "HE", "SU"]

    def word(number):
        return parts[number % 15] + parts[number // 15 % 15] + parts[number // 225 % 15]

    for number in range(count):
        born = f"{1940 + number % 70}-{1 + number % 12:02}-{1 + number % 28:02}"
        nik = f"020101{1 + number % 28:02}{1 + number % 12:02}{(1940 + number % 70) % 100:02}{number % 9000 + 1:04}"
        yield f"{nik},0201010101{number // 4:06},{word(number * 7)} {word(number * 13 + 5)},JAUH,{born},L,1,,,,,,02.01.01"


def play(stage):
    if stage.product.is_outside:
        return
    product = Product()
    try:
        product.prepare(messages.watchlist(stage.now.date()))
        due, leaving, sudden = messages.flights(stage.now)
        earlier = messages.Flight(
            "GA", "823", "SIN", "CGK", due.departure - timedelta(days=20), due.arrival - timedelta(days=20),
            [messages.COURIER])
        product.ingest(
            messages.paxlst(earlier, earlier.people, stage.now - timedelta(days=20, hours=2), "TBX00009"),
            messages.paxlst(due, due.people, stage.now - timedelta(minutes=70), "TBX00001"),
        )
        extract = product.folder / "residents.csv"
        extract.write_text("\n".join([HEAD, *ROWS, *crowd(6000)]) + "\n", encoding="utf-8")
        product.run("registry", "build", "--residents", extract, "--out", product.data / "residents.index")
        (product.data / "registry.yaml").write_text(
            "access: extract\nagreement: PKS-UJI\nfrom: 2026-01-01\nuntil: 2099-12-31\nindex: residents.index\n",
            encoding="utf-8")
        product.run("reader", "token", "--data", product.data, "--post", "CGK")
        product.serve()
        for language in ("id", "en"):
            officer(stage, product, language)
            reader(stage, product, language)
            supervisor(stage, product, language)
        analyst(stage, product)
    finally:
        product.close()


def officer(stage, product, language):
    desk = Desk(stage.browser, product.url, stage.screens, language=language)
    page = desk.page
    desk.sign_in_as("officer")
    desk.open_voyage("GA 0825")
    said = desk.text("#daftar")
    stage.check(f"each traveller has a verdict beside them ({language})", "%" in said, said[:300])
    pages.inspect(stage, desk, f"voyage with registry {language}")
    desk.shoot(f"perjalanan-catatan-sipil-{language}")
    desk.open_traveller("GA 0825", "BIMO")
    card = page.url
    text = desk.text("main")
    stage.check(f"the resident and the number of a hit are shown ({language})", COURIER_NIK in text, text[:300])
    stage.check(f"the waterfall is drawn ({language})", page.locator("svg.fig-waterfall").count() >= 1)
    family = desk.text("section[aria-labelledby=keluarga]")
    stage.check(f"the wife aboard is named ({language})", "LARAS" in family, family)
    stage.check(f"the son at home is counted, not named ({language})", "RAHASIA" not in desk.page.content(), family)
    page.wait_for_timeout(6000)
    desk.go(desk.path)
    person = desk.text("section[aria-labelledby=orang]")
    stage.check(f"the earlier journey is of the same person ({language})", "GA 0823" in person, person)
    pages.inspect(stage, desk, f"card with registry {language}")
    pages.language(stage, desk, f"card with registry {language}", language)
    desk.shoot(f"kartu-catatan-sipil-{language}")
    if language == "id":
        page.locator("form.identity input[value=same]").first.check()
        page.locator("form.identity [name=alasan]").first.fill("wajah sama kartunya")
        page.locator("form.identity button").first.click()
        page.wait_for_load_state("domcontentloaded")
        stage.check("a judgement of identity is shown", "wajah sama kartunya" in desk.text("main"))
    desk.go("/kenali")
    pages.inspect(stage, desk, f"look-up {language}")
    page.fill("[name=isi]", "123")
    page.locator("main form button.primary").click()
    page.wait_for_load_state("domcontentloaded")
    stage.check(f"rubbish is answered with what is wanted ({language})", "16" in desk.text("[role=alert]"))
    page.fill("[name=isi]", STRANGER_NIK)
    page.fill("[name=alasan]", "")
    page.locator("main form button.primary").click()
    page.wait_for_load_state("domcontentloaded")
    stage.check(f"nobody present means a reason ({language})", "TIRTA" not in desk.text("main"))
    pages.inspect(stage, desk, f"look-up asks for a reason {language}")
    page.fill("[name=alasan]", "laporan petugas gerbang tiga")
    page.locator("main form button.primary").click()
    page.wait_for_load_state("domcontentloaded")
    stage.check(f"then the registry answers ({language})", "TIRTA WULAN" in desk.text("main"))
    pages.inspect(stage, desk, f"look-up answered {language}")
    pages.language(stage, desk, f"look-up answered {language}", language)
    desk.go("/kenali")
    page.fill("[name=isi]", COURIER_NIK)
    page.fill("[name=alasan]", "kartu dibaca di gerbang")
    page.locator("main form button.primary").click()
    page.wait_for_load_state("domcontentloaded")
    desk.shoot(f"kenali-{language}")
    stage.check(f"no personal data in the address ({language})", COURIER_NIK not in page.url and "kenali" in page.url)
    desk.page.goto(card)
    desk.close()


def reader(stage, product, language):
    """A card held before the simulated reader appears on the officer's page, without anybody reloading it."""
    desk = Desk(stage.browser, product.url, stage.screens, language=language)
    page = desk.page
    desk.sign_in_as("officer")
    desk.go("/kenali")
    pages.inspect(stage, desk, f"look-up with a reader {language}")
    page.locator("form.reader button").first.click()
    page.wait_for_load_state("domcontentloaded")
    script = product.folder / f"cards-{language}"
    script.write_text(
        f"wait 1500\nerror damaged-card\nwait 2500\n{STRANGER_NIK},TIRTA WULANDARI,1990-07-01,JAUH,F\n", encoding="utf-8")
    program = f"{shlex.quote(str(product.binary))} reader simulate --every 0 --script {shlex.quote(str(script))}"
    host = subprocess.Popen(
        [str(product.binary), "reader", "run", "--command", program, "--desk", product.url, "--token-file",
         str(product.data / "readers" / "CGK.token"), "--post", "CGK"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        page.locator("[data-fault]").filter(has_text=re.compile("[a-z]")).wait_for(timeout=15000)
        card = page.locator("#kartu")
        card.wait_for(state="visible", timeout=15000)
        stage.check(f"the card is shown as it was read ({language})",
                    STRANGER_NIK in card.inner_text() and "WULANDARI" in card.inner_text(), card.inner_text())
        stage.check(f"the button waits for Enter ({language})",
                    page.evaluate("document.activeElement.closest('#kartu') !== null"))
        stage.check(f"nothing of the card in the address ({language})", page.url.endswith("/kenali"), page.url)
        pages.inspect(stage, desk, f"card read {language}")
        pages.language(stage, desk, f"card read {language}", language)
        desk.shoot(f"kartu-dibaca-{language}")
        if card.is_visible():
            card.locator("button").click()
            page.wait_for_load_state("domcontentloaded")
            stage.check(f"the look-up with the card answers ({language})", "TIRTA WULAN" in desk.text("main"))
    finally:
        host.terminate()
        host.wait(15)
    desk.go("/kenali")
    stage.check(f"a card is looked up with once ({language})", page.locator("#kartu").is_hidden())
    page.locator("form.reader button").first.click()
    page.wait_for_load_state("domcontentloaded")
    desk.close()


def supervisor(stage, product, language):
    desk = Desk(stage.browser, product.url, stage.screens, language=language)
    desk.sign_in_as("supervisor")
    if desk.page.locator("#alarm").count():
        pages.inspect(stage, desk, f"board with alarms {language}")
    desk.go("/keputusan")
    alarms = desk.text("#alarm") if desk.page.locator("#alarm").count() else ""
    stage.check(f"the supervisor sees look-ups without ties ({language})",
                ("tanpa kehadiran" if language == "id" else "nobody present") in alarms.lower(), alarms)
    stage.check(f"an alarm says nothing of whom ({language})", STRANGER_NIK not in alarms and "TIRTA" not in alarms)
    pages.inspect(stage, desk, f"alarms {language}")
    pages.language(stage, desk, f"alarms {language}", language)
    desk.shoot(f"alarm-pencocokan-{language}")
    desk.close()


def analyst(stage, product):
    desk = Desk(stage.browser, product.url, stage.screens)
    desk.sign_in_as("analyst")
    desk.go("/tinjau")
    stage.check("the review queue opens", "Antrean tinjauan" in desk.text("main"))
    pages.inspect(stage, desk, "review queue")
    desk.shoot("tinjau")
    desk.close()


SCENES = [("The civil registry", play)]
