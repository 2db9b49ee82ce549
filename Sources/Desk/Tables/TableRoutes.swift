// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Gazetteer
import HTTPTypes
import Mandate
import Wording

/// Tables of codes; no data of travellers.
enum TableRoutes {
    static let routes: [RouteDeclaration] = [
        .get("/tabel", .policy(.viewTables)) { visit in .page(TablesPage(visit: visit).render()) },
        .get("/tabel/{id}", .policy(.viewTables)) { visit in
            let table = try table(visit)
            return .page(
                TablePage(visit: visit, table: table, entries: try await history(of: table, visit)).render(),
                shown: ["table:\(table.rawValue)"])
        },
        .get("/tabel/{id}/csv", .policy(.viewTables)) { visit in
            let table = try table(visit)
            let text = TableExport.csv(visit.services.tables.listings(table), of: table)
            return Reply(
                body: .download(Array(text.utf8), name: "\(table.rawValue).csv"),
                shown: ["table:\(table.rawValue)"])
        },
        .get("/tabel/{id}/baris", .policy(.editTable)) { visit in
            let table = try table(visit)
            return .page(try RowPage(visit: visit, table: table, code: visit.query["kode"]).render())
        },
        .get("/tabel/{id}/riwayat", .policy(.viewTables)) { visit in
            let table = try table(visit)
            return .page(
                TableHistoryPage(
                    visit: visit, table: table, entries: try await history(of: table, visit),
                    officers: try await OfficerNames.all(visit)
                ).render(), shown: ["table:\(table.rawValue)"])
        },
        .post("/tabel/{id}/baris", .policy(.editTable)) { visit in try await write(visit) },
        .post("/tabel/{id}/batal", .policy(.editTable)) { visit in
            let table = try table(visit)
            guard let id = visit.form["perubahan"].flatMap({ RecordID<DecisionRecord>($0) }) else {
                throw DeskError.notFound
            }
            let back = "/tabel/\(table.rawValue)/riwayat"
            do {
                try await visit.services.tables.undo(
                    id, reason: visit.form["alasan"] ?? "", by: try visit.mandate(), atMilliseconds: visit.now)
            } catch CaseworkError.notAllowed {
                return await visit.done(back, visit.words(TableText.changedSince), isProblem: true)
            }
            return await visit.done(back, visit.words(TableText.undone))
        },
        .post("/tabel/{id}/impor", .policy(.editTable), body: .passengerList) { visit in
            try await TableImportRoute.answer(try table(visit), visit)
        },
    ]

    static func table(_ visit: Visit) throws(DeskError) -> GazetteerTable {
        guard let table = visit.parameters["id"].flatMap({ GazetteerTable(rawValue: $0) }) else { throw .notFound }
        return table
    }

    /// Newest first.
    private static func history(of table: GazetteerTable, _ visit: Visit) async throws -> [TableDesk.Entry] {
        try await visit.services.tables.entries(atMilliseconds: visit.now).filter { $0.change.table == table }
            .reversed()
    }

    private static func write(_ visit: Visit) async throws -> Reply {
        let table = try table(visit)
        let code = (visit.form[RowPage.field(table.key)] ?? "").uppercased()
        switch visit.form["aksi"] {
        case "cabut": return try await set(code, in: table, to: .withdrawn, .withdrawn, visit)
        case "kembali": return try await set(code, in: table, to: .asShipped, .returned, visit)
        default: return try await put(code, in: table, visit)
        }
    }

    private static func set(
        _ code: String, in table: GazetteerTable, to stance: GazetteerStance, _ said: TableText, _ visit: Visit
    ) async throws -> Reply {
        try await visit.services.tables.set(
            code, in: table, to: stance, reason: visit.form["alasan"] ?? "", by: try visit.mandate(),
            atMilliseconds: visit.now)
        return await visit.done("/tabel/\(table.rawValue)", visit.words(said) + ": " + code)
    }

    private static func put(_ code: String, in table: GazetteerTable, _ visit: Visit) async throws -> Reply {
        let row = RowPage.row(visit, table)
        let mandate = try visit.mandate()
        do {
            try await visit.services.tables.put(
                row, in: table, reason: visit.form["alasan"] ?? "", by: mandate, atMilliseconds: visit.now)
        } catch {
            guard case .invalid(let field, let why) = error else { throw error }
            return try again(row, in: table, visit.words.sentence(ofColumn: field, problem: why), visit)
        }
        return await visit.done("/tabel/\(table.rawValue)", visit.words(TableText.saved) + ": " + code)
    }

    /// The form again, with what was typed in it and what is wrong.
    private static func again(
        _ row: GazetteerRow, in table: GazetteerTable, _ problem: String, _ visit: Visit
    ) throws -> Reply {
        let page = try RowPage(visit: visit, table: table, code: visit.form["lama"], typed: row, problem: problem)
        var reply = Reply.page(page.render())
        reply.status = .unprocessableContent
        reply.isRecorded = true
        return reply
    }
}

extension Words {
    /// A mistake in a row: the column and what is expected.
    func sentence(ofColumn column: String, problem: String) -> String {
        callAsFunction(.tableColumn, column) + ": " + callAsFunction(.rowProblem, problem) + "."
    }
}
