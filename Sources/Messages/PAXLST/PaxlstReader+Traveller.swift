// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Edifact
internal import Travel

/// The traveller and document groups (GR4, GR5).
extension PaxlstReader {
    /// `NAD+FL+++SURNAME:GIVEN:SECOND+street+city+region+postcode+country`.
    mutating func readParty(_ cursor: borrowing MessageCursor) {
        let function = cursor.scanner.value(1).trimmed.key
        if function == edifactKey("MS") || function == edifactKey("MR") || function == 0 && group == .header {
            // The reporting party, or the recipient: people of the carrier.
            closeTraveller(lastSegment: cursor.number - 1)
            return
        }
        closeTraveller(lastSegment: cursor.number - 1)
        closeVoyage()
        group = .traveller
        hasTraveller = true
        birthCountry = nil
        tagCount = 0
        traveller = ReceivedTraveller(role: PaxlstReader.role(function))
        traveller.span = SegmentSpan(first: cursor.number, last: cursor.number)
        let name = ReceivedName(
            surname: cursor.scanner.value(4, 1), given: cursor.scanner.value(4, 2),
            second: cursor.scanner.value(4, 3), third: cursor.scanner.value(4, 4), fourth: cursor.scanner.value(4, 5))
        traveller.take(name)
        if cursor.scanner.elementCount > 5 { readAddress(cursor) }
    }

    private static func role(_ function: UInt32) -> TravellerRole {
        switch function {
        case edifactKey("FL"): .passenger
        case edifactKey("FM"), edifactKey("VW"), edifactKey("DDT"): .crew
        case edifactKey("DDU"): .transit
        case edifactKey("ZZZ"): .unknown
        // A function that nobody knows is a passenger (messages.md, section 9, 38).
        default: .passenger
        }
    }

    private mutating func readAddress(_ cursor: borrowing MessageCursor) {
        var parts: [String?] = []
        for component in 1...max(1, cursor.scanner.componentCount(5)) {
            parts.append(cursor.scanner.value(5, component).upper)
        }
        parts.append(cursor.scanner.value(6).upper)
        parts.append(cursor.scanner.value(7, 1).upper ?? cursor.scanner.value(7, 4).upper)
        parts.append(cursor.scanner.value(8).upper)
        parts.append(cursor.scanner.value(9).country)
        traveller.address = joined(parts, by: ", ")
    }

    /// `ATT+2++M`: sex.
    mutating func readAttribute(_ cursor: borrowing MessageCursor) {
        guard hasTraveller, cursor.scanner.value(1)[0] == UInt8(ascii: "2") || cursor.scanner.value(1).isEmpty else { return }
        let view = cursor.scanner.value(3).trimmed
        guard !view.isEmpty else { return }
        if let sex = Sex(received: view) {
            traveller.sex = sex
        } else {
            message.warn(.unreadableValue, segment: cursor.number, "sex is none of M, F, X, U")
        }
    }

    /// `MEA+CT++:2` pieces, `MEA+WT++KGM:31` weight.
    mutating func readMeasure(_ cursor: borrowing MessageCursor) {
        guard hasTraveller else { return }
        let first = cursor.scanner.value(3, 1).trimmed
        let second = cursor.scanner.value(3, 2).trimmed
        switch cursor.scanner.value(1).trimmed.key {
        case edifactKey("CT"):
            // The guide puts the count behind an empty unit; some carriers leave the unit out.
            guard let count = second.number ?? first.number else { break }
            if traveller.bags == nil { traveller.bags = ReceivedBags() }
            traveller.bags?.count = count
            return
        case edifactKey("WT"):
            guard let weight = second.wholeNumber ?? first.wholeNumber else { break }
            if traveller.bags == nil { traveller.bags = ReceivedBags() }
            let isPounds = first.key == edifactKey("LBR") || first.key == edifactKey("LBS")
            traveller.bags?.weightKilograms = isPounds ? Pounds.kilograms(weight) : weight
            return
        default: return
        }
        message.warn(.unreadableValue, segment: cursor.number, "measurement is no number")
    }

