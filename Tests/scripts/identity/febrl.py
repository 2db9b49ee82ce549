#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Turns FEBRL data set 4 (4a the originals, 4b one damaged copy of each) into our columns, as a foreign check.

Usage: febrl.py [--data ../shared/identity] [--absent .1] [--nik .15] [--seed 1] --out DIR

4a becomes residents.csv, 4b travellers.csv; truth.csv joins them by the number in rec_id. Which field goes where:
  given_name, surname                 NAMA_LGKP "GIVEN SURNAME"; GIVEN, SURNAME
  date_of_birth                       TGL_LHR; DOB (an impossible date is left empty, 1900-01-01 for a resident)
  suburb                              TMPT_LHR; BIRTH_PLACE
  street_number, address_1            ALAMAT (address_2 and state are not used)
  postcode (abcd)                     KODE_WILAYAH 09.ab.cd; RESIDENCE 09abcd (the suburb if there is no postcode)
  soc_sec_id (seven digits abcdefg)   NIK 09abcd + the record's own date as DDMMYY + efg1: always legal, made unique by
                                      the last digit; travellers get it for a share (--nik) of the rows only
FEBRL has no sex, family or relation: residents are all men and heads of their own card, a traveller's SEX is empty.
A share (--absent) of the originals is kept out, so that some travellers are not registered. Without the data: does nothing.
"""
import argparse
import csv
import datetime
import os
import re
import sys

from draw import Draw
from generate_identity import RESIDENT, write
from row import COLUMNS

SHARED = os.path.join(os.path.dirname(os.path.abspath(__file__)), *[".."] * 4, "shared", "identity")


def read(path):
    """The records by number."""
    with open(path, newline="", encoding="utf-8") as file:
        return {re.search(r"\d+", line["rec_id"]).group(): {k: (v or "").strip() for k, v in line.items()}
                for line in csv.DictReader(file, skipinitialspace=True)}


def iso(text):
    """YYYYMMDD as YYYY-MM-DD, or nothing when there is no such day."""
    try:
        return datetime.datetime.strptime(text, "%Y%m%d").date().isoformat()
    except ValueError:
        return ""


def upper(*parts):
    return " ".join(part for part in parts if part).upper()


def region(record):
    digits = record["postcode"]
    return "09" + digits if re.fullmatch(r"\d{4}", digits) else ""


def nik(record, last=1):
    """The number that stands for a soc_sec_id, or nothing."""
    digits = record["soc_sec_id"]
    if not re.fullmatch(r"\d{7}", digits):
        return ""
    date = iso(record["date_of_birth"]) or "1900-01-01"
    return f"09{digits[:4]}{date[8:]}{date[5:7]}{date[2:4]}{digits[4:]}{last}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", default=SHARED)
    parser.add_argument("--absent", type=float, default=.1)
    parser.add_argument("--nik", type=float, default=.15)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    paths = [os.path.join(options.data, f"dataset4{part}.csv") for part in "ab"]
    if not all(os.path.exists(path) for path in paths):
        print("febrl.py: no FEBRL data here, nothing done", file=sys.stderr)
        return
    os.makedirs(options.out, exist_ok=True)
    draw, numbers, residents, used = Draw(options.seed), {}, [], set()
    originals, copies = read(paths[0]), read(paths[1])
    for number, (name, record) in enumerate(sorted(originals.items(), key=lambda item: int(item[0]))):
        if draw.chance(options.absent):
            continue
        if not re.fullmatch(r"\d{7}", record["soc_sec_id"]):
            record["soc_sec_id"] = f"{int(name) % 10_000_000:07d}"
        own = next(value for value in (nik(record, last) for last in range(1, 10)) if value not in used)
        used.add(own)
        numbers[name] = own
        code = region(record) or "090000"
        residents.append((own, f"{code}010120{number + 1:04d}", upper(record["given_name"], record["surname"]), upper(record["suburb"]),
                          iso(record["date_of_birth"]) or "1900-01-01", "LAKI-LAKI", "KEPALA KELUARGA", "", "",
                          upper(record["street_number"], record["address_1"]), "001", "001", f"{code[:2]}.{code[2:4]}.{code[4:]}"))
    travellers, truth = [], []
    for name, record in sorted(copies.items(), key=lambda item: int(item[0])):
        identifier = f"F{name}"
        travellers.append((identifier, f"F{int(name):05d}", "", "", upper(record["surname"]), upper(record["given_name"]), iso(record["date_of_birth"]), "",
                           upper(record["suburb"]), "", "", "", nik(record) if draw.chance(options.nik) else "",
                           region(record) or upper(record["suburb"]), "", "", ""))
        truth.append((identifier, numbers.get(name, ""), "" if name in numbers else "ABSENT"))
    write(os.path.join(options.out, "residents.csv"), RESIDENT, residents)
    write(os.path.join(options.out, "travellers.csv"), COLUMNS, travellers)
    write(os.path.join(options.out, "truth.csv"), ("TRAVELLER_ID", "NIK", "KIND"), truth)
    print(f"{len(residents)} residents, {len(travellers)} travellers", file=sys.stderr)


if __name__ == "__main__":
    main()
