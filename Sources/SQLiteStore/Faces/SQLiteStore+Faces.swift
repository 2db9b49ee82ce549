// SPDX-License-Identifier: Apache-2.0

public import Casework
public import Civil
public import Faces
internal import Foundation
internal import GRDB
public import Mandate
public import Screening
public import Watchlists

extension SQLiteStore: FaceStore {
    public func enrol(
        _ faces: [FaceEnrolment], limit: Int, atMilliseconds now: Int64,
        audit: @escaping @Sendable ([EnrolmentVerdict]) -> [AuditEvent]
    ) async throws(StoreError) -> [EnrolmentVerdict] {
        guard !faces.isEmpty else { return [] }
        let today = FaceDay.of(milliseconds: now)
        return try await writing { [sealer, node] db in
            let rows = FaceRows(db: db, sealer: sealer)
            // Counted once: it goes over the whole gallery.
            var entries = try rows.entryCount()
            let verdicts = try faces.map { try rows.enrol($0, limit: limit, today: today, entries: &entries) }
            try AuditWriting.append(audit(verdicts), node: node, db)
            return verdicts
        }
    }

    public func faces(
        known ids: [RecordID<FaceEnrolment>], engine: String
    ) async throws(StoreError) -> [RecordID<FaceEnrolment>: EnrolmentVerdict] {
        try await reading { db in
            var found: [RecordID<FaceEnrolment>: EnrolmentVerdict] = [:]
            let sql = "SELECT id, forgotten_at IS NULL, engine FROM enrolled_face WHERE id IN"
            try db.rows(for: ids, { "\(sql) (\($0))" }) { row in
                let isThere: Bool = row[1]
                let describedBy: String = row[2]
                guard !isThere || describedBy == engine else { return }
                found[try RecordID(blob: row[0])] = isThere ? .known : .forgotten
            }
            return found
        }
    }

    public func faceChanges(after version: Int64, limit: Int) async throws(StoreError) -> FaceChanges {
        try await reading { db in
            let rows = try db.rows(
                "SELECT entry, changed FROM enrolled_face WHERE changed > ? ORDER BY changed LIMIT ?", [version, limit])
            var changes = FaceChanges(entries: [], version: version)
            var seen: Set<RecordID<WatchlistEntry>> = []
            while let row = try rows.next() {
                let entry = try RecordID<WatchlistEntry>(blob: row[0])
                if seen.insert(entry).inserted { changes.entries.append(entry) }
                changes.version = row[1]
            }
            return changes
        }
    }

    public func faceTemplates(of entries: [RecordID<WatchlistEntry>]) async throws(StoreError) -> [StoredTemplate] {
        try await reading { [sealer] db in try FaceRows(db: db, sealer: sealer).templates(of: entries) }
    }

    public func facePortrait(
        of entry: RecordID<WatchlistEntry>, only id: RecordID<FaceEnrolment>?
    ) async throws(StoreError) -> FacePortrait? {
        try await reading { [sealer] db in
            let row = try db.row(
                """
                SELECT f.id, p.sealed, k.id, k.retention, k.bytes FROM enrolled_face AS f
                JOIN enrolled_portrait AS p ON p.number = f.number JOIN data_key AS k ON k.number = f.key
                WHERE f.entry = ? AND f.forgotten_at IS NULL AND (? IS NULL OR f.id = ?)
                ORDER BY f.number DESC LIMIT 1
                """, [entry.blob, id?.blob, id?.blob])
            guard let row, let key = try sealer.key(row, at: 2) else { return nil }
            let id = try RecordID<FaceEnrolment>(blob: row[0])
            return FacePortrait(jpeg: try sealer.open(row[1], FaceRows.portrait, id.bytes, with: key))
        }
    }

    public func faceListing(
        of entry: RecordID<WatchlistEntry>?, offset: Int, limit: Int
    ) async throws(StoreError) -> [FaceListing] {
        try await reading { db in
            let rows = try db.rows(
                """
                SELECT id, entry, engine, at, last_day, merged, grade, eye_pixels FROM enrolled_face
                WHERE forgotten_at IS NULL \(entry == nil ? "AND ? IS NULL" : "AND entry = ?")
                ORDER BY entry, number LIMIT ? OFFSET ?
                """, [entry?.blob, limit, offset])
            var found: [FaceListing] = []
            while let row = try rows.next() { found.append(try FaceRows.listing(row)) }
            return found
        }
    }

    public func mergeFaces(
        of entry: RecordID<WatchlistEntry>, atLeast similarity: Double,
        audit: @escaping @Sendable (_ count: Int) -> [AuditEvent]
    ) async throws(StoreError) -> FaceMerge {
        try await writing { [sealer, node] db in
            let templates = try FaceRows(db: db, sealer: sealer).templates(of: [entry])
            let merge = FaceMerge(of: templates, atLeast: similarity)
            guard case .merged(let count) = merge else { return merge }
            try db.run(
                "UPDATE enrolled_face SET merged = 1, changed = ? WHERE entry = ? AND forgotten_at IS NULL",
                [try FaceRows.nextChange(db), entry.blob])
            try AuditWriting.append(audit(count), node: node, db)
            return merge
        }
    }
}
