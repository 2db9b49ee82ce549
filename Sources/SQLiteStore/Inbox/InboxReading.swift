// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import Foundation
internal import GRDB
internal import Mandate
internal import Messages
internal import Screening
internal import Travel

/// Opens messages of the inbox.
enum InboxReading {
    /// When the message `i` was first screened. Version 1 of the tables did not keep it: the receipt is the nearest that
    /// is known of those messages, and stays the same whenever they are screened anew.
    static let screenedAt = "coalesce(i.screened_at, CASE WHEN i.kind IS NOT NULL THEN i.received_at END)"

    /// The columns that ``message(_:_:)`` reads, and the voyage that it was screened into; a where clause over `i` follows.
    static let select = """
        SELECT i.id, i.state, i.received_at, i.origin, b.sealed, k.id, k.retention, k.bytes, \(screenedAt),
            (SELECT v.id FROM voyage AS v WHERE v.number = i.voyage)
        FROM inbox AS i JOIN message_body AS b ON b.seq = i.seq JOIN data_key AS k ON k.number = b.key
        """

    static func message(_ row: Row, _ sealer: RecordSealer, _ db: Database) throws -> StoredMessage? {
        guard let key = try sealer.key(row, at: 5) else { return nil }
        let id = try RecordID<ReceivedMessage>(blob: row[0])
        let body = try MessageBytes(encoded: try sealer.open(row[4], InboxWriting.table, id.bytes, with: key))
        return StoredMessage(
            id: id, receivedAtMilliseconds: row[2], origin: row[3], state: try state(row[1]), bytes: body.bytes,
            cardTokens: body.cardTokens, filtered: body.filtered,
            screenedAtMilliseconds: row[8], profile: try body.profile.map { try profile($0, sealer, db) })
    }

    /// The version of a profile that a message was read by; without it the message would read otherwise.
    private static func profile(_ stamp: ProfileStamp, _ sealer: RecordSealer, _ db: Database) throws -> SavedProfile {
        let id = Data(RecordID<DecisionRecord>(of: stamp.record).bytes)
        let records = try DecisionReading(db: db, sealer: sealer).records("WHERE d.id = ?", [id])
        guard case .profileSaved(let saved)? = records.first?.decision else {
            throw StoreError.damaged(reason: "the profile \(stamp.id) version \(stamp.version) of a message is missing")
        }
        return saved
    }

    static func state(_ word: String) throws -> MessageState {
        guard let state = MessageState(rawValue: word) else {
            throw StoreError.damaged(reason: "a message in an unknown state")
        }
        return state
    }
}
