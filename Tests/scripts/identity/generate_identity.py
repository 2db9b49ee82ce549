#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Invents a civil registry and travellers of carriers' messages with errors of real travel, and the truth between them.

Usage: generate_identity.py --residents N --travellers M --seed S --out DIR [--hardness easy|medium|hard]

Writes residents.csv, travellers.csv (columns of DESIGN.md section 6) and truth.csv (TRAVELLER_ID,NIK,KIND). NIK is empty
for travellers who are not registered; KIND holds their error tags joined by |. Everybody is invented: the region codes
(provinces 01-09 and 40-49) were never issued. The same seed, sizes and hardness give the same files.
"""
import argparse
import csv
import os
import sys
import time

import fields
import habits
import naming
import paper
from draw import Draw
from names import Namer
from people import Population
from places import Country
from rates import CHANNELS, HARDNESS, Rates
from row import COLUMNS, Row
from travel import Travel

RESIDENT = "NIK NO_KK NAMA_LGKP TMPT_LHR TGL_LHR JENIS_KLMIN STAT_HBKEL NAMA_LGKP_IBU NAMA_LGKP_AYAH ALAMAT NO_RT NO_RW KODE_WILAYAH".split()
SEX = {"M": "LAKI-LAKI", "F": "PEREMPUAN"}


def resident_lines(population):
    """The registered people, household by household."""
    for home in population.households:
        code = home.district.code
        tail = (home.address, f"{home.rt:03d}", f"{home.rw:03d}", f"{code[:2]}.{code[2:4]}.{code[4:]}")
        for p in home.members:
            if p.registered:
                yield (p.nik, home.kk, p.name, p.place, fields.text(p.date), SEX[p.sex], p.relation, p.mother, p.father, *tail)


def rows_of(draw, rates, party, population):
    """The rows of one party, with all their errors."""
    rows, seat = [], draw.below(200)
    _, key, read = CHANNELS[party.channel]
    for person, pnr in party.members:
        row = Row(person, party, pnr, key, read)
        paper.write(draw, rates, row)
        naming.write(draw, rates, row)
        fields.write_date(draw, rates, row)
        fields.write_sex(draw, rates, row)
        fields.write_place(draw, rates, row, population.country)
        fields.write_nik(draw, rates, row, population)
        fields.write_residence(draw, rates, row, population.country)
        fields.write_rest(draw, row, seat + len(rows))
        rows.append(row)
    if party.kind in ("umrah", "labour", "school"):
        habits.agent(draw, rates, rows)
    habits.neighbours(draw, rates, rows)
    for row in rows:
        fields.forget_hidden(row)
    for pnr in dict.fromkeys(row.pnr for row in rows):
        fields.write_contacts(draw, [row for row in rows if row.pnr == pnr])
    return rows


def write(path, header, lines):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--residents", type=int, required=True)
    parser.add_argument("--travellers", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--hardness", choices=sorted(HARDNESS), default="medium")
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    started = time.time()

    draw = Draw(options.seed)
    namer = Namer(draw)
    population = Population(draw, Country(draw), namer)
    population.build(options.residents)
    write(os.path.join(options.out, "residents.csv"), RESIDENT, resident_lines(population))
    print(f"{population.registered} residents, {len(population.households)} households, {time.time() - started:.1f} s", file=sys.stderr)

    rates = Rates(draw, options.hardness)
    rows = []
    for party in Travel(draw, population, namer).parties(options.travellers):
        rows += rows_of(draw, rates, party, population)
    draw.shuffle(rows)
    names = [f"T{number:07d}" for number in range(1, len(rows) + 1)]
    write(os.path.join(options.out, "travellers.csv"), COLUMNS, (row.line(name) for row, name in zip(rows, names)))
    write(os.path.join(options.out, "truth.csv"), ("TRAVELLER_ID", "NIK", "KIND"),
          ((name, row.person.nik if row.person.registered else "", "|".join(row.tags)) for row, name in zip(rows, names)))
    absent = sum(1 for row in rows if not row.person.registered)
    print(f"{len(rows)} travellers, {absent / max(1, len(rows)):.3f} not registered, {time.time() - started:.1f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
