// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Edifact
internal import Travel

/// Special service requests (SSR) of a booking, a person or a flight.
extension PnrgovReader {
    mutating func readRequest(_ segment: SegmentView) {
        guard hasBooking, part != .history, part != .other else { return }
        switch segment.value(1, 1).trimmed.key {
        case Request.docs: readDocs(segment)
        case Request.seat, Request.nsst: readSeatRequest(segment)
        case Request.tkne: readTicketRequest(segment)
        case Request.doca: readAddressRequest(segment)
        case Request.doco: readVisaRequest(segment)
        case Request.foid: readIdentityRequest(segment)
        case Request.ctcm, Request.ctch, Request.ctcp, Request.ctcb, Request.ctcf, Request.ctct, Request.pctc:
            if let phone = freeText(segment).longestPhone { addContact(.phone, phone, segment) }
        case Request.ctce:
            if let email = freeText(segment).withoutSlash.email { addContact(.email, email, segment) }
        case Request.fqtv: readLoyaltyRequest(segment)
        case Request.inft: readInfant(segment)
        case Request.chld: readChild(segment)
        case Request.oths:
            let text = freeText(segment).trimmed
            if !text.isEmpty { addRemark(text) }
        default: break
        }
    }

    /// The free text: component 9 to the end of the element; some leave components out before it.
    private mutating func freeText(_ segment: SegmentView) -> EdifactBytes {
        let element = segment.element(1)
        let text = segment.value(1, 9)
        if !text.isEmpty { return text.extended(to: element) }
        for component in 5...8 {
            let candidate = segment.value(1, component)
            if candidate.count > 3 { return candidate.extended(to: element) }
        }
        return text
    }

    /// The person that a request is about: by reference, else the one whose group it stands in, else the only one.
    private mutating func subject(_ segment: SegmentView) -> Int? {
        for element in 2..<max(2, segment.elementCount) {
            let reference = TravellerReference(segment.value(element, 3))
            if reference != .none, let index = traveller(reference) { return index }
        }
        if part == .name || part == .ticket, let current { return current }
        return onlyTraveller
    }

    private mutating func addContact(_ kind: ContactKind, _ value: String, _ segment: SegmentView) {
        if part != .booking, let index = subject(segment) {
            people[index].addContact(kind, value)
        } else {
            booking.addContact(kind, value)
        }
    }

    // MARK: Documents

    private mutating func readDocs(_ segment: SegmentView) {
        let text = freeText(segment)
        guard !text.isEmpty else { return }
        let docs = DocsFields(text, years)
        if docs.hasUnreadableDate {
            message.warn(.unreadableDate, segment: segment.number, "date in SSR DOCS can't be read")
        }
        var reference = TravellerReference.none
        for element in 2..<max(2, segment.elementCount) where reference == .none {
            reference = TravellerReference(segment.value(element, 3))
        }
        if part == .name || part == .ticket, let current {
            if docs.isInfant == notes[current - firstTraveller].isInfant || !docs.isInfant {
                apply(docs, to: current)
                return
            }
        }
        waitingRequests.append(
            WaitingRequest(document: ReceivedDocs(docs), reference: reference, segment: segment.number))
    }

    /// Gives a document to the traveller whose group it stands in; its texts go straight to their places.
    private mutating func apply(_ docs: borrowing DocsFields, to index: Int) {
        guard people[index].documents.isEmpty else { return apply(ReceivedDocs(docs), to: index) }
        if docs.hasName, !notes[index - firstTraveller].hasDocumentName, docs.type.key != edifactKey("V") {
            documentName.read(surname: docs.surname, given: docs.given, second: docs.second)
            takeDocumentName(for: index)
        }
        if people[index].birthDate == nil { people[index].birthDate = docs.birthDate }
        if people[index].sex == nil { people[index].sex = docs.sex }
        if people[index].nationality == nil { docs.nationality.country(to: &people[index].nationality) }
        if docs.number.isEmpty && docs.issuer.trimmed.isEmpty { return }
        people[index].documents.append(ReceivedDocument(expiry: docs.expiry))
        docs.type.upper(to: &people[index].documents[0].type)
        docs.number.upper(to: &people[index].documents[0].number)
        docs.issuer.country(to: &people[index].documents[0].issuer)
    }

