// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import GRDB
public import Quality
public import Screening
internal import Travel

extension SQLiteStore: QualityStore {
    public func qualityDays(_ query: QualityQuery) async throws(StoreError) -> [CarrierDay] {
        try await reading { db in
            let filter = QualityFilter(query)
            let rows = try db.rows(
                """
                SELECT day, carrier, post, mode, measure, count FROM quality_day AS q
                WHERE \(filter.condition) AND count <> 0 ORDER BY day, carrier, post, mode, measure
                """, filter.arguments)
            var found: [CarrierDay] = []
            while let row = try rows.next() {
                let key = QualityRow.key(row, at: 0)
                if found.last?.key != key { found.append(CarrierDay(key: key, counts: QualityCounts())) }
                found[found.count - 1].counts[QualityMeasure(row[4])] = row[5]
            }
            return found
        }
    }

    public func hitTimes(_ query: QualityQuery, limit: Int) async throws(StoreError) -> [HitTimeliness] {
        try await reading { db in
            let filter = QualityFilter(query)
            let rows = try db.rows(
                """
                SELECT q.day, q.carrier, q.post, q.mode, q.id, v.id, q.status, q.landing, q.known, q.judged, q.cause
                FROM quality_hit AS q JOIN voyage AS v ON v.number = q.voyage
                WHERE \(filter.condition) ORDER BY q.landing DESC, q.id LIMIT :limit
                """, filter.arguments + ["limit": limit])
            var found: [HitTimeliness] = []
            while let row = try rows.next() {
                guard let status = HitStatus(rawValue: row[6]) else {
                    throw StoreError.damaged(reason: "a hit in an unknown state")
                }
                found.append(
                    HitTimeliness(
                        id: try RecordID(blob: row[4]), voyage: try RecordID(blob: row[5]),
                        key: QualityRow.key(row, at: 0), status: status, landingMilliseconds: row[7],
                        knownAtMilliseconds: row[8], judgedAtMilliseconds: row[9],
                        cause: (row[10] as String?).flatMap { LateCause(rawValue: $0) }))
            }
            return found
        }
    }

    public func seenVoyages(_ query: QualityQuery) async throws(StoreError) -> [SeenVoyage] {
        try await reading { db in
            let filter = QualityFilter(query)
            let rows = try db.rows(
                """
                SELECT q.day, q.carrier, q.post, q.mode, v.id, q.number, q.origin, q.target, q.cancelled, q.departure,
                    q.lists, q.bookings
                FROM quality_voyage AS q JOIN voyage AS v ON v.number = q.voyage
                WHERE \(filter.condition) ORDER BY q.day, q.carrier, q.post, q.mode, v.id
                """, filter.arguments)
            var found: [SeenVoyage] = []
            while let row = try rows.next() {
                found.append(
                    SeenVoyage(
                        id: try RecordID(blob: row[4]), key: QualityRow.key(row, at: 0), number: row[5], from: row[6],
                        to: row[7], isCancelled: row[8], departureUTC: row[9], hasList: row[10], hasBookings: row[11]))
            }
            return found
        }
    }
}

/// A query as a condition over the key's columns of `q`.
private struct QualityFilter {
    var condition = "q.day BETWEEN :from AND :to"
    var arguments: StatementArguments

    init(_ query: QualityQuery) {
        arguments = ["from": query.fromDay, "to": query.toDay]
        if let carrier = query.carrier {
            condition += " AND q.carrier = :carrier"
            arguments += ["carrier": carrier]
        }
        if let posts = query.posts {
            condition += " AND q.post IN (SELECT value FROM json_each(:posts))"
            arguments += ["posts": JSONList.words(posts.sorted())]
        }
        if let mode = query.mode {
            condition += " AND q.mode = :mode"
            arguments += ["mode": mode]
        }
    }
}
