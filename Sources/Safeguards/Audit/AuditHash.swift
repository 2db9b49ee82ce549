// SPDX-License-Identifier: Apache-2.0

import Crypto

/// A SHA-256 value (FIPS 180-4).
public struct AuditHash: Hashable, Sendable, CustomStringConvertible {
    /// Thirty-two bytes.
    public let bytes: [UInt8]

    /// Exactly thirty-two bytes; anything else gives nil.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        self.bytes = Array(bytes)
    }

    /// Sixty-four lower-case hexadecimal digits; anything else gives nil.
    public init?(_ text: some StringProtocol) {
        guard let bytes = Hexadecimal.bytes(text, count: 32) else { return nil }
        self.bytes = bytes
    }

    /// The hash of some bytes.
    init(of message: [UInt8]) { bytes = Array(SHA256.hash(data: message)) }

    /// Sixty-four lower-case hexadecimal digits.
    public var description: String { Hexadecimal.text(bytes) }
}
