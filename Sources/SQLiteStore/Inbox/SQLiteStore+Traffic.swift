// SPDX-License-Identifier: Apache-2.0

internal import GRDB
public import Screening

extension SQLiteStore {
    public func traffic(
        of origins: [String], sinceMilliseconds since: Int64
    ) async throws(StoreError) -> [String: OriginTraffic] {
        guard !origins.isEmpty else { return [:] }
        return try await reading { db in
            var found: [String: OriginTraffic] = [:]
            let counted = try db.rows(
                """
                SELECT origin, max(received_at), count(*), sum(state = 'quarantined') FROM inbox INDEXED BY inbox_origin
                WHERE origin IN (SELECT value FROM json_each(?)) AND received_at >= ?
                GROUP BY origin
                """, [JSONList.words(origins), since])
            while let row = try counted.next() {
                found[row[0]] = OriginTraffic(
                    lastReceivedAtMilliseconds: row[1], received: row[2], quarantined: row[3])
            }
            let quiet = Set(origins).subtracting(found.keys)
            guard !quiet.isEmpty else { return found }
            // One step in the index for each, however long ago its last message came.
            let earlier = try db.rows(
                "SELECT value, (SELECT max(received_at) FROM inbox WHERE origin = value) FROM json_each(?)",
                [JSONList.words(quiet.sorted())])
            while let row = try earlier.next() {
                guard let last: Int64 = row[1] else { continue }
                found[row[0]] = OriginTraffic(lastReceivedAtMilliseconds: last)
            }
            return found
        }
    }
}
