# SPDX-License-Identifier: Apache-2.0
"""Hand-over, analyst, quarantine, search, audit, accounts (a-day.md 7 to 10). Fields are found by their labels."""

import re
from datetime import timedelta

from browser import messages
from browser.decision import second_officer
from browser.desk import ACCOUNTS, AUDIT, BOARD, HANDOVER, HITS, QUARANTINE, SEARCH, WATCHLIST
from browser.morning import enter, officer

NAMES = [p.surname for p in (messages.COURIER, messages.LATER, messages.BYSTANDER, messages.LEAVER, messages.CHILD)]
NUMBERS = [p.passport for p in (messages.COURIER, messages.LATER, messages.BYSTANDER, messages.LEAVER, messages.CHILD)]


def personal(desk):
    """Names and numbers of travellers that the page holds."""
    html = desk.page.content()
    return [word for word in NAMES + NUMBERS if word in html]


def handover(stage):
    desk = officer(stage)
    page = desk.page
    desk.go(HANDOVER)
    text = desk.text("main")
    stage.check(
        "the hand-over lists open hits and the shift's decisions",
        "terbuka" in text and ("dinilai" in text.lower() or "Sama" in text),
        text[:500],
    )
    page.get_by_role("textbox", name="Catatan untuk jaga berikutnya").fill(
        "GA 0825: koper kedua masih di gudang. Lihat anak di kursi 9B."
    )
    page.get_by_role("button", name="Simpan catatan").click()
    page.wait_for_load_state("domcontentloaded")
    stage.check("the note is kept", "koper kedua" in desk.text("main"))
    desk.close()
    next_shift = second_officer(stage)
    next_shift.go(HANDOVER)
    text = next_shift.text("main")
    stage.check(
        "the next shift reads it, with its writer", "koper kedua" in text and "Petugas Demo" in text, text[:600]
    )
    next_shift.page.locator("[name=baca]").check()
    next_shift.page.get_by_role("button", name="Ambil alih jaga").click()
    next_shift.page.wait_for_load_state("domcontentloaded")
    text = next_shift.text("main")
    stage.check("and takes over by name", re.search("Petugas Dua", text) and "diambil alih" in text.lower(), text[:600])
    next_shift.shoot("handover-taken")
    next_shift.close()


