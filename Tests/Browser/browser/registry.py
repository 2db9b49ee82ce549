# SPDX-License-Identifier: Apache-2.0
"""The civil registry on the desk (docs/registry.md): who a traveller is and why, the family aboard, persons across
journeys, the look-up at a post. A second product of its own, on an extract of invented residents."""

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
        product.serve()
        for language in ("id", "en"):
            officer(stage, product, language)
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


def analyst(stage, product):
    desk = Desk(stage.browser, product.url, stage.screens)
    desk.sign_in_as("analyst")
    desk.go("/tinjau")
    stage.check("the review queue opens", "Antrean tinjauan" in desk.text("main"))
    pages.inspect(stage, desk, "review queue")
    desk.shoot("tinjau")
    desk.close()


SCENES = [("The civil registry", play)]
