// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Identity
internal import Mandate
internal import Travel
internal import Watchlists

/// Compares one entry with one traveller: how strong, and why.
struct EntryMatch {
    /// 0...100; orders hits among each other.
    var strength: Int
    var reasons: [HitReason]

    /// The match of an entry with a traveller, or nil when there is none.
    ///
    /// A name alone is never enough where both birth dates are known in full and differ, nor for a one-word name
    /// without a
    /// birth date: poor data make no hit (DESIGN section 5).
    init?(_ entry: WatchlistEntry, _ traveller: Traveller, includingSuperseded: Bool) {
        let reasons = ReasonBuilder(traveller, includingSuperseded: includingSuperseded)
        switch entry.subject {
        case .person(let person):
            guard let match = EntryMatch(person, reasons) else { return nil }
            self = match
        case .document(let number, let issuer):
            guard let reason = reasons.document(number, issuer: issuer) else { return nil }
            self.init(strength: reason.kind == .documentEqual ? 85 : 60, reasons: [reason])
        case .contact(let kind, let value):
            guard let reason = kind == .phone ? reasons.phone(value) : reasons.email(value) else { return nil }
            self.init(strength: 50, reasons: [reason])
        case .card(let token, let lastFour):
            guard let reason = reasons.card(token.description, lastFour: lastFour) else { return nil }
            self.init(strength: 55, reasons: [reason])
        }
    }

    private init(strength: Int, reasons: [HitReason]) {
        self.strength = strength
        self.reasons = reasons
    }

    private init?(_ person: WatchedPerson, _ builder: ReasonBuilder) {
        var strength = 0
        var found: [HitReason] = []
        if let number = person.documentNumber, let reason = builder.document(number, issuer: person.documentIssuer) {
            strength = reason.kind == .documentEqual ? 92 : 70
            found.append(reason)
        }
        let name = builder.name(IdentityFacts.Name(surname: person.surname, given: person.given))
        let birth = person.birthDate.flatMap { builder.birthDate($0) }
        if let name {
            let words = NameFolding.words(surname: person.surname, given: person.given).count
            let points: Int? =
                switch (name.kind, birth?.kind) {
                case (.nameEqual, .birthDateEqual): 85
                case (.nameFolded, .birthDateEqual): 80
                case (.namePartial, .birthDateEqual): 65
                case (.nameEqual, .birthDatePartial), (.nameFolded, .birthDatePartial): words > 1 ? 55 : 40
                case (.nameEqual, nil), (.nameFolded, nil): words > 1 ? 45 : nil
                default: nil
                }
            if let points { strength = max(strength, points) }
            if points != nil || strength > 0 { found.append(name) }
        }
        guard strength > 0 else { return nil }
        if let birth { found.append(birth) }
        if let sex = person.sex, let reason = builder.sex(sex) {
            found.append(reason)
            strength += reason.kind == .sexEqual ? 1 : -10
        }
        if let nationality = person.nationality, let reason = builder.nationality(nationality) {
            found.append(reason)
            strength += reason.kind == .nationalityEqual ? 2 : -5
        }
        self.init(strength: min(100, max(1, strength)), reasons: found)
    }
}
