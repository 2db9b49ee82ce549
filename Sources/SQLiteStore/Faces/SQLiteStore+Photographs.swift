// SPDX-License-Identifier: Apache-2.0

public import Casework
public import Civil
public import Faces
internal import Foundation
internal import GRDB
public import Mandate
public import Safeguards
public import Screening

extension SQLiteStore: HolderPhotographStore {
    static let holderTemplate = "holder-template", holderPortrait = "holder-portrait"

    public func importPhotographs(
        _ photographs: [HolderPhotograph], register: DestructionRegisterFile, audit: [AuditEvent],
        atMilliseconds now: Int64
    ) async throws(StoreError) {
        let replaced = try await writing { [sealer, node] db in
            var forgetting = Forgetting(db, sealer, RetentionSchedule().cutoffs(atMilliseconds: now))
            for one in photographs {
                let holder = one.holder.token.bytes
                let old: Int64? = try db.row(
                    "SELECT key FROM holder_photograph WHERE holder = ?", [Data(holder)])?[0]
                let template = one.face.template.bytes.map { UInt8(bitPattern: $0) }
                let sealed = try sealer.seal(template, SQLiteStore.holderTemplate, holder, .registry)
                let portrait = try sealer.seal(
                    one.face.portrait.jpeg, SQLiteStore.holderPortrait, holder, with: sealed.key)
                try db.run(
                    """
                    INSERT OR REPLACE INTO holder_photograph (holder, id, engine, at, last_day, key, template, portrait)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    [
                        Data(holder), Data(one.id.bytes), one.engine, one.atMilliseconds, one.lastDay.daysSinceEpoch,
                        try sealer.insert(sealed.key, db), Data(sealed.bytes), Data(portrait),
                    ])
                if let old { try forgetting.destroy(key: old) }
            }
            // First on the list that restored backups read, then gone from here.
            if !forgetting.keys.isEmpty { try register.append(forgetting.keys, atMilliseconds: now) }
            try AuditWriting.append(audit, node: node, db)
            return !forgetting.keys.isEmpty
        }
        if replaced { try await emptyLog() }
    }

    public func photographs(
        known ids: [BlindToken], engine: String
    ) async throws(StoreError) -> Set<BlindToken> {
        try await reading { db in
            var found: Set<BlindToken> = []
            let wanted = ids.map { RecordID<BlindToken>(high: $0.high, low: $0.low) }
            try db.rows(for: wanted, { "SELECT id, engine FROM holder_photograph WHERE id IN (\($0))" }) { row in
                let describedBy: String = row[1]
                guard describedBy == engine, let token = BlindToken(bytes: row[0] as Data) else { return }
                found.insert(token)
            }
            return found
        }
    }

    public func holderTemplate(
        of holder: PhotographHolder, today: CivilDate
    ) async throws(StoreError) -> (template: FaceTemplate, engine: String)? {
        try await reading { [sealer] db in
            guard let row = try SQLiteStore.row("template", of: holder, today, db),
                let key = try sealer.key(row, at: 2)
            else { return nil }
            let template = try FaceRows(db: db, sealer: sealer).open(
                row[1], SQLiteStore.holderTemplate, holder.token.bytes, key)
            return (template, row[0])
        }
    }

    public func holderPortrait(
        of holder: PhotographHolder, today: CivilDate
    ) async throws(StoreError) -> FacePortrait? {
        try await reading { [sealer] db in
            guard let row = try SQLiteStore.row("portrait", of: holder, today, db),
                let key = try sealer.key(row, at: 2)
            else { return nil }
            return FacePortrait(
                jpeg: try sealer.open(row[1], SQLiteStore.holderPortrait, holder.token.bytes, with: key))
        }
    }

    public func holderPhotographCount() async throws(StoreError) -> Int {
        try await reading { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM holder_photograph") ?? 0 }
    }

    private static func row(
        _ column: String, of holder: PhotographHolder, _ today: CivilDate, _ db: Database
    ) throws -> Row? {
        try db.row(
            """
            SELECT p.engine, p.\(column), k.id, k.retention, k.bytes FROM holder_photograph AS p
            JOIN data_key AS k ON k.number = p.key WHERE p.holder = ? AND p.last_day >= ?
            """, [Data(holder.token.bytes), today.daysSinceEpoch])
    }
}
