// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Population

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

    /// Whether a number read from a file is one of sixteen digits that is a NIK.
    static func isPossibleNIK(_ value: UInt64) -> Bool { value < 10_000_000_000_000_000 && isNIK(value) }

    static func date(_ text: UnsafeBufferPointer<UInt8>) -> CivilDate? {
        guard text.count == 10, text[4] == 0x2D, text[7] == 0x2D,
            let year = number(UnsafeBufferPointer(rebasing: text[0..<4]), count: 4),
            let month = number(UnsafeBufferPointer(rebasing: text[5..<7]), count: 2),
            let day = number(UnsafeBufferPointer(rebasing: text[8..<10]), count: 2)
        else { return nil }
        return CivilDate(year: Int(year), month: Int(month), day: Int(day))
    }

    /// A date in days from ``IndexLayout/firstDay``, if residents may be born on it.
    static func day(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let date = date(text) else { return nil }
        let day = date.daysSinceEpoch - IndexLayout.firstDay
        return (0..<IndexLayout.dayCount).contains(day) ? day : nil
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
