// SPDX-License-Identifier: Apache-2.0

/// Gathers residents from extracts and writes them as a population index.
///
/// Residents take about 65 bytes of memory each while they are sorted. Where that is more than the memory granted, sorted
/// runs are written to a folder and merged; the index is the same, byte by byte. Only the distinct words of names and
/// places, and four bytes a resident for the family cards, are always in memory.
public struct PopulationIndexBuilder {
    var residents: ResidentRuns
    let memoryBytes: Int
    let temporaryFolder: String
    var tokens = ByteInterner(capacity: 1 << 16)
    var places = ByteInterner(capacity: 1 << 12)
    /// Mother's names and addresses, where they are kept.
    var details: DetailsWriter?
    /// How many residents' own names hold each token.
    var tokenUses: [UInt32] = []
    /// Region codes of residence and of numbers.
    var usedRegions = [Bool](repeating: false, count: 1_000_000)
    /// Extracts begun so far.
    private var extracts = 0
    private var scratch: [UInt32] = []
    private var labels = ExtractLabels()
    public private(set) var skipped: [SkippedRow] = []
    /// Rows skipped beyond those listed.
    public private(set) var skippedUnlisted = 0
    /// The most skipped rows that are listed.
    public static let mostSkipped = 100_000

    /// - Parameters:
    ///   - memoryBytes: the memory that residents may take while they are sorted.
    ///   - temporaryFolder: where sorted runs are written when they take more; the files have no names and vanish with
    ///     the program, however it ends.
    public init(memoryBytes: Int = 6 << 30, temporaryFolder: String = ".") {
        self.memoryBytes = memoryBytes
        self.temporaryFolder = temporaryFolder
        residents = ResidentRuns(bytes: memoryBytes, in: temporaryFolder)
    }

    /// The number of residents gathered.
    public var count: Int { residents.count }

    /// Takes the rows of one extract; `progress` is called with the bytes read so far, now and then.
    public mutating func add(
        _ bytes: UnsafeBufferPointer<UInt8>, progress: (Int) -> Void = { _ in }
    ) throws(PopulationIndexError) {
        var walker = RowWalker(bytes)
        let columns = try begin(&walker)
        try take(&walker, bytes, columns, progress: progress)
    }

    /// Reads the titles of a further extract.
    mutating func begin(_ walker: inout RowWalker) throws(PopulationIndexError) -> ResidentColumns {
        guard walker.next() else { throw .noResidents }
        guard extracts < Int(UInt16.max) else { throw .tooMany(what: "extracts", limit: Int(UInt16.max)) }
        extracts += 1
        return try ResidentColumns(header: walker.fields.indices.map { walker.text($0) })
    }

    /// Takes the rows that a walker comes to.
    mutating func take(
        _ walker: inout RowWalker, _ bytes: UnsafeBufferPointer<UInt8>, _ columns: ResidentColumns,
        progress: (Int) -> Void
    ) throws(PopulationIndexError) {
        var place: [Range<Int>] = Array(repeating: 0..<0, count: ResidentColumns.Column.allCases.count)
        while walker.next() {
            guard !walker.isBroken else {
                skip(walker.line, .quotes, extract: extracts)
                continue
            }
            guard walker.fields.count >= columns.fields.count else {
                skip(walker.line, .fields, extract: extracts)
                continue
            }
            for (index, column) in columns.fields.enumerated() {
                if let column { place[column.rawValue] = walker.fields[index] }
            }
            if let reason = try add(bytes, place, hasQuotes: walker.hasQuotes, line: walker.line) {
                skip(walker.line, reason, extract: extracts)
            }
            if residents.count & 0xFFFF == 0 { progress(walker.position) }
        }
    }

    private mutating func skip(_ line: Int, _ reason: SkippedRow.Reason, extract: Int) {
        if skipped.count < Self.mostSkipped {
            skipped.append(SkippedRow(line: line, reason: reason, extract: extract))
        } else {
            skippedUnlisted += 1
        }
    }

    /// Notes a row that turned out to be one too many while the file was made.
    mutating func noteDuplicate(_ record: ResidentRecord) { skip(record.line, .duplicate, extract: record.extract) }

