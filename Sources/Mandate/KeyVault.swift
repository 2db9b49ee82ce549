// SPDX-License-Identifier: Apache-2.0

public import Civil

/// A keyed hash of a value, equal for equal values of one domain and telling nothing without the key (a blind index).
public struct BlindToken: Hashable, Sendable, Comparable {
    public let high: UInt64
    public let low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Sixteen bytes, big-endian.
    public var bytes: [UInt8] { RecordID<BlindToken>(high: high, low: low).bytes }

    public static func < (a: BlindToken, b: BlindToken) -> Bool { a.high == b.high ? a.low < b.low : a.high < b.high }
}

extension BlindToken: CustomStringConvertible {
    /// Thirty-two hexadecimal digits.
    public var description: String { RecordID<BlindToken>(high: high, low: low).description }

    /// Parses thirty-two hexadecimal digits; anything else gives nil.
    public init?(_ text: some StringProtocol) {
        guard let id = RecordID<BlindToken>(text) else { return nil }
        self.init(high: id.high, low: id.low)
    }

    /// The first sixteen bytes; nil when there are fewer.
    public init?(bytes: some Collection<UInt8>) {
        guard let id = RecordID<BlindToken>(bytes: bytes) else { return nil }
        self.init(high: id.high, low: id.low)
    }
}

extension BlindToken: Codable {
    public init(from decoder: any Decoder) throws {
        let id = try RecordID<BlindToken>(from: decoder)
        self.init(high: id.high, low: id.low)
    }

    public func encode(to encoder: any Encoder) throws {
        try RecordID<BlindToken>(high: high, low: low).encode(to: encoder)
    }
}

/// What a token stands for; tokens of different domains never compare equal.
public enum TokenDomain: String, Hashable, Sendable, CaseIterable {
    /// A received message's bytes: its identity, and how repeats are known.
    case message
    case voyage
    case traveller
    case person
    case booking
    case document
    /// A folded name with a birth date.
    case nameAndBirth = "name-and-birth"
    /// A folded name alone.
    case name
    case contact
    case card
    case loyalty
    case reference
    case nik
    case familyCard = "family-card"
    case watchlistEntry = "watchlist-entry"
    case hit
    /// The facts on which a judgement rested.
    case facts
    case session
    case login
    /// A picture enrolled for an entry: how the same one is known again.
    case face
    /// Whose photograph a verification gallery holds; equal to no other token of the same number.
    case faceHolder = "face-holder"
}

/// Makes blind tokens under a secret key.
public protocol Tokeniser: Sendable {
    /// HMAC-SHA-256 of domain and value, truncated to 128 bits.
    func token(_ domain: TokenDomain, _ value: [UInt8]) -> BlindToken
}

extension Tokeniser {
    /// The token of a text's UTF-8 bytes.
    public func token(_ domain: TokenDomain, _ text: String) -> BlindToken { token(domain, Array(text.utf8)) }

    /// The token of several texts, each ended by a zero byte so that no two lists collide.
    public func token(_ domain: TokenDomain, parts: [String]) -> BlindToken {
        var bytes: [UInt8] = []
        for part in parts {
            bytes.append(contentsOf: part.utf8)
            bytes.append(0)
        }
        return token(domain, bytes)
    }
}

/// A data key, encrypted under the vault's key. Who destroys every copy of this value destroys what was sealed with it.
public struct WrappedKey: Hashable, Sendable {
    public let id: RecordID<WrappedKey>
    public let retention: RetentionClass
    /// Nonce, ciphertext and tag of the data key.
    public let bytes: [UInt8]

    public init(id: RecordID<WrappedKey>, retention: RetentionClass, bytes: [UInt8]) {
        self.id = id
        self.retention = retention
        self.bytes = bytes
    }
}

/// What ties a sealed value to its place, so that it cannot be moved to another (authenticated, not stored).
public struct SealContext: Hashable, Sendable {
    public let table: String
    public let record: [UInt8]

    public init(table: String, record: [UInt8]) {
        self.table = table
        self.record = record
    }
}

/// Why a vault did not answer.
public enum KeyVaultError: Error, Equatable {
    /// The key file is missing, unreadable, readable by others, or of another version.
    case keysUnavailable(reason: String)
    /// The sealed bytes were changed, moved, or sealed under a destroyed key.
    case notAuthentic
}

/// Seals and opens records under keys that can be destroyed one by one (envelope encryption), and makes blind tokens.
public protocol KeyVault: Tokeniser {
    /// Draws a fresh data key and wraps it.
    func makeKey(_ retention: RetentionClass) throws(KeyVaultError) -> WrappedKey
    /// Encrypts and authenticates: nonce, ciphertext and tag in one.
    func seal(_ plain: [UInt8], with key: WrappedKey, context: SealContext) throws(KeyVaultError) -> [UInt8]
    /// The inverse of ``seal(_:with:context:)``.
    func open(_ sealed: [UInt8], with key: WrappedKey, context: SealContext) throws(KeyVaultError) -> [UInt8]
}
