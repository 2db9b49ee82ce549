// SPDX-License-Identifier: Apache-2.0

/// The six digits of a district: province, regency or city, district (Kepmendagri on region codes).
public struct RegionCode: Hashable, Sendable, Comparable {
    /// The digits as a number, 0...999999.
    public let value: Int32

    /// Makes a code from its number; nil outside 0...999999.
    public init?(value: Int) {
        guard (0...999_999).contains(value) else { return nil }
        self.value = Int32(value)
    }

    /// Parses `31.74.01` or `317401`; anything else gives nil.
    public init?(parsing text: some StringProtocol) {
        var value = 0
        var digits = 0
        var position = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "."), position == 2 || position == 5 {
                position += 1
                continue
            }
            guard byte >= 48, byte <= 57, digits < 6 else { return nil }
            value = value * 10 + Int(byte - 48)
            digits += 1
            position += 1
        }
        guard digits == 6, position == 6 || position == 8 else { return nil }
        self.value = Int32(value)
    }

    /// The province, 0...99.
    public var province: Int { Int(value) / 10_000 }
    /// The regency or city within its province, 0...99.
    public var regency: Int { Int(value) / 100 % 100 }
    /// The district within its regency, 0...99.
    public var district: Int { Int(value) % 100 }

    public static func < (a: RegionCode, b: RegionCode) -> Bool { a.value < b.value }
}

extension RegionCode: CustomStringConvertible {
    /// The dotted form, `31.74.01`.
    public var description: String {
        [province, regency, district].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ".")
    }
}
