# SPDX-License-Identifier: Apache-2.0
"""Runs the day. `run.py [SCENE...]` plays only scenes whose names contain one of the words."""

import os
import sys
from datetime import datetime, timezone
from pathlib import Path

from playwright.sync_api import sync_playwright

from browser import access, administration, carriers, decision, gallery, landpost, lists, messages, morning, offices, pages, registry, stations, trial
from browser.ledger import Ledger
from browser.product import ROOT, Product, ProductError


def play(product, ledger, wanted):
    screens = ROOT / ".cermat" / "screens"
    with sync_playwright() as driver:
        browser = launch(driver.chromium)
        stage = Stage(browser, product, ledger, screens)
        scenes = [("The control page", lambda: access.check_control(browser, ledger))]
        for room in (morning, decision, offices, trial, landpost, carriers, lists, registry, gallery, stations, administration, pages):
            scenes += [(name, lambda scene=scene: scene(stage)) for name, scene in room.SCENES]
        for name, scene in scenes:
            if not wanted or any(word.lower() in name.lower() for word in wanted):
                ledger.scene(name, scene)
        browser.close()


def launch(kind, *arguments):
    """A Chromium, with arguments of its own."""
    return kind.launch(
        executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
        args=[*(["--no-sandbox"] if os.geteuid() == 0 else []), *arguments],
    )


class Stage:
    """What the scenes share."""

    def __init__(self, browser, product, ledger, screens):
        self.browser, self.product, self.ledger, self.screens = browser, product, ledger, Path(screens)
        self.now = datetime.now(timezone.utc)
        self.due, self.leaving, self.sudden = messages.flights(self.now)
        # Sessions by sign-in name, so that a run signs in as often as a shift does.
        self.sessions = {}
        # Opaque addresses that later scenes come back to.
        self.courier_path = None
        self.voyage_path = None

    def another_browser(self, *arguments):
        """A second Chromium beside the one of the scenes; whoever asks closes it."""
        return launch(self.browser.browser_type, *arguments)

    def check(self, what, holds, detail=""):
        return self.ledger.check(what, holds, detail)


def main():
    ledger = Ledger()
    product = Product()
    try:
        now = datetime.now(timezone.utc)
        product.prepare(messages.watchlist(now.date()))
        product.first_messages(now)
        product.serve()
        play(product, ledger, sys.argv[1:])
    except ProductError as problem:
        ledger.check("the product starts", False, problem)
    finally:
        product.close()
    return ledger.end()


if __name__ == "__main__":
    sys.exit(main())
