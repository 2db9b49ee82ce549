// SPDX-License-Identifier: Apache-2.0

import Crypto
public import Mandate

/// A vault whose keys lie in one file, `vault.keys`, in a folder that only its owner may enter.
///
/// Whoever holds the data folder without this file holds nothing readable; whoever loses the file has lost the data.
public struct FileKeyVault: KeyVault {
    /// As it was when the vault was opened: for tokens and signatures, whose keys never change.
    private let ring: KeyRing
    private let held: HeldRing

    /// The key file inside the folder.
    public static let fileName = "vault.keys"
    /// The public half of the audit key, one line, to be kept where checkpoints are verified.
    public static let auditKeyFileName = "audit.pub"
    static let limitBytes = 64 * 1024

    /// Opens the vault in a folder, usually `keys/` of the data folder.
    ///
    /// - Throws: ``KeyVaultError/keysUnavailable(reason:)`` when the file is missing, damaged, of another owner, or when
    ///   group or others may read file or folder.
    public init(at folder: String) throws(KeyVaultError) {
        try GuardedFile.checkFolder(folder)
        let path = "\(folder)/\(Self.fileName)"
        self.init(ring: try KeyRing(fileBytes: GuardedFile.contents(of: path, limitBytes: Self.limitBytes)), path: path)
    }

    private init(ring: KeyRing, path: String) {
        self.ring = ring
        held = HeldRing(ring, path: path)
    }

    /// Draws all keys and writes them, durably, into a new file with mode 0600; fails when the folder holds one.
    public static func create(at folder: String) throws(KeyVaultError) -> FileKeyVault {
        try GuardedFile.prepareFolder(folder)
        let ring = KeyRing.random()
        try GuardedFile.create("\(folder)/\(fileName)", ring.fileBytes)
        let vault = FileKeyVault(ring: ring, path: "\(folder)/\(fileName)")
        let line = vault.auditSigner.publicKey.description + "\n"
        try GuardedFile.replace("\(folder)/\(auditKeyFileName)", Array(line.utf8))
        return vault
    }

    /// Adds a fresh wrapping key under which all new data keys are wrapped; what was wrapped before still opens.
    ///
    /// Processes that run on the folder use the new key from the next second on, and at once where they meet data under
    /// it. An export of the keys made before does not open what is sealed from now on: export them again.
    public static func renewWrappingKey(at folder: String) throws(KeyVaultError) -> FileKeyVault {
        // Two renewals at once would each write a key that the other does not know.
        let lock = try FolderLock.acquire("renewal.lock", at: folder, waiting: true)
        defer { withExtendedLifetime(lock) {} }
        guard let ring = try FileKeyVault(at: folder).ring.renewed() else {
            throw .keysUnavailable(reason: "all 255 wrapping keys are used; wrap the data keys anew")
        }
        try GuardedFile.replace("\(folder)/\(fileName)", ring.fileBytes)
        return FileKeyVault(ring: ring, path: "\(folder)/\(fileName)")
    }

    /// The numbers of the wrapping keys; a data key's first byte names the one that it is wrapped under.
    public var wrappingKeyNumbers: Set<UInt8> { Set(held.current().wrapping.keys) }

    /// The number of the wrapping key for new data.
    public var currentWrappingKey: UInt8 { held.current().current }

    /// Signs checkpoints of the audit chain.
    public var auditSigner: AuditSigner { AuditSigner(key: ring.auditKey) }

    public func makeKey(_ retention: RetentionClass) throws(KeyVaultError) -> WrappedKey {
        try held.current().makeKey(retention)
    }

    public func seal(_ plain: [UInt8], with key: WrappedKey, context: SealContext) throws(KeyVaultError) -> [UInt8] {
        try held.ring(for: key).seal(plain, with: key, context: context)
    }

    public func open(_ sealed: [UInt8], with key: WrappedKey, context: SealContext) throws(KeyVaultError) -> [UInt8] {
        try held.ring(for: key).open(sealed, with: key, context: context)
    }

    public func token(_ domain: TokenDomain, _ value: [UInt8]) -> BlindToken { ring.token(domain, value) }
}
