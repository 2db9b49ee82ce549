#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Damages one message of a stream at a time and checks that `cermat decode` loses no other.

Usage: check_damage.py CERMAT FILE [ROUNDS [SEED]]      FILE holds interchanges one after the other (UNA or UNB first)
Each round takes ten neighbours, damages one of them (cut short, bits flipped, separators swapped, a byte lost, envelope lost, line
breaks or rubbish put in) and compares the lines of the other nine with those of the undamaged stream. Exit 1 on any loss."""
import json
import random
import re
import subprocess
import sys


def decode(cermat, data):
    done = subprocess.run([cermat, "decode", "-"], input=data, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        return [f"crash {done.returncode}"]
    lines = []
    for line in done.stdout.splitlines():
        message = json.loads(line)
        message.pop("index")
        message.pop("source")
        lines.append(json.dumps(message, sort_keys=True))
    return lines


def flip(rng, data):
    data = bytearray(data)
    for _ in range(rng.randint(1, 12)):
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return bytes(data)


def drop(rng, data):
    at = rng.randrange(len(data))
    return data[:at] + data[at + rng.choice([1, 1, 5, 40]):]


DAMAGE = {
    "cut short": lambda rng, d: d[:rng.randrange(1, len(d))],
    "front lost": lambda rng, d: d[rng.randrange(1, len(d)):],
    "bits flipped": flip,
    "bytes lost": drop,
    "separators swapped": lambda rng, d: d.translate(bytes.maketrans(b"+:", b":+")),
    "terminator changed": lambda rng, d: d.replace(b"'", rng.choice([b"~", b"|", b"\x1c", b"\xe2\x80\x99"])),
    "terminators lost": lambda rng, d: re.sub(rb"'", lambda m: b"" if rng.random() < 0.1 else b"'", d),
    "envelope lost": lambda rng, d: re.sub(rb"UNA......|UNB[^']*'|UNH[^']*'", b"", d, count=rng.randint(1, 3)),
    "wrapped": lambda rng, d: b"\r\n".join(d[i:i + 69] for i in range(0, len(d), 69)),
    "rubbish behind": lambda rng, d: d + bytes(rng.randrange(256) for _ in range(rng.randint(1, 300))).replace(b"U", b"V"),
}


def main():
    cermat, file = sys.argv[1], sys.argv[2]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 500
    rng = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
    with open(file, "rb") as stream:
        data = stream.read()
    starts = [m.start() for m in re.finditer(rb"UNA:|(?<![A-Z' ])UNB\+", data)]
    messages = [data[a:b] for a, b in zip(starts, starts[1:] + [len(data)])]
    lost = {}
    for _ in range(rounds):
        at = rng.randrange(len(messages) - 10)
        group = messages[at:at + 10]
        victim = rng.randrange(10)
        kind = rng.choice(sorted(DAMAGE))
        damaged = group[:victim] + [DAMAGE[kind](rng, group[victim])] + group[victim + 1:]
        sound = decode(cermat, b"".join(m for i, m in enumerate(group) if i != victim))
        after = decode(cermat, b"".join(damaged))
        missing = len([line for line in sound if line not in after])
        if missing:
            lost.setdefault(kind, []).append((at, victim, missing))
    for kind, cases in sorted(lost.items()):
        print(f"{kind}: {len(cases)} rounds lost others, first at {cases[0]}")
    print(f"{rounds} rounds of {len(DAMAGE)} kinds of damage, {sum(len(c) for c in lost.values())} lost another message")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
