// SPDX-License-Identifier: Apache-2.0

internal import Crypto
internal import Foundation
public import Mandate

/// The key under which a folder's backups are sealed: a file of its own beside the vault's, made at first use.
public struct BackupKey: Sendable {
    let key: SymmetricKey

    /// The file inside the folder of keys.
    public static let fileName = "backup.key"
    private static let heading = "cermat-backup-key 1 "

    /// Reads the key of a folder, or draws and writes it where there is none.
    public static func ofFolder(_ folder: String, makingIfMissing: Bool) throws(KeyVaultError) -> BackupKey {
        let path = folder + "/" + fileName
        try GuardedFile.checkFolder(folder)
        if makingIfMissing, !FileManager.default.fileExists(atPath: path) {
            let fresh = BackupKey(key: SymmetricKey(size: .bits256))
            try GuardedFile.create(path, fresh.fileBytes)
        }
        return try BackupKey(fileBytes: GuardedFile.contents(of: path, limitBytes: 1_024))
    }

    private init(key: SymmetricKey) { self.key = key }

    /// Parses a key file.
    init(fileBytes: [UInt8]) throws(KeyVaultError) {
        let text = String(decoding: fileBytes, as: UTF8.self)
        guard text.hasPrefix(Self.heading), text.hasSuffix("\n"),
            let bytes = Hexadecimal.bytes(text.dropFirst(Self.heading.count).dropLast(), count: 32)
        else { throw .keysUnavailable(reason: "the backup key cannot be read; restore it from the safe copy") }
        self.init(key: SymmetricKey(data: bytes))
    }

    /// The file's contents: one line.
    var fileBytes: [UInt8] {
        Array((Self.heading + key.withUnsafeBytes { Hexadecimal.text($0) } + "\n").utf8)
    }

    /// Sixteen digits that tell keys apart and say nothing about them.
    public var mark: String {
        let hash = key.withUnsafeBytes { SHA256.hash(data: Array("cermat-backup-key-mark-1\0".utf8) + Array($0)) }
        return Hexadecimal.text(hash.prefix(8))
    }
}
