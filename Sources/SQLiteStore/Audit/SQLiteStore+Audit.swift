// SPDX-License-Identifier: Apache-2.0

public import Casework
internal import Civil
internal import Foundation
internal import GRDB
public import Mandate
public import Safeguards
public import Screening

extension SQLiteStore {
    public func appendAudit(_ events: [AuditEvent]) async throws(StoreError) {
        guard !events.isEmpty else { return }
        let node = node
        try await writing { db in try AuditWriting.append(events, node: node, db) }
    }

    public func audit(_ query: AuditQuery) async throws(StoreError) -> [AuditRow] {
        try await reading { db in
            var conditions = ["sequence < :before"]
            var arguments: StatementArguments = ["before": query.beforeSequence ?? .max]
            if let after = query.afterSequence {
                conditions.append("sequence > :after")
                arguments += ["after": after]
            }
            if let officer = query.officer {
                conditions.append("officer = :officer")
                arguments += ["officer": officer.blob]
            }
            if !query.actions.isEmpty {
                conditions.append("action IN (SELECT value FROM json_each(:actions))")
                arguments += ["actions": JSONList.words(query.actions.map(\.rawValue).sorted())]
            }
            var head = ""
            if let subject = query.subject {
                head = "WITH RECURSIVE part (n) AS (SELECT :last UNION ALL SELECT n - 1 FROM part WHERE n > 0) "
                conditions.append(
                    """
                    sequence IN (SELECT s.sequence FROM part CROSS JOIN audit_subject AS s
                        WHERE s.bucket = part.n AND s.subject = :subject)
                    """)
                arguments += ["last": try AuditWriting.lastBucket(db), "subject": AuditWriting.indexed(subject)]
            }
            let sql = """
                \(head)SELECT sequence, hash, bytes FROM audit
                WHERE \(conditions.joined(separator: " AND ")) ORDER BY sequence DESC
                """
            var found: [AuditRow] = []
            let rows = try db.rows(sql, arguments)
            while found.count < query.limit, let row = try rows.next() {
                let event = try SQLiteStore.event(row[2])
                if let subject = query.subject, !event.subjects.contains(subject) { continue }
                found.append(AuditRow(sequence: row[0], event: event, hash: [UInt8](row[1] as Data)))
            }
            return found
        }
    }

    /// The head of the audit chain, for a checkpoint.
    public func auditHead() async throws(StoreError) -> AuditHead {
        let node = node
        return try await reading { db in try AuditWriting.head(node: node, db) }
    }

    /// The records of the audit chain in their order, from a number on, at most `limit`; for verification.
    public func auditLinks(from sequence: Int64, limit: Int = 1_000) async throws(StoreError) -> [AuditLink] {
        try await reading { db in
            var links: [AuditLink] = []
            let rows = try db.rows(
                "SELECT sequence, previous_hash, hash, bytes FROM audit WHERE sequence >= ? ORDER BY sequence LIMIT ?",
                [sequence, limit])
            while let row = try rows.next() {
                guard let previous = AuditHash(bytes: row[1] as Data), let hash = AuditHash(bytes: row[2] as Data)
                else {
                    throw StoreError.damaged(reason: "audit record \(row[0] as Int64) without its hashes")
                }
                links.append(
                    AuditLink(
                        sequence: row[0], previousHash: previous, hash: hash, bytes: [UInt8](row[3] as Data)))
            }
            return links
        }
    }

    /// Reads the whole chain as it is stored and says whether it is intact; memory is bounded.
    ///
    /// - Parameter each: is called with every record.
    public func verifyAudit(
        checkpoints: [AuditCheckpoint] = [], publicKey: AuditPublicKey? = nil, each: (AuditLink) -> Void = { _ in }
    ) async throws(StoreError) -> AuditVerdict {
        var verifier = AuditVerifier(node: node, checkpoints: checkpoints, publicKey: publicKey)
        var next: Int64 = .min
        while true {
            let links = try await auditLinks(from: next)
            guard let last = links.last else { return verifier.finish() }
            for link in links {
                verifier.read(link)
                each(link)
            }
            next = last.sequence + 1
        }
    }

    private static func event(_ bytes: Data) throws -> AuditEvent {
        do { return try AuditEventCoding.event(from: [UInt8](bytes)) } catch {
            throw StoreError.damaged(reason: "an audit record cannot be read; run `cermat audit verify`")
        }
    }
}
