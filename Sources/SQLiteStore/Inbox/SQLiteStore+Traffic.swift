// SPDX-License-Identifier: Apache-2.0

internal import GRDB
public import Screening

extension SQLiteStore {
    /// How many messages back the last one of an origin is looked for.
    private static let messagesLookedBack = 1_000_000

    public func traffic(
        of origins: [String], sinceMilliseconds since: Int64
    ) async throws(StoreError) -> [String: OriginTraffic] {
        guard !origins.isEmpty else { return [:] }
        return try await reading { db in
            var found: [String: OriginTraffic] = [:]
            // By state, since that index has the time of receipt.
            let counted = try db.rows(
                """
                SELECT origin, max(received_at), count(*), sum(state = 'quarantined') FROM inbox
                WHERE state IN ('pending', 'screened', 'quarantined', 'replayed', 'forgotten') AND received_at >= ?
                    AND origin IN (SELECT value FROM json_each(?))
                GROUP BY origin
                """, [since, JSONList.words(origins)])
            while let row = try counted.next() {
                found[row[0]] = OriginTraffic(
                    lastReceivedAtMilliseconds: row[1], received: row[2], quarantined: row[3])
            }
            let quiet = Set(origins).subtracting(found.keys)
            guard !quiet.isEmpty else { return found }
            let earlier = try db.rows(
                """
                SELECT origin, max(received_at) FROM inbox
                WHERE seq > (SELECT coalesce(max(seq), 0) FROM inbox) - ?
                    AND origin IN (SELECT value FROM json_each(?))
                GROUP BY origin
                """, [SQLiteStore.messagesLookedBack, JSONList.words(quiet.sorted())])
            while let row = try earlier.next() {
                found[row[0]] = OriginTraffic(lastReceivedAtMilliseconds: row[1])
            }
            return found
        }
    }
}
