// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Edifact
internal import Travel

/// Reads a PAXLST (WCO/IATA/ICAO API guide) of any release: passenger and crew lists, changes, flight status updates.
///
/// Inside a traveller, segments may come in any order and number; nothing unknown drops a traveller.
struct PaxlstReader {
    /// Whose segments are being read.
    enum Group {
        case header, voyage, traveller, document
    }

    var message: ReceivedMessage
    var years: YearRule
    var group = Group.header
    var hasTraveller = false
    var hasDocument = false
    var birthCountry: String?
    var tagCount = 0
    var route = PaxlstRoute()
    let preparedAt: CivilDateTime?
    let people: SlotBuffer<ReceivedTraveller>
    /// The documents of the current traveller.
    let documents: SlotBuffer<ReceivedDocument>

    init(header: borrowing MessageHeader, _ cursor: borrowing MessageCursor) {
        people = cursor.people
        documents = cursor.documents
        message = ReceivedMessage(kind: .paxlst)
        preparedAt = header.preparedAt
        years = header.preparedAt.map { YearRule(today: $0.date) } ?? .withoutDate
    }

    /// Reads up to the message's end, on which the cursor stays.
    static func read(_ cursor: inout MessageCursor, header: MessageHeader, into message: inout ReceivedMessage) {
        var reader = PaxlstReader(header: header, cursor)
        while cursor.nextInMessage() { reader.read(&cursor) }
        reader.finish(lastSegment: cursor.number - 1)
        swap(&reader.message, &message)
    }

    @inline(__always)
    private mutating func read(_ cursor: inout MessageCursor) {
        cursor.noteTroubles(in: &message)
        let tag = cursor.scanner.tag
        let segment = cursor.segment
        switch tag {
        case Tag.nad: readParty(segment)
        case Tag.att: readAttribute(segment)
        case Tag.dtm: readTime(segment)
        case Tag.mea: readMeasure(segment)
        case Tag.ftx:
            cursor.filterFreeText()
            readText(segment)
        case Tag.loc: readPlace(segment)
        case Tag.com: readContact(segment)
        case Tag.nat: readNationality(segment)
        case Tag.rff: readReference(segment)
        case Tag.doc: readDocument(segment)
        case Tag.cnt: readTotal(segment)
        case Tag.bgm: readFunction(segment)
        case Tag.tdt: readTransport(segment)
        case Tag.pdt: readPersonDetails(segment)
        case 0: break
        case _ where Tag.isKnownIdle(tag): break
        default:
            if FreeTextFilter.concerns(tag) { cursor.filterFreeText() }
            message.warn(
                .unknownSegment, segment: segment.number, "segment \(SegmentTag.text(tag)) passed over")
        }
    }

    // MARK: Groups

    mutating func beginTraveller(_ role: TravellerRole) {
        people.append()
        people.last.role = role
        documents.begin(in: &people.last.documents)
        hasTraveller = true
        birthCountry = nil
        tagCount = 0
    }

    /// Ends the traveller being read.
    mutating func closeTraveller(lastSegment: Int) {
        guard hasTraveller else { return }
        closeDocument()
        people.last.documents = documents.take()
        if people.last.documents.count > 1 { people.last.documents.sort { $0.rank < $1.rank } }
        if people.last.nationality == nil { deriveNationality() }
        if people.last.nik == nil { findNIK() }
        let tags = tagCount
        if tags > 0, people.last.bagStore.count == nil { people.last.bagStore.count = tags }
        if var span = people.last.span {
            span.last = Int32(clamping: lastSegment)
            people.last.span = span
        }
        hasTraveller = false
    }

    mutating func closeDocument() {
        guard hasDocument else { return }
        hasDocument = false
        let isBlank =
            documents.last.number == nil && documents.last.type == nil && documents.last.issuer == nil
        if isBlank { documents.removeLast() }
    }

    /// Where no nationality was given: the country of birth, else the issuer of the best document (messages.md 2.5).
    private mutating func deriveNationality() {
        if birthCountry != nil {
            people.last.nationality.take(birthCountry)
        } else {
            people.last.deriveNationality()
            return
        }
        people.last.isNationalityDerived = true
    }

