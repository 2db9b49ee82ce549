// SPDX-License-Identifier: Apache-2.0

internal import Civil

/// Reads rows as a draft's columns say: typed values, and marks on the cells that are odd.
struct RowReader {
    let columns: [ManifestField: Int]
    let dates: [DateReading?]
    let isPW: Bool
    /// The usual length of the column's document numbers, where they are all digits.
    let documentDigits: Int?
    let losesLastDigit: Bool
    let today: CivilDate
    let ports: PortWords
    let limits: SheetLimits

    init(_ draft: ManifestDraft) {
        var columns: [ManifestField: Int] = [:]
        for column in draft.columns { if let field = column.field { columns[field] = column.index } }
        self.columns = columns
        dates = draft.columns.map(\.dates)
        today = draft.today
        ports = draft.ports
        limits = draft.limits
        let rows = draft.body
        isPW = columns[.sex].map { column in SexWords.isMaleFemaleByPW(rows.lazy.map { $0[column] }) } ?? false
        documentDigits = columns[.documentNumber].flatMap { column in
            RowReader.usualDigits(rows.lazy.map { $0[column] })
        }
        losesLastDigit = columns[.nik].map { RowReader.areRounded(rows, column: $0) } ?? false
    }

    /// Whether most sixteen-digit numbers of a column end in nought, as spreadsheets leave them.
    private static func areRounded(_ rows: some Sequence<Sheet.Row>, column: Int) -> Bool {
        var numbers = 0
        var zeros = 0
        for row in rows {
            guard let digits = CellText.digits(row[column]), digits.utf8.count == 16 else { continue }
            numbers += 1
            if digits.hasSuffix("0") { zeros += 1 }
        }
        return numbers >= 4 && zeros * 10 >= numbers * 8
    }

    /// The length that most numbers have when most are digits only.
    private static func usualDigits(_ cells: some Sequence<String>) -> Int? {
        var lengths: [Int: Int] = [:]
        var filled = 0
        for cell in cells where !CellText.isNothing(cell) {
            filled += 1
            if let digits = CellText.digits(cell) { lengths[digits.utf8.count, default: 0] += 1 }
        }
        guard filled >= 4, let (length, count) = lengths.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
            count * 10 >= filled * 6
        else { return nil }
        return length
    }

    /// One row, its traveller and what is odd in it.
    func read(_ row: Sheet.Row) -> ManifestRow {
        var out = ManifestRow(line: row.line)
        if row.isUnclosed { out.marks.append(.init(column: max(0, row.cells.count - 1), problem: .quoteUnclosed)) }
        var traveller = ListedTraveller()
        readName(row, &traveller, &out)
        readBirth(row, &traveller, &out)
        readPerson(row, &traveller, &out)
        readDocument(row, &traveller, &out)
        readVoyage(row, &out)
        let isNamed = !traveller.surname.isEmpty || !traveller.given.isEmpty
        if !isNamed, !traveller.documentNumber.isEmpty || traveller.nik != nil,
            let column = columns[.fullName] ?? columns[.surname]
        {
            out.marks.append(.init(column: column, problem: .nameMissing))
        }
        out.traveller = traveller
        return out
    }

    /// The text of a field in a row; nil where there is none, or nothing in it, or it is too long or an error.
    private func text(_ field: ManifestField, _ row: Sheet.Row, _ out: inout ManifestRow) -> String? {
        guard let column = columns[field] else { return nil }
        let cell = row[column]
        if CellText.isNothing(cell) { return nil }
        if cell.count > limits.cellCharacters {
            out.marks.append(.init(column: column, problem: .cellTooLong))
            return nil
        }
        if CellText.isSpreadsheetError(cell) {
            out.marks.append(.init(column: column, problem: .spreadsheetError))
            return nil
        }
        return cell
    }

    private func mark(_ field: ManifestField, _ problem: CellProblem, _ out: inout ManifestRow) {
        if let column = columns[field] { out.marks.append(.init(column: column, problem: problem)) }
    }

