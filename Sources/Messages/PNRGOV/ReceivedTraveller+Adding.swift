// SPDX-License-Identifier: Apache-2.0

internal import Edifact
internal import Travel

extension ReceivedTraveller {
    mutating func addLoyalty(airline: EdifactBytes, number: EdifactBytes) {
        let text = airline.upperCasedText + number.upperCasedText
        if !loyalty.contains(text) { loyalty.append(text) }
    }

    mutating func addDocument(_ document: ReceivedDocument) {
        guard document.number != nil || document.issuer != nil else { return }
        for index in documents.indices where documents[index].number == document.number {
            // The same document again, perhaps with what the first lacked.
            documents[index].type = documents[index].type ?? document.type
            documents[index].issuer = documents[index].issuer ?? document.issuer
            documents[index].expiry = documents[index].expiry ?? document.expiry
            documents[index].issued = documents[index].issued ?? document.issued
            documents[index].placeOfIssue = documents[index].placeOfIssue ?? document.placeOfIssue
            return
        }
        documents.append(document)
    }

    mutating func addContact(_ kind: ContactKind, _ value: String) {
        contacts.addContact(kind, value)
    }
}

extension ReceivedBooking {
    mutating func addContact(_ kind: ContactKind, _ value: String) {
        contacts.addContact(kind, value)
    }
}

extension [ReceivedContact] {
    /// Adds a contact unless it is there.
    fileprivate mutating func addContact(_ kind: ContactKind, _ value: String) {
        for index in indices where self[index].kind == kind && self[index].value == value { return }
        if isEmpty { reserveCapacity(4) }
        append(ReceivedContact(kind: kind, value: value))
    }
}
