// SPDX-License-Identifier: Apache-2.0

import Crypto

/// The public half of a node's audit key: 32 bytes, written as 64 hexadecimal digits.
public struct AuditPublicKey: Hashable, Sendable, CustomStringConvertible {
    let bytes: [UInt8]

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Sixty-four lower-case hexadecimal digits; anything else gives nil.
    public init?(_ text: some StringProtocol) {
        guard let bytes = Hexadecimal.bytes(text, count: 32) else { return nil }
        self.bytes = bytes
    }

    /// Whether the holder of the key signed the bytes (RFC 8032).
    func isSignature(_ signature: [UInt8], of signed: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else { return false }
        return key.isValidSignature(signature, for: signed)
    }

    public var description: String { Hexadecimal.text(bytes) }
}
