// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Foundation
internal import GRDB
internal import Mandate
internal import Safeguards
internal import Screening

/// Lengthens the audit chain inside the transaction of what it records; the head is read there too, so that two
/// processes on one folder write one chain.
enum AuditWriting {
    /// Records of one bucket of the index of subjects.
    private static let bucketShift: Int64 = 14

    static func append(_ events: [AuditEvent], node: String, _ db: Database) throws {
        guard !events.isEmpty else { return }
        for (event, link) in zip(events, AuditChain.links(after: try head(node: node, db), events)) {
            var officer: Data?
            if case .officer(let id, _, _) = event.actor { officer = id.blob }
            try db.run(
                """
                INSERT INTO audit (sequence, previous_hash, hash, at, action, officer, bytes)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    link.sequence, Data(link.previousHash.bytes), Data(link.hash.bytes), event.atMilliseconds,
                    event.action.rawValue, officer, Data(link.bytes),
                ])
            let bucket = link.sequence >> bucketShift
            for subject in Set(event.subjects.map(indexed)) {
                try db.run(
                    "INSERT INTO audit_subject (bucket, subject, sequence) VALUES (?, ?, ?)",
                    [bucket, subject, link.sequence])
            }
        }
    }

    /// The last record, or the start of the node's chain.
    static func head(node: String, _ db: Database) throws -> AuditHead {
        try last(db) ?? AuditChain.genesis(node: node)
    }

    /// The last record; nil where there is none.
    static func last(_ db: Database) throws -> AuditHead? {
        guard let row = try db.row("SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1") else {
            return nil
        }
        guard let hash = AuditHash(bytes: row[1] as Data) else {
            throw StoreError.damaged(reason: "an audit record without its hash")
        }
        return AuditHead(sequence: row[0], hash: hash)
    }

    /// FNV-1a (64 bits) of a subject: only narrows a search, the record itself decides.
    static func indexed(_ subject: String) -> Int64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in subject.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int64(bitPattern: hash)
    }

    /// The bucket of the newest record.
    static func lastBucket(_ db: Database) throws -> Int64 {
        try db.row("SELECT coalesce(max(sequence), 0) FROM audit").map { ($0[0] as Int64) >> bucketShift } ?? 0
    }
}
