// SPDX-License-Identifier: Apache-2.0

public import Casework
public import Civil
public import Faces
internal import Foundation
internal import GRDB
public import Mandate
public import Screening
internal import Watchlists

/// What the gallery holds, and describing it again after a change of models.
extension SQLiteStore {
    public func faceEntries(
        engine: String, offset: Int, limit: Int
    ) async throws(StoreError) -> [FaceEntrySummary] {
        try await reading { db in
            let rows = try db.rows(
                """
                SELECT entry, count(*), sum(engine <> ?), sum(merged), max(last_day), max(grade), max(at)
                FROM enrolled_face WHERE forgotten_at IS NULL GROUP BY entry ORDER BY 5, 1 LIMIT ? OFFSET ?
                """, [engine, limit, offset])
            var found: [FaceEntrySummary] = []
            while let row = try rows.next() {
                found.append(
                    FaceEntrySummary(
                        entry: try RecordID(blob: row[0]), pictures: row[1], elsewhere: row[2], merged: row[3],
                        lastDay: try FaceRows.day(row[4]), bestGrade: row[5], newestAtMilliseconds: row[6]))
            }
            return found
        }
    }

    public func faceTotals() async throws(StoreError) -> FaceTotals {
        try await reading { [sealer] db in
            let rows = try db.rows(
                "SELECT engine, count(*) FROM enrolled_face WHERE forgotten_at IS NULL GROUP BY engine", [])
            var pictures: [String: Int] = [:]
            while let row = try rows.next() { pictures[row[0]] = row[1] }
            return FaceTotals(entries: try FaceRows(db: db, sealer: sealer).entryCount(), pictures: pictures)
        }
    }

    public func facesDescribedElsewhere(
        than engine: String, after number: Int64, limit: Int
    ) async throws(StoreError) -> [KeptPortrait] {
        try await reading { [sealer] db in
            let rows = try db.rows(
                """
                SELECT f.number, f.id, f.entry, p.sealed, k.id, k.retention, k.bytes FROM enrolled_face AS f
                JOIN enrolled_portrait AS p ON p.number = f.number JOIN data_key AS k ON k.number = f.key
                WHERE f.forgotten_at IS NULL AND f.engine <> ? AND f.number > ? ORDER BY f.number LIMIT ?
                """, [engine, number, limit])
            var found: [KeptPortrait] = []
            while let row = try rows.next() {
                let id = try RecordID<FaceEnrolment>(blob: row[1])
                guard let key = try sealer.key(row, at: 4) else { continue }
                // A damaged portrait is no picture, which the caller refuses; it must not keep those behind it waiting.
                let jpeg = (try? sealer.open(row[3], FaceRows.portrait, id.bytes, with: key)) ?? []
                found.append(
                    KeptPortrait(
                        number: row[0], id: id, entry: try RecordID(blob: row[2]), portrait: FacePortrait(jpeg: jpeg)))
            }
            return found
        }
    }

    public func describeAgain(
        _ templates: [RecordID<FaceEnrolment>: FaceTemplate], engine: String, audit: [AuditEvent]
    ) async throws(StoreError) -> Int {
        try await writing { [sealer, node] db in
            let rows = FaceRows(db: db, sealer: sealer)
            var count = 0
            for (id, template) in templates.sorted(by: { $0.key < $1.key }) {
                if try rows.describe(id, as: template, by: engine) { count += 1 }
            }
            try AuditWriting.append(audit, node: node, db)
            return count
        }
    }
}
