// SPDX-License-Identifier: Apache-2.0

public import Casework
public import Civil
internal import Foundation
internal import GRDB
internal import Mandate
public import Screening

extension SQLiteStore {
    public func keptProbes(of reviews: [RecordID<ReviewedFace>]) async throws(StoreError) -> [KeptProbe] {
        try await reading { db in
            var found: [KeptProbe] = []
            let sql = """
                SELECT \(ProbeRows.columns) FROM confirmed_probe AS p
                WHERE p.key IN (SELECT number FROM data_key) AND \(ProbeRows.shown) AND p.review IN
                """
            try db.rows(for: reviews, { "\(sql) (\($0))" }) { row in found.append(try ProbeRows.facts(row)) }
            return found.sorted { $0.review < $1.review }
        }
    }

    public func probePicture(of review: RecordID<ReviewedFace>) async throws(StoreError) -> [UInt8]? {
        try await reading { [sealer] db in
            let row = try db.row(
                """
                SELECT p.sealed, k.id, k.retention, k.bytes FROM confirmed_probe AS p
                JOIN data_key AS k ON k.number = p.key WHERE p.review = ? AND \(ProbeRows.shown)
                """, [review.blob])
            guard let row, let key = try sealer.key(row, at: 1) else { return nil }
            return try sealer.open(row[0], ProbeRows.table, review.bytes, with: key)
        }
    }
}
