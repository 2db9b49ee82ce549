#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs each claim's check with the release binary and writes docs/evidence/PAGE.md, a line a claim.

evidence [PAGE...]   the pages to write, all by default: message-to-decision, every-message, identity
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

PAGES = ["message-to-decision", "every-message", "identity"]


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


def write(name, page, rows, broken):
    file = ROOT / f"docs/evidence/{name}.md"
    cpu = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "?")
    kept = ""
    if not broken and file.exists() and "## Mutations" in file.read_text():
        kept = file.read_text()[file.read_text().index("## Mutations"):]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f"# {page.TITLE}\n\n"
        f"Written by `make evidence` on {os.cpu_count()} cores ({cpu}), release build; machines are noisy, so medians and "
        "ratios count. A commit with `+` had uncommitted changes.\n\n"
        "| claim | command | figure | commit | |\n|---|---|---|---|---|\n" + "\n".join(rows) + "\n\n"
        + (("## Mutations\n\nThe code broken on purpose, and the check that noticed.\n\n| claim | mutation | check | |\n"
            "|---|---|---|---|\n" + "\n".join(broken) + "\n") if broken else kept))


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


main()
