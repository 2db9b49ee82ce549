// SPDX-License-Identifier: Apache-2.0

import Crypto
public import Mandate

/// A vault whose keys lie in one file, `vault.keys`, in a folder that only its owner may enter.
///
/// Whoever holds the data folder without this file holds nothing readable; whoever loses the file has lost the data.
public struct FileKeyVault: KeyVault {
    private let ring: KeyRing

    /// The key file inside the folder.
    public static let fileName = "vault.keys"
    /// The public half of the audit key, one line, to be kept where checkpoints are verified.
    public static let auditKeyFileName = "audit.pub"
    private static let limitBytes = 64 * 1024

    /// Opens the vault in a folder, usually `keys/` of the data folder.
    ///
    /// - Throws: ``KeyVaultError/keysUnavailable(reason:)`` when the file is missing, damaged, of another owner, or when
    ///   group or others may read file or folder.
    public init(at folder: String) throws(KeyVaultError) {
        try GuardedFile.checkFolder(folder)
        ring = try KeyRing(
            fileBytes: GuardedFile.contents(of: "\(folder)/\(Self.fileName)", limitBytes: Self.limitBytes))
    }

    private init(ring: KeyRing) { self.ring = ring }

    /// Draws all keys and writes them, durably, into a new file with mode 0600; fails when the folder holds one.
    public static func create(at folder: String) throws(KeyVaultError) -> FileKeyVault {
        try GuardedFile.prepareFolder(folder)
        let vault = FileKeyVault(ring: .random())
        try GuardedFile.create("\(folder)/\(fileName)", vault.ring.fileBytes)
        let line = vault.auditSigner.publicKey.description + "\n"
        try GuardedFile.replace("\(folder)/\(auditKeyFileName)", Array(line.utf8))
        return vault
    }

    /// Adds a fresh wrapping key under which all new data keys are wrapped; what was wrapped before still opens.
    ///
    /// Processes that run on the folder keep the old key until they open the vault again.
    public static func renewWrappingKey(at folder: String) throws(KeyVaultError) -> FileKeyVault {
        guard let ring = try FileKeyVault(at: folder).ring.renewed() else {
            throw .keysUnavailable(reason: "all 255 wrapping keys are used; wrap the data keys anew")
        }
        try GuardedFile.replace("\(folder)/\(fileName)", ring.fileBytes)
        return FileKeyVault(ring: ring)
    }

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
