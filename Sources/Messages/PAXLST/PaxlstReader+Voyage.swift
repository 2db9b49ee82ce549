// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Edifact
internal import Travel

/// The transport groups (GR2, GR3), and places and times wherever they stand.
extension PaxlstReader {
    /// `TDT+20+DL123+++DL`, `TDT+11++03++LOCK:172`, and the older US `TDT++SA812+40+SA`.
    mutating func readTransport(_ cursor: borrowing MessageCursor) {
        closeTraveller(lastSegment: cursor.number - 1)
        finishRoute()
        group = .voyage
        let mode = cursor.scanner.value(3).trimmed.key
        var carrier = cursor.scanner.value(5, 1).trimmed
        if carrier.isEmpty, cursor.scanner.value(1).isEmpty { carrier = cursor.scanner.value(4, 1).trimmed }
        let flight = FlightNumber(cursor.scanner.value(2).trimmed, carrier: carrier)
        route.carrier = flight.carrier
        route.number = flight.number
        readConveyance(cursor, mode: mode)
        guard !route.isFirstTaken else { return }
        route.isFirstTaken = true
        message.voyage.carrier = flight.carrier
        message.voyage.number = flight.number
        message.voyage.suffix = flight.suffix
        if flight.carrier == nil, flight.number == nil, cursor.scanner.value(8).isEmpty {
            message.warn(.voyageMissing, segment: cursor.number, "transport without carrier and number")
        }
    }

    /// Mode (UN/ECE recommendation 19: 1 sea, 3 road, 4 air) and the ship or vehicle of TDT 8.
    private mutating func readConveyance(_ cursor: borrowing MessageCursor, mode: UInt32) {
        if mode == edifactKey("1") { message.voyage.mode = .sea }
        if mode == edifactKey("3") || mode == edifactKey("03") || mode == edifactKey("2") { message.voyage.mode = .land }
        if cursor.scanner.value(1).trimmed.key == edifactKey("11"), mode != edifactKey("1"), mode != edifactKey("4") {
            message.voyage.mode = .land
        }
        guard cursor.scanner.elementCount > 8 else { return }
        let id = cursor.scanner.value(8, 1).trimmed
        if let name = cursor.scanner.value(8, 4).upper { message.voyage.conveyance.name = name }
        let digits = id.hasPrefix("IMO") ? id.dropping(3).trimmed : id
        if digits.count == 7, digits.isDigits, message.voyage.mode == .sea {
            message.voyage.conveyance.imo = digits.verbatim
        } else if message.voyage.mode == .land {
            message.voyage.conveyance.plate = id.upper
        }
    }

    /// `LOC+125+SIN` of the voyage, `LOC+178+AMS` of a traveller, `LOC+91+IDN` of a document.
    mutating func readPlace(_ cursor: borrowing MessageCursor) {
        let place = cursor.scanner.value(2, 1)
        let qualifier = cursor.scanner.value(1).trimmed
        if group == .voyage || group == .header {
            if !route.addCall(qualifier.key, place) {
                message.warn(.unknownQualifier, segment: cursor.number, "place qualifier of the voyage not known")
            }
            return
        }
        switch qualifier.key {
        case edifactKey("178"): traveller.embark = place.upper
        case edifactKey("179"): traveller.debark = place.upper
        case edifactKey("174"): traveller.residence = place.country
        case edifactKey("180"):
            birthCountry = place.country
            traveller.birthPlace = cursor.scanner.value(3, 4).upper ?? cursor.scanner.value(2, 4).upper ?? birthCountry
        case edifactKey("91"):
            if hasDocument { document.issuer = document.issuer ?? place.country }
        case edifactKey("22"), 0: break
        default:
            message.warn(.unknownQualifier, segment: cursor.number, "place qualifier of a traveller not known")
        }
    }

