// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import Foundation
internal import GRDB
public import Screening

/// Records of faces that are there and cannot be opened: pages pass over them, so somebody must be told.
extension SQLiteStore {
    /// Records of reviews in the decision log. Each is opened.
    public func unreadableFaceDecisions() async throws(StoreError) -> Int {
        try await reading { [sealer] db in
            let reading = DecisionReading(db: db, sealer: sealer)
            let rows = try db.rows("\(DecisionReading.select) WHERE d.kind = ?", [DecisionKind.face.rawValue])
            var count = 0
            while let row = try rows.next() {
                do { _ = try reading.record(row) } catch { count += 1 }
            }
            return count
        }
    }

    /// Enrolled templates and portraits, photographs of holders, pictures of confirmed faces. Each is opened, which takes
    /// minutes for a full gallery.
    public func unreadableFaces() async throws(StoreError) -> Int {
        try await reading { [sealer] db in
            let parts = [
                (FaceRows.template, "f.id, f.template", "enrolled_face AS f", "f.key"),
                (
                    FaceRows.portrait, "f.id, p.sealed",
                    "enrolled_face AS f JOIN enrolled_portrait AS p ON p.number = f.number", "f.key"
                ),
                (SQLiteStore.holderTemplate, "h.holder, h.template", "holder_photograph AS h", "h.key"),
                (SQLiteStore.holderPortrait, "h.holder, h.portrait", "holder_photograph AS h", "h.key"),
                (ProbeRows.table, "c.review, c.sealed", "confirmed_probe AS c", "c.key"),
            ]
            var count = 0
            for (table, columns, source, key) in parts {
                let rows = try db.rows(
                    """
                    SELECT \(columns), k.id, k.retention, k.bytes FROM \(source)
                    JOIN data_key AS k ON k.number = \(key)
                    """, [])
                while let row = try rows.next() {
                    do {
                        guard let key = try sealer.key(row, at: 2) else { continue }
                        _ = try sealer.open(row[1], table, [UInt8](row[0] as Data), with: key)
                    } catch { count += 1 }
                }
            }
            return count
        }
    }
}
