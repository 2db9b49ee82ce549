// SPDX-License-Identifier: Apache-2.0

internal import GRDB
public import Screening
public import Travel

extension SQLiteStore {
    /// How many voyages back calls at a port are looked for.
    private static let voyagesLookedBack = 50_000

    public func voyages(touching ports: Set<String>, limit: Int) async throws(StoreError) -> [VoyageFacts] {
        guard !ports.isEmpty else { return [] }
        return try await reading { db in
            let rows = try db.rows(
                """
                SELECT facts, messages FROM voyage
                WHERE number > (SELECT coalesce(max(number), 0) FROM voyage) - :back AND forgotten_at IS NULL
                    AND (json_extract(facts, '$.from') IN (SELECT value FROM json_each(:ports))
                        OR json_extract(facts, '$.to') IN (SELECT value FROM json_each(:ports)))
                ORDER BY number DESC LIMIT :limit
                """,
                [
                    "back": SQLiteStore.voyagesLookedBack, "ports": JSONList.words(ports.sorted()), "limit": limit,
                ])
            var found: [VoyageFacts] = []
            while let row = try rows.next() { found.append(try VoyageRow.facts(row, at: 0)) }
            return found
        }
    }
}
