// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Travel

extension TravellerCluster {
    /// The person as merged from all parts; the status is left to the voyage.
    func traveller(id: RecordID<Traveller>, voyage: RecordID<Voyage>) -> Traveller {
        var traveller = Traveller(id: id, voyage: voyage)
        let replaced = replacedParts()
        func gather<Value: Hashable & Sendable>(
            latestWins: Bool = false, _ value: (ReceivedTraveller) -> Value?
        ) -> SourcedField<Value> {
            var given: [FieldMerging.Given<Value>] = []
            for (index, part) in parts.enumerated() where part.effect != .cancelTravellers {
                guard let value = value(part.values) else { continue }
                given.append(.init(value: value, contribution: part.contribution, isReplaced: replaced[index]))
            }
            return FieldMerging.merge(given, latestWins: latestWins)
        }
        traveller.surname = gather { $0.surname }
        traveller.given = gather { $0.given }
        traveller.birthDate = gather { $0.birthDate }
        traveller.sex = gather { $0.sex == .unspecified ? nil : $0.sex }
        traveller.nationality = gather { $0.nationality }
        traveller.residence = gather { $0.residence }
        traveller.birthPlace = gather { $0.birthPlace }
        traveller.embark = gather { $0.embark }
        traveller.debark = gather { $0.debark }
        traveller.seat = gather(latestWins: true) { $0.seat }
        traveller.nik = gather { $0.nik }
        traveller.bags = gather(latestWins: true) { $0.bags }
        traveller.role = gather { $0.role == .unknown ? nil : $0.role }.current ?? .unknown
        traveller.documents = documents(replaced: replaced)
        traveller.contacts = contacts(replaced: replaced)
        traveller.recordLocators = distinct { [$0.locator, $0.values.recordLocator].compactMap(\.self) }
        traveller.passengerReferences = distinct { [$0.values.passengerReference].compactMap(\.self) }
        traveller.loyalty = distinct { $0.values.loyalty }
        traveller.cardTokens = distinct { part in part.payments.compactMap(\.token) }
        traveller.checkedInAt = parts.compactMap(\.values.checkedInAt).max()
        traveller.contributions = parts.map(\.contribution)
        return traveller
    }

    /// Which parts a later message replaced as a whole: earlier bookings by a newer one of the same locator, earlier
    /// API by a change message.
    private func replacedParts() -> [Bool] {
        var replaced = parts.map(\.isReplaced)
        var changed: Set<SourceKind> = []
        var booked: Set<String> = []
        for (index, part) in parts.enumerated().reversed() {
            let source = part.contribution.source
            if changed.contains(source) { replaced[index] = true }
            if source == .pnr, let locator = part.locator, !booked.insert(locator).inserted { replaced[index] = true }
            if part.effect == .replaceTravellers { changed.insert(source) }
        }
        return replaced
    }

    private func documents(replaced: [Bool]) -> [Observation<ReceivedDocument>] {
        var found: [String: Observation<ReceivedDocument>] = [:]
        var order: [String] = []
        for (index, part) in parts.enumerated() where part.effect != .cancelTravellers {
            for document in part.values.documents {
                let key =
                    (document.type ?? "") + "|" + (document.number ?? "") + "|" + part.contribution.source.rawValue
                if found[key] == nil { order.append(key) }
                found[key] = Observation(
                    value: document, source: part.contribution.source, order: part.contribution.order,
                    span: part.contribution.span, isSuperseded: replaced[index])
            }
        }
        return order.compactMap { found[$0] }.sorted { a, b in
            if a.isSuperseded != b.isSuperseded { return b.isSuperseded }
            if a.source.trust != b.source.trust { return a.source.trust > b.source.trust }
            if a.order != b.order { return a.order > b.order }
            return (a.value.number ?? "") < (b.value.number ?? "")
        }
    }

    private func contacts(replaced: [Bool]) -> [Observation<ReceivedContact>] {
        var found: [ReceivedContact: Observation<ReceivedContact>] = [:]
        for (index, part) in parts.enumerated() where part.effect != .cancelTravellers {
            for contact in part.values.contacts + part.bookingContacts {
                found[contact] = Observation(
                    value: contact, source: part.contribution.source, order: part.contribution.order,
                    span: part.contribution.span, isSuperseded: replaced[index])
            }
        }
        return found.values.sorted { a, b in
            if a.isSuperseded != b.isSuperseded { return b.isSuperseded }
            return (a.value.kind.rawValue, a.value.value) < (b.value.kind.rawValue, b.value.value)
        }
    }

    private func distinct(_ values: (Part) -> [String]) -> [String] {
        var seen = Set<String>()
        for part in parts where part.effect != .cancelTravellers { seen.formUnion(values(part)) }
        return seen.sorted()
    }
}
