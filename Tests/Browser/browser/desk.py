# SPDX-License-Identifier: Apache-2.0
"""A person at the desk: one browser context with its session, and what people do on every page."""

import re
from pathlib import Path

from playwright.sync_api import Error

DESKTOP = {"width": 1366, "height": 768}
TABLET = {"width": 800, "height": 1280}

# The menu's addresses (Sources/Desk/Frame/NavigationItem.swift).
BOARD, HITS, SEARCH, DOCUMENT, HANDOVER = "/papan", "/atensi", "/cari", "/dokumen", "/serah-terima"
WATCHLIST, DECISIONS, QUARANTINE, AUDIT, ACCOUNTS, STATUS = (
    "/daftar-pantau",
    "/keputusan",
    "/karantina",
    "/audit",
    "/akun",
    "/keadaan",
)


class Desk:
    """`page` is playwright's; `problems` gathers script errors, refused loads and broken policies."""

    def __init__(self, browser, base, screens, language="id", dark=False, viewport=None, touch=False, storage=None):
        self.base = base
        self.screens = Path(screens)
        self.context = browser.new_context(
            viewport=viewport or DESKTOP,
            locale="id-ID" if language == "id" else "en-GB",
            has_touch=touch,
            color_scheme="dark" if dark else "light",
            timezone_id="Asia/Jakarta",
            storage_state=storage,
        )
        self.context.set_default_timeout(8000)
        self.page = self.context.new_page()
        self.problems = []
        self.page.on("pageerror", lambda error: self.problems.append(f"script: {error}"))
        self.page.on("console", self._heard)

    def _heard(self, message):
        # Answers 401, 403, 404, 422 are asked for by the tests; Chromium notes each in its console.
        if message.type == "error" and not re.search(r"status of (4\d\d|503)", message.text):
            self.problems.append(f"console: {message.text}")

    def go(self, path):
        """Opens an address; the HTTP status, negative where the answer has no page that Chromium would show."""
        try:
            answer = self.page.goto(self.base + path, wait_until="domcontentloaded")
        except Error as problem:
            if "ERR_HTTP_RESPONSE_CODE_FAILURE" not in str(problem):
                raise
            status = self.context.request.get(self.base + path, max_redirects=0).status
            self.page.wait_for_timeout(200)
            self.page.goto("about:blank")
            return -status
        return answer.status if answer else 0

    @property
    def path(self):
        return self.page.url.removeprefix(self.base).split("?")[0]

    def text(self, selector="main"):
        return self.page.locator(selector).first.inner_text()

    def sign_in(self, login, password):
        self.go("/masuk")
        self.page.fill("[name=nama]", login)
        self.page.fill("[name=sandi]", password)
        self.page.click("form[action='/masuk'] button")
        self.page.wait_for_load_state("domcontentloaded")

    def declare(self, purpose, reference, post=None):
        """Declares a purpose by its code, and a post."""
        self.go("/tujuan")
        self.page.check(f"[name=tujuan][value={purpose}]")
        self.page.fill("[name=nomor]", reference)
        if post and self.page.locator("[name=pos]").count():
            self.page.select_option("[name=pos]", post)
        self.page.click("form[action='/tujuan'] button.primary")
        self.page.wait_for_load_state("domcontentloaded")

    def sign_in_as(self, role):
        """The demonstration's one-press sign-in."""
        self.go("/masuk")
        self.page.click(f"form[action='/masuk/peran'] button[value={role}]")
        self.page.wait_for_load_state("domcontentloaded")

    def sign_out(self):
        self.page.click("form[action='/keluar'] button")
        self.page.wait_for_load_state("domcontentloaded")

    def menu(self):
        """The addresses in the menu."""
        return self.page.eval_on_selector_all("header nav a", "links => links.map(a => a.getAttribute('href'))")

    def speak(self, language):
        self.page.click(f"form[action='/tampilan'] button[name=bahasa][value={language}]")
        self.page.wait_for_load_state("domcontentloaded")

    def open_voyage(self, designation):
        self.go(BOARD)
        self.page.locator("#papan tbody tr", has_text=designation).locator("a").first.click()
        self.page.wait_for_url(re.compile("/perjalanan/"))

    def open_traveller(self, designation, words):
        """A traveller's card, by a word of the name."""
        self.open_voyage(designation)
        self.page.locator("#daftar tbody tr, .hit-card", has_text=words).locator("a[href^='/penumpang/']").first.click()
        self.page.wait_for_url(re.compile("/penumpang/"))

    def shoot(self, name):
        self.screens.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=self.screens / f"{name}.png", full_page=True, animations="disabled")

    def close(self):
        self.context.close()
