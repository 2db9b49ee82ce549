// SPDX-License-Identifier: Apache-2.0

extension PopulationIndexBuilder {
    /// Sorts the residents and writes the index to `path`, replacing an older file in one step.
    ///
    /// Space is asked for before anything is written. The builder is empty afterwards. Details that were kept are beside the
    /// index before it takes its place; without, those of an index before are taken away.
    ///
    /// - Returns: the number of residents in the index.
    @discardableResult
    public mutating func write(to path: String) throws(PopulationIndexError) -> Int {
        let regions = try regionTable()
        let words = tokens.bytes.count * 4 + tokens.count * 60
        let later = details?.bytesToCome ?? (file: 0, runs: 0)
        try FreeSpace.require(
            index: residents.count * Self.indexBytes + words + 1 << 20 + later.file, at: path,
            runs: residents.isSpilled ? residents.count * Self.laterRunBytes + later.runs : 0, in: temporaryFolder)
        let ranks = TextRanks(tokens)
        let facts = WordFactsBuilder(tokens: tokens, order: ranks.order)
        var writer = try IndexFileWriter(path)
        let count: Int
        do throws(PopulationIndexError) {
            let sizes = try write(&writer, regions, facts, ranks)
            try details?.close()
            let details = details
            try writer.finish(residents: sizes.count, pairBits: sizes.pairBits) {
                checksum throws(PopulationIndexError) in
                try details?.finish(index: checksum, at: DetailsLayout.waitingPath(beside: path))
            }
            count = sizes.count
        } catch {
            writer.discard()
            throw error
        }
        if details == nil {
            try DetailsLayout.remove(beside: path)
        } else {
            try DetailsLayout.takePlace(beside: path)
        }
        details = nil
        return count
    }

    /// Keeps mother's name and address of the residents to come, in a file beside the index that is written.
    ///
    /// - Parameter path: where the index is to be.
    public mutating func keepDetails(beside path: String) throws(PopulationIndexError) {
        details = try DetailsWriter(
            in: NamelessFile.folder(of: path), memoryBytes: memoryBytes / 8, temporaryFolder: temporaryFolder)
    }

    /// The bytes of an index of few residents who are weighed by the frequencies of another.
    mutating func bytes(weighedBy population: PopulationFile) throws(PopulationIndexError) -> [UInt8] {
        let regions = try regionTable()
        let ranks = TextRanks(tokens)
        let facts = WordFactsBuilder(tokens: tokens, order: ranks.order)
        let frequencies = BorrowedFrequencies(population, regions.codes, facts, &places)
        var writer = try IndexFileWriter(temporaryFolder + "/in-memory")
        do throws(PopulationIndexError) {
            let sizes = try write(&writer, regions, facts, ranks, frequencies)
            return try writer.finishInMemory(residents: sizes.count, pairBits: sizes.pairBits)
        } catch {
            writer.discard()
            throw error
        }
    }

    private func regionTable() throws(PopulationIndexError) -> RegionTable {
        guard residents.count > 0 else { throw .noResidents }
        let regions = RegionTable(used: usedRegions)
        guard regions.codes.count <= 0xFFFF else { throw .tooMany(what: "region codes", limit: 0xFFFF) }
        return regions
    }

    /// Bytes of an index by resident, words not counted.
    static let indexBytes = 50
    /// Bytes of the runs of residents, and of the runs of family cards and pairs of words that follow.
    static let runBytes = 48
    static let laterRunBytes = 36

    /// Refuses an extract for whose index and runs there is too little space.
    ///
    /// - Parameters:
    ///   - residents: how many are expected.
    ///   - path: where the index is to be.
    public func requireSpace(residents expected: Int, at path: String) throws(PopulationIndexError) {
        let isSpilling = expected > memoryBytes / 65
        let ownRunBytes = details == nil ? 0 : DetailsLayout.runBytes
        let (index, isHuge) = expected.multipliedReportingOverflow(by: 200)
        guard !isHuge else { throw .tooMany(what: "residents", limit: Int(UInt32.max) - 1) }
        try FreeSpace.require(
            index: index / 200 * (Self.indexBytes + (details == nil ? 0 : DetailsLayout.bytesPerResident)), at: path,
            runs: isSpilling ? expected * (Self.runBytes + Self.laterRunBytes + ownRunBytes) : 0, in: temporaryFolder)
    }

    private mutating func write(
        _ writer: inout IndexFileWriter, _ regions: RegionTable, _ facts: WordFactsBuilder, _ ranks: TextRanks,
        _ frequencies: BorrowedFrequencies? = nil
    ) throws(PopulationIndexError) -> (count: Int, pairBits: Int) {
        let placeRanks = TextRanks(places)
        let pairBits = PairHash.bits(residents: residents.count)
        var rows = RowWriter(
            &writer, atMost: residents.count, regions: regions, facts: facts, ranks: ranks.rank,
            placeRanks: placeRanks.rank, pairBits: pairBits, memoryBytes: memoryBytes, folder: temporaryFolder)
        var gathered = residents
        residents = ResidentRuns(bytes: memoryBytes, in: temporaryFolder)
        try gathered.forEach { key, record, tokens throws(PopulationIndexError) in
            if try !rows.add(key, record, tokens) { noteDuplicate(record) }
        }
        let count = rows.count
        try rows.close(&writer)
        try writeNames(&writer, ranks.order, placeRanks.order, facts, frequencies)
        try writer.add(.regions, regions.codes)
        let named = frequencies?.regionPlaces.map { $0 == .max ? $0 : placeRanks.rank[Int($0)] }
        try writer.add(.regionPlaces, named ?? rows.births.places(of: regions.codes))
        return (count, pairBits)
    }
}

/// The region codes of an index, sorted.
struct RegionTable {
    private(set) var codes: [UInt32] = []
    /// The place of each code among them.
    private(set) var index = [UInt16](repeating: 0, count: 1_000_000)

    init(used: [Bool]) {
        for code in used.indices where used[code] {
            index[code] = UInt16(truncatingIfNeeded: codes.count)
            codes.append(UInt32(code))
        }
    }
}

/// Texts in the order of their frequency: frequent ones get small numbers, which take one byte; those of one frequency by
/// their bytes, so that one population gives one index in whatever order its rows come.
struct TextRanks {
    let order: [Int]
    let rank: [UInt32]

    init(_ tokens: ByteInterner) {
        order = (0..<tokens.count).sorted { first, second in
            let (a, b) = (tokens.counts[first], tokens.counts[second])
            return a == b ? tokens.string(first).lexicographicallyPrecedes(tokens.string(second)) : a > b
        }
        var rank = [UInt32](repeating: 0, count: order.count)
        for (place, token) in order.enumerated() { rank[token] = UInt32(place) }
        self.rank = rank
    }
}