    /// `FTX+BAG+++AF012345:3`: first tag and how many follow each other. Other free text is filtered, not kept.
    mutating func readText(_ cursor: borrowing MessageCursor) {
        guard hasTraveller, cursor.scanner.value(1).trimmed.key == Qualifier.bag else { return }
        if traveller.bags == nil { traveller.bags = ReceivedBags() }
        if let weight = cursor.scanner.value(2).trimmed.wholeNumber, traveller.bags?.weightKilograms == nil {
            traveller.bags?.weightKilograms = weight
        }
        let tag = cursor.scanner.value(4, 1).trimmed
        guard !tag.isEmpty else { return }
        let count = cursor.scanner.value(4, 2).trimmed.number ?? 1
        let added = traveller.bags?.addTags(tag, count: count, airline: tag.airlinePrefix, destination: nil) ?? 0
        tagCount += added
        if added < count {
            message.warn(.unreadableValue, segment: cursor.number, "bag tags can't be counted on, first one kept")
        }
    }

    mutating func readNationality(_ cursor: borrowing MessageCursor) {
        guard hasTraveller, let country = cursor.scanner.value(2).country else { return }
        if traveller.nationality == nil { traveller.nationality = country }
    }

    /// `COM+value:TE+value:FX+value:EM`.
    mutating func readContact(_ cursor: borrowing MessageCursor) {
        guard hasTraveller else { return }
        for element in 1..<max(1, cursor.scanner.elementCount) {
            let view = cursor.scanner.value(element, 1)
            switch cursor.scanner.value(element, 2).trimmed.key {
            case edifactKey("EM"):
                if let email = view.upper { traveller.contacts.append(ReceivedContact(kind: .email, value: email)) }
            default:
                if let phone = view.phone { traveller.contacts.append(ReceivedContact(kind: .phone, value: phone)) }
            }
        }
    }

    /// Traveller references; `RFF+TN` of the header gives the revision.
    mutating func readReference(_ cursor: borrowing MessageCursor) {
        let value = cursor.scanner.value(1, 2)
        let qualifier = cursor.scanner.value(1, 1).trimmed.key
        guard hasTraveller else {
            if qualifier == edifactKey("TN"), let revision = cursor.scanner.value(1, 5).trimmed.number {
                message.revision = revision
            }
            return
        }
        guard !hasDocument || qualifier != 0 else { return }
        switch qualifier {
        case edifactKey("AVF"): traveller.recordLocator = value.upper
        case edifactKey("ABO"): traveller.passengerReference = value.upper
        case edifactKey("SEA"): takeSeat(value.trimmed)
        case edifactKey("CR"): if let number = value.upper { traveller.loyalty.append(number) }
        case edifactKey("YZY"): if let ticket = value.upper { traveller.tickets.append(ticket) }
        case edifactKey("AEA"), edifactKey("TN"), edifactKey("RF"), 0: break
        default:
            message.warn(.unknownQualifier, segment: cursor.number, "reference qualifier not known")
        }
    }

    private mutating func takeSeat(_ view: EdifactBytes) {
        let trimmed = view.withoutLeadingZeros
        guard !trimmed.isEmpty else { return }
        let seat = trimmed.upperCasedText
        traveller.seat = traveller.seat ?? seat
        let leg = message.voyage.legs.first
        traveller.seats.append(ReceivedSeat(number: seat, from: leg?.from, to: leg?.to))
    }

    /// `DOC+P:110:111+A1234567`.
    mutating func readDocument(_ cursor: borrowing MessageCursor) {
        guard hasTraveller else { return }
        closeDocument()
        group = .document
        hasDocument = true
        document = ReceivedDocument(
            type: cursor.scanner.value(1, 1).upper, number: cursor.scanner.value(2, 1).upper)
    }
}
