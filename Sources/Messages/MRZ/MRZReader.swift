// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Edifact
internal import Travel

/// Reads zones as messages: each one a traveller with a document, arriving at a post where a crossing's line says so.
struct MRZReader {
    private let input: UnsafeRawBufferPointer
    private let bytes: UnsafeBufferPointer<UInt8>

    /// The most zones of an input whose lines are put into their length.
    private static let mostRepairs = 100

    init(_ input: UnsafeRawBufferPointer) {
        self.input = input
        bytes = input.bindMemory(to: UInt8.self)
    }

    /// Whether an input begins with a crossing's line or with a zone.
    static func begins(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var at = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
        while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
        if XMLScanner(bytes, at: 0).begins("CERMAT-CROSSING 1", at: at) { return true }
        // Interchanges and tables have other characters sooner.
        var end = at
        while end < bytes.count, end - at < 24,
            MRZCharacters.isZone(bytes[end] &- 97 < 26 ? bytes[end] - 32 : bytes[end])
        {
            end += 1
        }
        guard end - at == 24, let first = MRZReader.zones(atTheBeginningOf: bytes).first else { return false }
        return first.range.lowerBound == at
    }

    /// Whether there is a zone anywhere near the beginning.
    static func holds(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        !zones(atTheBeginningOf: bytes).isEmpty
    }

    private static func zones(atTheBeginningOf bytes: UnsafeBufferPointer<UInt8>) -> [MRZSearch.Found] {
        let part = UnsafeBufferPointer(rebasing: bytes[..<min(bytes.count, 65_536)])
        return MRZSearch.zones(in: part).filter { MRZFormat(near: MRZCleaning($0.lines).lines) != nil }
    }

    func walk(_ body: (DecodedUnit) -> Void) {
        var isEmpty = true
        var headers: [Range<Int>] = []
        var at = 0
        while let range = MRZReader.headerRange(bytes, from: at), headers.count < MRZSearch.mostZones {
            headers.append(range)
            at = range.upperBound
        }
        var used: Set<Int> = []
        var next = 0
        var repairs = MRZReader.mostRepairs
        for zone in MRZSearch.zones(in: bytes) {
            while next < headers.count, headers[next].lowerBound < zone.range.lowerBound { next += 1 }
            let header = next > 0 ? next - 1 : nil
            // A zone within a crossing's own line is part of what was typed there.
            guard header.map({ headers[$0].upperBound <= zone.range.lowerBound }) ?? true,
                let unit = unit(zone, header: header.map { headers[$0] }, &repairs)
            else { continue }
            if let header { used.insert(header) }
            isEmpty = false
            body(unit)
        }
        for (index, header) in headers.enumerated() where !used.contains(index) {
            isEmpty = false
            let end = index + 1 < headers.count ? headers[index + 1].lowerBound : bytes.count
            body(.quarantined("crossing without a readable zone", header.lowerBound..<end, in: input))
        }
        if isEmpty { body(.quarantined("no machine readable zone that can be read", 0..<bytes.count, in: input)) }
    }

