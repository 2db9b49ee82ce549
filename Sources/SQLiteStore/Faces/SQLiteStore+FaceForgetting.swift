// SPDX-License-Identifier: Apache-2.0

public import Casework
public import Civil
internal import Foundation
internal import GRDB
public import Mandate
public import Safeguards
public import Screening
public import Watchlists

extension SQLiteStore {
    public func forgetFaces(
        of entry: RecordID<WatchlistEntry>, only id: RecordID<FaceEnrolment>?, register: DestructionRegisterFile,
        atMilliseconds now: Int64, audit: @escaping @Sendable (_ count: Int) -> [AuditEvent]
    ) async throws(StoreError) -> Int {
        let count = try await writing { [sealer, node] db in
            var forgetting = Forgetting(db, sealer, RetentionSchedule().cutoffs(atMilliseconds: now))
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT number, key FROM enrolled_face
                    WHERE entry = ? AND forgotten_at IS NULL \(id == nil ? "AND ? IS NULL" : "AND id = ?")
                    """, arguments: [entry.blob, id?.blob])
            for row in rows { try forgetting.destroy(face: row[0], key: row[1]) }
            guard !rows.isEmpty else { return 0 }
            try register.append(forgetting.keys, atMilliseconds: now)
            try AuditWriting.append(audit(rows.count), node: node, db)
            return rows.count
        }
        if count > 0 { try await emptyLog() }
        return count
    }

    public func forgetEndedFaces(
        register: DestructionRegisterFile, atMilliseconds now: Int64
    ) async throws(StoreError) -> Int {
        let cutoffs = RetentionSchedule().cutoffs(atMilliseconds: now)
        var count = 0
        while true {
            let done = try await writing { [sealer, node] db in
                var forgetting = Forgetting(db, sealer, cutoffs)
                try forgetting.destroyEndedFaces(limit: 250)
                guard forgetting.touched > 0 else { return 0 }
                if !forgetting.keys.isEmpty { try register.append(forgetting.keys, atMilliseconds: now) }
                let event = AuditEvent(
                    atMilliseconds: now, actor: .system, action: .forgetFace, detail: "ended=\(forgetting.touched)")
                try AuditWriting.append([event], node: node, db)
                return forgetting.touched
            }
            guard done > 0 else { break }
            count += done
        }
        if count > 0 { try await emptyLog() }
        return count
    }
}

/// What a retention run forgets of faces.
extension Forgetting {
    /// Faces of entries that have ended, photographs of holders whose time is over, pictures of confirmed faces, and, after
    /// the limit, what was left of forgotten ones.
    mutating func destroyFaces(limit: Int) throws {
        try destroyEndedFaces(limit: limit)
        try destroyDueProbes(limit: limit)
        try db.run("DELETE FROM enrolled_face WHERE forgotten_at < ?", [cutoffs.destroy])
    }

    mutating func destroyEndedFaces(limit: Int) throws {
        let today = FaceDay.of(milliseconds: cutoffs.atMilliseconds).daysSinceEpoch
        let faces = try Row.fetchAll(
            db, sql: "SELECT number, key FROM enrolled_face WHERE forgotten_at IS NULL AND last_day < ? LIMIT ?",
            arguments: [today, limit])
        for row in faces { try destroy(face: row[0], key: row[1]) }
        let photographs = try Row.fetchAll(
            db, sql: "SELECT holder, key FROM holder_photograph WHERE last_day < ? LIMIT ?", arguments: [today, limit])
        for row in photographs {
            try destroy(key: row[1])
            try db.run("DELETE FROM holder_photograph WHERE holder = ?", [row[0] as Data])
        }
        tally[.facesDestroyed] += faces.count + photographs.count
        touched += faces.count + photographs.count
        try destroyMistakenProbes(limit: limit)
    }

    /// Destroys one face; what stays says only that this picture was here.
    mutating func destroy(face number: Int64, key: Int64) throws {
        try destroy(key: key)
        try db.run("DELETE FROM enrolled_portrait WHERE number = ?", [number])
        try db.run(
            """
            UPDATE enrolled_face SET forgotten_at = ?, changed = ?, key = NULL, template = NULL, officer = NULL
            WHERE number = ?
            """, [cutoffs.dayMilliseconds, try FaceRows.nextChange(db), number])
    }
}