    /// Takes the name of a document, the one that a passport bears; what was booked stays as received.
    private mutating func takeDocumentName(for index: Int) {
        let note = index - firstTraveller
        notes[note].hasDocumentName = true
        if people[index].surname == documentName.surname {
            notes[note].isBookedAsInDocument = true
            if people[index].surnameReceived == nil || people[index].surnameReceived == people[index].surname {
                people[index].surnameReceived.take(documentName.surnameReceived)
            }
        } else {
            notes[note].bookedSurname = people[index].surname
            let received = people[index].surnameReceived ?? people[index].surname
            if documentName.surname != nil { people[index].surname = documentName.surname }
            people[index].surnameReceived =
                received == people[index].surname ? documentName.surnameReceived : received
        }
        if people[index].given == documentName.given {
            if people[index].givenReceived == nil || people[index].givenReceived == people[index].given {
                people[index].givenReceived.take(documentName.givenReceived)
            }
        } else {
            let received = people[index].givenReceived ?? people[index].given
            if documentName.given != nil { people[index].given = documentName.given }
            people[index].givenReceived = received == people[index].given ? documentName.givenReceived : received
        }
    }

    /// Gives a document to a traveller.
    private mutating func apply(_ docs: borrowing ReceivedDocs, to index: Int) {
        if let name = docs.name, !notes[index - firstTraveller].hasDocumentName, docs.document.isIdentity {
            documentName = name
            takeDocumentName(for: index)
        }
        if people[index].birthDate == nil { people[index].birthDate = docs.birthDate }
        if people[index].sex == nil { people[index].sex = docs.sex }
        if people[index].nationality == nil { people[index].nationality = docs.nationality }
        people[index].addDocument(docs.document)
    }

    /// Documents that named nobody when they came: by name, by reference, infants among the infants; one whose bearer
    /// no name segment gives is one more traveller.
    mutating func settleWaitingRequests() {
        for request in waitingRequests {
            let docs = request.document
            if let index = bearer(of: docs, request.reference) {
                apply(docs, to: index)
            } else if let name = docs.name {
                addTraveller(
                    name, reference: .none, type: docs.isInfant ? edifactKey("IN") : 0, segment: request.segment)
                apply(docs, to: people.count - 1)
            } else {
                message.warn(.nameMissing, segment: request.segment, "document of nobody in the booking")
            }
        }
    }

    private mutating func bearer(of docs: ReceivedDocs, _ reference: TravellerReference) -> Int? {
        for index in firstTraveller..<people.count {
            // The same document again.
            guard let number = docs.document.number else { break }
            if people[index].documents.contains(where: { $0.number == number }) { return index }
        }
        if let name = docs.name, let index = traveller(named: name), !docs.isInfant || isInfant(index) { return index }
        if docs.isInfant { return infant(docs) }
        if let index = traveller(reference), !isInfant(index) { return index }
        if let name = docs.name {
            for index in firstTraveller..<people.count where !isInfant(index) {
                if people[index].surname == name.surname,
                    name.sharesGiven(with: people[index].given)
                {
                    return index
                }
            }
        }
        return onlyTraveller
    }

    private mutating func isInfant(_ index: Int) -> Bool { notes[index - firstTraveller].isInfant }

    /// The infant of the booking that a document or a request for an infant means.
    private mutating func infant(_ docs: ReceivedDocs) -> Int? {
        let infants = (firstTraveller..<people.count).filter { isInfant($0) }
        if let name = docs.name,
            let index = infants.first(where: { name.sharesGiven(with: people[$0].given) })
        {
            return index
        }
        let open = infants.filter { people[$0].documents.isEmpty }
        return open.count == 1 && infants.count == 1 ? open[0] : nil
    }

    /// `/R/country/street/city/state/postcode`: R where they live, D where they go.
    private mutating func readAddressRequest(_ segment: SegmentView) {
        let fields = SlashFields(freeText(segment))
        let address = joinedLine(fields[2], fields[3], fields[4], fields[5], fields[1])
        guard let index = subject(segment) else {
            if let address { booking.addContact(.address, address) }
            return
        }
        if fields[0].trimmed.key == edifactKey("R") {
            people[index].residence = people[index].residence ?? fields[1].country
            people[index].address = people[index].address ?? address
        } else if let address {
            people[index].addContact(.address, address)
        }
    }

    /// `/birth place/V/visa number/place of issue/issue date/country/I`.
    private mutating func readVisaRequest(_ segment: SegmentView) {
        let text = freeText(segment)
        var fields = SlashFields(text)
        // The birth place may stand before the first slash.
        if fields[0].trimmed.key == edifactKey("V"), text[0] == UInt8(ascii: "/") { fields.shift = -1 }
        guard let index = subject(segment) else { return }
        if fields.shift == 0, let place = fields[0].upper {
            people[index].birthPlace = people[index].birthPlace ?? place
        }
        let type = fields.field(1).upper
        guard let number = fields.field(2).upper else { return }
        var document = ReceivedDocument(type: type ?? "V", number: number, issuer: fields.field(5).country)
        document.placeOfIssue = fields.field(3).upper
        document.issued = fields.field(4).namedMonth(years, isBirth: false)
        people[index].addDocument(document)
    }

