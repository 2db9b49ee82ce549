// SPDX-License-Identifier: Apache-2.0

/// The number of an Indonesian family card (nomor kartu keluarga): region 6, registration date 6, serial 4.
public struct FamilyCardNumber: Hashable, Sendable, CustomStringConvertible {
    /// The sixteen digits as a number.
    public let value: UInt64

    /// Parses sixteen ASCII digits; nil otherwise. No check digit exists.
    public init?(parsing text: some StringProtocol) {
        var value: UInt64 = 0
        var count = 0
        for byte in text.utf8 {
            guard byte >= 48, byte <= 57, count < 16 else { return nil }
            value = value * 10 + UInt64(byte - 48)
            count += 1
        }
        guard count == 16 else { return nil }
        self.value = value
    }

    public var description: String { padded(Int(value), 16) }
}

extension FamilyCardNumber: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let number = FamilyCardNumber(parsing: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a family card number")
        }
        self = number
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
