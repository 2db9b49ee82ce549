// SPDX-License-Identifier: Apache-2.0

/// Writes the parts of an index that have something of each row, as the rows come in their order.
struct RowWriter {
    private(set) var count = 0
    /// Where those with numbers of each regency were born.
    private(set) var births = RegencyBirths()
    private let regions: RegionTable
    private let names: NameClasses
    private let ranks: [UInt32]
    private let placeRanks: [UInt32]
    private let pairBits: Int
    private var niks: IndexStream<UInt32>
    private var homes: IndexStream<UInt16>
    private var places: IndexStream<UInt32>
    private var signatures: IndexStream<UInt32>
    private var nameStarts: IndexStream<UInt32>
    private var nameBytes: IndexStream<UInt8>
    private let pairStarts: IndexStream<UInt32>
    private let atMost: Int
    private var days = [UInt32](repeating: 0, count: IndexLayout.dayCount + 1)
    private var odd: [UInt64] = []
    private var oddOrder: [(nik: UInt64, row: UInt64)] = []
    private var seenOdd = Set<UInt64>()
    private var previous: UInt64?
    private var cards: SortedRuns<CardRow>
    private var pairs: SortedRuns<PairRow>
    private var found: [UInt32] = []

    init(
        _ writer: inout IndexFileWriter, atMost: Int, regions: RegionTable, facts: WordFactsBuilder, ranks: [UInt32],
        placeRanks: [UInt32],
        pairBits: Int, memoryBytes: Int, folder: String
    ) {
        self.regions = regions
        self.ranks = ranks
        self.placeRanks = placeRanks
        self.pairBits = pairBits
        self.atMost = atMost
        names = NameClasses(facts)
        niks = writer.stream(.niks, of: UInt32.self, atMost: atMost)
        homes = writer.stream(.homes, of: UInt16.self, atMost: atMost)
        places = writer.stream(.places, of: UInt32.self, atMost: atMost)
        signatures = writer.stream(.signatures, of: UInt32.self, atMost: atMost)
        nameStarts = writer.stream(
            .nameStarts, of: UInt32.self, atMost: (atMost + IndexLayout.nameStride - 1) / IndexLayout.nameStride)
        pairStarts = writer.stream(.pairStarts, of: UInt32.self, atMost: 1 << pairBits + 1)
        nameBytes = writer.lastStream(.names, of: UInt8.self)
        cards = SortedRuns(bytes: memoryBytes / 3, in: folder)
        pairs = SortedRuns(bytes: memoryBytes / 3, in: folder)
    }

    /// Writes the next resident.
    ///
    /// - Returns: false for a number that was written before.
    mutating func add(
        _ key: ResidentKey, _ record: ResidentRecord, _ tokens: [UInt32]
    ) throws(PopulationIndexError) -> Bool {
        let place = placeRanks[Int(record.place)]
        if let nik = record.oddNIK {
            guard seenOdd.insert(nik).inserted else { return false }
            try niks.append(PackedNIK.oddFlag | UInt32(odd.count))
            odd.append(nik | (record.isFemale ? 1 << 63 : 0))
            oddOrder.append((nik, UInt64(count)))
            births.add(regency: UInt32(nik / 1_000_000_000_000), place: place)
        } else {
            guard previous != key.value else { return false }
            let region = Int(regions.index[key.region])
            try niks.append(PackedNIK.pack(region: region, serial: key.serial, isFemale: key.isFemale))
            births.add(regency: UInt32(key.region / 100), place: place)
        }
        previous = key.value
        days[key.day + 1] += 1
        try homes.append(regions.index[record.region])
        try places.append(place << 4 | record.relation)
        try cards.add(CardRow(key: record.card, row: UInt32(count)))
        try addName(record.counts, tokens)
        try addPairs(record.counts, tokens)
        count += 1
        return true
    }

    private mutating func addName(_ counts: UInt8, _ tokens: [UInt32]) throws(PopulationIndexError) {
        if count % IndexLayout.nameStride == 0 {
            while nameBytes.count % IndexLayout.nameUnit != 0 { try nameBytes.append(0) }
            guard let start = UInt32(exactly: nameBytes.count / IndexLayout.nameUnit) else {
                throw .tooMany(what: "bytes of names", limit: Int(UInt32.max) * IndexLayout.nameUnit)
            }
            try nameStarts.append(start)
        }
        try nameBytes.append(counts)
        for token in tokens {
            var value = ranks[Int(token)]
            while value >= 128 {
                try nameBytes.append(UInt8(value & 127) | 128)
                value >>= 7
            }
            try nameBytes.append(UInt8(value))
        }
    }

    private mutating func addPairs(_ counts: UInt8, _ tokens: [UInt32]) throws(PopulationIndexError) {
        let own = tokens.prefix(Int(counts & 15))
        names.own(own, into: &found)
        var signature: UInt32 = 0
        for number in found { signature |= PairHash.signature(number) }
        // Who has one name travels under two by adding the father's.
        if found.count == 1, let father = names.first(of: tokens.dropFirst(own.count)), father != found[0] {
            signature |= PairHash.signature(father)
            try addPair(found[0], father)
        }
        try signatures.append(signature)
        if found.count == 1 { return try addPair(found[0], found[0]) }
        let most = min(found.count, 6)
        for first in 0..<max(most - 1, 0) {
            for second in first + 1..<most { try addPair(found[first], found[second]) }
        }
    }

