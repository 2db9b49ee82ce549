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
