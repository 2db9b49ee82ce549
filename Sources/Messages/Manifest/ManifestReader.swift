// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Delimited
internal import Edifact
internal import Travel

/// Reads manifest tables of ferries, border posts and small carriers: the rows of one voyage are one message.
struct ManifestReader {
    /// Where each known column stands, and those that nobody knows.
    private struct Layout {
        var columns: [ManifestColumn: Int] = [:]
        var unknown: [Int] = []
        var header = 0..<0
        var width = 0
    }

    /// The rows of one voyage.
    private struct Group {
        var rows: [TableScanner.Record] = []
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private let input: UnsafeRawBufferPointer
    private let table: TableScanner
    private var layout = Layout()

    static func forEachUnit(in input: UnsafeRawBufferPointer, separator: UInt8, _ body: (DecodedUnit) -> Void) {
        let bytes = input.bindMemory(to: UInt8.self)
        var table = TableScanner(bytes, separator: separator)
        guard let header = table.next() else { return }
        let reader = ManifestReader(input: input, table: table, header: header)
        var groups: [Group] = []
        var indexOf: [String: Int] = [:]
        while let row = table.next() {
            guard row.fields.contains(where: { !table.text($0).isEmpty }) else { continue }
            let key = reader.voyageKey(row)
            if let index = indexOf[key] {
                groups[index].rows.append(row)
            } else {
                indexOf[key] = groups.count
                groups.append(Group(rows: [row]))
            }
        }
        if groups.isEmpty { groups.append(Group()) }
        for group in groups { body(reader.unit(group)) }
    }

    private init(input: UnsafeRawBufferPointer, table: TableScanner, header: TableScanner.Record) {
        self.input = input
        self.table = table
        bytes = table.bytes
        layout.header = header.range
        layout.width = header.fields.count
        for (index, field) in header.fields.enumerated() {
            let name = table.text(field).uppercased()
            if let column = ManifestColumn(rawValue: name), layout.columns[column] == nil {
                layout.columns[column] = index
            } else {
                layout.unknown.append(index)
            }
        }
    }

    private func text(_ column: ManifestColumn, _ row: TableScanner.Record) -> String? {
        guard let index = layout.columns[column], index < row.fields.count else { return nil }
        let text = table.text(row.fields[index])
        return text.isEmpty ? nil : text
    }

    private func voyageKey(_ row: TableScanner.Record) -> String {
        let columns: [ManifestColumn] = [
            .mode, .carrier, .number, .conveyance, .imo, .plate, .from, .to, .departure, .listOperator, .list,
            .revision,
        ]
        return columns.map { (text($0, row) ?? "").uppercased() }.joined(separator: "\u{1F}")
    }

    // MARK: One voyage

    private func unit(_ group: Group) -> DecodedUnit {
        var message = ReceivedMessage(kind: .manifest)
        var findings = FilterFindings()
        var line = lines(layout.header) + 1
        warnOfColumns(&message)
        if let first = group.rows.first {
            readVoyage(first, line, &message)
            readList(first, line, &message)
        }
        var rule = YearRule.withoutDate
        if let prepared = group.rows.lazy.compactMap({ text(.messageTime, $0) }).first {
            message.preparedAt = CivilDateTime(iso: prepared)
            if message.preparedAt == nil { message.warn(.unreadableDate, segment: nil, "MESSAGE_TIME is no ISO time") }
        }
        if let today = message.preparedAt?.date ?? message.voyage.legs.first?.departure?.date {
            rule = YearRule(today: today)
        }
        for row in group.rows {
            if !isNobody(row) { readTraveller(row, line, rule, &message) }
            filter(row, &findings)
            line += lines(row.range)
        }
        message.foundTotal = message.travellers.count
        return DecodedUnit(
            message: message, pieces: [layout.header] + group.rows.map(\.range), findings: findings, input: input)
    }

    /// The line ends in a range; the end of the input without one counts too.
    private func lines(_ range: Range<Int>) -> Int {
        range.reduce(0) { $0 + (bytes[$1] == 0x0A ? 1 : 0) }
    }

    private func warnOfColumns(_ message: inout ReceivedMessage) {
        if !layout.unknown.isEmpty {
            message.warn(.unknownColumn, segment: 1, "\(layout.unknown.count) columns not known, passed over")
        }
        for column in [ManifestColumn.surname, .from, .to] where layout.columns[column] == nil {
            message.warn(.missingColumn, segment: 1, "column \(column.rawValue) is missing")
        }
    }