    /// `DTM+329:850412`, `DTM+36:290801`, `DTM+189:2601150930:201`.
    mutating func readTime(_ cursor: borrowing MessageCursor) {
        let qualifier = cursor.scanner.value(1, 1).trimmed.key
        let value = cursor.scanner.value(1, 2)
        switch group {
        case .header, .voyage:
            if cursor.scanner.elementCount > 2 { return readSplitTime(cursor, qualifier) }
            guard !value.isEmpty else { return }
            guard let time = value.dateTime(years) else {
                return message.warn(.unreadableDate, segment: cursor.number, "time of the voyage can't be read")
            }
            route.addTime(qualifier, time)
        case .traveller where qualifier == edifactKey("329"): readBirth(value, cursor.number)
        case .document where qualifier == edifactKey("329"): readBirth(value, cursor.number)
        case .document:
            guard !value.trimmed.isEmpty else { return }
            guard let date = value.date(years, isBirth: false) else {
                return message.warn(.unreadableDate, segment: cursor.number, "date of a document can't be read")
            }
            switch qualifier {
            case edifactKey("36"): document.expiry = date
            case edifactKey("182"): document.issued = date
            default: message.warn(.unknownQualifier, segment: cursor.number, "date qualifier of a document not known")
            }
        case .traveller: break
        }
    }

    private mutating func readBirth(_ value: EdifactBytes, _ number: Int) {
        guard !value.trimmed.isEmpty else { return }
        guard let date = value.date(years, isBirth: true) else {
            return message.warn(.unreadableDate, segment: number, "birth date can't be read")
        }
        traveller.birthDate = date
    }

    /// The older US form `DTM+136+020131+1030+M05`.
    private mutating func readSplitTime(_ cursor: borrowing MessageCursor, _ qualifier: UInt32) {
        guard let day = cursor.scanner.value(2).dateTime(years)?.date,
            let time = cursor.scanner.value(3).trimmed.clock(on: day)
        else { return message.warn(.unreadableDate, segment: cursor.number, "time of the voyage can't be read") }
        route.addTime(qualifier == edifactKey("136") ? edifactKey("189") : edifactKey("232"), time)
    }

    /// Turns the calls read so far into legs.
    mutating func finishRoute() {
        route.appendLegs(to: &message.voyage.legs)
    }

    /// Ends the voyage part: births are in the past of the later of message and departure.
    mutating func closeVoyage() {
        guard group == .header || group == .voyage else { return }
        finishRoute()
        let departure = message.voyage.legs.first.flatMap { $0.departure ?? $0.arrival }?.date
        if let departure, preparedAt == nil || departure > years.today { years = YearRule(today: departure) }
    }

    /// US PAXLST: `PDT+P/number:expiry:issuer+surname:given:middle:birth:sex+PAX+embark:debark`.
    mutating func readPersonDetails(_ cursor: borrowing MessageCursor) {
        closeTraveller(lastSegment: cursor.number - 1)
        closeVoyage()
        group = .traveller
        let role = cursor.scanner.value(3).trimmed.key
        traveller = ReceivedTraveller(
            role: role == edifactKey("CRW") ? .crew : role == edifactKey("ITI") ? .transit : .passenger)
        hasTraveller = true
        birthCountry = nil
        tagCount = 0
        traveller.span = SegmentSpan(first: cursor.number, last: cursor.number)
        traveller.take(
            ReceivedName(
                surname: cursor.scanner.value(2, 1), given: cursor.scanner.value(2, 2),
                second: cursor.scanner.value(2, 3)))
        let fourth = cursor.scanner.value(2, 4).trimmed
        // One sample leaves the birth date out and puts the sex in its place.
        readBirth(fourth.isDigits ? fourth : fourth.slice(0, 0), cursor.number)
        traveller.sex = Sex(received: cursor.scanner.value(2, 5).trimmed)
        traveller.embark = cursor.scanner.value(4, 1).trimmed.usPort.upper
        traveller.debark = cursor.scanner.value(4, 2).trimmed.usPort.upper
        let typed = cursor.scanner.value(1, 1).trimmed
        let slash = typed.firstIndex(of: UInt8(ascii: "/")) ?? 0
        var document = ReceivedDocument(
            type: typed.slice(0, slash).upper, number: typed.dropping(slash > 0 ? slash + 1 : 0).upper,
            issuer: cursor.scanner.value(1, 3).country)
        document.expiry = cursor.scanner.value(1, 2).date(years, isBirth: false)
        if document.number != nil { traveller.documents.append(document) }
    }
}
