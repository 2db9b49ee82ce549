// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Edifact
internal import Travel

/// The transport groups (GR2, GR3), and places and times wherever they stand.
extension PaxlstReader {
    /// `TDT+20+DL123+++DL`, `TDT+11++03++LOCK:172`, and the older US `TDT++SA812+40+SA`.
    mutating func readTransport(_ segment: SegmentView) {
        closeTraveller(lastSegment: segment.number - 1)
        finishRoute()
        group = .voyage
        let mode = segment.value(3).trimmed.key
        var carrier = segment.value(5, 1).trimmed
        if carrier.isEmpty, segment.value(1).isEmpty { carrier = segment.value(4, 1).trimmed }
        let flight = FlightNumber(segment.value(2).trimmed, carrier: carrier)
        route.carrier = flight.carrier
        route.number = flight.number
        readConveyance(segment, mode: mode)
        guard !route.isFirstTaken else { return }
        route.isFirstTaken = true
        message.voyage.carrier = flight.carrier
        message.voyage.number = flight.number
        message.voyage.suffix = flight.suffix
        if flight.carrier == nil, flight.number == nil, segment.value(8).isEmpty {
            message.warn(.voyageMissing, segment: segment.number, "transport without carrier and number")
        }
    }

    /// Mode (UN/ECE recommendation 19: 1 sea, 3 road, 4 air) and the ship or vehicle of TDT 8.
    private mutating func readConveyance(_ segment: SegmentView, mode: UInt32) {
        if mode == edifactKey("1") { message.voyage.mode = .sea }
        if mode == edifactKey("3") || mode == edifactKey("03") || mode == edifactKey("2") {
            message.voyage.mode = .land
        }
        if segment.value(1).trimmed.key == edifactKey("11"), mode != edifactKey("1"), mode != edifactKey("4") {
            message.voyage.mode = .land
        }
        guard segment.elementCount > 8 else { return }
        let id = segment.value(8, 1).trimmed
        if let name = segment.value(8, 4).upper { message.voyage.conveyance.name = name }
        let digits = id.hasPrefix("IMO") ? id.dropping(3).trimmed : id
        if digits.count == 7, digits.isDigits, message.voyage.mode == .sea {
            message.voyage.conveyance.imo = digits.verbatim
        } else if message.voyage.mode == .land {
            message.voyage.conveyance.plate = id.upper
        }
    }

    /// `LOC+125+SIN` of the voyage, `LOC+178+AMS` of a traveller, `LOC+91+IDN` of a document.
    mutating func readPlace(_ segment: SegmentView) {
        let place = segment.value(2, 1)
        let qualifier = segment.value(1).trimmed
        if group == .voyage || group == .header {
            if !route.addCall(qualifier.key, place) {
                message.warn(.unknownQualifier, segment: segment.number, "place qualifier of the voyage not known")
            }
            return
        }
        switch qualifier.key {
        case edifactKey("178"): place.upper(to: &people.last.embark)
        case edifactKey("179"): place.upper(to: &people.last.debark)
        case edifactKey("174"): place.country(to: &people.last.residence)
        case edifactKey("180"):
            place.country(to: &birthCountry)
            let city = segment.value(3, 4).trimmed
            (city.isEmpty ? segment.value(2, 4) : city).upper(to: &people.last.birthPlace)
            if people.last.birthPlace == nil { people.last.birthPlace.take(birthCountry) }
        case edifactKey("91"):
            guard hasDocument else { return }
            if segment.value(2, 2).trimmed.key == edifactKey("163") {
                // A state or province, not a country: `VA` is Virginia.
                place.upper(to: &documents.last.placeOfIssue)
            } else if documents.last.issuer == nil {
                place.country(to: &documents.last.issuer)
            }
        case edifactKey("22"), 0: break
        default:
            message.warn(.unknownQualifier, segment: segment.number, "place qualifier of a traveller not known")
        }
    }

    /// `DTM+329:850412`, `DTM+36:290801`, `DTM+189:2601150930:201`.
    mutating func readTime(_ segment: SegmentView) {
        let qualifier = segment.value(1, 1).trimmed.key
        let value = segment.value(1, 2)
        switch group {
        case .header, .voyage:
            if segment.elementCount > 2 { return readSplitTime(segment, qualifier) }
            guard !value.isEmpty else { return }
            guard let time = value.dateTime(years) else {
                return message.warn(.unreadableDate, segment: segment.number, "time of the voyage can't be read")
            }
            route.addTime(qualifier, time)
        case .traveller where qualifier == edifactKey("329"): readBirth(value, segment.number)
        case .document where qualifier == edifactKey("329"): readBirth(value, segment.number)
        case .document:
            guard !value.trimmed.isEmpty else { return }
            guard let date = value.date(years, isBirth: false) else {
                return message.warn(.unreadableDate, segment: segment.number, "date of a document can't be read")
            }
            guard hasDocument else { return }
            switch qualifier {
            case edifactKey("36"): documents.last.expiry = date
            case edifactKey("182"): documents.last.issued = date
            default: message.warn(.unknownQualifier, segment: segment.number, "date qualifier of a document not known")
            }
        case .traveller: break
        }
    }

    private mutating func readBirth(_ value: EdifactBytes, _ number: Int) {
        guard !value.trimmed.isEmpty else { return }
        guard let date = value.date(years, isBirth: true) else { return readRareBirth(value.trimmed, number) }
        people.last.birthDate = value.isUnknownDate ? nil : date
    }

    @inline(never)
    private mutating func readRareBirth(_ value: EdifactBytes, _ number: Int) {
        if let date = value.namedMonth(years, isBirth: true) {
            people.last.birthDate = date
        } else if !value.isUnknownDate {
            message.warn(.unreadableDate, segment: number, "birth date can't be read")
        }
    }

    /// The older US form `DTM+136+020131+1030+M05`.
    private mutating func readSplitTime(_ segment: SegmentView, _ qualifier: UInt32) {
        guard let day = segment.value(2).dateTime(years)?.date,
            let time = segment.value(3).trimmed.clock(on: day)
        else { return message.warn(.unreadableDate, segment: segment.number, "time of the voyage can't be read") }
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
    mutating func readPersonDetails(_ segment: SegmentView) {
        closeTraveller(lastSegment: segment.number - 1)
        closeVoyage()
        group = .traveller
        let role = segment.value(3).trimmed.key
        beginTraveller(role == edifactKey("CRW") ? .crew : role == edifactKey("ITI") ? .transit : .passenger)
        people.last.span = SegmentSpan(first: segment.number, last: segment.number)
        people.last.takeName(
            surname: segment.value(2, 1), given: segment.value(2, 2), second: segment.value(2, 3))
        let fourth = segment.value(2, 4).trimmed
        // One sample leaves the birth date out and puts the sex in its place.
        readBirth(fourth.isDigits ? fourth : fourth.slice(0, 0), segment.number)
        people.last.sex = Sex(received: segment.value(2, 5).trimmed)
        people.last.embark = segment.value(4, 1).trimmed.usPort.upper
        people.last.debark = segment.value(4, 2).trimmed.usPort.upper
        let typed = segment.value(1, 1).trimmed
        let slash = typed.firstIndex(of: UInt8(ascii: "/")) ?? 0
        var document = ReceivedDocument(
            type: typed.slice(0, slash).upper, number: typed.dropping(slash > 0 ? slash + 1 : 0).upper,
            issuer: segment.value(1, 3).country)
        document.expiry = segment.value(1, 2).date(years, isBirth: false)
        guard document.number != nil else { return }
        documents.append()
        documents.last = document
    }
}
