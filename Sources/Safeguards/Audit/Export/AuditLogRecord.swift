// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A record as a line of an exported log: `<number> <hash before> <hash> <event in base64>` (RFC 4648, 4), one spelling.
public enum AuditLogRecord {
    /// The line, without line break.
    public static func line(_ link: AuditLink) -> [UInt8] {
        Array("\(link.sequence) \(link.previousHash) \(link.hash) \(Data(link.bytes).base64EncodedString())".utf8)
    }

    /// The record behind a line; nil when the line is not in the one spelling. The chain is not checked.
    public static func link(_ line: some Collection<UInt8>) -> AuditLink? {
        let words = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard words.count == 4 else { return nil }
        let text = words[0...2].map { String(decoding: $0, as: UTF8.self) }
        guard let number = Int64(text[0]), String(number) == text[0], let before = AuditHash(text[1]),
            let hash = AuditHash(text[2]), let bytes = Data(base64Encoded: Data(words[3])),
            bytes.base64EncodedData() == Data(words[3])
        else { return nil }
        return AuditLink(sequence: number, previousHash: before, hash: hash, bytes: Array(bytes))
    }
}