    private mutating func add(
        _ bytes: UnsafeBufferPointer<UInt8>, _ place: [Range<Int>], hasQuotes: Bool, line: Int
    ) throws(PopulationIndexError) -> SkippedRow.Reason? {
        let row: ExtractRow
        do throws(SkippedRow.Reason) { row = try ExtractRow(bytes, place, &labels) } catch { return error }
        try add(row, hasQuotes: hasQuotes, line: line)
        guard details != nil else { return nil }
        let preference = RowPreference.of(day: row.day, isOdd: row.isOdd)
        let isKept = try details?.add(
            nik: row.nik, preference: preference, bytes, place, hasQuotes: hasQuotes)
        return isKept ?? true ? nil : .detail
    }

    /// Takes a resident who was read elsewhere.
    mutating func add(_ resident: ExtractedResident) throws(PopulationIndexError) {
        var failure: PopulationIndexError?
        resident.withRow { row in
            do throws(PopulationIndexError) { try add(row, hasQuotes: false, line: 0) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    private mutating func add(_ row: ExtractRow, hasQuotes: Bool, line: Int) throws(PopulationIndexError) {
        guard residents.count < Int(UInt32.max) - 1 else {
            throw .tooMany(what: "residents", limit: Int(UInt32.max) - 1)
        }
        guard tokens.hasRoom(row.name.count + row.father.count), places.hasRoom(row.place.count),
            places.count < 1 << 28
        else { throw .tooMany(what: "different words of names or places", limit: 1 << 28) }
        let own = addNames(row.name, row.father, halving: hasQuotes)
        let nik = row.nik
        usedRegions[row.region] = true
        usedRegions[Int(nik / 10_000_000_000)] = true
        let isOdd = row.isOdd
        let key =
            isOdd
            ? ResidentKey(day: row.day, oddNumber: nik)
            : ResidentKey(
                day: row.day, region: Int(nik / 10_000_000_000), serial: Int(nik % 10_000), isFemale: row.isFemale)
        let placeNumber = UInt32(places.intern(row.place))
        let counts = UInt8(own | (scratch.count - own) << 4)
        try residents.add(key) { payload in
            ResidentRecord.append(
                to: &payload, card: row.card, relation: row.relation, isFemale: row.isFemale, place: placeNumber,
                region: UInt32(row.region), line: UInt32(clamping: line), extract: UInt16(extracts),
                oddNIK: isOdd ? nik : nil, counts: counts, tokens: scratch)
        }
    }

    /// The most tokens of a name.
    static let mostTokens = 15

    /// Reads the tokens of both names; gives how many are the resident's own.
    private mutating func addNames(
        _ name: UnsafeBufferPointer<UInt8>, _ father: UnsafeBufferPointer<UInt8>, halving: Bool
    ) -> Int {
        scratch.removeAll(keepingCapacity: true)
        let own = addTokens(name, halving: halving)
        for number in scratch {
            let token = Int(number)
            if token >= tokenUses.count {
                tokenUses.append(contentsOf: repeatElement(0, count: token + 1 - tokenUses.count))
            }
            tokenUses[token] &+= 1
        }
        _ = addTokens(father, halving: halving)
        return own
    }

    /// Cuts a name at single blanks; what is behind the fourteenth stays one token with its blanks.
    private mutating func addTokens(_ text: UnsafeBufferPointer<UInt8>, halving: Bool) -> Int {
        if halving, text.contains(0x22) {
            let halved = Array(String(decoding: text, as: UTF8.self).replacing("\"\"", with: "\"").utf8)
            return halved.withUnsafeBufferPointer { addTokens($0, halving: false) }
        }
        guard !text.isEmpty else { return 0 }
        var count = 0
        var start = 0
        for at in 0...text.count where at == text.count || text[at] == 0x20 && count < Self.mostTokens - 1 {
            let token = tokens.intern(UnsafeBufferPointer(rebasing: text[start..<at]))
            scratch.append(UInt32(token))
            count += 1
            start = at + 1
        }
        return count
    }
}
