# SPDX-License-Identifier: Apache-2.0
"""What the checks of every evidence page share."""
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("CERMAT_BIN", ROOT / ".build/release/cermat"))
SHARED = ROOT.parent / "shared"


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


def swift_tests(filter_):
    def check(place):
        done = run("swift", "test", "--skip-build", "--filter", filter_)
        found = re.findall(r"Test run with .*", done.stdout + done.stderr)
        return done.returncode == 0 and bool(found) and " 0 tests" not in found[-1], (found or ["no test ran"])[-1]
    return check


def end_to_end(*tests, env=None):
    def check(place):
        done = run(sys.executable, "-m", "unittest", "-b", *tests, cwd=ROOT / "Tests/EndToEnd", env=env)
        lines = done.stderr.strip().splitlines()
        if done.returncode == 0 and "skipped=" in lines[-1]:
            raise Missing(f"{lines[-1]}: a test needs something that is not here")
        return done.returncode == 0, next((line for line in lines if line.startswith("Ran ")), lines[-1])
    return check


def browser_scenes(*words):
    """The scenes of the browser's day whose names hold one of the words, all where none is given."""
    def check(place):
        done = run(ROOT / "Tests/Browser/run.sh", *words)
        lines = done.stdout.strip().splitlines() or ["no output"]
        left_out = [line.strip() for line in lines if line.startswith("  skip  ")]
        if words and left_out:
            raise Missing(left_out[0])
        return done.returncode == 0, lines[-1]
    return check


browser = browser_scenes()
