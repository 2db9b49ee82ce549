// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import Foundation
internal import GRDB
internal import Identity
public import Mandate
internal import Quality
public import Screening
internal import Travel
internal import Watchlists

/// What was copied of the primary records.
public struct PrimaryCopy: Hashable, Sendable {
    public var messages: Int
    public var decisions: Int
    /// Messages and decisions whose keys were destroyed, so that nothing can be derived from them.
    public var forgotten: Int
    /// Voyages whose depersonalised form was copied: nothing else of them is left to derive it from.
    public var depersonalised: Int = 0
}

extension SQLiteStore {
    /// Copies inbox and decision log into an empty store under the same keys; all messages wait there to be screened.
    ///
    /// Everything else in the new store follows from them. Records stay sealed on the way and keep their data keys;
    /// messages keep the time of their receipt.
    /// - Parameters:
    ///   - seed: copies the messages in an order drawn from it; nil keeps theirs.
    ///   - audit: the record of the rebuild, for the new store's chain.
    public func copyPrimary(
        into other: SQLiteStore, shuffledBy seed: UInt64? = nil, audit: [AuditEvent] = []
    ) async throws(StoreError) -> PrimaryCopy {
        let counts = try await other.inboxCounts()
        guard counts.stored + counts.quarantined == 0 else { throw .failed(reason: "the new store is not empty") }
        var copy = PrimaryCopy(messages: 0, decisions: 0, forgotten: 0)
        var order = try await reading { db in
            try Int64.fetchAll(db, sql: "SELECT seq FROM inbox WHERE state <> 'forgotten' ORDER BY seq")
        }
        if let seed {
            var generator = SplitMix64(seed: seed)
            order.shuffle(using: &generator)
        }
        for start in stride(from: 0, to: order.count, by: 256) {
            let wanted = Array(order[start..<min(start + 256, order.count)])
            let messages = try await reading { [sealer] db in try PrimaryMessage.read(wanted, sealer, db) }
            copy.messages += messages.count
            copy.forgotten += wanted.count - messages.count
            try await other.writing { [sealer = other.sealer] db in
                for message in messages { try message.write(sealer, db) }
            }
        }
        try await copyForgotten(into: other, &copy)
        try await copyDecisions(into: other, &copy)
        try await copyFaces(into: other)
        try await copyProbes(into: other)
        let node = other.node
        try await other.writing { db in try AuditWriting.append(audit, node: node, db) }
        return copy
    }

    /// Voyages without names, whose rows are primary, and the rows of messages that are gone.
    private func copyForgotten(into other: SQLiteStore, _ copy: inout PrimaryCopy) async throws(StoreError) {
        var after: Int64 = 0
        while true {
            let start = after
            let voyages = try await reading { [sealer] db in try ForgottenVoyage.read(after: start, sealer, db) }
            guard let last = voyages.last else { break }
            after = last.number
            copy.depersonalised += voyages.count
            try await other.writing { [sealer = other.sealer] db in
                for voyage in voyages { try voyage.write(sealer, db) }
            }
        }
        after = 0
        while true {
            let start = after
            let messages = try await reading { db in try ForgottenMessage.read(after: start, db) }
            guard let last = messages.last else { break }
            after = last.seq
            copy.forgotten += messages.count
            try await other.writing { db in for message in messages { try message.write(db) } }
        }
    }

    private func copyDecisions(into other: SQLiteStore, _ copy: inout PrimaryCopy) async throws(StoreError) {
        let tokens = IdentityTokens(tokeniser: other.vault)
        var after: Int64 = 0
        while true {
            let start = after
            let chunk = try await reading { [sealer] db in try PrimaryDecision.read(after: start, sealer, db) }
            guard let last = chunk.last else { return }
            after = last.seq
            copy.decisions += chunk.count { $0.content != nil }
            copy.forgotten += chunk.count { $0.content == nil }
            try await other.writing { [sealer = other.sealer] db in
                for decision in chunk {
                    guard let content = decision.content else { continue }
                    try Counters.acts.add(1, db)
                    let writing = DecisionWriting(db: db, sealer: sealer, act: try Counters.acts.value(db))
                    try writing.insert(content.record, content.sealed, voyage: decision.voyage)
                    var carried: [BlindToken]?
                    if case .entryWritten(let entry) = content.record.decision { carried = entry.matchTokens(tokens) }
                    _ = try writing.apply(content.record, tokens: carried)
                }
            }
        }
    }
}