    /// Sixteen digits in an Indonesian identity card are a candidate.
    private mutating func findNIK() {
        for place in people.last.documents.indices {
            guard people.last.documents[place].number?.utf8.count == 16 else { continue }
            let document = people.last.documents[place]
            guard document.type == "I" || document.type == "ID" else { continue }
            guard document.issuer == "IDN" || (document.issuer == nil && people.last.nationality == "IDN") else {
                continue
            }
            people.last.nik = document.number.flatMap { try? NIK(parsing: $0) }
        }
    }

    private mutating func finish(lastSegment: Int) {
        closeTraveller(lastSegment: lastSegment)
        closeVoyage()
        if message.function == "10" { readTrip() }
        if message.voyage.carrier == nil, message.voyage.number == nil, message.voyage.legs.isEmpty {
            message.warn(.voyageMissing, segment: nil, "no voyage can be told")
        }
        message.foundTotal = people.count
        message.travellers = people.lend()
    }

    // MARK: Header

    private mutating func readFunction(_ segment: SegmentView) {
        message.function = segment.value(1).upper
        message.functionDetail = segment.value(2).upper
        message.effect = PaxlstFunction.effect(message.function, message.functionDetail)
        if !PaxlstFunction.isKnown(message.function) {
            message.warn(
                .unknownFunction, segment: segment.number, "document name code not known, read as a passenger list")
        }
    }

    /// A vehicle's trip has its number in the document's (`BGM+10+LOCKKH04103101`), the carrier's code in front.
    @inline(never)
    private mutating func readTrip() {
        message.voyage.mode = .land
        guard message.voyage.number == nil, let trip = message.functionDetail else { return }
        let carrier = message.voyage.carrier ?? ""
        message.voyage.number =
            trip.hasPrefix(carrier) && trip != carrier ? String(trip.dropFirst(carrier.count)) : trip
        for place in message.voyage.legs.indices { message.voyage.legs[place].number = message.voyage.number }
    }

    private mutating func readTotal(_ segment: SegmentView) {
        // `CNT+42:n`, seen also `CNT+41+8`.
        closeTraveller(lastSegment: segment.number - 1)
        let inComponent = segment.value(1, 2).trimmed
        let view = inComponent.isEmpty ? segment.value(2).trimmed : inComponent
        guard let number = view.number, number <= 1_000_000 else {
            message.warn(.unreadableValue, segment: segment.number, "total is no number")
            return
        }
        switch segment.value(1).trimmed.key {
        case edifactKey("42"), edifactKey("41"): message.declaredTotal = (message.declaredTotal ?? 0) + number
        // Other control totals do not count travellers.
        default: break
        }
    }
}

/// What the document name (BGM 1001) and its identifier (BGM 1004) ask for (messages.md 2.2).
enum PaxlstFunction {
    static func isKnown(_ function: String?) -> Bool {
        switch function {
        case "745", "250", "266", "336", "655", "10": true
        default: false
        }
    }

    static func effect(_ function: String?, _ detail: String?) -> MessageEffect {
        switch (function, detail) {
        case ("745", "CP"): .replaceTravellers
        case ("745", "XR"), ("745", "RP"): .cancelTravellers
        case ("250", "CC"), ("250", "BC"), ("250", "EC"), ("250", "FC"), ("336", "I"): .replaceTravellers
        case ("336", "H"): .cancelTravellers
        case ("266", "CLOB"): .closeWithBoarded
        case ("266", "CL"), ("266", "CLNB"): .closeWithNotBoarded
        case ("266", "XF"): .cancelVoyage
        case ("266", "CF"): .changeVoyage
        default: .report
        }
    }
}

extension ReceivedDocument {
    /// Best document first: passport, passport card, identity card and so on; a visa proves no identity.
    var rank: Int {
        switch type {
        case "P": 0
        case "IP": 1
        case "I", "ID": 2
        case "C": 3
        case "A": 4
        case "F": 5
        case nil: 6
        case "V": 8
        default: 7
        }
    }

    /// Whether the document says who its holder is.
    var isIdentity: Bool { type != "V" }
}

extension ReceivedTraveller {
    /// Concludes the nationality from the issuer of the best document.
    mutating func deriveNationality() {
        for place in documents.indices where documents[place].issuer != nil && documents[place].isIdentity {
            nationality.take(documents[place].issuer)
            isNationalityDerived = true
            return
        }
    }
}
