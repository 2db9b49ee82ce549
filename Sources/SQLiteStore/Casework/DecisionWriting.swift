// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import Foundation
internal import GRDB
internal import Mandate
internal import Screening
internal import Travel
internal import Watchlists

/// Writes decisions into their log and does what follows from them by themselves: entries and accounts.
struct DecisionWriting {
    let db: Database
    let sealer: RecordSealer
    /// The act that the decisions are part of.
    let act: Int64

    static func seal(_ record: DecisionRecord, _ sealer: RecordSealer) throws -> RecordSealer.Sealed {
        let retention: RetentionClass =
            switch record.decision.kind {
            case .entryWritten, .entryWithdrawn: .watchlist
            case .accountWritten: .account
            case .registryReplied, .registryFaceReplied: .registry
            case .judged, .assigned, .examined, .handoverWritten, .shiftTaken, .layoutWritten, .profileSaved,
                .feedWritten, .quarantineReplayed, .residentLookedUp, .identityJudged, .personJudged, .holdPlaced,
                .holdLifted, .revealRequested, .revealAnswered, .tableChanged, .alarmSeen, .face,
                .faceCount:
                .decision
            }
        return try sealer.seal(try StoredJSON.bytes(record), DecisionReading.table, record.id.bytes, retention)
    }

    /// Throws ``StoreError/taken`` for a version of a feed whose number another change took; before ``apply(_:tokens:)``,
    /// in the same transaction. Not for a copy of a log, which is taken as it is.
    func refuseTaken(_ decision: Decision) throws {
        guard case .feedWritten(let version) = decision else { return }
        let taken = try db.row(
            "SELECT 1 FROM feed_version WHERE name = ? AND version = ?",
            [version.feed.name.description, version.feed.version])
        if taken != nil { throw StoreError.taken }
    }

    /// Writes a row of the log; the voyage of a hit is looked up where the caller does not know it.
    func insert(_ record: DecisionRecord, _ sealed: RecordSealer.Sealed, voyage known: Data? = nil) throws {
        var voyage = known
        var hit: Data?
        var entry: Data?
        switch record.decision {
        case .judged(let id, let judgement): (hit, entry) = (id.blob, judgement.entry.blob)
        case .assigned(let id, let of, _): (hit, entry) = (id.blob, of.blob)
        case .examined(let examination): voyage = examination.voyage.blob
        case .entryWritten(let written): entry = written.id.blob
        case .entryWithdrawn(let id, _): entry = id.blob
        case .identityJudged(let judgement): voyage = judgement.voyage.blob
        case .registryReplied(let reply): voyage = reply.voyage?.blob
        case .registryFaceReplied(let reply): voyage = reply.voyage?.blob
        case .holdPlaced(let hold): voyage = hold.voyage.blob
        case .holdLifted(let lift): voyage = lift.voyage.blob
        case .revealRequested(let request): voyage = request.voyage.blob
        case .revealAnswered(let answer): voyage = answer.voyage.blob
        case .face(let face): (voyage, entry) = (face.concerned?.journey?.voyage.blob, face.concerned?.entry.blob)
        case .handoverWritten, .shiftTaken, .accountWritten, .layoutWritten, .profileSaved, .feedWritten, .tableChanged,
            .quarantineReplayed, .residentLookedUp, .personJudged, .alarmSeen:
            break
        }
        if let hit, voyage == nil {
            let found = try db.row(
                "SELECT v.id FROM hit AS h JOIN voyage AS v ON v.number = h.voyage WHERE h.id = ?", [hit])
            voyage = found?[0]
        }
        try db.run(
            """
            INSERT INTO decision (id, at, kind, officer, post, voyage, hit, entry, key, sealed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                record.id.blob, record.atMilliseconds, record.decision.kind.rawValue, record.officer?.blob,
                record.post?.description, voyage, hit, entry, try sealer.insert(sealed.key, db), Data(sealed.bytes),
            ])
    }

    /// Does what follows from a decision.
    ///
    /// - Parameter tokens: the entry's tokens, nil where they stay as they are.
    /// - Returns: keys of tokens whose voyages are to be screened anew.
    func apply(_ record: DecisionRecord, tokens: [BlindToken]?) throws -> Set<Int64> {
        switch record.decision {
        case .judged(_, let judgement): try touch(judgement.entry)
        case .assigned(_, let entry, _): try touch(entry)
        case .entryWritten(let entry): return try EntryWriting(db: db, sealer: sealer, act: act).write(entry, tokens)
        case .entryWithdrawn(let id, _): return try EntryWriting(db: db, sealer: sealer, act: act).withdraw(id, tokens)
        case .accountWritten(let account): try write(account)
        case .holdPlaced(let hold):
            try db.run(
                "INSERT OR REPLACE INTO legal_hold (id, voyage, traveller) VALUES (?, ?, ?)",
                [record.id.blob, hold.voyage.blob, hold.traveller?.blob])
        case .holdLifted(let lift): try db.run("DELETE FROM legal_hold WHERE id = ?", [lift.hold.blob])
        case .quarantineReplayed(let replayed): try InboxWriting.markReplayed(replayed.message, db)
        case .feedWritten(let version):
            try db.run(
                "INSERT OR IGNORE INTO feed_version (name, version) VALUES (?, ?)",
                [version.feed.name.description, version.feed.version])
        case .examined, .handoverWritten, .shiftTaken, .layoutWritten, .profileSaved, .registryReplied,
            .registryFaceReplied,
            .residentLookedUp, .identityJudged, .personJudged, .revealRequested, .revealAnswered, .tableChanged,
            .alarmSeen:
            break
        case .face(let face):
            if let mistaken = face.mistaken { try ProbeRows.end(mistaken, db) }
        }
        return []
    }

    private func touch(_ entry: RecordID<WatchlistEntry>) throws {
        try db.run("UPDATE entry SET touched = ? WHERE id = ?", [act, entry.blob])
    }

    private func write(_ account: Account) throws {
        let officer = account.officer.id
        let old: Int64? = try db.row("SELECT key FROM account WHERE officer = ?", [officer.blob])?[0]
        let sealed = try sealer.seal(
            try StoredJSON.bytes(account), AccountReading.table, officer.bytes, .account)
        let login = sealer.vault.token(.login, account.officer.login)
        try db.run(
            """
            INSERT INTO account (officer, login, key, sealed) VALUES (?, ?, ?, ?)
            ON CONFLICT (officer) DO UPDATE SET login = excluded.login, key = excluded.key, sealed = excluded.sealed
            """, [officer.blob, Data(login.bytes), try sealer.insert(sealed.key, db), Data(sealed.bytes)])
        if let old { try sealer.delete(key: old, db) }
    }
}
