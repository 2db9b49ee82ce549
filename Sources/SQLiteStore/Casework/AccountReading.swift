// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import Foundation
internal import GRDB
internal import Mandate
internal import Screening

/// Opens accounts of officers.
struct AccountReading {
    let db: Database
    let sealer: RecordSealer

    /// The name under which accounts are sealed.
    static let table = "account"

    func accounts(_ clause: String, _ arguments: StatementArguments) throws -> [Account] {
        let rows = try db.rows(
            """
            SELECT a.officer, a.sealed, k.id, k.retention, k.bytes
            FROM account AS a JOIN data_key AS k ON k.number = a.key \(clause)
            """, arguments)
        var found: [Account] = []
        while let row = try rows.next() {
            guard let key = try sealer.key(row, at: 2) else { continue }
            let officer = try RecordID<Officer>(blob: row[0])
            found.append(
                try StoredJSON.value(
                    Account.self, from: try sealer.open(row[1], AccountReading.table, officer.bytes, with: key)))
        }
        return found
    }
}
