// SPDX-License-Identifier: Apache-2.0

internal import Civil

/// Labels of travellers: a table with the columns `TRAVELLER_ID` and `NIK`, the latter empty for who is not registered.
public struct LabelTable: Sendable {
    public private(set) var labels: [String: Calibration.Label] = [:]
    /// Lines whose NIK is none, which are left out.
    public private(set) var skippedLines: [Int] = []

    public init(_ bytes: UnsafeBufferPointer<UInt8>) throws(PopulationIndexError) {
        var walker = RowWalker(bytes)
        guard walker.next() else { throw .missingColumn("TRAVELLER_ID") }
        let titles = walker.fields.indices.map { walker.text($0).trimmed.uppercased() }
        guard let id = titles.firstIndex(of: "TRAVELLER_ID") else { throw .missingColumn("TRAVELLER_ID") }
        guard let nik = titles.firstIndex(of: "NIK") else { throw .missingColumn("NIK") }
        while walker.next() {
            let text = walker.text(nik).trimmed
            if text.isEmpty {
                labels[walker.text(id).trimmed] = .notRegistered
            } else if let number = try? NIK(parsing: text) {
                labels[walker.text(id).trimmed] = .resident(number)
            } else {
                skippedLines.append(walker.line)
            }
        }
    }
}
