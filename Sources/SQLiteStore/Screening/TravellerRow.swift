// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GRDB
internal import Screening
internal import Travel

/// Rows of the index of travellers.
enum TravellerRow {
    /// The index row in five columns: id, status, role, tokens, contributions.
    static func index(_ row: Row, at column: Int) throws -> TravellerIndex {
        guard let role = TravellerRole(rawValue: row[column + 2]) else {
            throw StoreError.damaged(reason: "a traveller in an unknown role")
        }
        return TravellerIndex(
            id: try .init(blob: row[column]), status: try status(row[column + 1]), role: role,
            tokens: try PackedList.tokens(row[column + 3]), contributions: try PackedList.ids(row[column + 4]))
    }

    static func status(_ word: String) throws -> TravellerStatus {
        guard let status = TravellerStatus(rawValue: word) else {
            throw StoreError.damaged(reason: "a traveller in an unknown state")
        }
        return status
    }
}
