# SPDX-License-Identifier: Apache-2.0
"""A hit explained to its segments, a person's decision, the examination, a withdrawal (a-day.md 4 to 6)."""

import re

from browser import messages
from browser.morning import enter, officer


def second_officer(stage):
    """Petugas Dua at the desk."""
    return enter(stage, "petugas2", "arrival-control", "ST-22/KPU.03/2026", "CGK")


def voyage(stage):
    desk = officer(stage)
    desk.open_voyage(stage.due.designation)
    stage.voyage_path = desk.path
    page = desk.page
    table = page.locator("#daftar tbody tr")
    stage.check("the voyage lists its five travellers", table.count() == 5, table.count())
    hit = page.locator("#daftar tbody tr", has_text=messages.COURIER.surname).filter(has_text="BIMO").first.inner_text()
    stage.check("the traveller with a hit is seen whole", messages.COURIER.passport in hit, hit)
    other = page.locator("#daftar tbody tr", has_text=messages.LATER.surname).first.inner_text()
    stage.check("the others' numbers are masked", messages.LATER.passport not in other and "•" in other, other)
    html = page.content()
    leaked = [p.passport for p in (messages.LATER, messages.BYSTANDER) if p.passport in html]
    stage.check("and are nowhere in the page either", not leaked, leaked)
    stage.check("the filtered meal is nowhere in the page", "CANARYMEAL" not in html and "KOSHER" not in html)
    seats = page.eval_on_selector_all("svg.fig-seats [data-seat]", "s => s.map(x => x.dataset.seat)")
    stage.check("the seat map has every seat", sorted(seats) == sorted(p.seat for p in stage.due.people), seats)
    stage.check("the messages that made it are named", "PAXLST" in desk.text("body") and "PNRGOV" in desk.text("body"))
    stage.check("no script complained", not desk.problems, desk.problems)
    desk.close()


def reasons(stage):
    desk = officer(stage)
    desk.open_traveller(stage.due.designation, "BIMO")
    page = desk.page
    stage.courier_path = desk.path
    first = page.locator(".hit-card .reasons li").first.inner_text()
    stage.check(
        "the card opens with why, in a sentence",
        messages.COURIER.passport in first and "sama persis" in first and first.endswith("."),
        first,
    )
    stage.check("at most five sentences", page.locator(".hit-card").first.locator(".reasons li").count() <= 5)
    text = desk.text("main")
    stage.check(
        "both birth dates are told",
        "1985-04-12" in text and "1985-04-21" in text or "12 April 1985" in text and "21 April 1985" in text,
        text[:400],
    )
    iso = re.findall(r"\b\d{4}-\d\d-\d\d\b", text)
    stage.check("dates are in words all over the card", not iso, iso)
    stage.check("the nationality is a country's name", "Indonesia" in desk.text("section[aria-labelledby=identitas]"))
    stage.check(
        "API against PNR is a picture with a table",
        page.locator("svg.fig-comparison").count() == 1 and page.locator("td", has_text="berbeda").count() > 0,
    )
    stage.check("paid in cash is told", re.search("tunai", text, re.I))
    stage.check("the companion is named", "LARAS" in text)
    page.locator(".hit-card details.evidence summary").first.click()
    desk.shoot("card-evidence")
    page.locator(".hit-card details.evidence a[href^='/pesan/']").first.click()
    page.wait_for_url(re.compile("/pesan/"))
    marked = page.locator("table.segments tr.marked")
    stage.check("the source message opens at highlighted segments", marked.count() > 0)
    stage.check(
        "the highlighted segments hold the passport",
        any(messages.COURIER.passport in marked.nth(index).inner_text() for index in range(marked.count())),
    )
    body = desk.text("main")
    others = [p.passport for p in (messages.LATER, messages.BYSTANDER) if p.passport in body]
    stage.check("other people's segments stay covered", not others, others)
    stage.check("no script complained", not desk.problems, desk.problems)
    desk.close()


