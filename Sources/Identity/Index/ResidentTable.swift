// SPDX-License-Identifier: Apache-2.0

/// The columns of a civil-registry extract (DESIGN section 6), found by the names in its first line.
struct ResidentColumns {
    enum Column: Int, CaseIterable {
        case nik, card, name, place, birth, sex, relation, mother, father, address, neighbourhood, community, region
        case village, postcode

        var title: String {
            switch self {
            case .nik: "NIK"
            case .card: "NO_KK"
            case .name: "NAMA_LGKP"
            case .place: "TMPT_LHR"
            case .birth: "TGL_LHR"
            case .sex: "JENIS_KLMIN"
            case .relation: "STAT_HBKEL"
            case .mother: "NAMA_LGKP_IBU"
            case .father: "NAMA_LGKP_AYAH"
            case .address: "ALAMAT"
            case .neighbourhood: "NO_RT"
            case .community: "NO_RW"
            case .region: "KODE_WILAYAH"
            case .village: "KEL_NAME"
            case .postcode: "KODE_POS"
            }
        }

        /// Whether an extract may do without.
        var isOptional: Bool { self == .village || self == .postcode }
    }

    /// The column of each field of a row, nil for columns that nobody asked for.
    let fields: [Column?]

    init(header: [String]) throws(PopulationIndexError) {
        let titles = header.map { $0.trimmed.uppercased() }
        fields = titles.map { title in Column.allCases.first { $0.title == title } }
        for column in Column.allCases where !column.isOptional && !fields.contains(column) {
            throw .missingColumn(column.title)
        }
    }
}

/// Walks over the records of a table of commas without making a value of any field.
struct RowWalker {
    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var position: Int
    private(set) var line = 0
    /// Start and end of each field of the current row, quotes left out.
    private(set) var fields: [Range<Int>] = []
    /// Whether a field of the current row holds doubled quotes.
    private(set) var hasQuotes = false
    /// Whether a quote of the current row is not closed; the row then ends with its first line.
    private(set) var isBroken = false
    /// Whether the bytes end with the end of the table; else a row without its end is left for the next piece.
    private let isFinal: Bool

    /// The most bytes of a row that is read as one where a quoted field has more than one line.
    static let mostRowBytes = 1 << 16

    /// Walks over a piece from inside a table, which begins with a row.
    init(piece bytes: UnsafeBufferPointer<UInt8>, linesBefore: Int, isFinal: Bool) {
        self.bytes = bytes
        self.isFinal = isFinal
        position = 0
        line = linesBefore
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        isFinal = true
        position = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    }

    /// Moves to the next row that is not blank; false at the end, and where the rest of a row is still to come.
    mutating func next() -> Bool {
        while position < bytes.count, bytes[position] == 0x0A || bytes[position] == 0x0D {
            if bytes[position] == 0x0A { line += 1 }
            position += 1
        }
        guard position < bytes.count else { return false }
        let begin = (position: position, line: line)
        line += 1
        var at = readFields()
        while at < bytes.count, bytes[at] != 0x0A { at += 1 }
        if !isFinal, at >= bytes.count, !isBroken || !bytes[begin.position...].contains(0x0A) {
            (position, line) = begin
            return false
        }
        if isBroken {
            line = begin.line + 1
            at = bytes[begin.position...].firstIndex(of: 0x0A) ?? bytes.count
        }
        position = min(at + 1, bytes.count)
        return true
    }

    /// Reads the fields of the row at ``position``; gives the place behind the last.
    private mutating func readFields() -> Int {
        fields.removeAll(keepingCapacity: true)
        hasQuotes = false
        isBroken = false
        let begin = position
        var start = position
        var at = position
        while true {
            if at < bytes.count, bytes[at] == 0x22, at == start {
                at = quoted(from: at + 1, before: begin + Self.mostRowBytes)
                start = at
                if !isBroken, at < bytes.count, bytes[at] == 0x2C {
                    at += 1
                    start = at
                    continue
                }
                return at
            }
            at = endOfField(from: at)
            var end = at
            if end > start, at >= bytes.count || bytes[at] == 0x0A, bytes[end - 1] == 0x0D { end -= 1 }
            fields.append(start..<end)
            guard at < bytes.count, bytes[at] == 0x2C, fields.count < 64 else { return at }
            at += 1
            start = at
        }
    }

    /// The place of the next comma or end of line.
    @inline(__always)
    private func endOfField(from start: Int) -> Int {
        var at = start
        let raw = UnsafeRawBufferPointer(bytes)
        let ones: UInt64 = 0x0101_0101_0101_0101
        // Eight bytes at a time: the lowest that is made zero is found without fail.
        while at + 8 <= raw.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            let comma = word ^ (0x2C &* ones)
            let line = word ^ (0x0A &* ones)
            let found = ((comma &- ones) & ~comma | (line &- ones) & ~line) & (ones << 7)
            if found != 0 { return at + found.trailingZeroBitCount / 8 }
            at += 8
        }
        while at < bytes.count, bytes[at] != 0x2C, bytes[at] != 0x0A { at += 1 }
        return at
    }

    /// Reads a quoted field from behind its quote; gives the place behind the closing one.
    private mutating func quoted(from start: Int, before limit: Int) -> Int {
        var at = start
        while at < bytes.count, at < limit {
            if bytes[at] == 0x22 {
                guard at + 1 < bytes.count, bytes[at + 1] == 0x22 else { break }
                hasQuotes = true
                at += 1
            } else if bytes[at] == 0x0A {
                line += 1
            }
            at += 1
        }
        at = min(at, bytes.count)
        isBroken = at >= limit || at >= bytes.count && isFinal
        fields.append(start..<at)
        return min(at + 1, bytes.count)
    }

    /// The text of a field, doubled quotes halved.
    func text(_ field: Int) -> String {
        guard field < fields.count else { return "" }
        let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[fields[field]]), as: UTF8.self)
        return hasQuotes ? text.replacing("\"\"", with: "\"") : text
    }
}

extension String {
    /// Without blanks at both ends.
    var trimmed: String {
        // Mostly there is nothing to take away, which the bytes tell.
        let isPlain = { (byte: UInt8) in byte > 0x20 && byte < 0x7F }
        if let first = utf8.first, let last = utf8.last, isPlain(first), isPlain(last) { return self }
        var view = Substring(self)
        while view.first?.isWhitespace == true { view.removeFirst() }
        while view.last?.isWhitespace == true { view.removeLast() }
        return String(view)
    }
}
