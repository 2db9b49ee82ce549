// SPDX-License-Identifier: Apache-2.0

internal import Civil
public import Identity
public import Mandate

extension WatchlistEntry {
    /// The blind tokens under which the entry waits: a traveller that shares none of them cannot match.
    ///
    /// A person with a full birth date waits under the name with that date, under every two words of the name with it,
    /// and under the name alone for travellers whose date is unknown.
    public func matchTokens(_ tokens: IdentityTokens) -> [BlindToken] {
        var found = Set<BlindToken>()
        switch subject {
        case .person(let person):
            if let number = person.documentNumber, let token = tokens.document(number) { found.insert(token) }
            let folded = NameFolding.fold(surname: person.surname, given: person.given)
            if !folded.isEmpty {
                found.insert(tokens.name(folded))
                if let date = person.birthDate?.date {
                    found.insert(tokens.nameAndBirth(folded, date))
                    found.formUnion(tokens.pairsAndBirth(folded, date))
                }
            }
        case .document(let number, _):
            if let token = tokens.document(number) { found.insert(token) }
        case .contact(.phone, let value):
            if let token = tokens.phone(value) { found.insert(token) }
        case .contact(.email, let value):
            found.insert(tokens.email(value))
        case .card(let token, _):
            found.insert(token)
        }
        return found.sorted()
    }
}