    /// The next line that begins like a crossing's.
    private static func headerRange(_ bytes: UnsafeBufferPointer<UInt8>, from: Int) -> Range<Int>? {
        let scanner = XMLScanner(bytes, at: 0)
        var at = from
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "C"), at == 0 || bytes[at - 1] <= 0x20 || bytes[at - 1] == 0xBF,
                scanner.begins("CERMAT-CROSSING 1", at: at)
            {
                var end = at
                while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
                return at..<end
            }
            at += 1
        }
        return nil
    }

    // MARK: One zone

    private func unit(_ found: MRZSearch.Found, header: Range<Int>?, _ repairs: inout Int) -> DecodedUnit? {
        let line = header.map { String(decoding: bytes[$0], as: UTF8.self) }
        let crossing = line.flatMap { CrossingRecord.Header($0) }
        let today = crossing?.record?.time.date
        var attempt = MRZReading(lines: found.lines, today: today, offersRepairs: false)
        if attempt == nil, repairs > 0 {
            // A line of the wrong length can only be read repaired.
            repairs -= 1
            attempt = MRZReading(lines: found.lines, today: today)
        }
        guard let reading = attempt, let zone = reading.zone ?? reading.repairs.first?.zone
        else { return nil }
        var message = ReceivedMessage(kind: .mrz)
        message.version = zone.format.rawValue
        let firstLine = header == nil ? 1 : 2
        let lines = 1 + found.pieces.count { bytes[$0.lowerBound] == 0x0A || bytes[$0.lowerBound] == 0x0D }
        if let crossing {
            for warning in crossing.warnings { message.warn(warning.code, segment: 1, warning.text) }
        }
        readVoyage(crossing?.record, &message)
        readTraveller(zone, isPosted: crossing?.record != nil, span: firstLine..<(firstLine + lines), &message)
        warn(reading, zone, firstLine, &message)
        message.foundTotal = 1
        var pieces: [Range<Int>] = []
        var findings = FilterFindings()
        if let header {
            filter(header, &findings)
            // With its line end.
            var end = header.upperBound
            while end < found.range.lowerBound, bytes[end] == 0x0A || bytes[end] == 0x0D { end += 1 }
            pieces.append(header.lowerBound..<end)
        }
        pieces += found.pieces
        return DecodedUnit(message: message, pieces: pieces, findings: findings, input: input)
    }

    private func readVoyage(_ crossing: CrossingRecord?, _ message: inout ReceivedMessage) {
        message.voyage.mode = crossing?.mode ?? .land
        guard let crossing else {
            message.warn(.voyageMissing, segment: nil, "zone without a crossing: post and time are not known")
            return
        }
        message.preparedAt = crossing.time
        message.reference = crossing.reference?.uppercased()
        message.voyage.conveyance.plate = crossing.plate
        message.voyage.legs = [
            ReceivedLeg(
                from: crossing.isArrival ? nil : crossing.post, to: crossing.isArrival ? crossing.post : nil,
                departure: crossing.isArrival ? nil : crossing.time, arrival: crossing.isArrival ? crossing.time : nil)
        ]
    }

    private func readTraveller(
        _ zone: MachineReadableZone, isPosted: Bool, span: Range<Int>, _ message: inout ReceivedMessage
    ) {
        var traveller = ReceivedTraveller(role: isPosted ? .passenger : .unknown)
        traveller.surname = zone.surname
        traveller.given = zone.given
        traveller.birthDate = zone.birthDate
        traveller.sex = zone.sex
        traveller.nationality = zone.nationality.map { $0.withView { $0.country ?? "" } }
        traveller.embark = message.voyage.legs.first?.from
        traveller.debark = message.voyage.legs.first?.to
        traveller.documents = [
            ReceivedDocument(
                type: String(zone.documentCode.prefix(1)), number: zone.documentNumber,
                issuer: zone.issuer.map { $0.withView { $0.country ?? "" } }, expiry: zone.expiry)
        ]
        traveller.span = SegmentSpan(first: span.lowerBound, last: span.upperBound - 1)
        message.travellers = [traveller]
        if zone.surname == nil, zone.given == nil {
            message.warn(.nameMissing, segment: span.lowerBound, "zone without a name")
        }
    }

    private func warn(
        _ reading: MRZReading, _ zone: MachineReadableZone, _ firstLine: Int, _ message: inout ReceivedMessage
    ) {
        if reading.zone == nil {
            message.warn(
                .zoneRepaired, segment: firstLine,
                "a line has the wrong length; read with the first of \(reading.repairs.count) repairs")
        }
        if !reading.cleaning.isEmpty {
            message.warn(.zoneRepaired, segment: firstLine, "lower case raised, blanks left out")
        }
        for check in zone.checks where !check.isRight {
            message.warn(
                .checkDigit, segment: firstLine + check.line - 1,
                "check digit of \(check.field.rawValue), line \(check.line) column \(check.column), is wrong")
        }
        if zone.isNameCut {
            message.warn(.nameCut, segment: firstLine, "the name fills its field and may go on")
        }
    }

    /// The officer's own words in a crossing's line are free text.
    private func filter(_ header: Range<Int>, _ findings: inout FilterFindings) {
        guard let base = bytes.baseAddress else { return }
        var start = header.lowerBound
        for index in header.lowerBound...header.upperBound
        where index == header.upperBound || bytes[index] == UInt8(ascii: ";") {
            defer { start = index + 1 }
            guard let sign = (start..<index).first(where: { bytes[$0] == UInt8(ascii: "=") }),
                index - sign - 1 >= SensitiveWords.shortest, bytes.count - sign > EdifactBytes.slack
            else { continue }
            let view = EdifactBytes(base: base + sign + 1, count: index - sign - 1)
            let traits = SensitiveWords.traits(of: view)
            if let category = traits.category {
                findings.counts[category, default: 0] += 1
                findings.overwritten.append((sign + 1)..<index)
            } else if traits.mayHoldCard {
                for card in CardNumbers.inFreeText(view) {
                    findings.counts[.card, default: 0] += 1
                    findings.overwritten += card.hidden.map {
                        (sign + 1 + $0.lowerBound)..<(sign + 1 + $0.upperBound)
                    }
                }
            }
        }
    }
}
