// SPDX-License-Identifier: Apache-2.0

internal import Crypto
internal import Foundation

/// The head of a backup file and the sealing of its chunks.
///
/// ```
/// cermat-backup 1 <mark of the backup key> <salt, 64 digits>
/// <manifest, one line of JSON>
/// <HMAC-SHA-256 of both lines, 64 digits>
/// chunks: 0 or 1 for the last | length, four bytes | ciphertext and tag
/// ```
/// Each file has a key of its own (HKDF-SHA-256, RFC 5869, of the backup key and the salt), so a chunk's number serves as
/// nonce. The nonce holds the number and whether the chunk is the last, the associated data the head's HMAC: what is
/// cut, moved, repeated or taken from another file does not open (the STREAM construction; Hoang and others 2015).
struct BackupSeal {
    /// Bytes of plain text in every chunk but the last.
    static let chunkBytes = 1 << 20
    /// The most bytes of a head.
    static let headLimitBytes = 256 * 1024
    private static let heading = "cermat-backup 1 "

    let head: [UInt8]
    let manifest: BackupManifest
    private let key: SymmetricKey
    private let headCode: [UInt8]

    /// A head with a fresh salt.
    init(_ manifest: BackupManifest, _ backupKey: BackupKey) {
        let salt = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
        let lines = Self.heading + backupKey.mark + " " + Hexadecimal.text(salt) + "\n" + manifest.line + "\n"
        self.manifest = manifest
        key = Self.fileKey(backupKey, salt)
        headCode = Self.code(lines, key)
        head = Array((lines + Hexadecimal.text(headCode) + "\n").utf8)
    }

    /// Parses a head and proves it.
    init(head: [UInt8], _ backupKey: BackupKey) throws(BackupError) {
        let lines = try BackupSeal.lines(head)
        let words = lines[0].dropFirst(Self.heading.count).split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 2, let salt = Hexadecimal.bytes(words[1], count: 32) else { throw .headerAltered }
        guard words[0] == backupKey.mark else { throw .otherKey(file: String(words[0]), given: backupKey.mark) }
        key = Self.fileKey(backupKey, salt)
        guard let code = Hexadecimal.bytes(lines[2], count: 32),
            HMAC<SHA256>.isValidAuthenticationCode(
                code, authenticating: Data((lines[0] + "\n" + lines[1] + "\n").utf8), using: key)
        else { throw .headerAltered }
        headCode = code
        self.head = head
        manifest = try Self.manifest(lines[1])
    }

    /// The manifest of a head that is not proved.
    static func unprovedManifest(head: [UInt8]) throws(BackupError) -> (manifest: BackupManifest, keyMark: String) {
        let lines = try lines(head)
        let words = lines[0].dropFirst(heading.count).split(separator: " ")
        return (try manifest(lines[1]), words.first.map(String.init) ?? "")
    }

    private static func lines(_ head: [UInt8]) throws(BackupError) -> [Substring] {
        let lines = String(decoding: head, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, first.hasPrefix("cermat-backup ") else { throw .notABackup }
        guard first.hasPrefix(heading) else { throw .otherVersion }
        guard lines.count == 4, lines[3].isEmpty else { throw .headerAltered }
        return lines
    }

    private static func manifest(_ line: Substring) throws(BackupError) -> BackupManifest {
        guard let manifest = try? JSONDecoder().decode(BackupManifest.self, from: Data(line.utf8)),
            manifest.files.allSatisfy({ $0.isPlain && $0.sizeBytes >= 0 }),
            Set(manifest.files.map(\.name)).count == manifest.files.count
        else { throw .headerAltered }
        return manifest
    }

    private static func fileKey(_ backupKey: BackupKey, _ salt: [UInt8]) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: backupKey.key, salt: salt, info: Array("cermat-backup-1".utf8), outputByteCount: 32)
    }

    private static func code(_ lines: String, _ key: SymmetricKey) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Data(lines.utf8), using: key))
    }

    // MARK: Chunks

    /// Ciphertext and tag of a chunk.
    func seal(_ plain: some ContiguousBytes & DataProtocol, chunk: Int, isLast: Bool) throws -> Data {
        let box = try AES.GCM.seal(plain, using: key, nonce: nonce(chunk, isLast), authenticating: headCode)
        return box.ciphertext + box.tag
    }

    /// The plain text of a chunk; nil when it is not what was written at this place.
    func open(_ sealed: [UInt8], chunk: Int, isLast: Bool) -> Data? {
        guard sealed.count >= 16, let nonce = try? nonce(chunk, isLast),
            let box = try? AES.GCM.SealedBox(nonce: nonce, ciphertext: sealed.dropLast(16), tag: sealed.suffix(16))
        else { return nil }
        return try? AES.GCM.open(box, using: key, authenticating: headCode)
    }

    private func nonce(_ chunk: Int, _ isLast: Bool) throws -> AES.GCM.Nonce {
        var bytes: [UInt8] = [0, 0, 0]
        withUnsafeBytes(of: UInt64(chunk).bigEndian) { bytes.append(contentsOf: $0) }
        bytes.append(isLast ? 1 : 0)
        return try AES.GCM.Nonce(data: bytes)
    }
}
