// SPDX-License-Identifier: Apache-2.0

/// The rows of a table of changes: the columns of an extract with CHANGE and DATE.
struct ChangeTable {
    /// In the order of the table, with their lines.
    private(set) var changes: [(change: ResidentChange, line: Int)] = []
    private(set) var skipped: [SkippedRow] = []

    /// The most bytes of a text that is kept.
    static let mostTextBytes = 4096
    /// The most bytes of a table, which is read as a whole.
    static let mostBytes = 1 << 30

    /// - Parameter keepsDetails: whether mothers' names and addresses are read too.
    init(_ bytes: UnsafeBufferPointer<UInt8>, keepsDetails: Bool = false) throws(PopulationIndexError) {
        guard bytes.count <= Self.mostBytes else { throw .tooMany(what: "bytes of changes", limit: Self.mostBytes) }
        var walker = RowWalker(bytes)
        guard walker.next() else { throw .missingColumn("CHANGE") }
        let titles = walker.fields.indices.map { walker.text($0) }
        let columns = try ResidentColumns(header: titles)
        let upper = titles.map { $0.trimmed.uppercased() }
        guard let kind = upper.firstIndex(of: "CHANGE") else { throw .missingColumn("CHANGE") }
        guard let date = upper.firstIndex(of: "DATE") else { throw .missingColumn("DATE") }
        var labels = ExtractLabels()
        var place: [Range<Int>] = Array(repeating: 0..<0, count: ResidentColumns.Column.allCases.count)
        while walker.next() {
            do throws(SkippedRow.Reason) {
                guard !walker.isBroken else { throw .quotes }
                guard walker.fields.count >= columns.fields.count else { throw .fields }
                for (index, column) in columns.fields.enumerated() {
                    if let column { place[column.rawValue] = walker.fields[index] }
                }
                guard let kind = ResidentChange.Kind(walker.text(kind).trimmed) else { throw .change }
                let field = UnsafeBufferPointer(rebasing: bytes[walker.fields[date]])
                guard let day = Digits.day(field) else { throw .changeDate }
                changes.append(
                    (
                        try Self.change(
                            kind, Int32(day + IndexLayout.firstDay), bytes, place, walker.hasQuotes, &labels,
                            keepsDetails: keepsDetails),
                        walker.line
                    ))
            } catch {
                skipped.append(SkippedRow(line: walker.line, reason: error))
            }
        }
    }

    /// Of who is removed only the number is read.
    private static func change(
        _ kind: ResidentChange.Kind, _ date: Int32, _ bytes: UnsafeBufferPointer<UInt8>, _ place: [Range<Int>],
        _ hasQuotes: Bool, _ labels: inout ExtractLabels, keepsDetails: Bool
    ) throws(SkippedRow.Reason) -> ResidentChange {
        if kind == .remove {
            let field = UnsafeBufferPointer(rebasing: bytes[place[ResidentColumns.Column.nik.rawValue]])
            guard let nik = Digits.number(field, count: 16), Digits.isNIK(nik) else { throw .nik }
            return ResidentChange(kind: kind, nik: nik, date: date, resident: nil)
        }
        let row = try ExtractRow(bytes, place, &labels)
        guard max(row.name.count, row.father.count, row.place.count) <= mostTextBytes else { throw .tooLong }
        let details = keepsDetails ? ExtractedDetails(bytes, place, hasQuotes: hasQuotes) : nil
        guard details?.areKept ?? true else { throw .tooLong }
        return ResidentChange(
            kind: kind, nik: row.nik, date: date, resident: ExtractedResident(row, hasQuotes: hasQuotes),
            details: details)
    }
}
