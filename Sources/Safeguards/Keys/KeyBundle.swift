// SPDX-License-Identifier: Apache-2.0

internal import CArgon2
internal import Crypto
internal import Foundation
public import Mandate

/// All keys of a folder, to be kept apart from its backups: read from the folder, or from an export under a passphrase.
///
/// ```
/// cermat-keys-export 1
/// argon2id <memory KiB> <passes> <lanes> <salt, 32 digits>
/// <AES-256-GCM of the key files under the passphrase's key, in digits; the two lines above are authenticated>
/// ```
public struct KeyBundle: Sendable {
    /// The fewest characters of a passphrase.
    public static let passphraseMinimum = 12
    /// 64 MiB, three passes, four lanes: the second recommended choice of RFC 9106, section 4.
    static let exportCost = Argon2Cost(memoryKiB: 64 * 1024, passes: 3, lanes: 4)

    private static let heading = "cermat-keys-export 1"
    private static let vaultName = FileKeyVault.fileName, backupName = BackupKey.fileName

    private let files: [String: [UInt8]]

    /// Reads the keys of a folder; the backup key is made where there is none.
    public init(folder: String, makingBackupKey: Bool) throws(KeyVaultError) {
        let ring = try GuardedFile.contents(of: "\(folder)/\(Self.vaultName)", limitBytes: 64 * 1024)
        let backup = try BackupKey.ofFolder(folder, makingIfMissing: makingBackupKey)
        try self.init(files: [Self.vaultName: ring, Self.backupName: backup.fileBytes])
    }

    private init(files: [String: [UInt8]]) throws(KeyVaultError) {
        guard let ring = files[Self.vaultName], let backup = files[Self.backupName], files.count == 2 else {
            throw .keysUnavailable(reason: "the export lacks a key file")
        }
        _ = try KeyRing(fileBytes: ring)
        backupKey = try BackupKey(fileBytes: backup)
        self.files = files
    }

    /// The key under which the folder's backups are sealed.
    public let backupKey: BackupKey

    // MARK: Under a passphrase

    /// Opens an export; a wrong passphrase and a changed file give the same answer.
    public init(exported bytes: [UInt8], passphrase: String) throws(KeyVaultError) {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let words = lines.count == 4 ? lines[1].split(separator: " ") : []
        guard lines.first.map(String.init) == Self.heading, words.count == 5, words[0] == "argon2id",
            let memory = UInt32(words[1]), let passes = UInt32(words[2]), let lanes = UInt32(words[3]),
            let salt = Hexadecimal.bytes(words[4], count: 16), lines[2].utf8.count % 2 == 0,
            let sealed = Hexadecimal.bytes(lines[2], count: lines[2].utf8.count / 2)
        else { throw .keysUnavailable(reason: "the file is no export of keys") }
        let cost = Argon2Cost(memoryKiB: memory, passes: passes, lanes: lanes)
        guard cost.isAllowed else { throw .keysUnavailable(reason: "the export asks for too much memory or time") }
        let key = try Self.key(passphrase, salt, cost)
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let plain = try? AES.GCM.open(box, using: key, authenticating: Self.associated(lines[1]))
        else { throw .keysUnavailable(reason: "the passphrase is wrong, or the export was changed") }
        let texts = (try? JSONDecoder().decode([String: String].self, from: plain)) ?? [:]
        try self.init(files: texts.mapValues { Array($0.utf8) })
    }

    /// The keys under a passphrase.
    public func exported(passphrase: String) throws(KeyVaultError) -> [UInt8] {
        guard passphrase.count >= Self.passphraseMinimum else {
            throw .keysUnavailable(reason: "the passphrase has fewer than \(Self.passphraseMinimum) characters")
        }
        var generator = SystemRandomNumberGenerator()
        let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        let cost = Self.exportCost
        let line = "argon2id \(cost.memoryKiB) \(cost.passes) \(cost.lanes) \(Hexadecimal.text(salt))"
        let key = try Self.key(passphrase, salt, cost)
        guard let plain = try? JSONEncoder().encode(files.mapValues { String(decoding: $0, as: UTF8.self) }),
            let sealed = try? AES.GCM.seal(plain, using: key, authenticating: Self.associated(line[...])).combined
        else { throw .keysUnavailable(reason: "the keys could not be sealed") }
        return Array("\(Self.heading)\n\(line)\n\(Hexadecimal.text(sealed))\n".utf8)
    }

    /// Writes the export into a new file with mode 0600, durably.
    public func export(to path: String, passphrase: String) throws(KeyVaultError) {
        try GuardedFile.create(path, exported(passphrase: passphrase))
    }

    /// Writes the key files into a folder that holds none, durably.
    public func write(into folder: String) throws(KeyVaultError) {
        try GuardedFile.prepareFolder(folder)
        for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
            try GuardedFile.create("\(folder)/\(name)", bytes)
        }
        let line = try FileKeyVault(at: folder).auditSigner.publicKey.description + "\n"
        try GuardedFile.replace("\(folder)/\(FileKeyVault.auditKeyFileName)", Array(line.utf8))
    }

    private static func associated(_ line: Substring) -> [UInt8] { Array("\(heading)\n\(line)\n".utf8) }

    private static func key(_ passphrase: String, _ salt: [UInt8], _ cost: Argon2Cost) throws(KeyVaultError)
        -> SymmetricKey
    {
        let bytes = Array(passphrase.utf8)
        var hash = [UInt8](repeating: 0, count: 32)
        let code = argon2id_hash_raw(
            cost.passes, cost.memoryKiB, cost.lanes, bytes, bytes.count, salt, salt.count, &hash, hash.count)
        guard code == ARGON2_OK.rawValue else {
            throw .keysUnavailable(reason: "Argon2 failed with code \(code); is there memory left?")
        }
        return SymmetricKey(data: hash)
    }
}
