#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures predictions of `cermat resolve` against the truth.

Usage: evaluate.py --truth truth.csv --predictions predictions.ndjson [--travellers travellers.csv] [--json]

The best resident of a traveller is candidates[0] (or nik and probability where no candidates are listed). It counts as
a prediction at every threshold up to its probability, score breaking ties, also when "not registered" won.
Recall is over the registered travellers; a wrong resident lowers precision, whether the traveller is registered or not.
"""
import argparse
import csv
import json
import sys


class Case:
    """One traveller: the truth and the best resident."""
    __slots__ = ("nik", "tags", "best", "probability", "score", "found", "decided", "date", "given")

    def __init__(self, nik, tags):
        self.nik, self.tags = nik, tags
        self.best, self.probability, self.score, self.found, self.decided = None, 0.0, float("-inf"), False, None
        self.date, self.given = "", False

    @property
    def right(self):
        return bool(self.nik) and self.best == self.nik


def load(truth, predictions, travellers):
    """The cases by traveller, with the number of lines that fit no traveller or come twice."""
    with open(truth, newline="", encoding="utf-8") as file:
        cases = {line["TRAVELLER_ID"]: Case(line["NIK"], [t for t in line["KIND"].split("|") if t]) for line in csv.DictReader(file)}
    odd, seen = 0, set()
    with (sys.stdin if predictions == "-" else open(predictions, encoding="utf-8")) as file:
        for line in file:
            if not line.strip():
                continue
            value = json.loads(line)
            name = value["travellerId"]
            if name not in cases or name in seen:
                odd += 1
                continue
            seen.add(name)
            case, candidates = cases[name], value.get("candidates") or []
            case.decided = value.get("nik")
            if candidates:
                case.best, case.probability = candidates[0]["nik"], candidates[0]["probability"]
            elif case.decided:
                case.best, case.probability = case.decided, value["probability"]
            if value.get("score") is not None:
                case.score = float(value["score"])
            case.found = bool(case.nik) and (case.best == case.nik or any(c["nik"] == case.nik for c in candidates))
    if travellers:
        with open(travellers, newline="", encoding="utf-8") as file:
            for line in csv.DictReader(file):
                if line["TRAVELLER_ID"] in cases:
                    case = cases[line["TRAVELLER_ID"]]
                    case.date, case.given = line["DOB"].strip(), bool(line["NIK"].strip())
    return cases, odd, len(cases) - len(seen)


def sweep(cases):
    """(threshold, precision, recall, F1) at every distinct (probability, score), highest first."""
    total = sum(1 for case in cases if case.nik)
    ordered = sorted((case for case in cases if case.best), key=lambda c: (-c.probability, -c.score))
    points, right = [], 0
    for at, case in enumerate(ordered):
        right += case.right
        following = ordered[at + 1] if at + 1 < len(ordered) else None
        if following and (following.probability, following.score) == (case.probability, case.score):
            continue
        precision, recall = right / (at + 1), right / total if total else 0.0
        points.append(((case.probability, case.score), precision, recall, 2 * right / (at + 1 + total) if total else 0.0))
    return points


def calibration(cases):
    """Expected calibration error with equal-width and equal-count bins, and the bins."""
    rated = sorted(((case.probability, case.right) for case in cases if case.best), key=lambda pair: pair[0])
    if not rated:
        return {"equalWidth": None, "equalCount": None, "bins": []}
    width = [[] for _ in range(10)]
    for pair in rated:
        width[min(9, max(0, int(pair[0] * 10)))].append(pair)
    count = [rated[len(rated) * k // 10:len(rated) * (k + 1) // 10] for k in range(10)]

    def means(part):
        return sum(p for p, _ in part) / len(part), sum(r for _, r in part) / len(part)

    def error(bins):
        return sum(len(part) * abs(means(part)[0] - means(part)[1]) for part in bins if part) / len(rated)

    def rows(bins):
        return [{"n": len(part), "probability": round(means(part)[0], 5), "right": round(means(part)[1], 5)} for part in bins if part]

    return {"equalWidth": error(width), "equalCount": error(count), "bins": rows(width), "countBins": rows(count)}


def taken(case, threshold):
    return case.best is not None and (case.probability, case.score) >= threshold


def groups(cases, threshold, names_of):
    """For each name that `names_of` gives a registered case: how many, recall at the threshold, recall in the candidates."""
    table = {}
    for case in cases:
        for name in names_of(case):
            row = table.setdefault(name, [0, 0, 0, 0])
            row[0] += 1
            row[1] += case.right and taken(case, threshold)
            row[2] += case.found
            row[3] += taken(case, threshold) and not case.right
    return {name: {"n": n, "recall": right / n, "candidateRecall": found / n, "wrong": wrong / n}
            for name, (n, right, found, wrong) in sorted(table.items(), key=lambda item: (item[1][1] / item[1][0], item[0]))}


def date_kind(case):
    return "full date" if len(case.date) >= 10 else "partial date" if case.date else "no date"


def evaluate(cases, with_travellers):
    """All figures as one dictionary."""
    points = sweep(cases)
    registered = [case for case in cases if case.nik]
    absent = [case for case in cases if not case.nik]
    best = max(points, key=lambda point: point[3], default=((1.0, 0.0), 0.0, 0.0, 0.0))
    threshold = best[0]
    share = lambda part, whole: part / whole if whole else None
    result = {
        "travellers": len(cases), "registered": len(registered), "notRegistered": len(absent),
        "f1": best[3], "precision": best[1], "recall": best[2], "thresholdProbability": threshold[0], "thresholdScore": threshold[1],
        "recallAtPrecision": {str(p): max((r for _, q, r, _ in points if q >= p), default=0.0) for p in (.99, .995, .999)},
        "candidateRecall": share(sum(case.found for case in registered), len(registered)),
        "top1": share(sum(case.right for case in registered), len(registered)),
        "decidedRight": share(sum(bool(case.decided) and case.decided == case.nik for case in registered), len(registered)),
        "decidedNotRegistered": share(sum(not case.decided for case in absent), len(absent)),
        "calibration": calibration(cases),
        "notRegisteredSure": share(sum(case.probability >= .95 for case in absent if case.best), len(absent)),
        "tags": groups(registered, threshold, lambda case: case.tags or ["(none)"]),
        "absentKinds": groups(absent, threshold, lambda case: case.tags[:1] or ["(none)"])}
    if with_travellers:
        result["fields"] = groups(registered, threshold,
                                  lambda case: [date_kind(case) + (", NIK" if case.given else ", no NIK")])
        result["absentFields"] = groups(absent, threshold,
                                        lambda case: [date_kind(case) + (", NIK" if case.given else ", no NIK")])
    return result


def show(result):
    """The figures for people."""
    form = lambda value: "-" if value is None else f"{value:.4f}"
    print(f"travellers {result['travellers']}, registered {result['registered']}, not registered {result['notRegistered']}")
    if result["unmatchedLines"] or result["missingPredictions"]:
        print(f"WARNING: {result['unmatchedLines']} lines for no traveller or twice, {result['missingPredictions']} travellers without a line")
    print(f"best F1 {form(result['f1'])}  P {form(result['precision'])}  R {form(result['recall'])}  "
          f"at probability {result['thresholdProbability']:.6f}, score {result['thresholdScore']:.2f}")
    print("recall at precision " + "  ".join(f"{p}: {form(r)}" for p, r in result["recallAtPrecision"].items()))
    print(f"candidate recall {form(result['candidateRecall'])}  top-1 {form(result['top1'])}")
    print(f"as decided: right {form(result['decidedRight'])} of the registered, 'not registered' for {form(result['decidedNotRegistered'])} of the others")
    cal = result["calibration"]
    print(f"calibration error {form(cal['equalWidth'])} (equal width), {form(cal['equalCount'])} (equal count)")
    for row in cal["bins"]:
        print(f"    p {row['probability']:.4f}  right {row['right']:.4f}  n {row['n']}")
    print(f"not registered with a best resident at p >= .95: {form(result['notRegisteredSure'])}")
    for title, key in (("registered, by error tag", "tags"), ("not registered, by kind", "absentKinds"),
                       ("registered, by fields given", "fields"), ("not registered, by fields given", "absentFields")):
        if key in result:
            print(f"{title}:  n  recall  in candidates  wrong resident taken")
            for name, row in result[key].items():
                print(f"    {name:24} {row['n']:7} {row['recall']:8.4f} {row['candidateRecall']:8.4f} {row['wrong']:8.4f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--truth", required=True)
    parser.add_argument("--predictions", required=True)
    parser.add_argument("--travellers")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    cases, odd, missing = load(options.truth, options.predictions, options.travellers)
    result = evaluate(list(cases.values()), bool(options.travellers))
    result["unmatchedLines"], result["missingPredictions"] = odd, missing
    if options.json:
        json.dump(result, sys.stdout, indent=1)
        print()
    else:
        show(result)


if __name__ == "__main__":
    main()
