# SPDX-License-Identifier: Apache-2.0
"""axe on every page, with a page that must fail."""

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe

CONTROL = Path(__file__).resolve().parents[1] / "control.html"
# What the control page must show, so that a silent axe is noticed. Without a doctype contrast would not be reported.
MUST_FIND = {"color-contrast", "button-name", "label", "image-alt", "html-has-lang", "document-title"}


def small_targets(page):
    """Targets below 24 x 24 px without room around them, as axe's own rule sees them."""
    results = Axe().run(page, options={"runOnly": {"type": "rule", "values": ["target-size"]}})
    return [node["html"][:120] for rule in results.response["violations"] for node in rule["nodes"]][:6]


def violations(page):
    """The rules that a page breaks, with the places."""
    # Injecting axe is the test's doing, not the page's: the page's own policy stays as served for the page itself.
    session = page.context.new_cdp_session(page)
    session.send("Page.setBypassCSP", {"enabled": True})
    results = Axe().run(page)
    session.detach()
    return [
        (rule["id"], rule["impact"], [node["html"][:160] for node in rule["nodes"]][:3])
        for rule in results.response["violations"]
    ]


def check_control(browser, ledger):
    page = browser.new_page()
    page.goto(CONTROL.as_uri())
    found = {rule for rule, _, _ in violations(page)}
    ledger.check("axe finds what is wrong on the control page", MUST_FIND <= found, f"missed {MUST_FIND - found}")
    page.close()


def overflow(page):
    """How far the page is wider than its window, in pixels."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def smallest_letters(page, selector):
    """The smallest height of letters among some texts of a picture, in pixels of the screen."""
    return page.eval_on_selector_all(
        selector,
        """all => Math.min(...all.map(e => parseFloat(getComputedStyle(e).fontSize) *
            e.ownerSVGElement.getBoundingClientRect().width / e.ownerSVGElement.viewBox.baseVal.width))""",
    )


def cut(page):
    """Boxes whose contents are wider than they are, so that something is out of sight."""
    return page.evaluate("""() => [...document.querySelectorAll('main *')]
        .filter(e => e.offsetParent && e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1)
        .filter(e => ['auto', 'scroll'].includes(getComputedStyle(e).overflowX) && e.matches(':not(pre)'))
        .map(e => `${e.tagName}.${e.className} ${e.scrollWidth - e.clientWidth}px: ${e.innerText.slice(0, 50)}`)""")
