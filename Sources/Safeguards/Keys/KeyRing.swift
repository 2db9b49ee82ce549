// SPDX-License-Identifier: Apache-2.0

import Civil
import Crypto
import Foundation
import Mandate

/// The secrets of one installation and what is done with them; where they are kept is the vaults' affair.
///
/// Data keys are drawn at random, one a record or message, and wrapped under the current wrapping key. No data key is
/// kept: each call unwraps and forgets. AES-256-GCM with random 96-bit nonces (NIST SP 800-38D, 8.2.2), which allows
/// 2^32 wraps under one wrapping key: renew it before (clause 8.3).
struct KeyRing: Sendable {
    /// Wrapping keys by number; old ones stay, to open what was wrapped under them.
    let wrapping: [UInt8: SymmetricKey]
    let current: UInt8
    let tokenKey: SymmetricKey
    let auditKey: Curve25519.Signing.PrivateKey

    /// HMAC with the key schedule done; copied for each token.
    private let tokenState: HMAC<SHA256>

    init(
        wrapping: [UInt8: SymmetricKey], current: UInt8, tokenKey: SymmetricKey,
        auditKey: Curve25519.Signing.PrivateKey
    ) {
        self.wrapping = wrapping
        self.current = current
        self.tokenKey = tokenKey
        self.auditKey = auditKey
        tokenState = HMAC<SHA256>(key: tokenKey)
    }

    /// Draws all keys afresh.
    static func random() -> KeyRing {
        KeyRing(
            wrapping: [1: SymmetricKey(size: .bits256)], current: 1, tokenKey: SymmetricKey(size: .bits256),
            auditKey: Curve25519.Signing.PrivateKey())
    }

    /// The same keys with a fresh wrapping key for new data; nil when all 255 numbers are used.
    func renewed() -> KeyRing? {
        guard let last = wrapping.keys.max(), last < .max else { return nil }
        var keys = wrapping
        keys[last + 1] = SymmetricKey(size: .bits256)
        return KeyRing(wrapping: keys, current: last + 1, tokenKey: tokenKey, auditKey: auditKey)
    }

    // MARK: Data keys

    /// Version of the wrapping key (1), nonce (12), encrypted data key (32), tag (16).
    static let wrappedByteCount = 1 + 12 + 32 + 16

    func makeKey(_ retention: RetentionClass) throws(KeyVaultError) -> WrappedKey {
        guard let wrappingKey = wrapping[current] else { throw .keysUnavailable(reason: "no wrapping key \(current)") }
        var generator = SystemRandomNumberGenerator()
        let id = RecordID<WrappedKey>.random(using: &generator)
        let dataKey = SymmetricKey(size: .bits256)
        let context = Self.wrapContext(id, retention)
        let box: Data?
        do {
            box = try dataKey.withUnsafeBytes { plain in
                try AES.GCM.seal(plain, using: wrappingKey, authenticating: context).combined
            }
        } catch {
            throw .keysUnavailable(reason: "the data key could not be wrapped")
        }
        guard let box else { throw .keysUnavailable(reason: "the data key could not be wrapped") }
        return WrappedKey(id: id, retention: retention, bytes: [current] + box)
    }

    func seal(_ plain: [UInt8], with key: WrappedKey, context: SealContext) throws(KeyVaultError) -> [UInt8] {
        let dataKey = try unwrap(key)
        guard
            let box = try? AES.GCM.seal(plain, using: dataKey, authenticating: Self.associatedBytes(context)).combined
        else { throw .keysUnavailable(reason: "the record could not be encrypted") }
        return [UInt8](box)
    }

    func open(_ sealed: [UInt8], with key: WrappedKey, context: SealContext) throws(KeyVaultError) -> [UInt8] {
        let dataKey = try unwrap(key)
        // The reason is not kept: a decryption that says why helps only an attacker.
        guard sealed.count >= 28, let box = try? AES.GCM.SealedBox(combined: sealed),
            let plain = try? AES.GCM.open(box, using: dataKey, authenticating: Self.associatedBytes(context))
        else { throw .notAuthentic }
        return [UInt8](plain)
    }

    private func unwrap(_ key: WrappedKey) throws(KeyVaultError) -> SymmetricKey {
        guard key.bytes.count == Self.wrappedByteCount, let wrappingKey = wrapping[key.bytes[0]],
            let box = try? AES.GCM.SealedBox(combined: key.bytes[1...]),
            let plain = try? AES.GCM.open(
                box, using: wrappingKey, authenticating: Self.wrapContext(key.id, key.retention))
        else { throw .notAuthentic }
        return SymmetricKey(data: plain)
    }

    // MARK: Tokens

    func token(_ domain: TokenDomain, _ value: [UInt8]) -> BlindToken {
        // Domain words hold no zero byte, so domain and value cannot run into one another.
        var message: [UInt8] = []
        let word = domain.rawValue.utf8
        message.reserveCapacity(word.count + 1 + value.count)
        message.append(contentsOf: word)
        message.append(0)
        message.append(contentsOf: value)
        var state = tokenState
        state.update(data: message)
        return state.finalize().withUnsafeBytes { code in
            BlindToken(
                high: UInt64(bigEndian: code.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
                low: UInt64(bigEndian: code.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
        }
    }

    // MARK: What is authenticated and not stored

    private static func wrapContext(_ id: RecordID<WrappedKey>, _ retention: RetentionClass) -> [UInt8] {
        var bytes = Array("cermat-data-key-1\0".utf8)
        withUnsafeBytes(of: id.high.bigEndian) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: id.low.bigEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: retention.rawValue.utf8)
        return bytes
    }

    /// Table and record, each after its length, so that no two contexts give the same bytes.
    private static func associatedBytes(_ context: SealContext) -> [UInt8] {
        let table = context.table.utf8
        var bytes: [UInt8] = []
        bytes.reserveCapacity(8 + table.count + context.record.count)
        withUnsafeBytes(of: UInt32(table.count).bigEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: table)
        withUnsafeBytes(of: UInt32(context.record.count).bigEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: context.record)
        return bytes
    }
}
