// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Foundation
internal import GRDB
internal import Mandate
internal import Screening
internal import Travel

/// Opens messages of the inbox.
enum InboxReading {
    /// The columns that ``message(_:_:)`` reads; a where clause over `i` follows.
    static let select = """
        SELECT i.id, i.state, i.received_at, i.origin, b.sealed, k.id, k.retention, k.bytes, i.screened_at
        FROM inbox AS i JOIN message_body AS b ON b.seq = i.seq JOIN data_key AS k ON k.number = b.key
        """

    static func message(_ row: Row, _ sealer: RecordSealer) throws -> StoredMessage? {
        guard let key = try sealer.key(row, at: 5) else { return nil }
        let id = try RecordID<ReceivedMessage>(blob: row[0])
        let body = try MessageBytes(encoded: try sealer.open(row[4], InboxWriting.table, id.bytes, with: key))
        return StoredMessage(
            id: id, receivedAtMilliseconds: row[2], origin: row[3], state: try state(row[1]), bytes: body.bytes,
            cardTokens: body.cardTokens, filtered: body.filtered,
            screenedAtMilliseconds: row[8])
    }

    static func state(_ word: String) throws -> MessageState {
        guard let state = MessageState(rawValue: word) else {
            throw StoreError.damaged(reason: "a message in an unknown state")
        }
        return state
    }
}
