// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import GRDB
internal import Mandate
public import Safeguards
public import Screening

/// Versions of accounts, which end so long after another took their place; the last of each officer stays.
extension Forgetting {
    struct AccountVersion {
        var sequence: Int64
        var key: Int64
    }

    /// Whose account a version is stands under its seal, so that all are opened.
    static func endedAccountVersions(
        _ cutoffs: RetentionCutoffs, _ sealer: RecordSealer, _ db: Database
    ) throws -> [AccountVersion] {
        let reading = DecisionReading(db: db, sealer: sealer)
        let rows = try db.rows(
            """
            SELECT d.id, d.sealed, k.id, k.retention, k.bytes, d.seq, d.key
            FROM decision AS d JOIN data_key AS k ON k.number = d.key WHERE d.kind = ? ORDER BY d.seq
            """, [DecisionKind.accountWritten.rawValue])
        var last: [RecordID<Officer>: AccountVersion] = [:]
        var found: [AccountVersion] = []
        while let row = try rows.next() {
            guard let record = try reading.record(row), case .accountWritten(let account) = record.decision else {
                continue
            }
            let version = AccountVersion(sequence: row[5], key: row[6])
            let replaced = last.updateValue(version, forKey: account.officer.id)
            if let replaced, record.atMilliseconds < cutoffs.depersonalise { found.append(replaced) }
        }
        return found
    }

    mutating func destroyAccountVersions() throws {
        let ended = try Forgetting.endedAccountVersions(cutoffs, sealer, db)
        for version in ended {
            try destroy(key: version.key)
            try db.run("DELETE FROM decision WHERE seq = ?", [version.sequence])
        }
        tally[.accountVersionsDestroyed] += ended.count
        touched += ended.count
    }
}

extension SQLiteStore {
    /// Watchlist entries, versions of accounts and faces that are to be destroyed.
    public func retentionRecordsDue(_ cutoffs: RetentionCutoffs) async throws(StoreError) -> RetentionTally {
        try await reading { [sealer] db in
            var tally = RetentionTally()
            tally[.entriesDestroyed] = try Forgetting.endedEntries(cutoffs, limit: .max, sealer, db).count
            tally[.accountVersionsDestroyed] = try Forgetting.endedAccountVersions(cutoffs, sealer, db).count
            tally[.facesDestroyed] = try Forgetting.facesDue(cutoffs, db)
            return tally
        }
    }
}