/// A message of the inbox on its way to another store, sealed as it is.
private struct PrimaryMessage: Sendable {
    var row: [DatabaseValue]
    var state: MessageState
    var key: WrappedKey
    var sealed: Data

    static func read(_ wanted: [Int64], _ sealer: RecordSealer, _ db: Database) throws -> [PrimaryMessage] {
        var found: [Int64: PrimaryMessage] = [:]
        let rows = try db.rows(
            """
            SELECT i.seq, i.state, k.id, k.retention, k.bytes, b.sealed,
                i.id, i.received_at, i.origin, i.size, i.quarantine_reason, i.sender, i.repeats,
                \(InboxReading.screenedAt)
            FROM json_each(?) AS wanted CROSS JOIN inbox AS i ON i.seq = wanted.value
            JOIN message_body AS b ON b.seq = i.seq JOIN data_key AS k ON k.number = b.key
            """, [JSONList.numbers(wanted)])
        while let row = try rows.next() {
            guard let key = try sealer.key(row, at: 2) else { continue }
            let read = try InboxReading.state(row[1])
            found[row[0]] = PrimaryMessage(
                row: (6...13).map { row[$0] },
                state: read == .quarantined || read == .replayed ? .quarantined : .pending, key: key,
                sealed: row[5])
        }
        return wanted.compactMap { found[$0] }
    }

    func write(_ sealer: RecordSealer, _ db: Database) throws {
        try db.run(
            """
            INSERT INTO inbox (id, received_at, origin, size, quarantine_reason, sender, repeats, screened_at, state)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            StatementArguments(row + [state.rawValue.databaseValue]))
        let seq = db.lastInsertedRowID
        try db.run(
            "INSERT INTO message_body (seq, key, sealed) VALUES (?, ?, ?)", [seq, try sealer.insert(key, db), sealed])
        try Counters.messages.add(1, db)
        guard state == .quarantined else { return }
        try Counters.quarantined.add(1, db)
        var quality = QualityWriting(db: db)
        quality.add(
            LooseMessageQuality(
                carrier: String.fromDatabaseValue(row[5]),
                receivedAtMilliseconds: Int64.fromDatabaseValue(row[1]) ?? 0, kind: nil, isQuarantined: true,
                repeats: Int.fromDatabaseValue(row[6]) ?? 0))
        try quality.finish()
    }
}

/// A decision on its way to another store, sealed as it is and opened to do what follows from it.
private struct PrimaryDecision: Sendable {
    var seq: Int64
    var voyage: Data?
    /// Nil where the key was destroyed.
    var content: (record: DecisionRecord, sealed: RecordSealer.Sealed)?

    static func read(after seq: Int64, _ sealer: RecordSealer, _ db: Database) throws -> [PrimaryDecision] {
        let reading = DecisionReading(db: db, sealer: sealer)
        var found: [PrimaryDecision] = []
        let rows = try db.rows(
            """
            SELECT d.id, d.sealed, k.id, k.retention, k.bytes, d.seq, d.voyage
            FROM decision AS d LEFT JOIN data_key AS k ON k.number = d.key WHERE d.seq > ? ORDER BY d.seq LIMIT 256
            """, [seq])
        while let row = try rows.next() {
            var decision = PrimaryDecision(seq: row[5], voyage: row[6], content: nil)
            if let record = try reading.record(row), let key = try sealer.key(row, at: 2) {
                decision.content = (record, RecordSealer.Sealed(key: key, bytes: [UInt8](row[1] as Data)))
            }
            found.append(decision)
        }
        return found
    }
}