    private func readVoyage(_ row: TableScanner.Record, _ line: Int, _ message: inout ReceivedMessage) {
        switch text(.mode, row)?.lowercased() {
        case "air"?, "a"?, "4"?: message.voyage.mode = .air
        case "sea"?, "s"?, "1"?: message.voyage.mode = .sea
        case "land"?, "l"?, "3"?, "road"?: message.voyage.mode = .land
        case nil:
            if text(.imo, row) != nil { message.voyage.mode = .sea }
            if text(.plate, row) != nil { message.voyage.mode = .land }
        default: message.warn(.unreadableValue, segment: line, "MODE is none of air, sea, land")
        }
        message.voyage.carrier = text(.carrier, row)?.uppercased()
        if let number = text(.number, row) {
            (message.voyage.number, message.voyage.suffix) = number.withView { FlightNumber.number($0) }
        }
        message.voyage.conveyance = ReceivedConveyance(
            name: text(.conveyance, row)?.uppercased(), imo: text(.imo, row), plate: text(.plate, row)?.uppercased())
        message.voyage.legs = [
            ReceivedLeg(
                carrier: message.voyage.carrier, number: message.voyage.number, from: text(.from, row)?.uppercased(),
                to: text(.to, row)?.uppercased(), departure: time(.departure, row, line, &message),
                arrival: time(.arrival, row, line, &message))
        ]
    }

    private func readList(_ row: TableScanner.Record, _ line: Int, _ message: inout ReceivedMessage) {
        message.sender = text(.listOperator, row)?.uppercased()
        message.reference = text(.list, row)?.uppercased()
        guard let revision = text(.revision, row) else { return }
        if let number = Int(revision), (0...1_000_000).contains(number) {
            message.revision = number
        } else {
            message.warn(.unreadableValue, segment: line, "REVISION is no whole number")
        }
    }

    /// The row of a list without travellers: ROLE says `none`, and nothing in it names anybody.
    private func isNobody(_ row: TableScanner.Record) -> Bool {
        let naming: [ManifestColumn] = [.surname, .given, .birthDate, .documentNumber, .nik]
        return text(.role, row)?.lowercased() == "none" && naming.allSatisfy { text($0, row) == nil }
    }

    private func time(
        _ column: ManifestColumn, _ row: TableScanner.Record, _ line: Int, _ message: inout ReceivedMessage
    ) -> CivilDateTime? {
        guard let text = text(column, row) else { return nil }
        if let time = CivilDateTime(iso: text) { return time }
        if let date = CivilDate(iso: text) { return CivilDateTime(date: date, hour: 0, minute: 0) }
        message.warn(.unreadableDate, segment: line, "\(column.rawValue) is no ISO time")
        return nil
    }

    /// Overwrites sensitive words and card numbers in the columns that no reader knows.
    private func filter(_ row: TableScanner.Record, _ findings: inout FilterFindings) {
        for index in row.fields.indices where layout.unknown.contains(index) || index >= layout.width {
            let field = row.fields[index]
            guard let base = bytes.baseAddress, field.count >= SensitiveWords.shortest else { continue }
            var range = field
            if bytes[field.lowerBound] == UInt8(ascii: "\"") {
                range = (field.lowerBound + 1)..<max(field.lowerBound + 1, field.upperBound - 1)
            }
            let view = EdifactBytes(base: base + range.lowerBound, count: range.count)
            let traits = SensitiveWords.traits(of: view)
            if let category = traits.category {
                findings.counts[category, default: 0] += 1
                // Quotation marks stay, also doubled ones, so that the row falls into the same fields.
                let quote = UInt8(ascii: "\"")
                findings.overwritten += range.filter { bytes[$0] != quote }.map { $0..<($0 + 1) }
            } else if traits.mayHoldCard {
                for card in CardNumbers.inFreeText(view) {
                    findings.counts[.card, default: 0] += 1
                    if let digits = card.digits {
                        findings.cards.append(
                            CardFinding(offset: range.lowerBound + card.range.lowerBound, digits: digits))
                    }
                    findings.overwritten += card.hidden.map {
                        (range.lowerBound + $0.lowerBound)..<(range.lowerBound + $0.upperBound)
                    }
                }
            }
        }
    }

    // MARK: One traveller

