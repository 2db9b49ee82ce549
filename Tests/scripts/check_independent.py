#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares `cermat decode` with an independent EDIFACT reader (pydifact) over the synthetic country's messages.

Usage: check_independent.py CERMAT FILE...
EDIFACT is read by pydifact, XML by ElementTree, tables by Python's csv; what is quarantined here is left out. For each message both must count the same segments (pydifact's count and UNT's; `cermat` warns `segment-count` where its own count
differs from UNT's) and the same travellers (counted here from pydifact's segments by the order of the guides).
Exit 1 on any difference; the first twenty are printed (synthetic people only)."""
import csv
import io
import json
import re
import subprocess
import sys
import warnings
import xml.etree.ElementTree as ElementTree

from pydifact.exceptions import EDISyntaxError
from pydifact.parser import Parser

warnings.simplefilter("ignore")

PEOPLE = {"FL", "FM", "DDU", "DDT", "VW", "ZZZ"}


def first(element):
    return element[0] if isinstance(element, list) else element


def paxlst(segments):
    return sum(1 for s in segments if s.tag == "NAD" and s.elements and first(s.elements[0]) in PEOPLE)


def pnrgov(segments):
    """Passengers of level 2: the TIFs of a booking before its first flight, but for group names (G); later ones are check-in or
    history lines."""
    count, in_names = 0, False
    for segment in segments:
        if segment.tag == "SRC":
            in_names = True
        elif segment.tag in ("TVL", "TRI", "ABI", "MSG") and in_names:
            in_names = False
        elif segment.tag == "TIF" and in_names and segment.elements[0][1:2] != ["G"]:
            # One TIF may name several people: each element behind the surname is one.
            count += max(1, len(segment.elements) - 1)
    return count


def messages(text):
    """The segments of each message, UNH to UNT, as pydifact sees them, up to where it gives up."""
    current = None
    segments = iter(Parser().parse(text))
    while True:
        try:
            segment = next(segments)
        except (StopIteration, EDISyntaxError):
            return
        if segment.tag == "UNH":
            current = []
        if current is not None:
            current.append(segment)
        if segment.tag == "UNT" and current:
            yield current
            current = None


def edifact(text, ours):
    """What differs between pydifact's messages and ours; Type-B lines around the interchange and line breaks in it are cut first."""
    text = re.sub(r"[\r\n]", "", text).upper()
    starts = [at for at in (text.find("UNA"), text.find("UNB")) if at >= 0]
    text = text[min(starts):].split("\x03")[0] if starts else text
    theirs = list(messages(text))
    totals = [len(theirs), sum(len(segments) for segments in theirs), 0]
    if len(theirs) != len(ours):
        return totals, [f"{len(theirs)} messages there, {len(ours)} here"]
    found = []
    for segments, message in zip(theirs, ours):
        declared = int(first(segments[-1].elements[0]))
        warned = any(w["code"] == "segment-count" for w in message["warnings"])
        if (declared != len(segments)) != warned:
            found.append(f"{len(segments)} segments there, UNT {declared}, warned here {warned}")
        counter = {"PAXLST": paxlst, "PNRGOV": pnrgov}.get(message["kind"])
        count = counter(segments) if counter else len(message["travellers"])
        totals[2] += count
        if count != len(message["travellers"]):
            found.append(f"{count} travellers there, {len(message['travellers'])} here ({message['kind']})")
    return totals, found


def table(count, ours):
    here = sum(len(message["travellers"]) for message in ours)
    return [len(ours), 0, count], [] if count == here else [f"{count} travellers there, {here} here"]


def compare(file, ours):
    with open(file, "rb") as stream:
        raw = stream.read()
    text = raw.decode("utf-8", "replace")
    if text.lstrip().startswith("<"):
        passengers = [e for e in ElementTree.fromstring(raw).iter() if e.tag.rsplit("}", 1)[-1] == "PNR"]
        return table(sum(1 for pnr in passengers for e in pnr if e.tag.rsplit("}", 1)[-1] == "Passenger"), ours)
    if all(message["status"] == "quarantined" for message in ours):
        return [0, 0, 0], []
    unwrapped = re.sub(r"[\r\n]", "", text).upper()
    if "UNB" not in unwrapped and "UNH" not in unwrapped:
        return table(sum(1 for row in csv.DictReader(io.StringIO(text, newline="")) if any(row.values())), ours)
    return edifact(text, ours)


def main():
    cermat, files = sys.argv[1], sys.argv[2:]
    totals, differences = [0, 0, 0], []
    for file in files:
        done = subprocess.run([cermat, "decode", file], capture_output=True, check=False)
        ours = [json.loads(line) for line in done.stdout.splitlines()]
        counts, found = compare(file, ours)
        totals = [a + b for a, b in zip(totals, counts)]
        differences += [f"{file.rsplit('/', 1)[-1]}: {text}" for text in found]
    for line in differences[:20]:
        print(line)
    print(f"{len(files)} files, {totals[0]} messages, {totals[1]} segments, {totals[2]} travellers, {len(differences)} differences")
    return 1 if differences or not totals[0] else 0


if __name__ == "__main__":
    sys.exit(main())
