# SPDX-License-Identifier: Apache-2.0
"""The machine's clock is set while a server runs: nothing is lost, nothing goes early, and everything says what happened."""
import contextlib
import datetime
import json
import re
import sqlite3
import time
import unittest

from product import Folder, Server, lines, run
from test_entrances import post
from test_ledger import PAXLST
from test_read_alarms import Officer
from wallclock import COMPILER, WallClock

HOUR = 3_600


def flight(number, hours):
    """A flight of one invented passenger that lands so many hours from now, by the machine's own clock, in Jakarta."""
    landing = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=hours + 7)
    text = PAXLST.replace("ZZ825", f"ZZ{number}").replace("ZZ00017", f"ZZ{number}17")
    # From Singapore, an hour ahead of Jakarta.
    text = text.replace("189:2601150930", f"189:{landing - datetime.timedelta(minutes=45):%y%m%d%H%M}")
    return text.replace("232:2601151015", f"232:{landing:%y%m%d%H%M}").encode()


def until(found, seconds=60):
    """What is found in the end; waits for it and not for a time."""
    end = time.monotonic() + seconds
    while not (result := found()) and time.monotonic() < end:
        time.sleep(0.3)
    return result


@unittest.skipUnless(COMPILER, "no C compiler is installed")
class ClockJumps(unittest.TestCase):
    def doctor(self, folder, machine):
        done = run("doctor", "--data", folder.data, "--json", check=False, env=machine.env)
        return {line["subject"]: line for line in lines(done.stdout)}

    def steps(self, folder):
        with contextlib.closing(sqlite3.connect(folder.data / "cermat.sqlite")) as database:
            rows = database.execute("SELECT bytes FROM audit WHERE action = 'clock-set' ORDER BY sequence").fetchall()
        return [re.fullmatch(r"step=([+-]\d+)s total=([+-]\d+)s", json.loads(row[0])["detail"]).groups() for row in rows]

    def check(self, step, hours, total):
        """Compares with what the clock was set by, to two seconds: a busy machine reads its two clocks one after the other."""
        self.assertAlmostEqual(int(step[0]), hours * HOUR, delta=2)
        self.assertAlmostEqual(int(step[1]), total * HOUR, delta=2)

    def forgotten(self, folder):
        with contextlib.closing(sqlite3.connect(folder.data / "cermat.sqlite")) as database:
            return database.execute("SELECT count(*) FROM inbox WHERE state = 'forgotten'").fetchone()[0]

    def test_back_two_hours_and_on_three_days_under_a_running_server(self):
        with Folder(demo=True) as folder:
            # Names go after two days, so that a clock three days ahead would take all of them.
            (folder.data / "retention.yaml").write_text("depersonalise-days: 2\ndestroy-days: 9\n")
            machine, log = WallClock(folder.base), folder.base / "log"
            with log.open("wb") as said, Server(folder.data, "--demo", env=machine.env, log=said) as server:
                token = (folder.data / "feed.token").read_text().strip()
                kept = []

                def send(number, hours):
                    status, body = post(server, flight(number, hours), token)
                    self.assertEqual(status, 202, body)
                    kept.extend(json.loads(line)["id"] for line in body.splitlines())

                def board(number):
                    """Whether the flight comes onto an officer's board."""
                    officer = Officer(server, "officer")
                    return until(lambda: re.search(rf"ZZ 0*{number}\b", officer.get("/papan")))

                send(825, 4)
                self.assertTrue(board(825), "before")
                machine.set(-2 * HOUR)
                self.assertTrue(until(lambda: self.steps(folder)))
                self.check(self.steps(folder)[0], -2, -2)
                found = self.doctor(folder, machine)["clock"]
                self.assertEqual(found["grade"], "fault", found)
                self.assertRegex(found["figure"], r"^-7(19[89]|20[0-2]) s$")
                send(826, 2)
                self.assertTrue(board(826), "after the clock went back")
                machine.set(70 * HOUR)
                self.assertTrue(until(lambda: len(self.steps(folder)) == 2), self.steps(folder))
                self.check(self.steps(folder)[1], 72, 70)
                send(827, 74)
                self.assertTrue(board(827), "after the clock went on")
                # The nightly run is due by this clock, and waits.
                self.assertTrue(until(lambda: b"retention waits" in log.read_bytes(), 120), log.read_bytes()[-2000:])
                found = self.doctor(folder, machine)
                self.assertEqual(found["clock"]["grade"], "fault", found["clock"])
                self.assertRegex(found["clock"]["figure"], r"^\+25(199[89]|200[0-2]) s$")
                self.assertIn("--clock-is-right", found["clock"]["remedy"])
                self.assertEqual(found["retention"]["grade"], "fault")
                refused = run("retention", "run", "--data", folder.data, check=False, env=machine.env)
                self.assertEqual(refused.returncode, 1)
                self.assertRegex(refused.stderr, rb"(69|70) h ahead")
                self.assertEqual(self.forgotten(folder), 0)
                self.assertEqual(sorted(message["id"] for message in folder.messages()), sorted(kept))
                # Set right again, the clock is believed by itself.
                machine.set(0)
                self.assertTrue(until(lambda: len(self.steps(folder)) == 3))
                self.assertNotEqual(self.doctor(folder, machine)["clock"]["grade"], "fault")
                self.assertEqual(run("retention", "run", "--data", folder.data, env=machine.env).returncode, 0)
                self.assertEqual(self.forgotten(folder), 0)
            self.assertEqual(run("audit", "verify", "--data", folder.data).returncode, 0)
            # A server that begins again remembers; where a person says that the clock is right, what is due goes.
            machine.set(70 * HOUR)
            with Server(folder.data, "--demo", env=machine.env):
                self.assertTrue(until(lambda: len(self.steps(folder)) == 4))
                self.assertEqual(run("retention", "run", "--data", folder.data, check=False, env=machine.env).returncode, 1)
                run("retention", "run", "--clock-is-right", "--data", folder.data, env=machine.env)
                self.assertEqual(self.forgotten(folder), 2, "what was received three days ago by this clock")
                self.assertNotEqual(self.doctor(folder, machine)["clock"]["grade"], "fault")
            self.assertEqual(run("audit", "verify", "--data", folder.data).returncode, 0)


if __name__ == "__main__":
    unittest.main()
