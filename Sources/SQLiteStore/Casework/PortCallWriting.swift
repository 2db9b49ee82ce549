// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Foundation
internal import GRDB
internal import Screening
internal import Travel

/// What a change of the ports has screened anew.
struct PortCallWriting {
    let db: Database

    /// How many voyages back calls at a port are looked for.
    private static let voyagesLookedBack = 50_000

    /// Notes that the ports changed by an act, and finds the voyages concerned.
    func mark(_ calls: PortCalls, act: Int64) throws -> Set<Int64> {
        try Counters.ports.set(act, db)
        let rows = try db.rows(
            """
            SELECT facts, messages, number FROM voyage
            WHERE number > (SELECT coalesce(max(number), 0) FROM voyage) - :back AND forgotten_at IS NULL
                AND (json_extract(facts, '$.from') IN (SELECT value FROM json_each(:ports))
                    OR json_extract(facts, '$.to') IN (SELECT value FROM json_each(:ports)))
            ORDER BY number DESC
            """, ["back": PortCallWriting.voyagesLookedBack, "ports": JSONList.words(calls.ports.sorted())])
        var found = Set<Int64>()
        while found.count < PortCalls.limit, let row = try rows.next() {
            if calls.include(try VoyageRow.facts(row, at: 0)) { found.insert(row[2]) }
        }
        return found
    }
}
