// SPDX-License-Identifier: Apache-2.0

/// The reason why sixteen digits are no NIK.
public enum NIKError: Error, Equatable {
    case notSixteenDigits
    case impossibleDay
    case impossibleMonth
    case zeroSerial
}

/// An Indonesian national identity number (nomor induk kependudukan): region, birth date, serial.
///
/// Only hard errors are refused. A region, date or sex that disagrees with the person's present data is lawful: the
/// number does not change when a person moves or a date is corrected (PP 40/2019, art. 30(2)).
public struct NIK: Hashable, Sendable {
    /// The sixteen digits as a number.
    public let value: UInt64

    /// Parses sixteen ASCII digits: region 6, date 6 (day + 40 for women), serial 4 (PP 37/2007, art. 37).
    public init(parsing text: some StringProtocol) throws(NIKError) {
        var value: UInt64 = 0
        var count = 0
        for byte in text.utf8 {
            guard byte >= 48, byte <= 57, count < 16 else { throw .notSixteenDigits }
            value = value * 10 + UInt64(byte - 48)
            count += 1
        }
        guard count == 16 else { throw .notSixteenDigits }
        let day = Int(value / 100_000_000 % 100)
        guard (1...31).contains(day) || (41...71).contains(day) else { throw .impossibleDay }
        guard (1...12).contains(Int(value / 1_000_000 % 100)) else { throw .impossibleMonth }
        guard value % 10_000 != 0 else { throw .zeroSerial }
        self.value = value
    }

    /// The region of first registration, six digits: province, regency, district.
    public var region: Int { Int(value / 10_000_000_000) }
    /// The sex that the day's offset encodes.
    public var sex: Sex { Int(value / 100_000_000 % 100) > 40 ? .female : .male }

    /// The birth date, its two-digit year taken as the latest that is not after `today`; nil for days that no calendar has.
    public func birthDate(asOf today: CivilDate) -> CivilDate? {
        let day = Int(value / 100_000_000 % 100) % 40
        let month = Int(value / 1_000_000 % 100)
        let short = Int(value / 10_000 % 100)
        let century = today.year / 100 * 100
        let candidate = CivilDate(year: century + short, month: month, day: day)
        if let candidate, candidate <= today { return candidate }
        return CivilDate(year: century - 100 + short, month: month, day: day)
    }
}

extension NIK: CustomStringConvertible {
    /// The sixteen digits.
    public var description: String { padded(Int(value), 16) }

    /// The number with all but its region and last four digits hidden, as shown to those not entitled to it.
    public var masked: String {
        let digits = description
        return digits.prefix(4) + "••••••••" + digits.suffix(4)
    }
}

extension NIK: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        do { try self.init(parsing: text) } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a NIK: \(error)")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