def analyst(stage):
    desk = enter(stage, "analis", "targeting", "ST-30/P2/2026")
    page = desk.page
    desk.go(WATCHLIST)
    stage.check("the analyst sees the watchlist", "NHI-7/2026" in desk.text("main"), desk.text("main")[:300])

    def begin():
        desk.go(WATCHLIST)
        if page.get_by_role("link", name="Tambah entri").count():
            page.get_by_role("link", name="Tambah entri").first.click()
            page.wait_for_load_state("domcontentloaded")
        elif page.locator("summary", has_text="Tambah entri").count():
            page.locator("summary", has_text="Tambah entri").first.click()

    def fill(label, value):
        field = page.get_by_label(label).first
        if field.evaluate("e => e.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)

    def entry(review, expiry):
        begin()
        fill("Nama keluarga", messages.LATER.surname)
        fill("Nama depan", messages.LATER.given)
        fill(re.compile("Tanggal lahir"), messages.LATER.born)
        fill("Nomor dokumen", messages.LATER.passport)
        fill("Unit pemilik", "P2 Soekarno-Hatta")
        fill(re.compile(r"^Dasar"), "NHI-11/2026")
        fill("Jenis perhatian", "narcotics")
        fill(re.compile("^Alasan dan apa"), "Diduga membawa narkotika; periksa bagasi")
        fill("Tanggal tinjau", review.isoformat())
        fill("Berlaku sampai", expiry.isoformat())
        page.get_by_role("button", name="Simpan entri").click()
        page.wait_for_load_state("domcontentloaded")

    today = stage.now.date()
    entry(today + timedelta(days=90), today + timedelta(days=45))
    stage.check("an entry to be reviewed after it expires is refused", "Entri disimpan" not in desk.text("body"))
    stage.check(
        "and the refusal speaks the form's own words",
        "Tanggal tinjau" in desk.text("body") and "REVIEW_DATE" not in desk.text("body"),
        desk.text("body")[:300],
    )
    entry(today - timedelta(days=40), today - timedelta(days=30))
    stage.check(
        "an entry that has expired already is refused with the reason",
        "sudah lewat" in desk.text("body") and "Entri disimpan" not in desk.text("body"),
        desk.text("body")[:300],
    )
    stage.check(
        "what was typed is still in the form",
        page.locator("[name=SURNAME]").count() and page.input_value("[name=SURNAME]") == messages.LATER.surname,
    )
    # A file may still hold what has expired since.
    if not stage.product.is_outside:
        stage.product.import_watchlist(messages.expired_entry(today), "expired")
    desk.go(HITS)
    stage.check("an entry that has expired makes no hit (R26)", messages.LATER.surname not in desk.text("main"))
    entry(today + timedelta(days=45), today + timedelta(days=90))
    stage.check("a good one is kept", "NHI-11/2026" in desk.text("main"), desk.text("main")[:400])
    page.wait_for_timeout(2500)
    desk.go(HITS)
    stage.check(
        "the traveller listed before the entry has a hit now",
        messages.LATER.surname in desk.text("main"),
        desk.text("main")[:400],
    )
    desk.close()


def search(stage):
    desk = officer(stage)
    page = desk.page
    desk.go(SEARCH)

    def find(field, term, reason):
        page.fill(f"main [name={field}]", term)
        page.fill("main [name=alasan]", reason)
        page.locator("main form[action='/cari'] button").click()
        page.wait_for_load_state("domcontentloaded")

    find("dokumen", messages.COURIER.passport, "Ditanyakan petugas jalur merah")
    stage.check("a document number finds its traveller", "SURYANEGARA" in desk.text("main"), desk.text("main")[:300])
    stage.check("no search term is in the address", messages.COURIER.passport not in page.url, page.url)
    desk.go(SEARCH)
    find("dokumen", "ZZ999NOBODY", "Percobaan")
    stage.check("nothing found is said in words", "Tidak ditemukan" in desk.text("main"))
    desk.go(SEARCH)
    page.fill("main [name=dokumen]", messages.COURIER.passport)
    page.eval_on_selector_all("main form", "f => f.forEach(x => x.noValidate = true)")
    page.locator("main form[action='/cari'] button").click()
    page.wait_for_load_state("domcontentloaded")
    stage.check("without a reason nobody is found", "SURYANEGARA" not in desk.text("main"))
    desk.close()


def quarantine(stage):
    if stage.product.is_outside:
        return
    stage.product.ingest(b"\x00\x01\x02 not a message CANARYQUARANTINE \xff\xfe", allowed=(0, 1))
    denied = officer(stage)
    stage.check("officers have no quarantine", denied.go(QUARANTINE) == 403 and QUARANTINE not in denied.menu())
    denied.close()
    desk = enter(stage, "teknisi", "intake-repair", "IR-5/2026")
    page = desk.page
    desk.go(QUARANTINE)
    text = desk.text("main")
    stage.check(
        "the intake engineer sees what could not be read, with why",
        page.locator("main table tbody tr").count() >= 1,
        text[:300],
    )
    stage.check("but not its text at once", "CANARYQ" not in page.content())
    page.locator("main table tbody tr a, main table tbody tr button").first.click()
    page.wait_for_load_state("domcontentloaded")
    stage.check("opening it shows it as received", "CANARYQUARAN" in desk.text("main"), desk.text("main")[:300])
    desk.shoot("quarantine-open")
    stage.check("the engineer has no board", BOARD not in desk.menu() and desk.go(BOARD) == 403)
    desk.close()


def auditor(stage):
    desk = enter(stage, "auditor", "oversight", "AUD-1/2026")
    page = desk.page
    desk.go(AUDIT)
    text = desk.text("main")
    for word in ("melihat kartu penumpang", "menilai kecocokan", "ditolak"):
        stage.check(f"the audit trail tells «{word}»", word in text, text[:300])
    stage.check("with officer, purpose and reference", "petugas" in text.lower() and "ST-21/KPU.03/2026" in text)
    stage.check("and no traveller's name or number", not personal(desk), personal(desk))
    for path in (BOARD, HITS, SEARCH, WATCHLIST, HANDOVER, ACCOUNTS):
        stage.check(f"the auditor is refused {path}", desk.go(path) == 403 and path not in desk.menu())
    stage.check(
        "and the courier's card", stage.courier_path and desk.go(stage.courier_path) == 403 and not personal(desk)
    )
    identifier = (stage.courier_path or "").rsplit("/", 1)[-1]
    desk.go(AUDIT)
    field = page.get_by_label(re.compile("Pengenal"))
    if field.count():
        field.first.fill(f"traveller:{identifier}")
        page.get_by_role("button", name=re.compile("Saring|Tampilkan|Cari")).first.click()
        page.wait_for_load_state("domcontentloaded")
        rows = page.locator("main table tbody tr")
        stage.check(
            "who saw this traveller: both officers",
            "Petugas Demo" in desk.text("main") and "Petugas Dua" in desk.text("main"),
            f"{rows.count()} rows: {desk.text('main')[:400]}",
        )
    desk.close()


def protector(stage):
    """The data-protection officer: who saw whom, what is kept and forgotten, and nobody's data."""
    desk = enter(stage, "ppdp", "oversight", "PDP-1/2026")
    for path, word in ((AUDIT, "Alarm pembacaan"), ("/penangguhan", "Laporan retensi"), ("/keadaan", "Retensi"), ("/mutu", "Mutu")):
        stage.check(f"the data-protection officer sees {path}", path in desk.menu() and desk.go(path) == 200)
        stage.check(f"with «{word}»", word in desk.text("main"), desk.text("main")[:300])
        stage.check(f"and nobody's data on {path}", not personal(desk), personal(desk))
    for path in (BOARD, HITS, SEARCH, WATCHLIST, HANDOVER, ACCOUNTS, QUARANTINE):
        stage.check(f"the data-protection officer is refused {path}", desk.go(path) == 403 and path not in desk.menu())
    stage.check(
        "and the courier's card", stage.courier_path and desk.go(stage.courier_path) == 403 and not personal(desk)
    )
    desk.close()


def administrator(stage):
    desk = enter(stage, "admin")
    if "administration" in desk.page.content() and desk.path == "/tujuan":
        desk.declare("administration", "ADM-1/2026")
    desk.go(ACCOUNTS)
    text = desk.text("main")
    stage.check(
        "the administrator sees accounts, roles and posts",
        "petugas2" in text and "petugas jaga" in text.lower() and "CGK" in text,
        text[:300],
    )
    stage.check("and no traveller", not personal(desk))
    for path in (BOARD, HITS, SEARCH, WATCHLIST, HANDOVER, QUARANTINE, AUDIT):
        stage.check(
            f"the administrator is refused {path}",
            desk.go(path) == 403 and path not in desk.menu() and not personal(desk),
        )
    if stage.courier_path:
        stage.check("and the courier's card", desk.go(stage.courier_path) == 403 and not personal(desk))
    desk.close()


def wrong(stage):
    desk = officer(stage)
    for path, want in (
        ("/penumpang/" + "0" * 32, 404),
        ("/penumpang/x", 404),
        ("/perjalanan/..%2f..%2fetc", 404),
        ("/tidak-ada", 404),
        ("/pesan/" + "f" * 32, 404),
        ("/audit", 403),
        ("/akun", 403),
    ):
        got = desk.go(path)
        stage.check(f"{path[:24]} answers {want} in words", got == want and len(desk.text("main")) > 20, got)
    huge = desk.context.request.post(stage.product.url + "/cari", form={"cari": "x" * 3_000_000}).status
    stage.check("a body of 3 MB is refused", huge in (400, 403, 413), huge)
    desk.go("/papan?arah=%3Cscript%3Ealert(1)%3C/script%3E&urut=')--")
    stage.check(
        "a hostile address does nothing",
        "<script>alert" not in desk.page.content() and not desk.problems,
        desk.problems,
    )
    desk.close()


SCENES = [
    ("Hand-over to the next shift", handover),
    ("The analyst adds an entry", analyst),
    ("Search", search),
    ("Quarantine", quarantine),
    ("The auditor", auditor),
    ("The data-protection officer", protector),
    ("The administrator", administrator),
    ("Wrong addresses and bodies", wrong),
]
