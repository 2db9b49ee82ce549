// SPDX-License-Identifier: Apache-2.0

internal import Crypto

/// A secret that a machine shows with each request: 256 random bits, shown once to whoever sets it up and kept nowhere.
public struct BearerSecret: Sendable {
    /// 64 hexadecimal digits; never log it.
    public let text: String

    /// Draws a secret; pass `SystemRandomNumberGenerator`, except in tests.
    public static func random(using generator: inout some RandomNumberGenerator) -> BearerSecret {
        BearerSecret(text: SessionToken.random(using: &generator).cookieValue)
    }

    /// What is kept of it.
    public var digest: BearerDigest { BearerDigest(of: text) }
}

extension BearerSecret: CustomStringConvertible, CustomDebugStringConvertible {
    /// Says that it is a secret, so that it cannot slip into a log.
    public var description: String { "BearerSecret(secret)" }
    public var debugDescription: String { description }
}

/// The SHA-256 of a bearer secret: enough to know the secret again, of no use to whoever reads it.
public struct BearerDigest: Hashable, Sendable, Codable {
    /// 32 bytes.
    public let bytes: [UInt8]

    public init(of secret: some StringProtocol) { bytes = Array(SHA256.hash(data: Array(secret.utf8))) }

    /// Whether it is the same; takes the same time wherever the two differ.
    public func matches(_ other: BearerDigest) -> Bool { matches(other.bytes) }

    /// The same with bytes as a configuration has them.
    public func matches(_ other: [UInt8]) -> Bool {
        var difference: UInt8 = bytes.count == other.count ? 0 : 1
        for (a, b) in zip(bytes, other) { difference |= a ^ b }
        return difference == 0
    }
}
