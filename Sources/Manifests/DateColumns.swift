// SPDX-License-Identifier: Apache-2.0

internal import Civil

/// Decides for each column of dates in which order it writes day and month, from all that the table says.
///
/// In this order: the officer's word; cells that can be read in one way only; the header; the NIK of the same rows; the
/// operator's layout; another column of the table. Where nothing tells, nothing is guessed.
struct DateColumns {
    let columns: [ColumnProposal]
    let names: [String]
    let rows: ArraySlice<Sheet.Row>
    let chosen: [Int: DateOrder]
    let remembered: [Int: DateOrder]
    let today: CivilDate

    /// The reading of each column; nil for those that hold no dates.
    var readings: [DateReading?] {
        var readings: [DateReading?] = columns.map { column in
            guard let field = column.field, field.isDate else { return nil }
            return reading(column.index, field)
        }
        // A spreadsheet writes all its dates in one way.
        let decided = columns.first { column in
            guard let reading = readings[column.index] else { return false }
            if case .cells = reading.evidence { return true }
            return reading.evidence == .header || reading.evidence == .chosen
        }
        if let decided, let order = readings[decided.index]?.order {
            for index in readings.indices where readings[index]?.evidence == DateEvidence.none {
                readings[index]?.order = order
                readings[index]?.evidence = .otherColumn(decided.index)
            }
        }
        return readings
    }

    private func reading(_ index: Int, _ field: ManifestField) -> DateReading {
        var reading = DateVotes(rows.lazy.map { DateColumns.text($0[index], field) }).reading
        if let order = chosen[index] {
            reading.order = order
            reading.evidence = .chosen
            return reading
        }
        guard reading.evidence == .none else { return reading }
        if let order = HeaderWords.dateOrder(names[index]) {
            reading.order = order
            reading.evidence = .header
        } else if field == .birthDate || field == .birthPlaceAndDate, let (order, count) = byNIK(index, field) {
            reading.order = order
            reading.evidence = .nik(count)
        } else if let order = remembered[index] {
            reading.order = order
            reading.evidence = .remembered
        }
        return reading
    }

    /// The part of a cell that is its date.
    static func text(_ cell: String, _ field: ManifestField) -> String {
        field == .birthPlaceAndDate ? PlaceAndDate.parts(cell)?.date ?? "" : cell
    }

    /// A NIK holds its owner's birth date: the order under which all undecided rows agree, and how many do.
    private func byNIK(_ index: Int, _ field: ManifestField) -> (DateOrder, Int)? {
        guard let column = columns.first(where: { $0.field == .nik })?.index else { return nil }
        let resolver = DateResolver(today: today, isBirth: true)
        var counts: [DateOrder: Int] = [:]
        for row in rows {
            guard let digits = CellText.digits(row[column]), let nik = try? NIK(parsing: digits),
                let told = nik.birthDate(asOf: today), let text = DateText(DateColumns.text(row[index], field)),
                (try? resolver.date(text, order: nil)) == nil
            else { continue }
            for order in [DateOrder.dayFirst, .monthFirst]
            where (try? resolver.date(text, order: order)) == PartialDate(told) {
                counts[order, default: 0] += 1
            }
        }
        let (day, month) = (counts[.dayFirst] ?? 0, counts[.monthFirst] ?? 0)
        if day > 0, month == 0 { return (.dayFirst, day) }
        if month > 0, day == 0 { return (.monthFirst, month) }
        return nil
    }
}
