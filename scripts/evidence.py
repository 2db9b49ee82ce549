#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs each claim's check with the release binary and writes docs/evidence/message-to-decision.md, a line a claim.

--only WORD runs the claims whose name holds the word and prints their lines without writing the page.
--mutations also breaks the code in the places listed below, one after the other, and shows that the check then fails."""
import argparse
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
BINARY = ROOT / ".build/release/cermat"
SHARED = ROOT.parent / "shared"
PAGE = ROOT / "docs/evidence/message-to-decision.md"


def run(*command, timeout=3600, env=None, cwd=ROOT):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True, errors="replace", timeout=timeout,
                          cwd=cwd, env={**os.environ, "CERMAT_BIN": str(BINARY), **(env or {})})


class Missing(Exception):
    """The check needs something that is not here."""


def generated(count, seed, place):
    script = SHARED / "peers/generate_messages.py"
    if not script.exists():
        raise Missing("the message generator is not beside the project")
    file, truth = place / f"m{count}-{seed}.edi", place / f"m{count}-{seed}.truth"
    run(sys.executable, script, "--n", count, "--seed", seed, "--out", file, "--truth", truth)
    return file, truth


def truth(place):
    figures = []
    for count, seed in ((10000, 1), (10000, 77)):
        file, told = generated(count, seed, place)
        decoded = place / "decoded.ndjson"
        with open(decoded, "w") as out:
            subprocess.run([BINARY, "decode", file], stdout=out, check=False)
        done = run(sys.executable, ROOT / "Tests/scripts/check_truth.py", decoded, told)
        figures.append((done.stdout.strip().splitlines() or [done.stderr.strip()[-200:]])[-1])
        if done.returncode != 0:
            return False, "; ".join(figures)
    return True, "; ".join(figures)


def corpus(place):
    folder = SHARED / "corpus/messages"
    if not folder.exists():
        raise Missing("the corpus is not beside the project")
    files = [f for f in sorted(folder.rglob("*")) if f.suffix in (".edi", ".txt") and f.is_file()]
    crashed = [f.name for f in files if run(BINARY, "decode", f).returncode not in (0, 1)]
    tests = run("swift", "test", "--skip-build", "--filter", "Corpus")
    return not crashed and tests.returncode == 0, (
        f"{len(files)} files, {len(crashed)} crashes; asserted values {'hold' if tests.returncode == 0 else 'FAIL'} "
        "(differences with reasons in docs/corpus-differences.md)")


def bench_decode(place):
    parts, reached = [], True
    for count in (10000, 40000):
        file, _ = generated(count, 1, place)
        rates = []
        for _ in range(3):
            figures = json.loads(run(BINARY, "bench", "decode", file, "--json").stdout)
            rates.append(figures["megabytesPerSecond"])
        digest = run(BINARY, "decode", "--digest", file).stdout.strip()
        usage = subprocess.run(["/usr/bin/env", "python3", "-c",
                                "import resource,subprocess,sys;subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL);"
                                "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)",
                                str(BINARY), "decode", "--digest", str(file)], capture_output=True, text=True)
        reached = reached and statistics.median(rates) >= 310 and digest == figures["digest"]
        parts.append(f"{figures['messages']} messages, {figures['bytes'] / 1e6:.1f} MB: median "
                     f"{statistics.median(rates):.0f} MB/s of {sorted(rates)}, digest "
                     f"{'equal' if digest == figures['digest'] else 'DIFFERENT'}, peak memory with the mapped file "
                     f"{int(usage.stdout) // 1024} MB")
    return reached, "; ".join(parts)


def bench_ingest(place):
    parts, reached = [], True
    for count in (4000, 12000):
        done = run(BINARY, "bench", "ingest", "--messages", count, "--json", "--directory", place)
        figures = json.loads(done.stdout)
        reached = reached and figures["messagesPerSecond"] >= 500 and figures["p99Milliseconds"] < 1000
        parts.append(f"{count} messages ({figures['bytes'] / 1e6:.1f} MB, {figures['travellers']} travellers): "
                     f"{figures['messagesPerSecond']:.0f}/s; at {figures['pacedPerSecond']:.0f}/s p50 "
                     f"{figures['p50Milliseconds']:.0f} ms, p99 {figures['p99Milliseconds']:.0f} ms; "
                     f"{figures['storeCallsPerBatch']:.1f} store calls a batch")
    return reached, "; ".join(parts)


def ledger(test, kills=20):
    def check(place):
        started = time.monotonic()
        done = run(sys.executable, "-m", "unittest", "-b", test, cwd=ROOT / "Tests/EndToEnd",
                   env={"CERMAT_KILLS": str(kills)})
        last = done.stderr.strip().splitlines()[-1]
        return done.returncode == 0, f"{last}, {time.monotonic() - started:.0f} s"
    return check


def reads(place):
    figures = json.loads(run(BINARY, "bench", "reads", "--json", "--directory", place).stdout)
    return figures["ratio"] >= 1 / 1.3, (
        f"{figures['auditedPerSecond']:.0f}/s with and {figures['unauditedPerSecond']:.0f}/s without the record, median ratio "
        f"of 5 pairs {figures['ratio']:.2f}")


def swift_tests(filter_):
    def check(place):
        done = run("swift", "test", "--skip-build", "--filter", filter_)
        found = re.findall(r"Test run with .*", done.stdout + done.stderr)
        return done.returncode == 0 and bool(found) and " 0 tests" not in found[-1], (found or ["no test ran"])[-1]
    return check


def world(place):
    started = time.monotonic()
    done = run(BINARY, "world", "--residents", 300000, "--days", 30, "--voyages-per-day", 60, "--seed", 1, "--anchor",
               "2026-03-01T05:00", "--out", place / "world")
    seconds = time.monotonic() - started
    files = len(list((place / "world/messages").iterdir())) if done.returncode == 0 else 0
    return done.returncode == 0 and seconds <= 60, f"{seconds:.0f} s, {files} message files"


def browser(place):
    done = run(ROOT / "Tests/Browser/run.sh")
    return done.returncode == 0, (done.stdout.strip().splitlines() or ["no output"])[-1]


CLAIMS = [
    ("Every value put in comes back and nothing else", "decode + Tests/scripts/check_truth.py, 2 x 10,000 messages", truth),
    ("The corpus decodes without a crash; asserted values hold", "decode over ../shared/corpus; swift test --filter Corpus",
     corpus),
    ("Typed decoding, one core, >= 310 MB/s", "cermat bench decode, two sizes, 3 runs of 9 passes", bench_decode),
    ("Durable to visible hit, >= 500 messages/s, p99 < 1 s", "cermat bench ingest, two sizes", bench_ingest),
    ("20 x kill -9: every printed line is there, once", "test_ledger (kill -9), CERMAT_KILLS=20",
     ledger("test_ledger.Ledger.test_every_line_printed_survives_kill_9")),
    ("Judgements survive kill -9", "test_desk (kill -9), CERMAT_KILLS=20",
     ledger("test_desk.Judgements.test_every_judgement_answered_survives_kill_9")),
    ("No acknowledgement before its fsync", "test_ledger (strace)", ledger("test_ledger.Durability")),
    ("Rebuild from shuffled messages gives the same digest", "test_ledger (rebuild, 2 seeds)",
     ledger("test_ledger.Ledger.test_a_rebuild_in_any_order_gives_the_same_state")),
    ("Canaries are nowhere in the data folder", "test_ledger (canaries)",
     ledger("test_ledger.Ledger.test_no_canary_lies_in_the_clear")),
    ("Every route x role x purpose as the policy says, each refusal recorded", "swift test --filter DeskTests",
     swift_tests("DeskTests")),
    ("Audited reads keep 1/1.3 of the throughput of unaudited ones at 32 readers", "cermat bench reads", reads),
    ("The day in a real browser; axe clean with a negative control", "Tests/Browser/run.sh", browser),
    ("300,000 residents and 30 days within a minute", "cermat world, 60 voyages a day", world),
]

# (claim, file, what stands there, what is put there instead, the check that must then fail)
MUTATIONS = [
    ("late messages never overwrite newer facts", "Sources/Screening/Assembly/VoyageDraft.swift",
     "new.sorted { $0.order < $1.order }", "new", ["swift", "test", "--filter", "VoyageAssemblerTests"]),
    ("titles fall away on word boundaries only", "Sources/Identity/NameFolding.swift",
     "words.filter { !particles.contains($0) }", "words.filter { word in !particles.contains { word.hasPrefix($0) } }",
     ["swift", "test", "--filter", "NameFoldingTests"]),
]


def mutations():
    lines = []
    for claim, path, old, new, check in MUTATIONS:
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


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--only")
    options.add_argument("--mutations", action="store_true")
    options = options.parse_args()
    commit = run("git", "rev-parse", "--short", "HEAD").stdout.strip()
    dirty = "+" if run("git", "status", "--porcelain", "--untracked-files=no").stdout.strip() else ""
    place = pathlib.Path(tempfile.mkdtemp(prefix="cermat-evidence-"))
    rows = []
    for claim, command, check in CLAIMS:
        if options.only and options.only.lower() not in (claim + command).lower():
            continue
        print(f"... {claim}", file=sys.stderr)
        try:
            holds, figure = check(place)
            word = "holds" if holds else "not yet"
        except Missing as missing:
            word, figure = "not measured", str(missing)
        except Exception as error:  # the page must say so, whatever went wrong
            word, figure = "not yet", f"the check itself failed: {type(error).__name__}: {str(error)[:160]}"
        rows.append(f"| {claim} | {command} | {figure} | {commit}{dirty} | {word} |")
        print(rows[-1])
    shutil.rmtree(place, ignore_errors=True)
    broken = mutations() if options.mutations else []
    print("\n".join(broken))
    if options.only:
        return
    cpu = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "?")
    kept = ""
    if not options.mutations and PAGE.exists() and "## Mutations" in PAGE.read_text():
        kept = PAGE.read_text()[PAGE.read_text().index("## Mutations"):]
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(
        "# From a carrier's message to an officer's decision\n\n"
        f"Written by `make evidence` on {os.cpu_count()} cores ({cpu}), release build; machines are noisy, so medians and "
        "ratios count. A commit with `+` had uncommitted changes.\n\n"
        "| claim | command | figure | commit | |\n|---|---|---|---|---|\n" + "\n".join(rows) + "\n\n"
        + (("## Mutations\n\nThe code broken on purpose, and the check that noticed.\n\n| claim | mutation | check | |\n"
            "|---|---|---|---|\n" + "\n".join(broken) + "\n") if broken else kept))


main()
