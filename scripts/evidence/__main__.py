#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs each claim's check with the release binary and writes docs/evidence/PAGE.md, a line a claim.

evidence [PAGE...]   the pages to write, all by default: message-to-decision, every-message, identity, run-and-keep, faces.
What was added to a page by hand, below its first table, is kept.
--only WORD runs the claims whose name holds the word and prints their lines without writing a page.
--mutations also breaks the code in the places listed with a page, one after the other, and shows that the check then fails."""
import argparse
import importlib
import os
import pathlib
import shutil
import sys
import tempfile

from common import Missing, ROOT, run

PAGES = ["message-to-decision", "every-message", "identity", "run-and-keep", "faces"]


def mutations(page):
    lines = []
    for claim, path, old, new, check in page.MUTATIONS:
        file = ROOT / path
        text = file.read_text()
        if text.count(old) != 1:
            lines.append(f"| {claim} | `{path}` | the place was not found | not yet |")
            continue
        file.write_text(text.replace(old, new))
        try:
            done = run(*check)
        finally:
            file.write_text(text)
        output = done.stdout + done.stderr
        failed = done.returncode != 0 and "Build complete" in output and "✘" in output
        lines.append(f"| {claim} | `{path}`: `{old}` -> `{new}` | `{' '.join(check)}` "
                     f"{'failed, as it must' if failed else 'STILL PASSED'} | {'holds' if failed else 'not yet'} |")
    return lines


def claims(page, only, commit):
    place = pathlib.Path(tempfile.mkdtemp(prefix="cermat-evidence-"))
    rows = []
    for claim, command, check in page.CLAIMS:
        if only and only.lower() not in (claim + command).lower():
            continue
        print(f"... {claim}", file=sys.stderr)
        try:
            holds, figure = check(place)
            word = "holds" if holds else "not yet"
        except Missing as missing:
            word, figure = "not measured", str(missing)
        except Exception as error:  # the page must say so, whatever went wrong
            word, figure = "not yet", f"the check itself failed: {type(error).__name__}: {str(error)[:160]}"
        rows.append(f"| {claim} | {command} | {figure} | {commit} | {word} |")
        print(rows[-1], flush=True)
    shutil.rmtree(place, ignore_errors=True)
    return rows


WRITTEN = "Written by `make evidence`"


def by_hand(text):
    """What stands below the table that was written last; of a page that was never written, all but its title."""
    lines = text.split("\n")
    at = next((i for i, line in enumerate(lines) if line.startswith(WRITTEN)), None)
    if at is None:
        return "\n".join(lines[1:]).strip("\n") + "\n"
    while at < len(lines) and not lines[at].startswith("|"):
        at += 1
    while at < len(lines) and lines[at].startswith("|"):
        at += 1
    rest = "\n".join(lines[at:]).strip("\n")
    return rest + "\n" if rest else ""


def without_section(text, heading):
    """The text without a section, up to the next heading of its rank."""
    lines = text.split("\n")
    if heading not in lines:
        return text
    start = lines.index(heading)
    end = next((i for i in range(start + 1, len(lines)) if lines[i].startswith("## ")), len(lines))
    return "\n".join(lines[:start] + lines[end:]).strip("\n") + "\n"


def write(name, page, rows, broken):
    file = ROOT / f"docs/evidence/{name}.md"
    cpu = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "?")
    kept = by_hand(file.read_text()) if file.exists() else ""
    if broken:
        kept = without_section(kept, "## Mutations")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f"# {page.TITLE}\n\n"
        f"{WRITTEN} on {os.cpu_count()} cores ({cpu}), release build; machines are noisy, so medians and "
        "ratios count. A commit with `+` had uncommitted changes.\n\n"
        "| claim | command | figure | commit | |\n|---|---|---|---|---|\n" + "\n".join(rows) + "\n\n"
        + (kept + "\n" if kept and broken else kept)
        + (("## Mutations\n\nThe code broken on purpose, and the check that noticed.\n\n| claim | mutation | check | |\n"
            "|---|---|---|---|\n" + "\n".join(broken) + "\n") if broken else ""))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("pages", nargs="*", default=PAGES)
    options.add_argument("--only")
    options.add_argument("--mutations", action="store_true")
    options = options.parse_args()
    commit = run("git", "rev-parse", "--short", "HEAD").stdout.strip()
    dirty = "+" if run("git", "status", "--porcelain", "--untracked-files=no").stdout.strip() else ""
    for name in options.pages:
        page = importlib.import_module(name.replace("-", "_"))
        rows = claims(page, options.only, commit + dirty)
        broken = mutations(page) if options.mutations else []
        print("\n".join(broken))
        if not options.only:
            write(name, page, rows, broken)


if __name__ == "__main__":
    main()
