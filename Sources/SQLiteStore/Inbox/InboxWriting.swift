// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Foundation
internal import GRDB
internal import Mandate
internal import Quality
internal import Screening
internal import Travel

/// Writes messages into the inbox.
enum InboxWriting {
    /// The name under which a message's body is sealed.
    static let table = "inbox"

    static func seal(_ entry: InboxEntry, _ sealer: RecordSealer) throws -> RecordSealer.Sealed {
        let body = MessageBytes(
            bytes: entry.bytes, cardTokens: entry.cardTokens, filtered: entry.filtered, profile: entry.profile)
        let retention: RetentionClass = entry.state == .quarantined ? .quarantine : .passengerData
        return try sealer.seal(body.encoded, table, entry.id.bytes, retention)
    }

    static func append(
        _ batch: [InboxEntry], _ sealed: [RecordSealer.Sealed], _ sealer: RecordSealer, _ db: Database
    ) throws -> [InboxReceipt] {
        var receipts: [InboxReceipt] = []
        receipts.reserveCapacity(batch.count)
        var quarantined = 0
        var quality = QualityWriting(db: db)
        for (entry, body) in zip(batch, sealed) {
            guard try db.row("SELECT 1 FROM inbox WHERE id = ?", [entry.id.blob]) == nil else {
                receipts.append(InboxReceipt(id: entry.id, outcome: .duplicate))
                try quality.addRepeat(of: entry.id)
                continue
            }
            let seq = try insert(entry, db)
            try insert(body.bytes, key: try sealer.insert(body.key, db), seq: seq, db)
            if entry.state == .quarantined {
                quarantined += 1
                quality.add(
                    LooseMessageQuality(
                        carrier: entry.sender, receivedAtMilliseconds: entry.receivedAtMilliseconds, kind: nil,
                        isQuarantined: true))
            }
            receipts.append(
                InboxReceipt(id: entry.id, outcome: entry.state == .quarantined ? .quarantined : .stored))
        }
        try quality.finish()
        let duplicates = receipts.count { $0.outcome == .duplicate }
        try Counters.duplicates.add(duplicates, db)
        try Counters.messages.add(receipts.count - duplicates, db)
        try Counters.quarantined.add(quarantined, db)
        try Counters.changes.add(quarantined > 0 ? 1 : 0, db)
        return receipts
    }

    private static func insert(_ entry: InboxEntry, _ db: Database) throws -> Int64 {
        try db.run(
            """
            INSERT INTO inbox (id, state, received_at, origin, size, quarantine_reason, sender, screened_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                entry.id.blob, entry.state.rawValue, entry.receivedAtMilliseconds, entry.origin, entry.bytes.count,
                entry.quarantineReason, entry.sender, entry.screenedAtMilliseconds,
            ])
        return db.lastInsertedRowID
    }

    private static func insert(_ body: [UInt8], key: Int64, seq: Int64, _ db: Database) throws {
        try db.run("INSERT INTO message_body (seq, key, sealed) VALUES (?, ?, ?)", [seq, key, Data(body)])
    }

    /// Takes a message out of the quarantine; it counts no more, what it went on as does. Whether it was there.
    @discardableResult
    static func markReplayed(_ id: RecordID<ReceivedMessage>, _ db: Database) throws -> Bool {
        try db.run("UPDATE inbox SET state = 'replayed' WHERE id = ? AND state = 'quarantined'", [id.blob])
        guard db.changesCount == 1 else { return false }
        try Counters.messages.add(-1, db)
        try Counters.quarantined.add(-1, db)
        return true
    }

    /// Marks the latest message of voyages as pending, so that they are screened anew.
    ///
    /// - Parameter act: the act of which they must know, so that a screening under way does not count as the new one.
    static func rederive(voyages numbers: Set<Int64>, act: Int64, _ db: Database) throws {
        guard !numbers.isEmpty else { return }
        let list = JSONList.numbers(numbers.sorted())
        try db.run(
            """
            UPDATE inbox SET state = 'pending' WHERE state = 'screened' AND seq IN (
                SELECT max(i.seq) FROM inbox AS i JOIN message_body AS b ON b.seq = i.seq
                JOIN data_key AS k ON k.number = b.key
                WHERE i.voyage IN (SELECT value FROM json_each(?)) AND i.state IN ('screened', 'pending')
                GROUP BY i.voyage)
            """, [list])
        try db.run(
            "UPDATE voyage SET due = ? WHERE due < ? AND number IN (SELECT value FROM json_each(?))", [act, act, list])
    }
}
