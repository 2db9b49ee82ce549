// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import Foundation
internal import GRDB
internal import Mandate
internal import Screening
internal import Travel

/// Finds hits by what they may be asked for, the highest rank first.
struct HitReading {
    let db: Database
    let sealer: RecordSealer

    func hits(_ query: HitQuery) throws -> [HitRow] {
        var conditions = ["h.status IN (SELECT value FROM json_each(:statuses))"]
        var arguments: StatementArguments = [
            "statuses": JSONList.words(query.statuses.map(\.rawValue).sorted()), "limit": query.limit,
        ]
        func add(_ condition: String, _ name: String, _ value: some DatabaseValueConvertible) {
            conditions.append(condition)
            arguments += [name: value]
        }
        if let ids = query.ids {
            let numbers = try numbers(of: ids) { "SELECT number FROM hit WHERE id IN (\($0))" }
            add("h.number IN (SELECT value FROM json_each(:ids))", "ids", JSONList.numbers(numbers))
        }
        if let voyages = query.voyages {
            let numbers = try numbers(of: voyages) { "SELECT number FROM voyage WHERE id IN (\($0))" }
            add("h.voyage IN (SELECT value FROM json_each(:voyages))", "voyages", JSONList.numbers(numbers))
        }
        if let posts = query.posts {
            add("v.post IN (SELECT value FROM json_each(:posts))", "posts", JSONList.words(posts.sorted()))
        }
        if let entry = query.entry { add("h.entry = :entry", "entry", entry.blob) }
        if let from = query.fromUTC { add("v.post_time >= :from", "from", from) }
        if let to = query.toUTC { add("v.post_time <= :to", "to", to) }
        let rows = try db.rows(
            """
            SELECT h.id, h.sealed, k.id, k.retention, k.bytes, v.number, v.facts, v.messages
            FROM hit AS h JOIN voyage AS v ON v.number = h.voyage JOIN data_key AS k ON k.number = v.hit_key
            WHERE \(conditions.joined(separator: " AND ")) ORDER BY h.rank DESC, v.post_time, h.id LIMIT :limit
            """, arguments)
        var found: [HitRow] = []
        var facts: [Int64: VoyageFacts] = [:]
        while let row = try rows.next() {
            guard let key = try sealer.key(row, at: 2) else { continue }
            let voyage = try facts[row[5]] ?? VoyageRow.facts(row, at: 6)
            facts[row[5]] = voyage
            found.append(HitRow(hit: try HitWriting.hit(row, at: 0, key: key, sealer), facts: voyage))
        }
        return found
    }

    private func numbers<Kind>(of ids: [RecordID<Kind>], _ sql: (String) -> String) throws -> [Int64] {
        var found = Set<Int64>()
        try db.rows(for: ids, sql) { found.insert($0[0]) }
        return found.sorted()
    }
}
