# SPDX-License-Identifier: Apache-2.0
"""The claims of docs/evidence/message-to-decision.md."""
import json
import statistics
import subprocess
import sys
import time

from common import BINARY, Missing, ROOT, SHARED, browser, generated, run, swift_tests

TITLE = "From a carrier's message to an officer's decision"


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


def world(place):
    started = time.monotonic()
    done = run(BINARY, "world", "--residents", 300000, "--days", 30, "--voyages-per-day", 60, "--seed", 1, "--anchor",
               "2026-03-01T05:00", "--out", place / "world")
    seconds = time.monotonic() - started
    files = len(list((place / "world/messages").iterdir())) if done.returncode == 0 else 0
    return done.returncode == 0 and seconds <= 60, f"{seconds:.0f} s, {files} message files"


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