    private mutating func addPair(_ first: UInt32, _ second: UInt32) throws(PopulationIndexError) {
        let bucket = PairHash.bucket(first, second, bits: pairBits)
        try pairs.add(PairRow(value: UInt64(bucket) << 32 | UInt64(count)))
    }

    /// Writes what is known only at the end: odd numbers, family cards and pairs.
    mutating func close(_ writer: inout IndexFileWriter) throws(PopulationIndexError) {
        // Room to read ahead.
        for _ in 0..<8 { try nameBytes.append(0) }
        try writer.close(&nameBytes)
        try writer.close(&niks)
        try writer.close(&homes)
        try writer.close(&places)
        try writer.close(&signatures)
        try writer.close(&nameStarts)
        for day in 0..<IndexLayout.dayCount { days[day + 1] += days[day] }
        try writer.add(.days, days)
        try writer.add(.oddNIKs, odd)
        oddOrder.sort { $0.nik < $1.nik }
        try writer.add(.oddOrder, oddOrder.flatMap { [$0.nik, $0.row] })
        try closeCards(&writer)
        try closePairs(&writer)
    }

    private mutating func closeCards(_ writer: inout IndexFileWriter) throws(PopulationIndexError) {
        var members = writer.stream(.members, of: UInt32.self, atMost: count)
        var numbers = writer.lastStream(.cards, of: UInt64.self)
        var starts: [UInt32] = []
        var households = [UInt32](repeating: 0, count: count)
        var last: UInt64?
        var position: UInt32 = 0
        try cards.forEach { entry throws(PopulationIndexError) in
            if last != entry.key {
                last = entry.key
                try numbers.append(entry.key)
                starts.append(position)
            }
            households[Int(entry.row)] = UInt32(starts.count - 1)
            try members.append(entry.row)
            position += 1
        }
        starts.append(position)
        try writer.close(&numbers)
        try writer.close(&members)
        try writer.add(.households, households)
        try writer.add(.memberStarts, starts)
    }

    private mutating func closePairs(_ writer: inout IndexFileWriter) throws(PopulationIndexError) {
        var starts = pairStarts
        var rows = writer.lastStream(.pairRows, of: UInt32.self)
        var bucket = -1
        let buckets = 1 << pairBits
        try pairs.forEach { pair throws(PopulationIndexError) in
            guard rows.count < Int(UInt32.max) else { throw .tooMany(what: "pairs of words", limit: Int(UInt32.max)) }
            while bucket < Int(pair.key) {
                try starts.append(UInt32(rows.count))
                bucket += 1
            }
            try rows.append(UInt32(truncatingIfNeeded: pair.value))
        }
        while starts.count <= buckets { try starts.append(UInt32(rows.count)) }
        try writer.close(&rows)
        try writer.close(&starts)
    }
}

/// A family card and one of its rows.
struct CardRow: SortedRecord {
    var key: UInt64
    var row: UInt32
}

/// A bucket of pairs and one of its rows.
struct PairRow: SortedRecord {
    var value: UInt64
    var key: UInt64 { value >> 32 }
}

/// Names regencies by the place of birth that those first registered there have most often.
struct RegencyBirths {
    private var counts: [UInt64: UInt32] = [:]

    mutating func add(regency: UInt32, place: UInt32) { counts[UInt64(regency) << 32 | UInt64(place), default: 0] += 1 }

    /// The place of each region's regency, `UInt32.max` where nobody was registered.
    func places(of codes: [UInt32]) -> [UInt32] {
        var best: [UInt32: (count: UInt32, place: UInt32)] = [:]
        for (key, count) in counts {
            let (regency, place) = (UInt32(key >> 32), UInt32(truncatingIfNeeded: key))
            let known = best[regency] ?? (0, .max)
            if (count, known.place) > (known.count, place) { best[regency] = (count, place) }
        }
        return codes.map { best[$0 / 100]?.place ?? .max }
    }
}

/// The classes of the words of residents' names.
struct NameClasses {
    private let facts: WordFactsBuilder

    init(_ facts: WordFactsBuilder) { self.facts = facts }

    /// The classes of a resident's own words: titles only where there is nothing else.
    func own(_ tokens: ArraySlice<UInt32>, into found: inout [UInt32]) {
        found.removeAll(keepingCapacity: true)
        for isTitleWanted in [false, true] where found.isEmpty {
            for token in tokens {
                let word = facts.tokenWords[Int(token)]
                guard word != 0, isTitleWanted || word & WordFactsBuilder.titleFlag == 0 else { continue }
                let number = facts.classes[Int(word & ~WordFactsBuilder.titleFlag)]
                if !found.contains(number) { found.append(number) }
            }
        }
    }

    /// The class of the first word that is no title.
    func first(of tokens: ArraySlice<UInt32>) -> UInt32? {
        for token in tokens {
            let word = facts.tokenWords[Int(token)]
            if word != 0, word & WordFactsBuilder.titleFlag == 0 { return facts.classes[Int(word)] }
        }
        return nil
    }
}
