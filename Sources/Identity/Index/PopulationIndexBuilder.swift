// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Population

/// Gathers residents from an extract and writes them as a population index.
///
/// Everything is held in memory until the file is written: about 100 bytes a resident.
public struct PopulationIndexBuilder {
    /// A resident as gathered, names as numbers of tokens.
    struct Gathered {
        var nik: UInt64
        var card: UInt64
        /// Days from ``IndexLayout/firstDay``.
        var day: UInt32
        var place: UInt32
        var region: UInt32
        var relation: UInt8
        var isFemale: Bool
        /// Tokens of the name, then of the father's.
        var nameCount: UInt8
        var fatherCount: UInt8
        var firstToken: Int
        var line: UInt32
    }

    var rows: [Gathered] = []
    /// Tokens of all names, one after the other.
    var tokenStream: [UInt32] = []
    var tokens = ByteInterner(capacity: 1 << 16)
    var places = ByteInterner(capacity: 1 << 12)
    /// How many residents' own names hold each token.
    var tokenUses: [UInt32] = []
    public private(set) var skipped: [SkippedRow] = []
    /// Rows skipped beyond those listed.
    public private(set) var skippedUnlisted = 0
    /// The most skipped rows that are listed.
    public static let mostSkipped = 100_000

    public init() {}

    /// The number of residents gathered.
    public var count: Int { rows.count }

    /// Takes the rows of one extract; `progress` is called with the bytes read so far, now and then.
    public mutating func add(
        _ bytes: UnsafeBufferPointer<UInt8>, progress: (Int) -> Void = { _ in }
    ) throws(PopulationIndexError) {
        var walker = RowWalker(bytes)
        guard walker.next() else { throw .noResidents }
        let columns = try ResidentColumns(header: walker.fields.indices.map { walker.text($0) })
        var place: [Range<Int>] = Array(repeating: 0..<0, count: ResidentColumns.Column.allCases.count)
        while walker.next() {
            guard walker.fields.count >= columns.fields.count else {
                skip(walker.line, .fields)
                continue
            }
            for (index, column) in columns.fields.enumerated() {
                if let column { place[column.rawValue] = walker.fields[index] }
            }
            if let reason = add(bytes, place, hasQuotes: walker.hasQuotes, line: walker.line) {
                skip(walker.line, reason)
            }
            if rows.count & 0xFFFF == 0 { progress(walker.position) }
        }
    }

    private mutating func skip(_ line: Int, _ reason: SkippedRow.Reason) {
        if skipped.count < Self.mostSkipped {
            skipped.append(SkippedRow(line: line, reason: reason))
        } else {
            skippedUnlisted += 1
        }
    }

    /// Notes a row that turned out to be one too many while the file was made.
    mutating func noteDuplicate(line: UInt32) { skip(Int(line), .duplicate) }

    private mutating func add(
        _ bytes: UnsafeBufferPointer<UInt8>, _ place: [Range<Int>], hasQuotes: Bool, line: Int
    ) -> SkippedRow.Reason? {
        typealias Column = ResidentColumns.Column
        func field(_ column: Column) -> UnsafeBufferPointer<UInt8> {
            UnsafeBufferPointer(rebasing: bytes[place[column.rawValue]])
        }
        guard let nik = Digits.number(field(.nik), count: 16), Digits.isNIK(nik) else { return .nik }
        guard let card = Digits.number(field(.card), count: 16) else { return .familyCard }
        guard let date = Digits.date(field(.birth)), let day = Optional(date.daysSinceEpoch - IndexLayout.firstDay),
            (0..<IndexLayout.dayCount).contains(day)
        else { return .birthDate }
        guard let isFemale = Digits.isFemale(field(.sex)) else { return .sex }
        guard let relation = Digits.relation(field(.relation)) else { return .relation }
        guard let region = Digits.region(field(.region)) else { return .region }
        let name = field(.name)
        guard name.contains(where: { $0 > 0x20 }) else { return .name }
        let first = tokenStream.count
        let own = addTokens(name, halving: hasQuotes)
        for index in first..<tokenStream.count {
            let token = Int(tokenStream[index])
            if token >= tokenUses.count {
                tokenUses.append(contentsOf: repeatElement(0, count: token + 1 - tokenUses.count))
            }
            tokenUses[token] += 1
        }
        let father = addTokens(field(.father), halving: hasQuotes)
        rows.append(
            Gathered(
                nik: nik, card: card, day: UInt32(day), place: UInt32(places.intern(field(.place))),
                region: UInt32(region), relation: relation, isFemale: isFemale, nameCount: UInt8(own),
                fatherCount: UInt8(father), firstToken: first, line: UInt32(truncatingIfNeeded: line)))
        return nil
    }

    /// The most tokens of a name.
    static let mostTokens = 15

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
            tokenStream.append(UInt32(token))
            count += 1
            start = at + 1
        }
        return count
    }
}

/// Reads the fields of an extract where they lie.
enum Digits {
    static func number(_ text: UnsafeBufferPointer<UInt8>, count: Int) -> UInt64? {
        guard text.count == count else { return nil }
        var value: UInt64 = 0
        for byte in text {
            let digit = byte &- 48
            guard digit <= 9 else { return nil }
            value = value * 10 + UInt64(digit)
        }
        return value
    }

    /// The hard errors of ``NIK/init(parsing:)`` alone.
    static func isNIK(_ value: UInt64) -> Bool {
        let day = value / 100_000_000 % 100
        let month = value / 1_000_000 % 100
        return (1...31).contains(day > 40 ? day - 40 : day) && (1...12).contains(month) && value % 10_000 != 0
    }

    static func date(_ text: UnsafeBufferPointer<UInt8>) -> CivilDate? {
        guard text.count == 10, text[4] == 0x2D, text[7] == 0x2D,
            let year = number(UnsafeBufferPointer(rebasing: text[0..<4]), count: 4),
            let month = number(UnsafeBufferPointer(rebasing: text[5..<7]), count: 2),
            let day = number(UnsafeBufferPointer(rebasing: text[8..<10]), count: 2)
        else { return nil }
        return CivilDate(year: Int(year), month: Int(month), day: Int(day))
    }

    static func isFemale(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
        switch String(decoding: text.prefix(16), as: UTF8.self).uppercased() {
        case "LAKI-LAKI", "LAKI LAKI", "LAKI", "L", "1", "M": false
        case "PEREMPUAN", "P", "2", "F": true
        default: nil
        }
    }

    static func relation(_ text: UnsafeBufferPointer<UInt8>) -> UInt8? {
        Relation(parsing: String(decoding: text.prefix(24), as: UTF8.self)).map { UInt8($0.rawValue) }
    }

    static func region(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        var value = 0
        var digits = 0
        for byte in text where byte != 0x2E {
            guard byte &- 48 <= 9, digits < 6 else { return nil }
            value = value * 10 + Int(byte - 48)
            digits += 1
        }
        return digits == 6 ? value : nil
    }
}
