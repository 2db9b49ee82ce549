// SPDX-License-Identifier: Apache-2.0

internal import GRDB
internal import Quality
internal import Screening
internal import Travel

/// What a forgotten message of no voyage adds to the counts of its day, from its row.
enum LooseMessageRow {
    static let columns =
        "coalesce(carrier, sender), received_at, kind, was, warnings, repeats, quarantine_reason, sender"
    /// The number of ``columns``.
    static let count = 8

    static func quality(_ row: Row) throws -> LooseMessageQuality {
        // What was unreadable when it came was counted then, without kind and warnings.
        if row[6] as String? != nil {
            return LooseMessageQuality(
                carrier: row[7], receivedAtMilliseconds: row[1], kind: nil, isQuarantined: true, repeats: row[5])
        }
        return LooseMessageQuality(
            carrier: row[0], receivedAtMilliseconds: row[1],
            kind: (row[2] as String?).flatMap { MessageKind(rawValue: $0) },
            isQuarantined: row[3] as String? == MessageState.quarantined.rawValue,
            warnings: try (row[4] as String?).map { try StoredJSON.value([String: Int].self, from: $0) } ?? [:],
            repeats: row[5])
    }
}
