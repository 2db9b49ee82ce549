# SPDX-License-Identifier: Apache-2.0
"""The claims of docs/evidence/every-message.md."""
import json
import os
import statistics
import sys

from common import BINARY, Missing, ROOT, SHARED, browser, end_to_end, generated, run, swift_tests

TITLE = "Every message that is sent, and every carrier that sends it"


def corpus(place):
    if not (SHARED / "corpus/messages").exists():
        raise Missing("the corpus is not beside the project")
    done = run(sys.executable, ROOT / "Tests/scripts/check_corpus.py", BINARY, SHARED / "corpus/messages")
    return done.returncode == 0, (done.stdout.strip().splitlines() or [done.stderr.strip()[-200:]])[-1]


# DESIGN section 7: 310 MB/s where a plain loop over bytes in C reaches 600.
GOAL, PEER = 310, 600


def byte_loop(place):
    """A compiled loop that counts separators, the peer that processors are compared by."""
    program = place / "byte_loop"
    if run("cc", "-O2", "-o", program, ROOT / "scripts/evidence/byte_loop.c").returncode != 0:
        raise Missing("no C compiler for the peer")
    return program


def bench_decode(place):
    parts, reached, loop = [], True, byte_loop(place)
    for count in (10000, 40000):
        file, _ = generated(count, 1, place)
        runs, loops = [], []
        for _ in range(5):
            runs.append(json.loads(run(BINARY, "bench", "decode", file, "--json").stdout))
            loops.append(float(run(loop, file).stdout))
        rates = sorted(figures["megabytesPerSecond"] for figures in runs)
        ratio = statistics.median(figures["megabytesPerSecond"] / peer for figures, peer in zip(runs, loops))
        digest = run(BINARY, "decode", "--digest", file).stdout.strip()
        isEqual = all(figures["digest"] == digest for figures in runs)
        reached = reached and isEqual and statistics.median(rates) >= GOAL
        parts.append(f"{runs[0]['messages']} messages, {runs[0]['bytes'] / 1e6:.1f} MB, {runs[0]['threads']} thread: median "
                     f"{statistics.median(rates):.0f} MB/s of {[round(rate) for rate in rates]}, "
                     f"{ratio:.2f} of a C byte loop's {statistics.median(loops):.0f} in turn (goal {GOAL / PEER:.2f}), digest "
                     f"{'equal' if isEqual else 'DIFFERENT'}")
    return reached, "; ".join(parts)


def independent(place):
    done = run(ROOT / "scripts/independent.sh", 10)
    return done.returncode == 0, (done.stdout.strip().splitlines() or [done.stderr.strip()[-200:]])[-1]


def fuzz(place):
    seconds = os.environ.get("CERMAT_FUZZ_SECONDS", "120")
    done = run(ROOT / "scripts/fuzz.sh", seconds, timeout=4 * 3600)
    return done.returncode == 0, "; ".join(done.stdout.strip().splitlines()) or done.stderr.strip()[-200:]


CLAIMS = [
    ("The corpus decodes; every asserted value holds; every valid file that the peer rejects is accepted",
     "Tests/scripts/check_corpus.py over ../shared/corpus", corpus),
    ("Names that look like titles, one-name travellers, released apostrophes, 15- and 16-digit identity numbers survive; each quirk",
     "swift test --filter MessagesTests", swift_tests("MessagesTests")),
    ("An independent reader counts the same segments and travellers", "scripts/independent.sh 10", independent),
    ("Fuzzing under the address sanitizer: no crash, no hang, memory bounded",
     "scripts/fuzz.sh (CERMAT_FUZZ_SECONDS a reader, 1800 in make soak)", fuzz),
    ("Typed decoding, one core, >= 310 MB/s, digest equal to decode --digest", "cermat bench decode, two sizes, 5 runs of 9 passes",
     bench_decode),
    ("The pages in a real browser, axe clean", "Tests/Browser/run.sh", browser),
]

# (claim, file, what stands there, what is put there instead, the check that must then fail)
MUTATIONS = []
