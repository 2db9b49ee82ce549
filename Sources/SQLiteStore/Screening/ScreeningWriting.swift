// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Foundation
internal import GRDB
internal import Mandate
internal import Quality
internal import Screening
internal import Travel
internal import Watchlists

/// Writes what screening a batch of messages changed.
struct ScreeningWriting {
    let db: Database
    let sealer: RecordSealer
    let qualityRules: QualityRules

    func write(_ changes: ScreeningChanges) throws {
        let act = changes.watchlistVersion
        let voyages = VoyageWriting(db: db, sealer: sealer, act: act)
        var numbers: [RecordID<Voyage>: Int64] = [:]
        // A late message adds nothing to a voyage whose travellers have lost their names: it is kept for its own time.
        let forgotten = try VoyageWriting.forgotten(among: changes.voyages.map(\.facts.id), db)
        let written = changes.voyages.filter { !forgotten.contains($0.facts.id) }
        for change in written { numbers[change.facts.id] = try voyages.write(change) }
        let others = Set(changes.screened.compactMap(\.voyage)).filter { numbers[$0] == nil }
        try db.rows(for: others.sorted(), { "SELECT id, number FROM voyage WHERE id IN (\($0))" }) { row in
            numbers[try RecordID(blob: row[0])] = row[1]
        }
        var quality = QualityWriting(db: db)
        for message in changes.screened {
            let voyage = message.voyage.flatMap { numbers[$0] }
            if voyage == nil { try count(message, &quality) }
            try mark(message, voyage: voyage)
        }
        for change in written {
            if let number = numbers[change.facts.id] { try quality.write(change, of: number, rules: qualityRules) }
        }
        try quality.finish()
        try catchUp(changes, numbers)
        try Counters.changes.add(1, db)
    }

    /// Counts a message that belongs to no voyage, the first time that it is screened.
    private func count(_ message: ScreenedMessage, _ quality: inout QualityWriting) throws {
        let found = try db.row(
            "SELECT kind IS NOT NULL OR quarantine_reason IS NOT NULL, sender, received_at, repeats FROM inbox WHERE id = ?",
            [message.id.blob])
        guard let found, !(found[0] as Bool) else { return }
        quality.add(
            LooseMessageQuality(
                carrier: message.carrier ?? found[1], receivedAtMilliseconds: found[2], kind: message.kind,
                isQuarantined: message.state == .quarantined, warnings: message.warnings, repeats: found[3]))
    }

    private func mark(_ message: ScreenedMessage, voyage: Int64?) throws {
        if message.state == .quarantined,
            let row = try db.row("SELECT state FROM inbox WHERE id = ?", [message.id.blob]),
            row[0] as String != MessageState.quarantined.rawValue
        {
            try Counters.quarantined.add(1, db)
        }
        try db.run(
            """
            UPDATE inbox SET state = ?, kind = ?, voyage = ?, carrier = ?, travellers = ?, warnings = ?,
                screened_at = coalesce(screened_at, ?) WHERE id = ?
            """,
            [
                message.state.rawValue, message.kind.rawValue, voyage, message.carrier, message.travellers,
                message.warnings.isEmpty ? nil : try StoredJSON.text(message.warnings),
                message.screenedAtMilliseconds, message.id.blob,
            ])
    }

    /// Voyages that officers' acts concern, done since the screening read the watchlist, are to be screened anew.
    private func catchUp(_ changes: ScreeningChanges, _ numbers: [RecordID<Voyage>: Int64]) throws {
        let known = changes.watchlistVersion
        let now = try Counters.acts.value(db)
        guard now > known else { return }
        var due = Set<Int64>()
        let all = JSONList.numbers(Set(numbers.values).sorted())
        let rows = try db.rows(
            "SELECT number FROM voyage WHERE due > ? AND number IN (SELECT value FROM json_each(?))", [known, all])
        while let row = try rows.next() { due.insert(row[0]) }

        // A voyage that is new was not there to be marked when the ports changed.
        if try Counters.ports.value(db) > known { due.formUnion(numbers.values) }

        var tokens = Set<BlindToken>()
        var touched = Set<RecordID<WatchlistEntry>>()
        let entries = try db.rows("SELECT id, version, tokens FROM entry WHERE touched > ?", [known])
        while let row = try entries.next() {
            touched.insert(try RecordID(blob: row[0]))
            if row[1] as Int64 > known { tokens.formUnion(try PackedList.tokens(row[2])) }
        }
        for change in changes.voyages {
            guard let number = numbers[change.facts.id] else { continue }
            if change.upsertedHits.contains(where: { touched.contains($0.entry) })
                || change.upsertedTravellers.contains(where: { !tokens.isDisjoint(with: $0.tokens) })
            {
                due.insert(number)
            }
        }
        try InboxWriting.rederive(voyages: due, act: now, db)
    }
}