def judge(stage):
    desk = officer(stage)
    page = desk.page
    desk.go(stage.courier_path)
    form = page.locator("form[action$='/putusan']").first
    stage.check("nothing is chosen beforehand", form.locator("input[name=jawaban]:checked").count() == 0)
    page.locator("h1").first.click()
    page.keyboard.press("y")
    stage.check("y chooses same", form.locator("input[value=same]").is_checked())
    page.locator("h1").first.click()
    page.keyboard.press("n")
    stage.check("n chooses different", form.locator("input[value=different]").is_checked())
    page.locator("h1").first.click()
    page.keyboard.press("u")
    stage.check("u chooses not enough evidence", form.locator("input[value=not-enough-evidence]").is_checked())
    stage.check(
        "and nothing is decided yet",
        desk.path == stage.courier_path and page.locator("form[action$='/putusan']").count(),
    )
    # Past the browser's own checks: the server must refuse too.
    action = form.get_attribute("action")
    token = form.locator("[name=csrf]").input_value()

    def post(**fields):
        return desk.context.request.post(
            stage.product.url + action,
            form={"csrf": token, **fields},
            headers={"origin": stage.product.url, "sec-fetch-site": "same-origin"},
            max_redirects=0,
        ).status

    stage.check("a judgement without reason is refused", post(jawaban="same", alasan="") == 422)
    stage.check("one without answer too", post(jawaban="", alasan="paspor dilihat") == 422)
    stage.check("one with an unknown answer too", post(jawaban="guilty", alasan="paspor dilihat") == 422)
    forged = desk.context.request.post(
        stage.product.url + action,
        form={"csrf": "0" * 64, "jawaban": "same", "alasan": "paspor dilihat"},
        max_redirects=0,
    ).status
    stage.check("one without the form's token too", forged in (400, 403), forged)
    desk.go(stage.courier_path)
    stage.check("after all refusals the hit still waits", page.locator("form[action$='/putusan']").count() == 1)
    page.locator("input[name=jawaban][value=same]").check(force=True)
    page.locator("input[name=alasan]").fill("Paspor, foto: orang sama.")
    page.locator("form[action$='/putusan'] button").click()
    page.wait_for_load_state("domcontentloaded")
    text = desk.text("main")
    stage.check(
        "the judgement stands with reason and name",
        "Paspor, foto" in text and "Petugas Demo" in text and "dinilai sama" in text,
        text[:600],
    )
    desk.shoot("card-judged")
    desk.close()


def examine(stage):
    desk = second_officer(stage)
    page = desk.page
    desk.go(stage.courier_path)
    page.locator("section[aria-labelledby=pemeriksaan] summary").click()
    page.locator("input[name=hasil][value=found]").check(force=True)
    page.locator("select[name=barang]").first.select_option("methamphetamine")
    page.locator("form[action$='/pemeriksaan'] button.primary").click()
    page.wait_for_load_state("domcontentloaded")
    stage.check(
        "goods without quantity are refused",
        "1,25" not in desk.text("body") and page.locator("section[aria-labelledby=pemeriksaan] ol li").count() == 0,
    )
    desk.go(stage.courier_path)
    page.locator("section[aria-labelledby=pemeriksaan] summary").click()
    page.locator("input[name=hasil][value=found]").check(force=True)
    page.locator("select[name=barang]").first.select_option("methamphetamine")
    page.locator("input[name=banyak]").first.fill("1,25")
    page.locator("input[name=satuan]").first.fill("kg")
    page.locator("textarea[name=catatan]").fill("Dinding ganda koper")
    page.locator("form[action$='/pemeriksaan'] button.primary").click()
    page.wait_for_load_state("domcontentloaded")
    text = desk.text("section[aria-labelledby=pemeriksaan]")
    stage.check(
        "another officer's find stands on the card",
        "metamfetamina" in text and "1,25 kg" in text and "Petugas Dua" in text,
        text,
    )
    desk.close()


def withdrawn(stage):
    if stage.product.is_outside:
        return
    desk = officer(stage)
    page = desk.page
    desk.open_traveller(stage.leaving.designation, messages.LEAVER.surname)
    path = desk.path
    stage.check("the leaver's hit waits", page.locator("form[action$='/putusan']").count() == 1)
    stage.product.ingest(messages.paxlst(stage.leaving, [messages.LEAVER], stage.now, "TBX00020", "BGM+745+XR"))
    page.wait_for_timeout(2500)
    desk.go(path)
    text = desk.text("main")
    stage.check(
        "the cancellation withdraws the hit",
        "ditarik" in text and not page.locator("form[action$='/putusan']").count(),
        text[:500],
    )
    desk.close()


def child(stage):
    desk = officer(stage)
    desk.go("/atensi")
    apart = desk.page.locator("section.children")
    stage.check(
        "a child's hit stands apart from the others",
        apart.count() == 1 and messages.CHILD.surname in apart.inner_text(),
    )
    desk.open_traveller(stage.due.designation, messages.CHILD.surname)
    stage.check("and the card says how to go about it", "libatkan penyelia" in desk.text("main"))
    desk.shoot("card-child")
    desk.close()


SCENES = [
    ("The voyage and its people", voyage),
    ("A hit down to its segments", reasons),
    ("A person decides", judge),
    ("Another officer finds goods", examine),
    ("A cancellation withdraws a hit", withdrawn),
    ("A child stands apart", child),
]
