// SPDX-License-Identifier: Apache-2.0

internal import Civil
public import Identity
public import Travel

extension Traveller {
    /// What is known of who the traveller is.
    /// - Parameter includingSuperseded: also values that later messages corrected.
    public func identityFacts(includingSuperseded: Bool) -> IdentityFacts {
        func values<Value>(_ field: SourcedField<Value>) -> [Value] {
            var seen: [Value] = []
            for observation in field.observations where includingSuperseded || !observation.isSuperseded {
                if !seen.contains(observation.value) { seen.append(observation.value) }
            }
            return seen
        }
        var facts = IdentityFacts()
        facts.names = names(includingSuperseded: includingSuperseded)
        facts.birthDates = values(birthDate)
        facts.sexes = values(sex)
        facts.nationalities = values(nationality)
        facts.niks = values(nik)
        for document in documents where includingSuperseded || !document.isSuperseded {
            guard let number = document.value.number else { continue }
            let found = IdentityFacts.Document(number: number, issuer: document.value.issuer)
            if !facts.documents.contains(found) { facts.documents.append(found) }
        }
        for contact in contacts where includingSuperseded || !contact.isSuperseded {
            switch contact.value.kind {
            case .phone: facts.phones.append(contact.value.value)
            case .email: facts.emails.append(contact.value.value)
            case .address: break
            }
        }
        facts.cardTokens = cardTokens
        facts.recordLocators = recordLocators
        facts.loyalty = loyalty
        return facts
    }

    /// Names as the messages paired them: surname and given name of one message belong together.
    private func names(includingSuperseded: Bool) -> [IdentityFacts.Name] {
        var found: [IdentityFacts.Name] = []
        for part in contributions {
            let own = surname.observations.first { $0.source == part.source && $0.order == part.order }
            let givenName = given.observations.first { $0.source == part.source && $0.order == part.order }
            if !includingSuperseded, own?.isSuperseded ?? givenName?.isSuperseded ?? true { continue }
            guard own != nil || givenName != nil else { continue }
            let name = IdentityFacts.Name(
                surname: own?.value ?? latestValue(surname, part.source),
                given: givenName?.value ?? latestValue(given, part.source))
            if !found.contains(name) { found.append(name) }
        }
        return found
    }

    private func latestValue(_ field: SourcedField<String>, _ source: SourceKind) -> String? {
        field.observations.first { $0.source == source }?.value
    }

    /// The fields on which API, PNR and other sources that still hold disagree; a signal, not a verdict.
    public var disagreements: [DisagreementKind] {
        var found: [DisagreementKind] = []
        var names: [IdentityFacts.Name] = []
        for source in SourceKind.allCases {
            let own = surname.observations.first { $0.source == source && !$0.isSuperseded }
            let givenName = given.observations.first { $0.source == source && !$0.isSuperseded }
            guard own != nil || givenName != nil else { continue }
            names.append(IdentityFacts.Name(surname: own?.value, given: givenName?.value))
        }
        if names.dropFirst().contains(where: { NameComparison(names[0], $0) < .folded }) { found.append(.name) }
        if birthDate.isDisputed { found.append(.birthDate) }
        if sex.isDisputed { found.append(.sex) }
        if nationality.isDisputed { found.append(.nationality) }
        var passports: [SourceKind: String] = [:]
        for document in documents
        where !document.isSuperseded && document.value.type == "P" && passports[document.source] == nil {
            passports[document.source] = document.value.number.map(IdentityTokens.plainNumber)
        }
        if Set(passports.values).count > 1 { found.append(.document) }
        if seat.isDisputed { found.append(.seat) }
        return found
    }
}

/// A field on which sources disagree.
public enum DisagreementKind: String, Hashable, Sendable, Codable, CaseIterable {
    case name
    case birthDate = "birth-date"
    case sex, nationality, document, seat
}
