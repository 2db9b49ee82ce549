// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import Foundation
internal import GRDB
internal import Screening
internal import Travel

/// A voyage's facts as stored: JSON, with the list of its messages apart, since that grows with every message.
struct VoyageRow {
    var facts: String
    /// Minutes (8), revision (4) and identity (16) of each message, big-endian.
    var messages: Data

    private static let messageSize = 28

    init(_ facts: VoyageFacts) throws {
        var short = facts
        short.messages = []
        self.facts = try StoredJSON.text(short)
        messages = Data(capacity: facts.messages.count * VoyageRow.messageSize)
        for order in facts.messages {
            withUnsafeBytes(of: Int64(order.minutes).bigEndian) { messages.append(contentsOf: $0) }
            withUnsafeBytes(of: Int32(clamping: order.revision).bigEndian) { messages.append(contentsOf: $0) }
            messages.append(order.message.blob)
        }
    }

    /// The facts in two columns of a row.
    static func facts(_ row: Row, at column: Int) throws -> VoyageFacts {
        var facts = try StoredJSON.value(VoyageFacts.self, from: row[column] as String)
        facts.messages = try orders(row[column + 1])
        return facts
    }

    /// Facts and summary in three columns of a row.
    static func board(_ row: Row, at column: Int) throws -> BoardRow {
        BoardRow(
            facts: try facts(row, at: column),
            summary: try StoredJSON.value(VoyageSummary.self, from: row[column + 2] as String))
    }

    private static func orders(_ data: Data) throws -> [MessageOrder] {
        guard data.count % messageSize == 0 else { throw StoreError.damaged(reason: "a voyage's list of messages") }
        return data.withUnsafeBytes { bytes in
            stride(from: 0, to: bytes.count, by: messageSize).map { offset in
                let minutes = Int64(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Int64.self))
                let revision = Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset + 8, as: Int32.self))
                return MessageOrder(
                    minutes: Int(minutes), revision: Int(revision),
                    message: RecordID(
                        high: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: offset + 12, as: UInt64.self)),
                        low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: offset + 20, as: UInt64.self))))
            }
        }
    }
}
