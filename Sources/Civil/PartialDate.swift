// SPDX-License-Identifier: Apache-2.0

/// A date of which the day, or month and day, may be unknown, as in `1985` or `1985-04`.
///
/// ICAO Doc 9303 part 3 (4.8) allows unknown parts in machine readable zones; registries know years only.
public struct PartialDate: Hashable, Sendable, Comparable {
    /// Packed like ``CivilDate`` with zero for an unknown part.
    public let packed: Int32

    /// A full date.
    @inlinable
    public init(_ date: CivilDate) { packed = date.packed }

    /// Makes a date from its known parts, or nil where they make none. A day needs a month.
    @inlinable
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard year >= 1, year <= 9999 else { return nil }
        guard let month else {
            guard day == nil else { return nil }
            packed = Int32(truncatingIfNeeded: year * 512)
            return
        }
        if let day {
            guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
            packed = date.packed
        } else {
            guard month >= 1, month <= 12 else { return nil }
            packed = Int32(truncatingIfNeeded: year * 512 + month * 32)
        }
    }

    @inlinable public var year: Int { Int(packed) / 512 }
    /// The month, or nil when unknown.
    @inlinable public var month: Int? { let m = Int(packed) / 32 % 16; return m == 0 ? nil : m }
    /// The day, or nil when unknown.
    @inlinable public var day: Int? { let d = Int(packed) % 32; return d == 0 ? nil : d }
    /// The full date when every part is known.
    @inlinable
    public var date: CivilDate? {
        guard let month, let day else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    @inlinable
    public static func < (a: PartialDate, b: PartialDate) -> Bool { a.packed < b.packed }

    /// Whether both may be the same day: every part known to both is equal.
    public func agrees(with other: PartialDate) -> Bool {
        guard year == other.year else { return false }
        if let a = month, let b = other.month, a != b { return false }
        if let a = day, let b = other.day, a != b { return false }
        return true
    }
}

extension PartialDate: CustomStringConvertible {
    /// ISO 8601 with the unknown parts left out: `1985`, `1985-04`, `1985-04-12`.
    public var description: String {
        var text = padded(year, 4)
        if let month { text += "-" + padded(month, 2) }
        if let day { text += "-" + padded(day, 2) }
        return text
    }

    /// Parses `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; anything else gives nil.
    public init?(iso text: some StringProtocol) {
        var parts: InlineArray<3, Int> = [0, 0, 0]
        var part = 0
        var digits = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "-") {
                guard part < 2, digits == (part == 0 ? 4 : 2) else { return nil }
                part += 1
                digits = 0
            } else {
                guard byte >= 48, byte <= 57, digits < 4 else { return nil }
                parts[part] = parts[part] * 10 + Int(byte - 48)
                digits += 1
            }
        }
        guard digits == (part == 0 ? 4 : 2) else { return nil }
        self.init(year: parts[0], month: part > 0 ? parts[1] : nil, day: part > 1 ? parts[2] : nil)
    }
}

extension PartialDate: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = PartialDate(iso: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a partial date")
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
