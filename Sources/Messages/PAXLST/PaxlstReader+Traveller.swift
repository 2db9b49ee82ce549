// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Edifact
internal import Travel

/// The traveller and document groups (GR4, GR5).
extension PaxlstReader {
    /// `NAD+FL+++SURNAME:GIVEN:SECOND+street+city+region+postcode+country`.
    mutating func readParty(_ segment: SegmentView) {
        let function = segment.value(1).trimmed.key
        if function == edifactKey("MS") || function == edifactKey("MR") || function == 0 && group == .header {
            // The reporting party, or the recipient: people of the carrier.
            closeTraveller(lastSegment: segment.number - 1)
            return
        }
        closeTraveller(lastSegment: segment.number - 1)
        closeVoyage()
        group = .traveller
        beginTraveller(PaxlstReader.role(function))
        people.last.span = SegmentSpan(first: segment.number, last: segment.number)
        people.last.takeName(
            surname: segment.value(4, 1), given: segment.value(4, 2),
            second: segment.value(4, 3), third: segment.value(4, 4), fourth: segment.value(4, 5))
        if segment.elementCount > 5 { readAddress(segment) }
        if segment.value(4, 1).isEmpty, !segment.value(3, 1).isEmpty, segment.value(4, 2).isEmpty {
            // The name stands where an unstructured one belongs.
            people.last.takeName(surname: segment.value(3, 1), given: segment.value(3, 2), second: segment.value(3, 3))
        }
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

    private mutating func readAddress(_ segment: SegmentView) {
        let region = segment.value(7, 1).isEmpty ? segment.value(7, 4) : segment.value(7, 1)
        people.last.address.take(
            joinedLine(
                segment.value(5, 1), segment.value(5, 2), segment.value(5, 3), segment.value(5, 4), segment.value(6),
                region, segment.value(8), segment.value(9)))
    }

    /// `ATT+2++M`: sex.
    mutating func readAttribute(_ segment: SegmentView) {
        guard hasTraveller, segment.value(1)[0] == UInt8(ascii: "2") || segment.value(1).isEmpty else { return }
        let view = segment.value(3).trimmed
        guard !view.isEmpty else { return }
        if let sex = Sex(received: view) {
            people.last.sex = sex
        } else {
            message.warn(.unreadableValue, segment: segment.number, "sex is none of M, F, X, U")
        }
    }

    /// `MEA+CT++:2` pieces, `MEA+WT++KGM:31` weight.
    mutating func readMeasure(_ segment: SegmentView) {
        guard hasTraveller else { return }
        let first = segment.value(3, 1).trimmed
        let second = segment.value(3, 2).trimmed
        switch segment.value(1).trimmed.key {
        case edifactKey("CT"):
            // The guide puts the count behind an empty unit; some carriers leave the unit out.
            guard let count = second.number ?? first.number ?? segment.value(2, 2).trimmed.number else { break }
            people.last.hasBags = true
            people.last.bagStore.count = count
            return
        case edifactKey("WT"):
            guard let weight = second.wholeNumber ?? first.wholeNumber else { break }
            people.last.hasBags = true
            let isPounds = first.key == edifactKey("LBR") || first.key == edifactKey("LBS")
            people.last.bagStore.weightKilograms = isPounds ? Pounds.kilograms(weight) : weight
            return
        default: return
        }
        message.warn(.unreadableValue, segment: segment.number, "measurement is no number")
    }

    /// `FTX+BAG+++AF012345:3`: first tag and how many follow each other. Other free text is filtered, not kept.
    mutating func readText(_ segment: SegmentView) {
        guard hasTraveller, segment.value(1).trimmed.key == Qualifier.bag else { return }
        people.last.hasBags = true
        if let weight = segment.value(2).trimmed.wholeNumber, people.last.bagStore.weightKilograms == nil {
            people.last.bagStore.weightKilograms = weight
        }
        let tag = segment.value(4, 1).trimmed
        guard !tag.isEmpty else { return }
        let count = segment.value(4, 2).trimmed.number ?? 1
        let added = people.last.bagStore.addTags(tag, count: count, airline: tag.airlinePrefix, destination: nil)
        tagCount += added
        if added < count {
            message.warn(.unreadableValue, segment: segment.number, "bag tags can't be counted on, first one kept")
        }
    }

    mutating func readNationality(_ segment: SegmentView) {
        guard hasTraveller, people.last.nationality == nil else { return }
        segment.value(2).country(to: &people.last.nationality)
    }

    /// `COM+value:TE+value:FX+value:EM`.
    mutating func readContact(_ segment: SegmentView) {
        guard hasTraveller else { return }
        for element in 1..<max(1, segment.elementCount) {
            let view = segment.value(element, 1)
            switch segment.value(element, 2).trimmed.key {
            case edifactKey("EM"):
                if let email = view.upper { people.last.contacts.append(ReceivedContact(kind: .email, value: email)) }
            default:
                if let phone = view.phone { people.last.contacts.append(ReceivedContact(kind: .phone, value: phone)) }
            }
        }
    }

    /// Traveller references; `RFF+TN` of the header gives the revision.
    mutating func readReference(_ segment: SegmentView) {
        let value = segment.value(1, 2)
        let qualifier = segment.value(1, 1).trimmed.key
        guard hasTraveller else {
            if qualifier == edifactKey("TN") {
                value.upper(to: &message.transaction)
                if let revision = segment.value(1, 5).trimmed.number { message.revision = revision }
            }
            return
        }
        guard !hasDocument || qualifier != 0 else { return }
        switch qualifier {
        case edifactKey("AVF"): value.upper(to: &people.last.recordLocator)
        case edifactKey("ABO"): value.upper(to: &people.last.passengerReference)
        case edifactKey("SEA"): takeSeat(value.trimmed)
        case edifactKey("CR"): if let number = value.upper { people.last.loyalty.append(number) }
        case edifactKey("YZY"): if let ticket = value.upper { people.last.tickets.append(ticket) }
        case edifactKey("AEA"), edifactKey("TN"), edifactKey("RF"), 0: break
        default:
            message.warn(.unknownQualifier, segment: segment.number, "reference qualifier not known")
        }
    }

    private mutating func takeSeat(_ view: EdifactBytes) {
        let trimmed = view.withoutLeadingZeros
        guard !trimmed.isEmpty else { return }
        let seat = trimmed.upperCasedText
        if people.last.seat == nil { people.last.seat.take(seat) }
        let ports = message.voyage.legs.withUnsafeBufferPointer { legs -> (String?, String?) in
            guard let leg = legs.baseAddress, !legs.isEmpty else { return (nil, nil) }
            return (leg.pointee.from, leg.pointee.to)
        }
        people.last.seats.append(ReceivedSeat(number: seat, from: ports.0, to: ports.1))
    }

    /// `DOC+P:110:111+A1234567`.
    mutating func readDocument(_ segment: SegmentView) {
        guard hasTraveller else { return }
        closeDocument()
        group = .document
        hasDocument = true
        documents.append()
        segment.value(1, 1).upper(to: &documents.last.type)
        segment.value(2, 1).upper(to: &documents.last.number)
    }
}