    private func readTraveller(
        _ row: TableScanner.Record, _ line: Int, _ rule: YearRule, _ message: inout ReceivedMessage
    ) {
        if row.isUnclosed {
            message.warn(.badRow, segment: line, "quoted field without end, read up to the line's end")
        }
        if row.fields.count != layout.width {
            message.warn(.badRow, segment: line, "\(row.fields.count) fields where the header has \(layout.width)")
        }
        var traveller = ReceivedTraveller(role: role(text(.role, row)))
        traveller.span = SegmentSpan(first: line, last: line)
        let name = (text(.surname, row) ?? "").withView { surname in
            (text(.given, row) ?? "").withView { ReceivedName(surname: surname, given: $0) }
        }
        traveller.take(name)
        traveller.birthDate = date(.birthDate, row, rule, isBirth: true, line, &message)
        traveller.birthPlace = text(.birthPlace, row)?.uppercased()
        if let sex = text(.sex, row) {
            traveller.sex = sex.withView { Sex(manifest: $0) }
            if traveller.sex == nil { message.warn(.unreadableValue, segment: line, "SEX is none of M, F, X") }
        }
        traveller.nationality = text(.nationality, row)?.withView { $0.country }
        traveller.embark = message.voyage.legs.first?.from
        traveller.debark = message.voyage.legs.first?.to
        readDocument(row, rule, line, &traveller, &message)
        if let nik = text(.nik, row) {
            let given = nik.withView { $0.nik }
            traveller.nik = given ?? traveller.nik
            if given == nil { message.warn(.unreadableValue, segment: line, "NIK is not a valid number") }
        }
        if let seat = text(.seat, row) {
            let number = seat.withView { $0.trimmed.withoutLeadingZeros.upperCasedText }
            traveller.seat = number
            traveller.seats = [ReceivedSeat(number: number, from: traveller.embark, to: traveller.debark)]
        }
        if traveller.surname == nil, traveller.given == nil {
            message.warn(.nameMissing, segment: line, "row without a name")
        }
        message.travellers.append(traveller)
    }

    private func readDocument(
        _ row: TableScanner.Record, _ rule: YearRule, _ line: Int, _ traveller: inout ReceivedTraveller,
        _ message: inout ReceivedMessage
    ) {
        guard let number = text(.documentNumber, row) ?? text(.documentType, row).flatMap({ _ in "" }) else { return }
        var document = ReceivedDocument(
            type: text(.documentType, row)?.uppercased(), number: number.isEmpty ? nil : number.uppercased(),
            issuer: text(.documentIssuer, row)?.withView { $0.country })
        document.expiry = date(.documentExpiry, row, rule, isBirth: false, line, &message)
        if traveller.nationality == nil, let issuer = document.issuer {
            traveller.nationality = issuer
            traveller.isNationalityDerived = true
        }
        if document.type == "I" || document.type == "ID", document.issuer == nil || document.issuer == "IDN" {
            traveller.nik = document.number?.withView { $0.nik }
        }
        traveller.documents.append(document)
    }

    private func date(
        _ column: ManifestColumn, _ row: TableScanner.Record, _ rule: YearRule, isBirth: Bool, _ line: Int,
        _ message: inout ReceivedMessage
    ) -> PartialDate? {
        guard let text = text(column, row) else { return nil }
        if let date = PartialDate(iso: text) { return date }
        let date = text.withView { $0.date(rule, isBirth: isBirth) ?? $0.namedMonth(rule, isBirth: isBirth) }
        if date == nil { message.warn(.unreadableDate, segment: line, "\(column.rawValue) can't be read") }
        return date
    }

    private func role(_ text: String?) -> TravellerRole {
        switch text?.lowercased() {
        case nil, "passenger", "pax", "p", "fl": .passenger
        case "crew", "c", "fm": .crew
        case "transit", "t", "ddu": .transit
        default: .unknown
        }
    }
}

extension Sex {
    /// As in messages, or the Indonesian L (laki-laki) and P (perempuan).
    init?(manifest view: EdifactBytes) {
        switch view.key {
        case edifactKey("L"), edifactKey("M"), edifactKey("MALE"): self = .male
        case edifactKey("P"), edifactKey("F"): self = .female
        case edifactKey("X"), edifactKey("U"): self = .unspecified
        default:
            if view.matches("FEMALE") || view.matches("PEREMPUAN") {
                self = .female
            } else if view.matches("LAKI-LAKI") {
                self = .male
            } else {
                return nil
            }
        }
    }
}

extension String {
    /// The UTF-8 of a text as a view for the readers of segment values.
    func withView<Result>(_ body: (EdifactBytes) -> Result) -> Result {
        let text = utf8
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count + EdifactBytes.slack) { buffer in
            buffer.initialize(repeating: 0)
            var count = 0
            for byte in text {
                buffer[count] = byte
                count += 1
            }
            guard let base = buffer.baseAddress else { preconditionFailure("a buffer of sixteen bytes or more") }
            return body(EdifactBytes(base: UnsafePointer(base), count: count))
        }
    }
}
