// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Identity
internal import Travel

/// One person in the making: the contributions that were found to be about them, in message order.
struct TravellerCluster {
    /// A contribution with the values it points to.
    struct Part {
        var contribution: Contribution
        var values: ReceivedTraveller
        var effect: MessageEffect
        /// The locator of the booking the values come from, where they come from one.
        var locator: String?
        var payments: [ReceivedPayment]
        var bookingContacts: [ReceivedContact]
    }

    var parts: [Part]

    var id: RecordID<Traveller>? { parts.first?.contribution.id }

    /// How strongly a further contribution belongs here; nil when it cannot be the same person.
    ///
    /// Two travellers of one message are two people, unless a list repeats somebody with the same document.
    func affinity(_ part: Part) -> Int? {
        var best = Int.min
        for own in parts {
            var points = 0
            if own.contribution.order.message == part.contribution.order.message {
                guard own.sharesDocument(with: part), own.values.birthDate == part.values.birthDate else { return nil }
            }
            if let a = own.values.passengerReference, let b = part.values.passengerReference,
                own.contribution.source == part.contribution.source
            {
                points += a == b ? 12 : -2
            } else if let a = own.values.passengerReference, a == part.values.passengerReference {
                points += 6
            }
            if own.sharesDocument(with: part) {
                points += 10
            } else if own.hasDocument, part.hasDocument {
                points -= 4
            }
            if let a = own.values.birthDate, let b = part.values.birthDate { points += a.agrees(with: b) ? 5 : -6 }
            switch NameComparison(own.name, part.name) {
            case .equal: points += 5
            case .folded: points += 4
            case .partial: points += 2
            case .different: points -= own.hasName && part.hasName ? 5 : 0
            }
            if let a = own.locator, let b = part.locator { points += a == b ? 2 : -3 }
            best = max(best, points)
        }
        return best > 3 ? best : nil
    }
}

extension TravellerCluster.Part {
    var name: IdentityFacts.Name { IdentityFacts.Name(surname: values.surname, given: values.given) }
    var hasName: Bool { values.surname != nil || values.given != nil }

    var hasDocument: Bool { values.documents.contains { $0.type == "P" && $0.number != nil } }

    func sharesDocument(with other: TravellerCluster.Part) -> Bool {
        for document in values.documents {
            guard let number = document.number.map(IdentityTokens.plainNumber), number.utf8.count >= 4 else { continue }
            for candidate in other.values.documents where candidate.number.map(IdentityTokens.plainNumber) == number {
                return true
            }
        }
        return false
    }

    /// The keys by which parts of one person find each other; a shared key is needed, not enough.
    var joinKeys: [String] {
        var keys: [String] = []
        if let reference = values.passengerReference { keys.append("r|" + reference) }
        for document in values.documents {
            if let number = document.number.map(IdentityTokens.plainNumber), number.utf8.count >= 4 {
                keys.append("d|" + number)
            }
        }
        let folded = NameFolding.fold(surname: values.surname, given: values.given)
        if !folded.isEmpty {
            let name = folded.joined(separator: " ")
            if let locator { keys.append("l|" + locator + "|" + name) }
            if let birth = values.birthDate { keys.append("b|" + birth.description + "|" + name) }
            keys.append("n|" + name)
        }
        if let locator, let birth = values.birthDate { keys.append("lb|" + locator + "|" + birth.description) }
        return keys
    }
}