    /// `PP` passport, `NI` national identity number and others.
    private mutating func readIdentityRequest(_ segment: SegmentView) {
        guard let index = subject(segment) else { return }
        var text = freeText(segment).withoutSlash.trimmed
        if let tail = text.nameTail { text = text.slice(0, tail).trimmed }
        let number = text.dropping(2).trimmed
        switch text.slice(0, 2).key {
        case edifactKey("NI"), edifactKey("ID"):
            // The country may stand before the number.
            if let nik = number.nik ?? (number.hasPrefix("IDN") ? number.dropping(3).nik : nil) {
                people[index].nik = nik
            } else if let value = number.upper {
                people[index].addDocument(ReceivedDocument(type: "I", number: value))
            }
        case edifactKey("PP"):
            let digits = number.firstIndex(of: 0x20) ?? number.count
            if let value = number.slice(0, digits).upper {
                people[index].addDocument(ReceivedDocument(type: "P", number: value))
            }
        default:
            if let nik = text.nik { people[index].nik = nik }
        }
    }

    // MARK: Others

    private mutating func readSeatRequest(_ segment: SegmentView) {
        let from = segment.value(1, 7).upper ?? lastPorts.from
        let to = segment.value(1, 8).upper ?? lastPorts.to
        for element in 2..<max(2, segment.elementCount) {
            var view = segment.value(element, 1).trimmed
            if view[0] == UInt8(ascii: ".") { view = view.dropping(1) }
            guard view.isSeat else { continue }
            let reference = TravellerReference(segment.value(element, 3))
            let index = traveller(reference) ?? (part == .name ? current : nil) ?? onlyTraveller
            if let index { takeSeat(view, of: index, from: from, to: to, isFinal: false) }
        }
    }

    /// The ticket number before the coupon `C1`; `INF` in front for an infant's.
    private mutating func readTicketRequest(_ segment: SegmentView) {
        var text = freeText(segment).trimmed
        if text[0] == UInt8(ascii: ".") { text = text.dropping(1) }
        if text.hasPrefix("INF") { text = text.dropping(3) }
        var digits = 0
        while digits < text.count, text.base[digits] &- 48 <= 9 { digits += 1 }
        if digits == 13 { addTicket(text.slice(0, 13).verbatim) }
    }

    private mutating func readLoyaltyRequest(_ segment: SegmentView) {
        let text = freeText(segment).withoutSlash.trimmed
        let end = text.firstIndex(of: UInt8(ascii: "-")) ?? text.firstIndex(of: UInt8(ascii: "/")) ?? text.count
        let number = text.slice(0, text.slice(0, end).firstIndex(of: 0x20) ?? end).trimmed
        guard number.count > 2, let index = subject(segment) else { return }
        people[index].addLoyalty(airline: number.slice(0, 0), number: number)
    }

    /// `SURNAME/GIVEN 20SEP12`: an infant on somebody's lap, who may have no name segment.
    private mutating func readInfant(_ segment: SegmentView) {
        let fields = SlashFields(freeText(segment))
        let given = fields[1].trimmed
        let birth = fields[2].isEmpty ? given.dropping((given.lastBlank ?? given.count) + 1) : fields[2].trimmed
        let date = birth.namedMonth(years, isBirth: true)
        let isDateLast = fields[2].isEmpty && date != nil
        var docs = ReceivedDocs()
        docs.isInfant = true
        docs.birthDate = date
        docs.name = ReceivedName(
            surname: fields[0].trimmed, given: isDateLast ? given.slice(0, given.lastBlank ?? given.count) : given)
        guard docs.name?.surname != nil || docs.name?.given != nil else { return }
        waitingRequests.append(WaitingRequest(document: docs, reference: .none, segment: segment.number))
    }

    /// `CHLD 12JAN15`: a child's birth date.
    private mutating func readChild(_ segment: SegmentView) {
        guard let index = subject(segment), people[index].birthDate == nil else { return }
        let text = freeText(segment).withoutSlash.trimmed
        if let date = text.namedMonth(years, isBirth: true) { people[index].birthDate = date }
    }
}