    private func readName(_ row: Sheet.Row, _ traveller: inout ListedTraveller, _ out: inout ManifestRow) {
        if let name = text(.fullName, row, &out) { (traveller.surname, traveller.given) = NameSplit.parts(name) }
        if let name = text(.surname, row, &out) { traveller.surname = name.uppercased() }
        if let name = text(.given, row, &out) { traveller.given = name.uppercased() }
        for field in [ManifestField.fullName, .surname, .given] {
            guard let column = columns[field] else { continue }
            if row[column].contains(where: { $0.isASCII && $0.isNumber }) { mark(field, .nameHasDigits, &out) }
        }
    }

    private func readBirth(_ row: Sheet.Row, _ traveller: inout ListedTraveller, _ out: inout ManifestRow) {
        if let place = text(.birthPlace, row, &out) { traveller.birthPlace = place.uppercased() }
        if let cell = text(.birthPlaceAndDate, row, &out) {
            if let parts = PlaceAndDate.parts(cell) {
                if traveller.birthPlace.isEmpty { traveller.birthPlace = parts.place.uppercased() }
                traveller.birthDate = date(parts.date, .birthPlaceAndDate, isBirth: true, &out)
            } else if let text = DateText(cell), case .fixed = text.form {
                traveller.birthDate = date(cell, .birthPlaceAndDate, isBirth: true, &out)
            } else {
                mark(.birthPlaceAndDate, .dateUnreadable, &out)
            }
        }
        if let cell = text(.birthDate, row, &out) { traveller.birthDate = date(cell, .birthDate, isBirth: true, &out) }
    }

    private func date(
        _ cell: String, _ field: ManifestField, isBirth: Bool, _ out: inout ManifestRow
    ) -> PartialDate? {
        guard let column = columns[field] else { return nil }
        func fail(_ problem: CellProblem) -> PartialDate? {
            out.marks.append(.init(column: column, problem: problem))
            return nil
        }
        if CellText.isRounded(cell) { return fail(.spreadsheetError) }
        guard let text = DateText(cell) else { return fail(.dateUnreadable) }
        let date: PartialDate
        do {
            date = try DateResolver(today: today, isBirth: isBirth).date(text, order: dates[column]?.order)
        } catch {
            switch error {
            case .undecided: return fail(.dateUndecided)
            case .impossible: return fail(.dateImpossible)
            case .unreadable: return fail(.dateUnreadable)
            }
        }
        if isBirth, date > PartialDate(today) { return fail(.birthInFuture) }
        if isBirth, date.year < today.year - 120 { return fail(.birthTooLongAgo) }
        return date
    }

    private func readPerson(_ row: Sheet.Row, _ traveller: inout ListedTraveller, _ out: inout ManifestRow) {
        if let cell = text(.sex, row, &out) {
            traveller.sex = SexWords.sex(cell, isPW: isPW)
            if traveller.sex == nil { mark(.sex, .sexUnknown, &out) }
        } else if let cell = text(.title, row, &out) {
            traveller.sex = SexWords.sex(title: cell)
        }
        if let cell = text(.nationality, row, &out) {
            traveller.nationality = CountryWords.code(cell)
            if traveller.nationality == nil { mark(.nationality, .countryUnknown, &out) }
        }
        if let cell = text(.role, row, &out) {
            if let role = RoleWords.role(cell) { traveller.role = role } else { mark(.role, .roleUnknown, &out) }
        }
        let seat = text(.seat, row, &out)?.uppercased()
        let deck = text(.deck, row, &out)?.uppercased()
        traveller.seat = [deck, seat].compactMap(\.self).joined(separator: "/")
        if let cell = text(.nik, row, &out) { readNIK(cell, .nik, &traveller, &out) }
    }

    private func readNIK(
        _ cell: String, _ field: ManifestField, _ traveller: inout ListedTraveller, _ out: inout ManifestRow
    ) {
        if CellText.isRounded(cell) { return mark(field, .numberRounded, &out) }
        guard let digits = CellText.digits(cell), digits.utf8.count == 16 else { return mark(field, .nikLength, &out) }
        do throws(NIKError) {
            let nik = try NIK(parsing: digits)
            traveller.nik = nik
            if losesLastDigit, digits.hasSuffix("0") { mark(field, .nikLastDigit, &out) }
            if let birth = traveller.birthDate, let told = nik.birthDate(asOf: today),
                !birth.agrees(with: PartialDate(told)), let column = columns[.birthDate] ?? columns[.birthPlaceAndDate]
            {
                out.marks.append(.init(column: column, problem: .nikBirthDiffers))
            }
        } catch {
            mark(field, error == .zeroSerial ? .numberRounded : .nikImpossible, &out)
        }
    }

