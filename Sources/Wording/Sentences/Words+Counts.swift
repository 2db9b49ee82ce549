// SPDX-License-Identifier: Apache-2.0

extension Words {
    /// The pill over a board that has moved: `3 pembaruan`.
    public func updates(_ count: Int) -> String { counted(count, "pembaruan", "update", "updates") }

    /// `2 kecocokan`.
    public func hits(_ count: Int) -> String { counted(count, "kecocokan", "hit", "hits") }

    /// `2 kecocokan menunggu`.
    public func waitingHits(_ count: Int) -> String {
        counted(count, "kecocokan menunggu", "hit waiting", "hits waiting")
    }

    /// `187 penumpang`.
    public func travellers(_ count: Int) -> String { counted(count, "penumpang", "traveller", "travellers") }

    /// `12 awak`.
    public func crew(_ count: Int) -> String { counted(count, "awak", "crew member", "crew members") }

    /// `14 perjalanan`.
    public func voyages(_ count: Int) -> String { counted(count, "perjalanan", "voyage", "voyages") }

    /// `3 pesan`.
    public func messages(_ count: Int) -> String { counted(count, "pesan", "message", "messages") }

    /// `5 catatan`, of the oddities in a message.
    public func warnings(_ count: Int) -> String { counted(count, "catatan", "warning", "warnings") }

    /// `2 koli, 31 kg`.
    public func bags(count: Int?, kilograms: Int?) -> String {
        [count.map { counted($0, "koli", "piece", "pieces") }, kilograms.map { number($0) + " kg" }]
            .compactMap(\.self).joined(separator: ", ")
    }

    /// What a result list shows: `1–20 dari 134`.
    public func range(first: Int, last: Int, of total: Int) -> String {
        "\(number(first))–\(number(last)) " + pick("dari ", "of ") + number(total)
    }

    /// `segmen 12–18`, or `segmen 12`; of a manifest `baris 4`.
    public func segments(first: Int, last: Int, isManifest: Bool = false) -> String {
        let word =
            isManifest
            ? pick("baris", first == last ? "line" : "lines") : pick("segmen", first == last ? "segment" : "segments")
        return first == last ? "\(word) \(first)" : "\(word) \(first)–\(last)"
    }

    /// `dinyatakan 180, ditemukan 179`.
    public func totals(declared: Int, found: Int) -> String {
        pick(
            "dinyatakan \(number(declared)), ditemukan \(number(found))",
            "declared \(number(declared)), found \(number(found))")
    }

    /// `bagian 1 dan 3 dari 3 sudah diterima, bagian 2 belum`; where the final part is not here, nobody knows how many.
    public func parts(held: [Int], missing: [Int], isEndKnown: Bool) -> String {
        let last = max(held.last ?? 0, missing.last ?? 0)
        let here = pick(
            "bagian \(list(held))" + (isEndKnown ? " dari \(last)" : "") + " sudah diterima",
            (held.count == 1 ? "part " : "parts ") + list(held) + (isEndKnown ? " of \(last)" : "") + " received")
        var absent: [String] = []
        if !missing.isEmpty {
            absent.append(
                pick(
                    "bagian \(list(missing)) belum",
                    (missing.count == 1 ? "part " : "parts ") + list(missing) + " missing"))
        }
        if !isEndKnown { absent.append(pick("bagian terakhir belum", "the final part missing")) }
        return ([here] + absent).joined(separator: ", ")
    }

    /// `1`, `1 dan 3`, `1, 2 dan 3`; runs of more than two as `1–4`, at most six of them.
    private func list(_ numbers: [Int]) -> String {
        var runs: [ClosedRange<Int>] = []
        for number in numbers {
            if let run = runs.last, run.upperBound + 1 == number {
                runs[runs.count - 1] = run.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        var words = runs.prefix(6).flatMap { run in
            run.count > 2 ? ["\(run.lowerBound)–\(run.upperBound)"] : run.map { String($0) }
        }
        if runs.count > 6 { words.append("…") }
        guard words.count > 1, let last = words.popLast() else { return words.first ?? "" }
        return words.joined(separator: ", ") + pick(" dan ", " and ") + last
    }

    /// What the edge filter overwrote before storing: `3 nilai ditimpa sebelum disimpan (permintaan makanan)`.
    public func filtered(_ count: Int, category: String) -> String {
        let what = self(.sensitiveCategory, category)
        return pick(
            "\(number(count)) nilai ditimpa sebelum disimpan (\(what))",
            (count == 1 ? "1 value" : "\(number(count)) values") + " overwritten before storing (\(what))")
    }

    private func counted(_ count: Int, _ indonesian: String, _ one: String, _ many: String) -> String {
        number(count) + " " + pick(indonesian, count == 1 ? one : many)
    }
}
