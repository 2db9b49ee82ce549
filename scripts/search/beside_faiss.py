# SPDX-License-Identifier: Apache-2.0
"""Searches the same vectors with `cermat bench faces` and with faiss SQ8, in turn, and prints medians and ratios.

The vectors are those of peers/bench_vectors.py (random directions, probes that lean towards some of them), and a second set in
clusters. The answer that both are held against is computed here with numpy: integer products below 2^24 are exact in 32-bit floats."""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import faiss
import numpy as np

DIMENSIONS, KEEP, THREADS, ROUNDS, CHUNK = 128, 10, 2, 5, 50_000
SCALE = 127 / 0.35


def unit(rows):
    return rows / np.sqrt((rows * rows).sum(1, keepdims=True))


def narrow(rows):
    return np.clip(np.round(rows * SCALE), -127, 127).astype(np.int8)


def leaning(rows, count, rng):
    ids = rng.choice(len(rows), count, replace=False)
    noise = unit(rng.standard_normal((count, DIMENSIONS)).astype(np.float32))
    return unit(0.55 * rows[ids] + np.sqrt(1 - 0.55**2) * noise).astype(np.float32)


def random_rows(place, count):
    rng = np.random.default_rng(1)
    rows = np.lib.format.open_memmap(place, "w+", np.float32, (count, DIMENSIONS))
    for start in range(0, count, 100_000):
        size = min(100_000, count - start)
        rows[start:start + size] = unit(rng.standard_normal((size, DIMENSIONS), dtype=np.float32))
    return rows, rng


def clustered_rows(place, count):
    """A thousand middles, the rows near them, and one row in fifty the very same as another."""
    rng = np.random.default_rng(2)
    middles = unit(rng.standard_normal((1000, DIMENSIONS)).astype(np.float32))
    rows = np.lib.format.open_memmap(place, "w+", np.float32, (count, DIMENSIONS))
    for start in range(0, count, 100_000):
        size = min(100_000, count - start)
        noise = unit(rng.standard_normal((size, DIMENSIONS)).astype(np.float32))
        part = unit(0.8 * middles[rng.integers(0, 1000, size)] + 0.6 * noise)
        part[::50] = part[1::50][: len(part[::50])] if size > 50 else part[::50]
        rows[start:start + size] = part
    return rows, rng


def best(rows, probes):
    """The rows of the ten best of each probe, equal products by lower row."""
    found = [(np.empty(0, np.float32), np.empty(0, np.int64)) for _ in probes]
    queries = probes.astype(np.float32)
    for start in range(0, len(rows), CHUNK):
        products = queries @ rows[start:start + CHUNK].astype(np.float32).T
        width = products.shape[1]
        if width > KEEP:
            limits = np.partition(products, width - KEEP, axis=1)[:, width - KEEP]
        else:
            limits = products.min(1)
        for number, (row, limit) in enumerate(zip(products, limits)):
            places = np.nonzero(row >= limit)[0]
            scores = np.concatenate([found[number][0], row[places]])
            ids = np.concatenate([found[number][1], places + start])
            order = np.lexsort((ids, -scores))[:KEEP]
            found[number] = (scores[order], ids[order])
    return [list(map(int, ids)) for _, ids in found]


def cermat(binary, rows, probes, batch, seconds):
    done = subprocess.run(
        [binary, "bench", "faces", "--file", rows, "--queries", probes, "--batch", str(batch), "--threads", str(THREADS),
         "--seconds", str(seconds), "--json"], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def index_of(rows):
    index = faiss.IndexScalarQuantizer(DIMENSIONS, faiss.ScalarQuantizer.QT_8bit_direct_signed, faiss.METRIC_INNER_PRODUCT)
    index.train(rows[:1000].astype(np.float32))
    for start in range(0, len(rows), 100_000):
        index.add(rows[start:start + 100_000].astype(np.float32))
    return index


def peer(index, probes, batch, seconds):
    queries = probes.astype(np.float32)
    index.search(queries[:batch], KEEP)
    times, end, number = [], time.perf_counter() + seconds, 0
    while len(times) < 5 or time.perf_counter() < end:
        start = (number * batch) % max(1, len(queries) - batch + 1)
        begun = time.perf_counter()
        index.search(queries[start:start + batch], KEEP)
        times.append(time.perf_counter() - begun)
        number += 1
    return batch / statistics.median(times)


def main():
    binary, count = sys.argv[1], int(sys.argv[2])
    wanted = int(os.environ.get("CERMAT_SEARCH_PROBES", "1000"))
    faiss.omp_set_num_threads(THREADS)
    report = {"templates": count, "dimensions": DIMENSIONS, "threads": THREADS, "load": os.getloadavg()[0],
              "faiss": faiss.__version__}
    with tempfile.TemporaryDirectory(prefix="cermat-search-") as folder:
        place = pathlib.Path(folder)
        for kind, make in (("random", random_rows), ("clustered", clustered_rows)):
            floats, rng = make(place / "floats.npy", count)
            probes = leaning(floats, wanted, rng)
            rows, small = narrow(floats), narrow(probes)
            rows.tofile(place / "rows.bin")
            small.tofile(place / "probes.bin")
            expected = best(rows, small)
            one = cermat(binary, place / "rows.bin", place / "probes.bin", 1, 0)["ids"]
            many = cermat(binary, place / "rows.bin", place / "probes.bin", 64, 0)["ids"]
            exact = best(floats, probes[:200])
            shared = [len(set(a) & set(b)) / KEEP for a, b in zip(exact, one)]
            figures = {
                "probes": wanted, "equalOneAtATime": sum(a == b for a, b in zip(one, expected)),
                "equalInBatches": sum(a == b for a, b in zip(many, expected)),
                "recallAt10OfFloats": round(statistics.mean(shared), 4),
                "firstAsInFloats": round(statistics.mean(a[0] == b[0] for a, b in zip(exact, one)), 4)}
            index = index_of(rows)
            for batch in (1, 64):
                pairs = [(cermat(binary, place / "rows.bin", place / "probes.bin", batch, 1.5)["queriesPerSecond"],
                          peer(index, small, batch, 1.5)) for _ in range(ROUNDS)]
                figures[f"batch{batch}"] = {
                    "queriesPerSecond": round(statistics.median(a for a, _ in pairs), 1),
                    "faissQueriesPerSecond": round(statistics.median(b for _, b in pairs), 1),
                    "ratio": round(statistics.median(a / b for a, b in pairs), 2)}
            if kind == "random":
                rows[: count // 2].tofile(place / "half.bin")
                halves = []
                for _ in range(ROUNDS):
                    whole = cermat(binary, place / "rows.bin", place / "probes.bin", 1, 1.5)["p50Milliseconds"]
                    halves.append(whole / cermat(binary, place / "half.bin", place / "probes.bin", 1, 1.5)["p50Milliseconds"])
                figures["timeOfAllByTimeOfHalf"] = round(statistics.median(halves), 2)
            report[kind] = figures
            del index, rows, floats
    print(json.dumps(report))


main()
