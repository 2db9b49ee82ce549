// SPDX-License-Identifier: Apache-2.0

/// What became of one resident on one day.
struct ResidentChange: Hashable, Sendable {
    enum Kind: UInt8, Sendable {
        case add = 1
        case change, remove

        init?(_ text: String) {
            switch text.uppercased() {
            case "ADD": self = .add
            case "CHANGE": self = .change
            case "REMOVE": self = .remove
            default: return nil
            }
        }
    }

    let kind: Kind
    let nik: UInt64
    /// Days since 1970.
    let date: Int32
    /// The resident from that day on; nil for who was removed.
    let resident: ExtractedResident?
    /// Mother's name and address from that day on, where the index has such details; for display.
    var details: ExtractedDetails?
}

/// Changes as bytes, one behind the other.
enum ChangeBytes {
    static func append(_ change: ResidentChange, to bytes: inout [UInt8]) {
        func append(_ value: some FixedWidthInteger) {
            withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
        }
        append(change.kind.rawValue | (change.details == nil ? 0 : detailsFlag))
        append(change.date)
        append(change.nik)
        guard let resident = change.resident else { return }
        append(resident.card)
        append(Int32(resident.day))
        append(UInt8(resident.isFemale ? 1 : 0))
        append(resident.relation)
        append(UInt32(resident.region))
        var texts = [resident.name, resident.father, resident.place]
        if let details = change.details { texts += DetailField.allCases.map { details[$0] } }
        for text in texts {
            append(UInt16(text.count))
            bytes.append(contentsOf: text)
        }
    }

    /// Set in the kind of a change that has details.
    private static let detailsFlag: UInt8 = 0x80

    /// Reads what ``append(_:to:)`` wrote; nil where the bytes say anything else.
    static func changes(_ bytes: UnsafeRawBufferPointer) -> [ResidentChange]? {
        var reader = Reader(bytes: bytes)
        var changes: [ResidentChange] = []
        while reader.at < bytes.count {
            guard let change = reader.change() else { return nil }
            changes.append(change)
        }
        return changes
    }

    private struct Reader {
        let bytes: UnsafeRawBufferPointer
        var at = 0

        mutating func number<Number: FixedWidthInteger>(_: Number.Type) -> Number? {
            let size = MemoryLayout<Number>.size
            guard bytes.count - at >= size else { return nil }
            defer { at += size }
            return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: Number.self))
        }

        mutating func text() -> [UInt8]? {
            guard let count = number(UInt16.self), bytes.count - at >= Int(count) else { return nil }
            defer { at += Int(count) }
            return Array(bytes[at..<at + Int(count)])
        }

        mutating func change() -> ResidentChange? {
            guard let code = number(UInt8.self), let kind = ResidentChange.Kind(rawValue: code & ~detailsFlag),
                let date = number(Int32.self), let nik = number(UInt64.self), Digits.isPossibleNIK(nik)
            else { return nil }
            let hasDetails = code & detailsFlag != 0
            if kind == .remove {
                return hasDetails ? nil : ResidentChange(kind: kind, nik: nik, date: date, resident: nil)
            }
            guard let card = number(UInt64.self), card < 10_000_000_000_000_000, let day = number(Int32.self),
                (0..<Int32(IndexLayout.dayCount)).contains(day), let sex = number(UInt8.self), sex <= 1,
                let relation = number(UInt8.self), relation < 16, let region = number(UInt32.self),
                region < 1_000_000,
                let name = text(), name.contains(where: { $0 > 0x20 }), let father = text(), let place = text()
            else { return nil }
            var details: ExtractedDetails?
            if hasDetails {
                var read = ExtractedDetails()
                for field in DetailField.allCases {
                    guard let text = text(), text.count <= DetailField.mostTextBytes else { return nil }
                    read[field] = text
                }
                details = read
            }
            return ResidentChange(
                kind: kind, nik: nik, date: date,
                resident: ExtractedResident(
                    nik: nik, card: card, day: Int(day), isFemale: sex == 1, relation: relation, region: Int(region),
                    name: name, father: father, place: place), details: details)
        }
    }
}