    private func readDocument(_ row: Sheet.Row, _ traveller: inout ListedTraveller, _ out: inout ManifestRow) {
        if let cell = text(.documentType, row, &out) {
            traveller.documentType = DocumentWords.type(cell)
            if traveller.documentType == nil { mark(.documentType, .documentTypeUnknown, &out) }
        }
        if let cell = text(.documentIssuer, row, &out) {
            traveller.documentIssuer = CountryWords.code(cell)
            if traveller.documentIssuer == nil { mark(.documentIssuer, .countryUnknown, &out) }
        }
        if let cell = text(.documentExpiry, row, &out) {
            traveller.documentExpiry = date(cell, .documentExpiry, isBirth: false, &out)
        }
        guard let cell = text(.documentNumber, row, &out) else { return }
        if CellText.isRounded(cell) { return mark(.documentNumber, .numberRounded, &out) }
        let number = cell.uppercased().filter { $0 != " " && $0 != "-" && $0 != "." }
        traveller.documentNumber = number
        // An identity card in the column of passports.
        if let digits = CellText.digits(cell), digits.utf8.count == 16, (try? NIK(parsing: digits)) != nil {
            if columns[.nik] == nil { readNIK(cell, .documentNumber, &traveller, &out) }
            traveller.documentType = traveller.documentType ?? "I"
        }
        if number.utf8.count < 5 {
            mark(.documentNumber, .documentShort, &out)
        } else if let usual = documentDigits, let digits = CellText.digits(cell), digits.utf8.count < usual,
            digits.utf8.count + 3 >= usual
        {
            mark(.documentNumber, .leadingZeroLost, &out)
        }
        if traveller.documentType == nil { traveller.documentType = "P" }
    }
}

extension RowReader {
    private func readVoyage(_ row: Sheet.Row, _ out: inout ManifestRow) {
        out.voyage.number = text(.voyageNumber, row, &out).map { String($0.uppercased().prefix(12)) }
        out.voyage.conveyance = text(.conveyance, row, &out).map { String($0.uppercased().prefix(40)) }
        out.voyage.plate = text(.plate, row, &out).map { String($0.uppercased().prefix(15)) }
        if let cell = text(.imo, row, &out) {
            out.voyage.imo = CellText.digits(cell.filter { !$0.isLetter })
            if !(out.voyage.imo.map(ShipNumber.isValid) ?? false) { mark(.imo, .shipNumberWrong, &out) }
        }
        out.voyage.from = port(.from, row, &out)
        out.voyage.to = port(.to, row, &out)
        out.voyage.departure = time(.departure, .departureTime, row, &out)
        out.voyage.arrival = time(.arrival, .arrivalTime, row, &out)
    }

    private func port(_ field: ManifestField, _ row: Sheet.Row, _ out: inout ManifestRow) -> String? {
        guard let cell = text(field, row, &out) else { return nil }
        let code = ports.code(cell)
        if code == nil { mark(field, .portUnknown, &out) }
        return code
    }

    private func time(
        _ dayField: ManifestField, _ clockField: ManifestField, _ row: Sheet.Row, _ out: inout ManifestRow
    ) -> CivilDateTime? {
        guard let cell = text(dayField, row, &out),
            let day = date(cell, dayField, isBirth: false, &out)?.date
        else { return nil }
        var clock = DateText(cell)?.time
        if let cell = text(clockField, row, &out) {
            clock = ClockText(cell) ?? DateText(cell)?.time
            if clock == nil { mark(clockField, .timeUnreadable, &out) }
        }
        return CivilDateTime(date: day, hour: clock?.hour ?? 0, minute: clock?.minute ?? 0)
    }
}
