# SPDX-License-Identifier: Apache-2.0
"""A wall clock that a test sets while programs run by it, see wallclock.c."""
import datetime
import pathlib
import shutil
import struct
import subprocess

COMPILER = shutil.which("cc") or shutil.which("clang")


class WallClock:
    """A clock that programs with its environment read; the machine's own until it is set."""

    def __init__(self, folder):
        self._file, library = folder / "wallclock", folder / "wallclock.so"
        source = pathlib.Path(__file__).with_name("wallclock.c")
        subprocess.run([COMPILER, "-shared", "-fPIC", "-O1", "-o", library, source], check=True)
        self._file.write_bytes(struct.pack("=q", 0))
        #: For the programs that read it.
        self.env = {"LD_PRELOAD": str(library), "CERMAT_TEST_CLOCK": str(self._file)}

    def set(self, seconds):
        """Sets it so many seconds ahead of the machine's."""
        with self._file.open("r+b", buffering=0) as file:
            file.write(struct.pack("=q", int(seconds)))

    def set_to(self, moment):
        """Sets it to a moment in UTC, `2026-03-02 16:30:00`."""
        wanted = datetime.datetime.fromisoformat(moment + "+00:00")
        self.set((wanted - datetime.datetime.now(datetime.timezone.utc)).total_seconds())
