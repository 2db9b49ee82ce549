#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes tables and column maps for `cermat bench linkage` and `bench names` of the sets in shared/identity: prepare.py SETS OUT.

Which set has which columns stands here; what is done with them stands in the program and is the same for all sets."""
import csv
import json
import pathlib
import sys

FEBRL = {"rec_id": "id", "person": "person", "given_name": "given", "surname": "surname", "street_number": "number",
         "address_1": "text", "address_2": "text", "suburb": "place", "postcode": "number", "state": "other",
         "date_of_birth": "birthDate", "soc_sec_id": "number"}
FAKE = {"unique_id": "id", "first_name": "given", "surname": "surname", "dob": "birthDate", "city": "place", "email": "number",
        "cluster": "person"}
HISTORICAL = {"unique_id": "id", "cluster": "person", "full_name": "name", "dob": "birthDate", "birth_place": "place",
              "postcode_fake": "number", "gender": "sex", "occupation": "other"}


def febrl(source, out):
    for name in ("dataset3", "dataset4a", "dataset4b"):
        with open(source / f"{name}.csv", newline="") as file, open(out / f"{name}.csv", "w", newline="") as made:
            writer = csv.writer(made, lineterminator="\n")
            for place, row in enumerate(csv.reader(file)):
                row = [field.strip() for field in row]
                # The truth is the second field of rec_id: rec-123-org, rec-123-dup-0.
                writer.writerow(row + [row[0].split("-")[1] if place else "person"])


def historical(source, out):
    try:
        import pyarrow.csv
        import pyarrow.parquet
    except ImportError:
        print("pyarrow is not there: the historical set is left out", file=sys.stderr)
        return
    pyarrow.csv.write_csv(pyarrow.parquet.read_table(source / "historical_50k.parquet"), out / "historical.csv")


def names(source, out):
    with open(source / "os_name_bench_cases.csv", newline="") as file, open(out / "names.csv", "w", newline="") as made:
        writer = csv.writer(made, lineterminator="\n")
        writer.writerow(["LEFT", "RIGHT", "SAME"])
        for row in csv.DictReader(file):
            if row["schema"] == "Person":
                writer.writerow([row["name1"], row["name2"], row["is_match"]])


def main():
    source, out = map(pathlib.Path, sys.argv[1:3])
    out.mkdir(parents=True, exist_ok=True)
    for name, columns in (("febrl", FEBRL), ("fake", FAKE), ("historical", HISTORICAL)):
        (out / f"{name}.json").write_text(json.dumps(columns, indent=1))
    (out / "fake.csv").write_bytes((source / "fake_1000.csv").read_bytes())
    febrl(source, out)
    names(source, out)
    historical(source, out)


main()
