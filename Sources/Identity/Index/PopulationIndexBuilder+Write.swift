// SPDX-License-Identifier: Apache-2.0

internal import Civil

extension PopulationIndexBuilder {
    /// A resident's place in the file.
    private struct Place {
        /// Day, then packed number.
        var key: UInt64
        var row: UInt32
    }

    /// Sorts the residents and writes the index to `path`, replacing an older file in one step.
    ///
    /// - Returns: the number of residents in the index.
    @discardableResult
    public mutating func write(to path: String) throws(PopulationIndexError) -> Int {
        guard !rows.isEmpty else { throw .noResidents }
        let regions = regionTable()
        guard regions.codes.count <= 0xFFFF else { throw .tooMany(what: "region codes", limit: 0xFFFF) }
        var odd: [UInt64] = []
        let order = sortedPlaces(regions.index, &odd)
        let facts = WordFactsBuilder(tokens: tokens)
        var writer = try IndexFileWriter(path)
        do throws(PopulationIndexError) {
            try writeNumbers(&writer, order, odd, regions)
            try writeHouseholds(&writer, order)
            try writeNames(&writer, order, facts)
            try writePairs(&writer, order, facts)
            try writeRegionPlaces(&writer, regions.codes)
            try writer.finish(residents: order.count)
        } catch {
            writer.discard()
            throw error
        }
        return order.count
    }

    private func regionTable() -> (codes: [UInt32], index: [UInt16]) {
        var used = [Bool](repeating: false, count: 1_000_000)
        for row in rows {
            used[Int(row.region)] = true
            used[Int(row.nik / 10_000_000_000)] = true
        }
        var index = [UInt16](repeating: 0, count: 1_000_000)
        var codes: [UInt32] = []
        for code in 0..<1_000_000 where used[code] {
            index[code] = UInt16(truncatingIfNeeded: codes.count)
            codes.append(UInt32(code))
        }
        return (codes, index)
    }

    /// The number packed where it follows from date and sex, else nil.
    private func packed(_ row: Gathered, _ regions: [UInt16]) -> UInt32? {
        guard let date = CivilDate(daysSinceEpoch: Int(row.day) + IndexLayout.firstDay) else { return nil }
        let number = UInt64(date.day + (row.isFemale ? 40 : 0)) * 10_000 + UInt64(date.month * 100 + date.year % 100)
        guard row.nik / 10_000 % 1_000_000 == number else { return nil }
        return PackedNIK.pack(
            region: Int(regions[Int(row.nik / 10_000_000_000)]), serial: Int(row.nik % 10_000), isFemale: row.isFemale)
    }

    private mutating func sortedPlaces(_ regions: [UInt16], _ odd: inout [UInt64]) -> [UInt32] {
        var places: [Place] = []
        places.reserveCapacity(rows.count)
        for (index, row) in rows.enumerated() {
            // Odd numbers are numbered once their places are known.
            let value = packed(row, regions) ?? PackedNIK.oddFlag | UInt32(index)
            places.append(Place(key: UInt64(row.day) << 32 | UInt64(value), row: UInt32(index)))
        }
        places.sort { $0.key < $1.key }
        var order: [UInt32] = []
        order.reserveCapacity(places.count)
        var seenOdd = Set<UInt64>()
        var previous: UInt64?
        for place in places {
            let row = rows[Int(place.row)]
            if UInt32(truncatingIfNeeded: place.key) & PackedNIK.oddFlag != 0 {
                guard seenOdd.insert(row.nik).inserted else {
                    noteDuplicate(line: row.line)
                    continue
                }
                odd.append(row.nik | (row.isFemale ? 1 << 63 : 0))
            } else if previous == place.key {
                noteDuplicate(line: row.line)
                continue
            }
            previous = place.key
            order.append(place.row)
        }
        return order
    }

    private func writeNumbers(
        _ writer: inout IndexFileWriter, _ order: [UInt32], _ odd: [UInt64],
        _ regions: (codes: [UInt32], index: [UInt16])
    ) throws(PopulationIndexError) {
        var days = [UInt32](repeating: 0, count: IndexLayout.dayCount + 1)
        for index in order { days[Int(rows[Int(index)].day) + 1] += 1 }
        for day in 0..<IndexLayout.dayCount { days[day + 1] += days[day] }
        var niks: [UInt32] = []
        niks.reserveCapacity(order.count)
        var oddOrder: [(nik: UInt64, row: UInt64)] = []
        for (place, index) in order.enumerated() {
            if let value = packed(rows[Int(index)], regions.index) {
                niks.append(value)
            } else {
                niks.append(PackedNIK.oddFlag | UInt32(oddOrder.count))
                oddOrder.append((rows[Int(index)].nik, UInt64(place)))
            }
        }
        oddOrder.sort { $0.nik < $1.nik }
        try writer.add(.days, days)
        try writer.add(.niks, niks)
        try writer.add(.oddNIKs, odd)
        try writer.add(.oddOrder, oddOrder.flatMap { [$0.nik, $0.row] })
        try writer.add(.regions, regions.codes)
        try writer.add(.homes, order.map { regions.index[Int(rows[Int($0)].region)] })
        try writer.add(.places, order.map { rows[Int($0)].place << 4 | UInt32(rows[Int($0)].relation) })
    }

    private func writeHouseholds(_ writer: inout IndexFileWriter, _ order: [UInt32]) throws(PopulationIndexError) {
        var byCard: [Place] = []
        byCard.reserveCapacity(order.count)
        for (place, index) in order.enumerated() {
            byCard.append(Place(key: rows[Int(index)].card, row: UInt32(place)))
        }
        byCard.sort { ($0.key, $0.row) < ($1.key, $1.row) }
        var cards: [UInt64] = []
        var starts: [UInt32] = []
        var households = [UInt32](repeating: 0, count: order.count)
        for (position, entry) in byCard.enumerated() {
            if cards.last != entry.key {
                cards.append(entry.key)
                starts.append(UInt32(position))
            }
            households[Int(entry.row)] = UInt32(cards.count - 1)
        }
        starts.append(UInt32(byCard.count))
        try writer.add(.households, households)
        try writer.add(.cards, cards)
        try writer.add(.memberStarts, starts)
        try writer.add(.members, byCard.map(\.row))
    }
}
