// SPDX-License-Identifier: Apache-2.0

import Crypto
public import Mandate

/// The secret in a session cookie: 256 random bits. It is stored nowhere; the store knows it by its blind token.
public struct SessionToken: Hashable, Sendable {
    let bytes: [UInt8]

    /// Draws a token; pass `SystemRandomNumberGenerator`, except in tests.
    public static func random(using generator: inout some RandomNumberGenerator) -> SessionToken {
        var bytes: [UInt8] = []
        for _ in 0..<4 { withUnsafeBytes(of: generator.next() as UInt64) { bytes.append(contentsOf: $0) } }
        return SessionToken(bytes: bytes)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// Parses a cookie's value, 64 lower-case hexadecimal digits; anything else gives nil.
    public init?(cookieValue: some StringProtocol) {
        guard let bytes = Hexadecimal.bytes(cookieValue, count: 32) else { return nil }
        self.bytes = bytes
    }

    /// What the cookie carries, 64 hexadecimal digits; never log it.
    public var cookieValue: String { Hexadecimal.text(bytes) }

    /// Under what the store keeps the session: a keyed hash, of no use to who reads the store.
    public func storedForm(using tokeniser: some Tokeniser) -> BlindToken { tokeniser.token(.session, bytes) }

    /// The token that each form of the session carries against forged requests: HMAC-SHA-256 under the session's secret.
    public var csrfToken: String { Hexadecimal.text(csrfCode) }

    /// Whether a form carried the session's token; takes the same time wherever the two differ.
    public func accepts(csrfToken text: some StringProtocol) -> Bool {
        guard let code = Hexadecimal.bytes(text, count: 32) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Self.csrfMessage, using: key)
    }

    private var key: SymmetricKey { SymmetricKey(data: bytes) }
    private var csrfCode: HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(for: Self.csrfMessage, using: key)
    }
    private static let csrfMessage = Array("cermat-csrf-1".utf8)
}

extension SessionToken: CustomStringConvertible, CustomDebugStringConvertible {
    /// Says that it is a secret, so that it cannot slip into a log.
    public var description: String { "SessionToken(secret)" }
    public var debugDescription: String { description }
}
