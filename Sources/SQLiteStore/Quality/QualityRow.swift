// SPDX-License-Identifier: Apache-2.0

internal import GRDB
internal import Quality
internal import Screening

/// Facts of quality as columns.
enum QualityRow {
    /// Four columns: day, carrier, post, mode.
    static func key(_ row: Row, at column: Int) -> QualityKey {
        QualityKey(day: row[column], carrier: row[column + 1], post: row[column + 2], mode: row[column + 3])
    }

    /// Counts as one text, sorted, so that equal counts have equal texts: `late=1 messages=4`.
    static func text(_ counts: QualityCounts) -> String {
        counts.values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    }

    static func counts(_ text: String) throws -> QualityCounts {
        var counts = QualityCounts()
        for item in text.utf8.split(separator: UInt8(ascii: " ")) {
            guard let place = item.lastIndex(of: UInt8(ascii: "=")),
                let count = Int(String(Substring(item[item.index(after: place)...])))
            else { throw StoreError.damaged(reason: "a voyage's counts cannot be read") }
            counts[QualityMeasure(String(Substring(item[..<place])))] = count
        }
        return counts
    }
}
