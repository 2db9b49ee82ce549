// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Identity
internal import Travel

/// One person in the making: the contributions that were found to be about them, in message order.
struct TravellerCluster {
    /// A contribution with the values it points to, and what comparing needs, made once.
    struct Part {
        let contribution: Contribution
        let values: ReceivedTraveller
        let effect: MessageEffect
        /// The locator of the booking the values come from, where they come from one.
        let locator: String?
        let payments: [ReceivedPayment]
        let bookingContacts: [ReceivedContact]
        let name: ComparableName
        /// Document numbers, letters and digits only.
        let documentNumbers: [String]
        let hasPassport: Bool
        /// Whether a corrected list took the place of the one that it comes from.
        let isReplaced: Bool
    }

    var parts: [Part]

    var id: RecordID<Traveller>? { parts.first?.contribution.id }

    /// How strongly a further contribution belongs here; nil when it cannot be the same person.
    ///
    /// Two travellers of one message are two people, unless a list repeats somebody with the same document.
    func affinity(_ part: Part) -> Int? {
        var best = Int.min
        for own in parts {
            let sharesDocument = own.documentNumbers.contains(where: part.documentNumbers.contains)
            if own.contribution.order.message == part.contribution.order.message {
                guard sharesDocument, own.values.birthDate == part.values.birthDate else { return nil }
            }
            best = max(best, own.points(part, sharesDocument: sharesDocument))
        }
        return best > 3 ? best : nil
    }
}

extension TravellerCluster.Part {
    init(
        contribution: Contribution, values: ReceivedTraveller, effect: MessageEffect, locator: String?,
        payments: [ReceivedPayment] = [], bookingContacts: [ReceivedContact] = [], isReplaced: Bool = false
    ) {
        self.isReplaced = isReplaced
        self.contribution = contribution
        self.values = values
        self.effect = effect
        self.locator = locator
        self.payments = payments
        self.bookingContacts = bookingContacts
        name = ComparableName(surname: values.surname, given: values.given)
        documentNumbers = values.documents.compactMap { document in
            document.number.map(IdentityTokens.plainNumber).flatMap { $0.utf8.count >= 4 ? $0 : nil }
        }
        hasPassport = values.documents.contains { $0.type == "P" && $0.number != nil }
    }

    /// The evidence that two parts are one person, in points.
    fileprivate func points(_ other: TravellerCluster.Part, sharesDocument: Bool) -> Int {
        var points = 0
        if let a = values.passengerReference, let b = other.values.passengerReference {
            if a == b {
                points += contribution.source == other.contribution.source ? 12 : 6
            } else if contribution.source == other.contribution.source {
                points -= 2
            }
        }
        if sharesDocument {
            points += 10
        } else if hasPassport, other.hasPassport {
            points -= 4
        }
        if let a = values.birthDate, let b = other.values.birthDate { points += a.agrees(with: b) ? 5 : -6 }
        switch NameComparison(name, other.name) {
        case .equal: points += 5
        case .folded: points += 4
        case .partial: points += 2
        case .different: points -= name.words.isEmpty || other.name.words.isEmpty ? 0 : 5
        }
        if let a = locator, let b = other.locator { points += a == b ? 2 : -3 }
        return points
    }

    /// The keys by which parts of one person find each other; a shared key is needed, not enough.
    var joinKeys: [String] {
        var keys: [String] = []
        keys.reserveCapacity(6)
        if let reference = values.passengerReference { keys.append("r|" + reference) }
        for number in documentNumbers { keys.append("d|" + number) }
        if !name.folded.isEmpty {
            let folded = name.folded.joined(separator: " ")
            if let locator { keys.append("l|" + locator + "|" + folded) }
            keys.append("n|" + folded)
        }
        if let locator, let birth = values.birthDate { keys.append("b|" + locator + "|" + String(birth.packed)) }
        return keys
    }
}
