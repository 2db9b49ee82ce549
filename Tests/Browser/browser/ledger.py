# SPDX-License-Identifier: Apache-2.0
"""Counts what held and what did not."""

import traceback


class Ledger:
    def __init__(self):
        self.passed = 0
        self.failures = []

    def check(self, what, holds, detail=""):
        """Notes one claim; goes on either way."""
        if holds:
            self.passed += 1
            print(f"  ok    {what}")
        else:
            self.failures.append(what)
            print(f"  FAIL  {what}" + (f"\n        {str(detail)[:1200]}" if detail else ""))
        return bool(holds)

    def skip(self, why):
        """Notes what cannot be looked at here."""
        print(f"  skip  {why}")

    def scene(self, name, play):
        """Plays a scene; a scene that breaks off is a failure."""
        print(f"\n{name}")
        try:
            play()
        except Exception as problem:  # noqa: BLE001 - a test run reports whatever breaks it
            where = traceback.extract_tb(problem.__traceback__)
            own = [frame for frame in where if "/Tests/Browser/" in frame.filename][-1:]
            place = f" at {own[0].filename.rsplit('/', 1)[-1]}:{own[0].lineno}: {own[0].line}" if own else ""
            self.check(f"{name}: went through", False, f"{type(problem).__name__}{place}: {problem}")

    def end(self):
        for failure in self.failures:
            print(f"failed: {failure}")
        print(f"{self.passed} passed, {len(self.failures)} failed")
        return 1 if self.failures else 0
