// SPDX-License-Identifier: Apache-2.0

public import Casework
public import Civil
internal import Foundation
internal import GRDB
public import Mandate
public import Screening
public import Travel

extension SQLiteStore {
    public func board(_ query: BoardQuery) async throws(StoreError) -> [BoardRow] {
        try await reading { db in
            var filter = ""
            var arguments: StatementArguments = [
                "direction": query.direction.rawValue, "from": query.fromUTC, "to": query.toUTC, "limit": query.limit,
            ]
            if let posts = query.posts {
                filter = "AND post IN (SELECT value FROM json_each(:posts))"
                arguments += ["posts": JSONList.words(posts.sorted())]
            }
            let rows = try db.rows(
                """
                SELECT facts, messages, summary FROM voyage
                WHERE direction = :direction AND post_time BETWEEN :from AND :to \(filter)
                ORDER BY post_time, id LIMIT :limit
                """, arguments)
            var found: [BoardRow] = []
            while let row = try rows.next() { found.append(try VoyageRow.board(row, at: 0)) }
            return found
        }
    }

    public func voyages(_ ids: [RecordID<Voyage>]) async throws(StoreError) -> [BoardRow] {
        try await reading { db in
            var found: [BoardRow] = []
            try db.rows(for: ids, { "SELECT facts, messages, summary FROM voyage WHERE id IN (\($0))" }) { row in
                found.append(try VoyageRow.board(row, at: 0))
            }
            return found.sorted { $0.facts.id < $1.facts.id }
        }
    }

    public func hits(_ query: HitQuery) async throws(StoreError) -> [HitRow] {
        try await reading { [sealer] db in try HitReading(db: db, sealer: sealer).hits(query) }
    }

    public func locate(_ contribution: RecordID<Traveller>) async throws(StoreError) -> TravellerLocation? {
        try await reading { db in
            let numbers = try TokenIndex.travellers([contribution.indexed], db)
            let rows = try db.rows(
                """
                SELECT t.id, t.status, t.contributions, v.facts, v.messages
                FROM traveller AS t JOIN voyage AS v ON v.number = t.voyage
                WHERE t.number IN (SELECT value FROM json_each(?)) ORDER BY t.number DESC
                """, [JSONList.numbers(numbers)])
            while let row = try rows.next() {
                let id = try RecordID<Traveller>(blob: row[0])
                let contributions: [RecordID<Traveller>] = try PackedList.ids(row[2])
                guard id == contribution || contributions.contains(contribution) else { continue }
                return TravellerLocation(
                    traveller: id, status: try TravellerRow.status(row[1]), facts: try VoyageRow.facts(row, at: 3))
            }
            return nil
        }
    }

    public func travellers(
        carrying tokens: [BlindToken], limit: Int
    ) async throws(StoreError) -> [TravellerLocation] {
        let wanted = Set(tokens)
        return try await reading { db in
            // The newest travellers where a name is so common that not all can be read.
            let numbers = try TokenIndex.travellers(Set(wanted.map(\.indexed)), limit: 50_000, db)
            let rows = try db.rows(
                """
                SELECT t.id, t.status, t.tokens, v.facts, v.messages
                FROM traveller AS t JOIN voyage AS v ON v.number = t.voyage
                WHERE t.number IN (SELECT value FROM json_each(?)) ORDER BY v.post_time DESC, v.id, t.id
                """, [JSONList.numbers(numbers)])
            var found: [TravellerLocation] = []
            while found.count < limit, let row = try rows.next() {
                let matched = try PackedList.tokens(row[2]).filter { wanted.contains($0) }
                guard !matched.isEmpty else { continue }
                found.append(
                    TravellerLocation(
                        traveller: try RecordID(blob: row[0]), status: try TravellerRow.status(row[1]),
                        facts: try VoyageRow.facts(row, at: 3), matched: matched))
            }
            return found
        }
    }
}
