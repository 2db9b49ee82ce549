# SPDX-License-Identifier: Apache-2.0
"""Damages the fuzzing seeds and invented larger pictures in many ways and lets `cermat face detect` read them.

Every picture must give its one line (faces, or a code), with less than 1 GiB of memory and 10 seconds for each on average of
its batch. Prints one JSON object; exit 1 when something does not hold."""
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time
import zlib

MEMORY, SECONDS, BATCH = 1 << 30, 10, 500
ROOT = pathlib.Path(__file__).resolve().parents[2]


def chunk(kind, body):
    return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")


def drawing(width, height, rng):
    """A PNG with an oval, two eyes and a mouth on a slope of grey."""
    skin, rows = [rng.randrange(90, 250) for _ in range(3)], bytearray()
    for y in range(height):
        rows.append(0)
        for x in range(width):
            u, v = (2 * x - width) / width, (2 * y - height) / height
            inside = (u / 0.55) ** 2 + (v / 0.8) ** 2 < 1
            dark = inside and (min((u - 0.2) ** 2, (u + 0.2) ** 2) + (v + 0.15) ** 2 < 0.006 or abs(u) < 0.2 and abs(v - 0.4) < 0.03)
            rows += bytes([20, 20, 20]) if dark else bytes(skin) if inside else bytes([(x + y) % 200] * 3)
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([8, 2, 0, 0, 0])
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(rows))) + chunk(b"IEND", b"")


def mended(data):
    """The PNG with its checksums made right again, so that damage reaches what lies behind them."""
    place, out = 8, bytearray(data[:8])
    while place + 12 <= len(data):
        length = int.from_bytes(data[place:place + 4], "big")
        if length > len(data) - place - 12:
            break
        out += chunk(bytes(data[place + 4:place + 8]), bytes(data[place + 8:place + 8 + length]))
        place += 12 + length
    return bytes(out) + bytes(data[place:])


def damaged(whole, rng):
    data = bytearray(whole)
    for _ in range(rng.choice([1, 1, 2, 4, 16])):
        at, way = rng.randrange(len(data)), rng.randrange(5)
        if way == 0:
            data[at] ^= 1 << rng.randrange(8)
        elif way == 1:
            data[at] = rng.choice([0, 1, 0x7F, 0x80, 0xFF, rng.randrange(256)])
        elif way == 2 and len(data) > 16:
            del data[at:at + rng.randrange(1, 9)]
        elif way == 3:
            data[at:at] = data[rng.randrange(len(data)):][: rng.randrange(1, 40)]
        elif rng.random() < 0.3 and len(data) > 16:
            del data[max(8, at):]
    return mended(data) if data[:4] == b"\x89PNG" and rng.random() < 0.6 else bytes(data)


def run(command, place):
    """The exit code, the peak of memory in bytes and the seconds."""
    begun = time.monotonic()
    with open(place / "out", "wb") as out, open(place / "err", "wb") as err:
        child = subprocess.Popen(command, stdout=out, stderr=err)
        deadline = begun + SECONDS * BATCH
        while True:
            pid, status, usage = os.wait4(child.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() > deadline:
                child.kill()
            time.sleep(0.02)
    child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode, usage.ru_maxrss * 1024, time.monotonic() - begun


def main():
    binary, wanted = sys.argv[1], int(sys.argv[2])
    rng = random.Random(1)
    seeds = [file.read_bytes() for file in sorted((ROOT / "Fuzz/Seeds/picture").iterdir())]
    seeds += [drawing(*size, rng) for size in ((160, 200), (250, 250), (640, 480))]
    codes, peak, slowest, broken = {}, 0, 0.0, []
    with tempfile.TemporaryDirectory(prefix="cermat-pictures-") as folder:
        place = pathlib.Path(folder)
        for start in range(0, wanted, BATCH):
            files = []
            for number in range(start, min(wanted, start + BATCH)):
                files.append(place / f"{number}.picture")
                files[-1].write_bytes(damaged(rng.choice(seeds), rng))
            code, memory, seconds = run([binary, "face", "detect", *map(str, files)], place)
            lines = (place / "out").read_text().splitlines()
            peak, slowest = max(peak, memory), max(slowest, seconds / len(files))
            if code not in (0, 1) or len(lines) != len(files):
                broken.append({"from": start, "exit": code, "lines": len(lines), "error": (place / "err").read_text()[-300:]})
            for line in lines:
                name = json.loads(line).get("error") or "read"
                codes[name] = codes.get(name, 0) + 1
            for file in files:
                file.unlink()
    holds = not broken and peak < MEMORY and slowest < SECONDS
    print(json.dumps({"pictures": wanted, "outcomes": codes, "peakBytes": peak, "secondsOfOneInSlowestBatch": round(slowest, 4),
                      "broken": broken, "holds": holds}))
    sys.exit(0 if holds else 1)


main()
