#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks that `cermat decode` gives back every value that peers/generate_messages.py put in, and nothing else.

Usage: check_truth.py DECODED.ndjson TRUTH.jsonl        (either may be - for standard input)
Exit 1 on any difference; the first twenty are printed (synthetic people only)."""
import json
import sys


def lines(path):
    stream = sys.stdin if path == "-" else open(path, encoding="utf-8")
    for line in stream:
        if line.strip():
            yield json.loads(line)


def person(traveller):
    documents = [d["number"] for d in traveller["documents"] if d["type"] == "P"]
    return (traveller["surname"], traveller["given"], traveller["sex"], traveller["birthDate"],
            traveller["nationality"], documents[0] if len(documents) == 1 else documents)


def expected(people):
    return [tuple(p) for p in people]


def differences(decoded, truth):
    """Yields (what, found, expected) for one message."""
    voyage = decoded["voyage"]
    leg = voyage["legs"][0] if voyage["legs"] else {}
    carrier, number = truth["flight"][:2], truth["flight"][2:]
    pairs = [
        ("kind", decoded["kind"], truth["type"]),
        ("status", decoded["status"], "accepted"),
        ("carrier", voyage["carrier"], carrier),
        ("number", voyage["number"], number.zfill(4)),
        ("voyage legs", len(voyage["legs"]), 1),
        ("from", leg.get("from"), truth["o"]),
        ("to", leg.get("to"), truth["d"]),
        ("warnings", decoded["warnings"], []),
    ]
    if truth["type"] == "PAXLST":
        pairs.append(("version", decoded["version"], "D:" + truth["ver"]))
        pairs.append(("function", decoded["function"], {"pax": "745", "crew": "250", "close": "266"}[truth["kind"]]))
        if truth["kind"] == "close":
            pairs.append(("close-out references",
                          [(t["recordLocator"], t["passengerReference"]) for t in decoded["travellers"]],
                          [tuple(r) for r in truth["refs"]]))
            pairs.append(("close-out names",
                          [t for t in decoded["travellers"] if t["surname"] or t["given"]], []))
        else:
            pairs.append(("travellers", [person(t) for t in decoded["travellers"]], expected(truth["pax"])))
        pairs.append(("bookings", len(decoded["bookings"]), 0))
    else:
        pairs.append(("version", decoded["version"], truth["ver"]))
        bookings = decoded["bookings"]
        pairs.append(("locators", [b["recordLocator"] for b in bookings], [p["loc"] for p in truth["pnrs"]]))
        pairs.append(("legs", [len(b["itinerary"]) for b in bookings], [p["legs"] for p in truth["pnrs"]]))
        pairs.append(("travellers",
                      [[person(decoded["travellers"][i]) for i in b["travellers"]] for b in bookings],
                      [expected(p["pax"]) for p in truth["pnrs"]]))
        pairs.append(("traveller count", len(decoded["travellers"]), sum(len(p["pax"]) for p in truth["pnrs"])))
        pairs.append(("traveller locators",
                      [t["recordLocator"] for t in decoded["travellers"]],
                      [p["loc"] for p in truth["pnrs"] for _ in p["pax"]]))
    for what, found, wanted in pairs:
        if found != wanted:
            yield what, found, wanted


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    decoded, truth = list(lines(sys.argv[1])), list(lines(sys.argv[2]))
    faults = people = 0
    if len(decoded) != len(truth):
        faults += 1
        print("messages: %d decoded, %d expected" % (len(decoded), len(truth)))
    for index, (got, want) in enumerate(zip(decoded, truth)):
        people += len(got["travellers"])
        for what, found, wanted in differences(got, want):
            faults += 1
            if faults <= 20:
                print("message %d, %s:\n  found    %s\n  expected %s" % (index, what, str(found)[:600], str(wanted)[:600]))
    print("%d messages, %d travellers, %d differences" % (len(decoded), people, faults))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
