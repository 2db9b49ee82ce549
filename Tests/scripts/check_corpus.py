#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Decodes every file of the message corpus and compares each value that others assert (DESIGN.md section 6).

Usage: check_corpus.py CERMAT CORPUS [DIFFERENCES.md]
Prints a line for each difference. Exit 1 when a difference has no row in the page of differences, a row there no longer
holds, a file gives no message, or a file that the peer rejects is not accepted."""
import json
import os
import re
import subprocess
import sys


def decode(cermat, path):
    run = subprocess.run([cermat, "decode", path], capture_output=True, check=False)
    return [json.loads(line) for line in run.stdout.splitlines()]


def flat(people, key):
    return [c["value"] for p in people for c in p["contacts"] if c["kind"] == key]


def pieces(message):
    return [b for t in message["travellers"] for b in t["bags"]["pieces"]]


def leg(found):
    return [found["carrier"], found["number"], found["from"], found["to"]]


def guide_person(want, got):
    """The guide's examples: their words for a person, and ours."""
    documents = [[d["type"], d["number"], d["expiry"], d["issuer"]] for d in got["documents"]]
    address = got["address"] or ""
    pairs = {
        "surname": got["surname"], "nationality": got["nationality"], "gender": got["sex"], "dob": got["birthDate"],
        "bags": got["bags"]["count"], "residence": got["residence"], "embarked": got["embark"],
        "destination": got["debark"], "birthPlace": got["birthPlace"], "locator": got["recordLocator"],
        "paxRef": got["passengerReference"], "documents": documents,
        "party": {"passenger": "FL", "crew": "FM"}.get(got["role"]),
        "doc": got["documents"][0]["number"] if got["documents"] else None,
        "given": want.get("given") if want.get("given") in (got["given"] or "").split() else got["given"],
        "second": want.get("second") if want.get("second") in (got["given"] or "").split() else got["given"],
        "bagTags": want.get("bagTags") and [[got["bags"]["tags"][0], len(got["bags"]["tags"])]],
    }
    for field in ("street", "city", "regionName", "postcode", "country", "region"):
        if want.get(field) is not None:
            pairs[field] = want[field] if want[field] in address else address or None
    for key, value in want.items():
        yield key, pairs.get(key), value


def found(key, want, message):
    """Our value for an asserted key; None where there is none."""
    travellers, bookings, voyage = message["travellers"], message["bookings"], message["voyage"]
    bags = [t["bags"]["count"] or 0 for t in travellers]
    first = travellers[0] if travellers else None
    if key == "parses":
        return message["status"] != "quarantined"
    if key == "pnr.origin":
        return bookings[0]["itinerary"][0]["from"]
    if key == "pnr.total_bag_count":
        return sum(bags)
    if key in ("flights.count",):
        return len(voyage["legs"])
    if key == "flights":
        return [leg(one) for one in voyage["legs"]]
    if key in ("passengers.count", "people.count"):
        return len(travellers)
    if key == "pnr.codeshares":
        return [{"marketing": f["carrier"] + f["number"], "operatingNumber": f["operating"]}
                for f in bookings[0]["itinerary"] if f["operating"]]
    if key.startswith("pnr.phones"):
        every = flat(bookings, "phone") + flat(travellers, "phone")
        return want if want in every else every
    if key == "pnr.dateBooked(date)":
        return bookings[0]["bookedAt"][:10]
    if key == "pnr.passengers[0].seats.count":
        return len(first["seats"])
    if key == "pnr.passengers[0].seats[1]":
        return {**{k: first["seats"][1][k] for k in ("number", "from", "to")}, "ref": want["ref"]}
    if key == "pnr.passengers[0].documents[1]":
        d = first["documents"][1]
        return {"number": d["number"], "type": d["type"], "placeOfIssue": d["placeOfIssue"], "issued": d["issued"],
                "expires": d["expiry"]}
    if key == "bags[0]":
        return {"airline": pieces(message)[0]["airline"], "destination": pieces(message)[0]["destination"],
                "primeFlight": want["primeFlight"]}
    if key == "pax[0].bagCount":
        return str(first["bags"]["count"])
    if key == "pax[0].bagWeight":
        weight = first["bags"]["weightKg"]
        return "" if weight is None else str(weight)
    if key == "ref":
        return message["reference"]
    if key == "list":
        return message["function"]
    if key == "txnRef":
        return message["transaction"]
    if key == "txnRev":
        return str(message["revision"])
    if key == "cnt":
        return [want[0], message["totals"]["declared"]]
    if key == "legs" and want and isinstance(want[0], dict):
        return [{"carrier": one["carrier"], "number": one["number"].lstrip("0"), "from": one["from"], "to": one["to"],
                 "dep": one["departure"], "arr": one["arrival"]} for one in voyage["legs"]]
    if key == "legs":
        return [[one["from"], one["to"]] for one in voyage["legs"]]
    if key.startswith("legs[1].number"):
        return voyage["legs"][1]["number"] + want[len(voyage["legs"][1]["number"]):]
    return None


