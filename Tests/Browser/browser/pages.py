# SPDX-License-Identifier: Apache-2.0
"""Every page of every role: axe in both themes and languages, no page wider than its window, a picture of each."""

import re

from browser import access
from browser.desk import TABLET, Desk
from browser.morning import REFERENCE, enter, officer

# Everybody who works here: sign-in name, purpose, reference, post.
PEOPLE = [
    ("petugas", "arrival-control", REFERENCE, "CGK"),
    ("analis", "targeting", "ST-30/P2/2026", None),
    ("penyelia", "supervision", "ST-1/KPU.03/2026", "CGK"),
    ("teknisi", "intake-repair", "IR-5/2026", None),
    ("admin", "administration", "ADM-1/2026", None),
    ("auditor", "oversight", "AUD-1/2026", None),
    ("ppdp", "oversight", "PDP-1/2026", None),
]


def inspect(stage, desk, name):
    """axe, width and script errors of the page that is open."""
    broken = access.violations(desk.page)
    stage.check(f"axe: {name}", not broken, broken)
    wide = access.overflow(desk.page)
    stage.check(f"fits the window: {name}", wide <= 0, f"{wide} px too wide")
    if not name.endswith("800x1280"):
        out = access.cut(desk.page)
        stage.check(f"nothing is cut off: {name}", not out, out)
    stage.check(f"no complaint: {name}", not desk.problems, desk.problems)
    desk.problems.clear()


# Words that sentences of one language cannot do without; the test's own data avoid them.
TELLTALES = {
    "en": ["yang", "dan", "belum", "tidak", "dengan", "untuk", "dari", "atau", "sudah"],
    "id": ["the", "and", "of", "with", "not", "was", "is", "neither"],
}


def language(stage, desk, name, spoken):
    """Whether words of the other language are left on the page."""
    text = desk.text("body")
    left = []
    for word in TELLTALES[spoken]:
        found = re.search(rf"[^\n]*(?<![\w-]){word}(?![\w-])[^\n]*", text)
        if found:
            left.append(found.group(0).strip()[:90])
    stage.check(f"one language: {name}", not left, left)


def paths(stage, desk):
    """The menu of the one who is signed in, and what lies one step behind it."""
    found = [path for path in desk.menu() if path]
    if "/mutu" in found:
        found += ["/mutu/waktu", "/mutu/pengangkut/ZZ"]
    if "/papan" in found:
        found += [path for path in (stage.voyage_path, stage.courier_path) if path]
    return found


def label(path):
    parts = path.strip("/").split("/")
    return parts[0] or "start"


def every_page(stage, tongue, dark):
    look = f"{tongue}-{'dark' if dark else 'light'}"
    seen = set()
    door = Desk(stage.browser, stage.product.url, stage.screens, language=tongue, dark=dark)
    door.go("/masuk?lang=" + tongue)
    inspect(stage, door, f"masuk {look}")
    door.shoot(f"masuk-{look}")
    door.close()
    for login, purpose, reference, post in PEOPLE:
        desk = enter(stage, login, purpose, reference, post, fresh=True, language=tongue, dark=dark)
        if tongue == "en" and desk.page.get_attribute("html", "lang") != "en":
            desk.speak("en")
        for path in paths(stage, desk) + ["/tujuan", "/sandi", "/bantuan", "/tidak-ada"]:
            if label(path) in seen:
                continue
            status = desk.go(path)
            if status < 0:
                seen.add(label(path))
                stage.check(f"{path} answers with a page", False, f"{-status} without a page")
                continue
            if status == 404 and path != "/tidak-ada":
                stage.check(f"{path} in the menu of {login} is there", False, status)
                continue
            if status == 403:
                continue
            seen.add(label(path))
            inspect(stage, desk, f"{label(path)} {look}")
            if not dark:
                language(stage, desk, f"{label(path)} {look}", tongue)
            desk.shoot(f"{label(path)}-{look}")
            if label(path) == "papan":
                desk.page.keyboard.press("?")
                if desk.page.locator("dialog#bantuan").is_visible():
                    inspect(stage, desk, f"papan with help {look}")
        refused = desk.go("/akun" if login != "admin" else "/papan")
        if refused == 403 and "403" not in seen:
            seen.add("403")
            inspect(stage, desk, f"refusal {look}")
            desk.shoot(f"refusal-{look}")
        desk.close()


def tablet(stage):
    desk = officer(stage, viewport=TABLET, touch=True)
    for path in ("/papan", stage.voyage_path, stage.courier_path):
        if not path:
            continue
        desk.go(path)
        inspect(stage, desk, f"{label(path)} 800x1280")
        if path == "/papan":
            wide = desk.page.eval_on_selector(".scroll:has(#papan)", "e => e.scrollWidth - e.clientWidth")
            stage.check("the board's last column is in sight", wide <= 0, f"{wide} px too wide")
            letters = access.smallest_letters(desk.page, ".strip svg text")
            stage.check("the strip's labels can be read", letters >= 9.5, f"{letters} px")
        small = access.small_targets(desk.page)
        stage.check(f"a finger hits every target (WCAG 2.5.8): {label(path)}", not small, small)
        desk.shoot(f"{label(path)}-800x1280")
    desk.close()


def printed(stage):
    desk = officer(stage)
    if stage.courier_path:
        desk.go(stage.courier_path)
    desk.page.emulate_media(media="print")
    stage.check("print leaves out menus and forms", not desk.page.locator("header nav").is_visible())
    stage.check("print says who printed it", desk.page.locator(".print-only").first.is_visible())
    desk.shoot("card-print")
    desk.close()


def without_script(stage):
    context = stage.browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(stage.product.url + "/masuk")
    page.click("form[action='/masuk/peran'] button[value=officer]")
    page.goto(stage.product.url + "/papan")
    stage.check("without JavaScript the board is there", page.locator("#papan tbody tr").count() > 0)
    context.close()


SCENES = [
    ("Every page, Indonesian, light", lambda stage: every_page(stage, "id", False)),
    ("Every page, Indonesian, dark", lambda stage: every_page(stage, "id", True)),
    ("Every page, English, light", lambda stage: every_page(stage, "en", False)),
    ("Every page, English, dark", lambda stage: every_page(stage, "en", True)),
    ("Board and card on a tablet", tablet),
    ("Print", printed),
    ("Without JavaScript", without_script),
]
