// SPDX-License-Identifier: Apache-2.0

import Crypto
public import Mandate

/// A vault whose keys live in memory only: for tests and benchmarks. What it sealed dies with the process.
public struct EphemeralKeyVault: KeyVault {
    private let ring = KeyRing.random()

    /// Draws all keys.
    public init() {}

    /// Signs checkpoints of the audit chain.
    public var auditSigner: AuditSigner { AuditSigner(key: ring.auditKey) }

    public func makeKey(_ retention: RetentionClass) throws(KeyVaultError) -> WrappedKey { try ring.makeKey(retention) }

    public func seal(_ plain: [UInt8], with key: WrappedKey, context: SealContext) throws(KeyVaultError) -> [UInt8] {
        try ring.seal(plain, with: key, context: context)
    }

    public func open(_ sealed: [UInt8], with key: WrappedKey, context: SealContext) throws(KeyVaultError) -> [UInt8] {
        try ring.open(sealed, with: key, context: context)
    }

    public func token(_ domain: TokenDomain, _ value: [UInt8]) -> BlindToken { ring.token(domain, value) }
}
