# SPDX-License-Identifier: Apache-2.0
"""Feeds a server at the national peak while boards are open, and says how long a hit takes to be seen.

Every two seconds an invented flight with a watched traveller is among the messages; its hit is seen when a board's live
line says so. Called by scripts/day.sh.
"""
import datetime
import http.client
import os
import pathlib
import re
import sys
import threading
import time
import urllib.request

from product import Folder, Server, run
from test_desk import Person, arriving
from test_flood import percentile

SECONDS = float(os.environ.get("CERMAT_DAY_SECONDS", "600"))
PACE = float(os.environ.get("CERMAT_DAY_PACE", "28"))
BOARDS = 20
MARKER_SECONDS = 2
GOAL_MS = 1_000


def marker(number):
    text = arriving(1)[0]
    return text.replace("ZZ825", f"ZZ{1000 + number}").replace("XU000000", f"XU{number:06d}").replace("R1'", f"R{number}'")


def messages_of(place):
    """The country's messages in the order in which they are sent."""
    for row in (place / "feed.csv").read_text().splitlines()[1:]:
        yield (place / "messages" / row.split(",")[1]).read_bytes()


class Board(threading.Thread):
    """An open board: notes when each marked flight first has a hit."""

    def __init__(self, server, seen):
        super().__init__(daemon=True)
        person = Person(server, "officer")
        self.stream = person.opener.open(urllib.request.Request(server.url + "/live/board"), timeout=120)
        self.seen = seen

    def run(self):
        try:
            for line in self.stream:
                now = time.monotonic()
                for found in re.finditer(rb'"designation":"ZZ[^0-9"]*(\d{4})".*?"waiting":(\d+)', line):
                    if found.group(2) != b"0":
                        self.seen.setdefault(int(found.group(1)) - 1000, now)
        except (OSError, http.client.HTTPException, ValueError):
            return


class Feed:
    def __init__(self, server, token):
        self.port, self.token = server.port, token
        self.lock, self.sent, self.refused, self.posted = threading.Lock(), 0, 0, {}
        self.started = time.monotonic()

    def run(self, queue, threads=8):
        workers = [threading.Thread(target=self.work, args=(queue,)) for _ in range(threads)]
        for worker in workers:
            worker.start()
        return workers

    def work(self, queue):
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        while True:
            with self.lock:
                item = next(queue, None)
                if item is None:
                    return
                place, (number, body) = self.sent, item
                self.sent += 1
            time.sleep(max(0, self.started + place / PACE - time.monotonic()))
            if number is not None:
                self.posted[number] = time.monotonic()
            link.request("POST", "/api/messages", body, {"Authorization": "Bearer " + self.token})
            answer = link.getresponse()
            answer.read()
            if answer.status != 202:
                self.refused += 1


def mixed(country, total):
    every = int(PACE * MARKER_SECONDS)
    for place in range(total):
        if place % every == 0:
            yield place // every, marker(place // every).encode()
        else:
            body = next(country, None)
            if body is None:
                return
            yield None, body


def resident(process):
    """Megabytes of memory in use: of its own, and of files that the kernel may drop."""
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    own, files = (int(re.search(rf"{name}:\s+(\d+) kB", status).group(1)) / 1024 for name in ("RssAnon", "RssFile"))
    return own, files


def size(data):
    return sum(p.stat().st_size for p in pathlib.Path(data).glob("cermat.sqlite*"))


def main():
    total = int(SECONDS * PACE)
    voyages = max(20, total // 10 // 10)
    markers = total // int(PACE * MARKER_SECONDS) + 2
    with Folder(demo=True) as folder:
        place = folder.base / "country"
        run("world", "--residents", 20_000, "--days", 10, "--voyages-per-day", voyages, "--seed", 5, "--anchor", "now",
            "--out", place, timeout=1_200)
        header, row = arriving(1)[1].splitlines()[:2]
        (folder.base / "w.csv").write_text("\n".join(
            [header] + [row.replace("0,", f"{n},", 1).replace("XU000000", f"XU{n:06d}") for n in range(markers)]) + "\n")
        run("watchlist", "import", "--data", folder.data, folder.base / "w.csv")
        with Server(folder.data, "--demo") as server:
            seen = {}
            boards = [Board(server, seen) for _ in range(BOARDS)]
            for board in boards:
                board.start()
            feed = Feed(server, (folder.data / "feed.token").read_text().strip())
            figures = [(0, resident(server.process), size(folder.data))]
            workers = feed.run(mixed(messages_of(place), total))
            while any(worker.is_alive() for worker in workers):
                time.sleep(1)
                figures.append((feed.sent, resident(server.process), size(folder.data)))
            took = time.monotonic() - feed.started
            until = time.monotonic() + 60
            while set(feed.posted) - set(seen) and time.monotonic() < until:
                time.sleep(0.1)
            return report(feed, seen, figures, took)


def report(feed, seen, figures, took):
    times = [(seen[number] - at) * 1000 for number, at in feed.posted.items() if number in seen]
    lost = len(feed.posted) - len(times)
    half = next((f for f in figures if f[0] >= feed.sent / 2), figures[-1])
    first, last = figures[0], figures[-1]
    growth = [(b[2] - a[2]) / max(1, b[0] - a[0]) for a, b in ((first, half), (half, last))]
    p99 = percentile(times, .99)
    print(f"{datetime.datetime.now():%Y-%m-%d}: {feed.sent} messages in {took:.0f} s ({feed.sent / took:.1f} a second), "
          f"{BOARDS} boards open, {feed.refused} refused")
    print(f"time from sending to a hit on the board: p50 {percentile(times, .5):.0f} ms, p99 {p99:.0f} ms, most "
          f"{max(times, default=0):.0f} ms of {len(times)}; never seen {lost}")
    tenths = [figures[len(figures) * part // 10] for part in range(10)] + [last]
    print("own memory, MB, by tenths: " + ", ".join(f"{f[1][0]:.0f}" for f in tenths) + f"; of files {last[1][1]:.0f}")
    print(f"files: {growth[0]:.0f} bytes a message in the first half, {growth[1]:.0f} in the second")
    holds = not lost and not feed.refused and p99 <= GOAL_MS and growth[1] <= 1.25 * growth[0]
    print("verdict: " + ("holds" if holds else "does not hold"))
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
