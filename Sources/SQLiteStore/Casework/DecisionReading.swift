// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import Foundation
internal import GRDB
internal import Mandate
internal import Screening

/// Opens records of the decision log.
struct DecisionReading {
    let db: Database
    let sealer: RecordSealer

    /// The name under which decisions are sealed.
    static let table = "decision"

    /// The columns that ``record(_:)`` reads; a clause over `d` follows.
    static let select = """
        SELECT d.id, d.sealed, k.id, k.retention, k.bytes, d.seq
        FROM decision AS d JOIN data_key AS k ON k.number = d.key
        """

    func record(_ row: Row) throws -> DecisionRecord? {
        guard let key = try sealer.key(row, at: 2) else { return nil }
        let id = try RecordID<DecisionRecord>(blob: row[0])
        return try StoredJSON.value(
            DecisionRecord.self, from: try sealer.open(row[1], DecisionReading.table, id.bytes, with: key))
    }

    func sequence(_ row: Row) -> Int64 { row[5] }

    /// A record of a list; nil also for one of a face that is damaged. It is counted where reviews are followed, and keeps
    /// nothing else from being shown; any other kind that is damaged fails, since what is left out may forbid something.
    func listed(_ row: Row) throws -> DecisionRecord? {
        do { return try record(row) } catch {
            let kind: String? = try db.row("SELECT kind FROM decision WHERE seq = ?", [sequence(row)])?[0]
            guard kind == DecisionKind.face.rawValue else { throw error }
            return nil
        }
    }

    func records(_ clause: String, _ arguments: StatementArguments) throws -> [DecisionRecord] {
        var found: [DecisionRecord] = []
        let rows = try db.rows("\(DecisionReading.select) \(clause)", arguments)
        while let row = try rows.next() { if let record = try listed(row) { found.append(record) } }
        return found
    }
}
