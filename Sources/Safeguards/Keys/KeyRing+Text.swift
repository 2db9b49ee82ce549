// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import Mandate

/// The key file: lines of words, ended by a checksum that finds a damaged file before a key is used.
///
/// ```
/// cermat-keys 1
/// wrapping 1 <64 digits>
/// current 1
/// token <64 digits>
/// audit <64 digits>
/// sum <SHA-256 of all lines above>
/// ```
extension KeyRing {
    private static let heading = "cermat-keys 1"

    /// The file's contents.
    var fileBytes: [UInt8] {
        var lines = [Self.heading]
        for (number, key) in wrapping.sorted(by: { $0.key < $1.key }) {
            lines.append("wrapping \(number) \(key.withUnsafeBytes { Hexadecimal.text($0) })")
        }
        lines.append("current \(current)")
        lines.append("token \(tokenKey.withUnsafeBytes { Hexadecimal.text($0) })")
        lines.append("audit \(Hexadecimal.text(auditKey.rawRepresentation))")
        let body = lines.map { $0 + "\n" }.joined()
        return Array((body + "sum \(Self.sum(body))\n").utf8)
    }

    /// Parses a file's contents; the reason of a refusal never repeats what the file holds.
    init(fileBytes: [UInt8]) throws(KeyVaultError) {
        let text = String(decoding: fileBytes, as: UTF8.self)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.first.map(String.init) == Self.heading else {
            throw .keysUnavailable(reason: "not a key file of version 1")
        }
        guard lines.count >= 3, lines.removeLast().isEmpty, let last = lines.popLast(),
            last == "sum \(Self.sum(lines.map { $0 + "\n" }.joined()))"
        else { throw .keysUnavailable(reason: "the key file is damaged; restore it from the safe copy") }
        var wrapping: [UInt8: SymmetricKey] = [:]
        var current: UInt8?
        var token: SymmetricKey?
        var audit: Curve25519.Signing.PrivateKey?
        for line in lines.dropFirst() {
            let words = line.split(separator: " ", omittingEmptySubsequences: false)
            let secret = words.last.flatMap { Hexadecimal.bytes($0, count: 32) }
            switch (words.first, words.count, secret) {
            case ("wrapping", 3, .some(let bytes)):
                guard let number = UInt8(words[1]), wrapping[number] == nil else { throw Self.unreadable(line) }
                wrapping[number] = SymmetricKey(data: bytes)
            case ("current", 2, nil): current = UInt8(words[1])
            case ("token", 2, .some(let bytes)): token = SymmetricKey(data: bytes)
            case ("audit", 2, .some(let bytes)): audit = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
            default: throw Self.unreadable(line)
            }
        }
        guard let current, wrapping[current] != nil, let token, let audit else {
            throw .keysUnavailable(reason: "the key file lacks a key")
        }
        self.init(wrapping: wrapping, current: current, tokenKey: token, auditKey: audit)
    }

    private static func unreadable(_ line: Substring) -> KeyVaultError {
        let known = ["wrapping", "current", "token", "audit"].first { line.hasPrefix($0) }
        return .keysUnavailable(reason: "the key file has an unreadable line (\(known ?? "unknown word"))")
    }

    private static func sum(_ body: String) -> String { Hexadecimal.text(SHA256.hash(data: Array(body.utf8))) }
}
