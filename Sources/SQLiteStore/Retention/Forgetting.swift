// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Foundation
internal import GRDB
internal import Mandate
internal import Safeguards
internal import Screening

/// One batch of what a retention run forgets, inside one transaction: destroys keys, overwrites rows, and notes both.
struct Forgetting {
    let db: Database
    let sealer: RecordSealer
    let cutoffs: RetentionCutoffs
    var tally = RetentionTally()
    /// How many records were dealt with, also where nothing had to change: none when all is done.
    var touched = 0
    /// Keys destroyed in this batch, for the register.
    var keys: [RecordID<WrappedKey>] = []
    /// How far the decision log has been gone through.
    var cursor: DecisionCursor

    init(
        _ db: Database, _ sealer: RecordSealer, _ cutoffs: RetentionCutoffs,
        from cursor: DecisionCursor = DecisionCursor()
    ) {
        self.db = db
        self.sealer = sealer
        self.cutoffs = cutoffs
        self.cursor = cursor
    }

    mutating func destroy(key number: Int64) throws {
        guard let key = try sealer.key(number, db) else { return }
        keys.append(key.id)
        tally[.keysDestroyed] += 1
        try sealer.delete(key: number, db)
    }

    /// Destroys a message's body and its key; the row stays, and still makes a repeat a repeat.
    mutating func forget(message seq: Int64, state: MessageState, as measure: RetentionMeasure) throws {
        if let key: Int64 = try db.row("SELECT key FROM message_body WHERE seq = ?", [seq])?[0] {
            try destroy(key: key)
        }
        try db.run("DELETE FROM message_body WHERE seq = ?", [seq])
        try db.run("UPDATE inbox SET was = state, state = 'forgotten' WHERE seq = ?", [seq])
        // A replayed message has left the counts already.
        if state != .replayed { try Counters.messages.add(-1, db) }
        if state == .quarantined { try Counters.quarantined.add(-1, db) }
        try Counters.forgotten.add(1, db)
        tally[measure] += 1
        touched += 1
    }

    /// Messages of no voyage, by an age of their own; unreadable ones by the quarantine's.
    mutating func forgetLooseMessages(limit: Int) throws {
        try forgetMessages(
            """
            SELECT i.seq, i.state FROM inbox AS i JOIN message_body AS b ON b.seq = i.seq
            JOIN data_key AS k ON k.number = b.key
            WHERE i.state IN ('quarantined', 'replayed') AND k.retention = ? AND i.received_at < ? LIMIT ?
            """, [RetentionClass.quarantine.rawValue, cutoffs.quarantine, limit], as: .quarantineForgotten)
        try forgetMessages(
            """
            SELECT seq, state FROM inbox WHERE state IN ('screened', 'quarantined', 'replayed') AND received_at < ?
                AND voyage IS NULL LIMIT ?
            """, [cutoffs.depersonalise, limit], as: .messagesForgotten)
        // Those that came about a voyage after its travellers had lost their names.
        try forgetMessages(
            """
            SELECT i.seq, i.state FROM inbox AS i JOIN voyage AS v ON v.number = i.voyage
            WHERE i.state = 'screened' AND i.received_at < ? AND v.forgotten_at IS NOT NULL
                AND \(Forgetting.notHeld("v.id")) LIMIT ?
            """, [cutoffs.depersonalise, limit], as: .messagesForgotten)
    }

    private mutating func forgetMessages(
        _ sql: String, _ arguments: StatementArguments, as measure: RetentionMeasure
    ) throws {
        let found = try Row.fetchAll(db, sql: sql, arguments: arguments)
        for row in found { try forget(message: row[0], state: try InboxReading.state(row[1]), as: measure) }
    }
}
