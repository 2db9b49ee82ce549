// SPDX-License-Identifier: Apache-2.0

public import Casework
public import Civil
internal import Foundation
internal import GRDB
public import Mandate
public import Screening
public import Travel
public import Watchlists

extension SQLiteStore {
    public func decisions(
        kinds: Set<DecisionKind>, post: PostCode?, sinceMilliseconds: Int64, limit: Int
    ) async throws(StoreError) -> [DecisionRecord] {
        try await reading { [sealer] db in
            var clause = "WHERE d.at >= :since"
            var arguments: StatementArguments = ["since": sinceMilliseconds, "limit": limit]
            if !kinds.isEmpty {
                clause += " AND d.kind IN (SELECT value FROM json_each(:kinds))"
                arguments += ["kinds": JSONList.words(kinds.map(\.rawValue).sorted())]
            }
            if let post {
                clause += " AND d.post = :post"
                arguments += ["post": post.description]
            }
            return try DecisionReading(db: db, sealer: sealer)
                .records("\(clause) ORDER BY d.at DESC, d.seq DESC LIMIT :limit", arguments)
        }
    }

    public func decisions(
        kinds: Set<DecisionKind>, behind sequence: Int64, limit: Int
    ) async throws(StoreError) -> DecisionPage {
        try await reading { [sealer] db in
            let reading = DecisionReading(db: db, sealer: sealer)
            let rows = try db.rows(
                """
                \(DecisionReading.select) WHERE d.seq > ? AND d.kind IN (SELECT value FROM json_each(?))
                ORDER BY d.seq LIMIT ?
                """, [sequence, JSONList.words(kinds.map(\.rawValue).sorted()), limit])
            var page = DecisionPage(decisions: [], upTo: sequence)
            var count = 0
            while let row = try rows.next() {
                count += 1
                page.upTo = reading.sequence(row)
                let record: DecisionRecord?
                do { record = try reading.record(row) } catch {
                    page.unreadable += 1
                    continue
                }
                guard let record else { continue }
                page.decisions.append(DecisionPage.Numbered(sequence: page.upTo, record: record))
            }
            // All that is left is of other kinds.
            if count < limit { page.upTo = try db.row("SELECT max(seq) FROM decision", [])?[0] ?? sequence }
            return page
        }
    }

    public func decisions(onVoyage voyage: RecordID<Voyage>) async throws(StoreError) -> [DecisionRecord] {
        try await reading { [sealer] db in
            // A decision made before the last rebuild knows the voyage by its hit alone.
            try DecisionReading(db: db, sealer: sealer)
                .records(
                    """
                    WHERE d.voyage = :voyage OR d.hit IN (
                        SELECT h.id FROM hit AS h JOIN voyage AS v ON v.number = h.voyage WHERE v.id = :voyage)
                    ORDER BY d.at, d.seq
                    """, ["voyage": voyage.blob])
        }
    }

    public func entries(
        offset: Int, limit: Int, includingWithdrawn: Bool
    ) async throws(StoreError) -> [WatchlistEntry] {
        try await reading { [sealer] db in
            let reading = EntryReading(db: db, sealer: sealer)
            let filter = includingWithdrawn ? "" : "WHERE e.withdrawn = 0"
            let rows = try db.rows(
                "\(EntryReading.select) \(filter) ORDER BY e.number DESC LIMIT ? OFFSET ?", [limit, offset])
            var found: [WatchlistEntry] = []
            while let row = try rows.next() { if let entry = try reading.entry(row) { found.append(entry) } }
            return found
        }
    }

    public func entries(carrying tokens: [BlindToken]) async throws(StoreError) -> [WatchlistEntry] {
        let wanted = Set(tokens)
        return try await reading { [sealer] db in
            let reading = EntryReading(db: db, sealer: sealer)
            let rows = try db.rows(
                """
                SELECT e.id, e.sealed, k.id, k.retention, k.bytes, e.tokens
                FROM entry AS e JOIN data_key AS k ON k.number = e.key
                WHERE e.number IN (SELECT t.entry FROM entry_token AS t JOIN json_each(?) AS w ON w.value = t.token)
                ORDER BY e.number DESC
                """, [JSONList.numbers(wanted.map(\.indexed))])
            var found: [WatchlistEntry] = []
            while let row = try rows.next() {
                guard !wanted.isDisjoint(with: try PackedList.tokens(row[5])) else { continue }
                if let entry = try reading.entry(row) { found.append(entry) }
            }
            return found
        }
    }

    /// - Parameter login: `token(.login, name)` of the vault, the name in lower case.
    public func account(login: BlindToken) async throws(StoreError) -> Account? {
        try await reading { [sealer] db in
            try AccountReading(db: db, sealer: sealer).accounts("WHERE a.login = ?", [Data(login.bytes)]).first
        }
    }

    public func accounts() async throws(StoreError) -> [Account] {
        try await reading { [sealer] db in
            try AccountReading(db: db, sealer: sealer).accounts("", []).sorted { $0.officer.login < $1.officer.login }
        }
    }

    public func changeCount() async throws(StoreError) -> Int64 {
        try await reading { db in try Counters.changes.value(db) }
    }
}