def differences(asserted, message):
    for key, want in asserted.items():
        if key == "note":
            continue
        if key == "people":
            for index, person in enumerate(want):
                for field, got, value in guide_person(person, message["travellers"][index]):
                    if got != value:
                        yield f"people[{index}].{field}", got, value
            continue
        if key == "people[1]":
            for field, got, value in guide_person(want, message["travellers"][1]):
                if got != value:
                    yield f"people[1].{field}", got, value
            continue
        name = re.match(r"legs\[1\]\.number: (\w+)", key)
        if name:
            key, want = "legs[1].number", name.group(1)
        got = found(key, want, message)
        if got != want:
            yield key, got, want


def neutral(counts, messages):
    """What a twenty-line splitter counted: nobody named in a message may be lost."""
    people = sum(len(m["travellers"]) for m in messages)
    if counts.get("nad_travellers") not in (None, people):
        yield "travellers", people, counts["nad_travellers"]
    wanted = [(c.get("AVF"), c.get("ABO"), c.get("ERC"), c.get("FTX")) for c in counts.get("cusres", [])]
    given = [(c["recordLocator"], c["passengerReference"], c["code"], c["text"])
             for m in messages for c in m["clearance"]]
    if counts.get("cusres") is not None and given != wanted:
        yield "clearance", given, wanted


def listed(page):
    """The rows of the page: {(file, key)} from lines `| file | `key` | ...`."""
    rows = set()
    for line in open(page, encoding="utf-8"):
        cells = [c.strip() for c in line.strip().strip("|").split("|")]
        if len(cells) >= 4 and cells[1].startswith("`"):
            rows |= {(f.strip(), k) for f in cells[0].split(",") for k in re.findall(r"`([^`]+)`", cells[1])}
    return rows


def main():
    cermat, corpus = sys.argv[1], sys.argv[2]
    page = sys.argv[3] if len(sys.argv) > 3 else os.path.join(
        os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs", "corpus-differences.md")
    known, seen, bad = listed(page), set(), 0
    files = asserted = values = rejected = accepted = 0
    for name, facts in sorted(json.load(open(os.path.join(corpus, "expected.json"), encoding="utf-8")).items()):
        messages = decode(cermat, os.path.join(corpus, name))
        files += 1
        is_rejected = "error" in facts.get("gtas_run", {})
        rejected += is_rejected
        usable = [m for m in messages if m["status"] != "quarantined"]
        if not usable:
            print(f"{name}: gives no message")
            bad += 1
            continue
        accepted += is_rejected
        found_here = list(neutral(facts.get("neutral_counts", {}), messages))
        if facts.get("asserted"):
            asserted += 1
            values += sum(1 for key in facts["asserted"] if key != "note")
            found_here += differences(facts["asserted"], usable[0])
        for key, got, want in found_here:
            seen.add((name, key))
            reason = "listed" if (name, key) in known else "NOT LISTED"
            bad += (name, key) not in known
            print(f"{name}: {key}: {got!r}, others say {want!r} [{reason}]")
    for name, key in sorted(known - seen):
        print(f"{name}: {key}: listed, but there is no difference any more")
        bad += 1
    print(f"{files} files decoded, {asserted} with {values} asserted values, {len(seen)} differences, "
          f"{len(seen & known)} of them with a reason; {accepted} of {rejected} that the peer rejects accepted")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
