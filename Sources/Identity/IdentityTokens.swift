// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate

/// Turns identity facts into blind tokens, so that equal persons, documents, contacts and cards are found without
/// storing any of them in the clear.
public struct IdentityTokens: Sendable {
    private let tokeniser: any Tokeniser

    public init(tokeniser: any Tokeniser) { self.tokeniser = tokeniser }

    /// All tokens under which a traveller can be found: sorted, without repeats.
    public func all(_ facts: IdentityFacts) -> [BlindToken] {
        var tokens = Set<BlindToken>()
        for document in facts.documents { if let token = self.document(document.number) { tokens.insert(token) } }
        for nik in facts.niks { tokens.insert(tokeniser.token(.nik, nik.description)) }
        for name in facts.names {
            let folded = NameFolding.fold(surname: name.surname, given: name.given)
            guard !folded.isEmpty else { continue }
            tokens.insert(self.name(folded))
            for birth in facts.birthDates {
                guard let date = birth.date else { continue }
                tokens.insert(nameAndBirth(folded, date))
                tokens.formUnion(pairsAndBirth(folded, date))
            }
        }
        for phone in facts.phones { if let token = self.phone(phone) { tokens.insert(token) } }
        for email in facts.emails { tokens.insert(self.email(email)) }
        for card in facts.cardTokens { if let token = BlindToken(card) { tokens.insert(token) } }
        for locator in facts.recordLocators { tokens.insert(self.locator(locator)) }
        for number in facts.loyalty { tokens.insert(tokeniser.token(.loyalty, number)) }
        return tokens.sorted()
    }

    /// The tokens that stand for the person on every journey: documents, NIK, and folded name with birth date.
    ///
    /// A single name, a year alone or a first of January says too little and gives none: too many people share them.
    public func person(_ facts: IdentityFacts) -> [BlindToken] {
        var tokens = Set<BlindToken>()
        for document in facts.documents { if let token = self.document(document.number) { tokens.insert(token) } }
        for nik in facts.niks { tokens.insert(tokeniser.token(.nik, nik.description)) }
        for name in facts.names {
            let folded = NameFolding.fold(surname: name.surname, given: name.given)
            guard folded.count >= 2 else { continue }
            for birth in facts.birthDates {
                guard let date = birth.date, !(date.month == 1 && date.day == 1) else { continue }
                tokens.insert(nameAndBirth(folded, date))
            }
        }
        return tokens.sorted()
    }

    /// The token of a document number, letters and digits only; nil when fewer than four remain.
    public func document(_ number: String) -> BlindToken? {
        let plain = IdentityTokens.plainNumber(number)
        guard plain.utf8.count >= 4 else { return nil }
        return tokeniser.token(.document, plain)
    }

    /// The token of a folded name.
    public func name(_ folded: [String]) -> BlindToken { tokeniser.token(.name, parts: folded) }

    /// The token of a folded name with a full birth date.
    public func nameAndBirth(_ folded: [String], _ date: CivilDate) -> BlindToken {
        tokeniser.token(.nameAndBirth, parts: folded + [date.description])
    }

    /// Tokens of every two words of a folded name with a birth date, so that a missing third name does not hide a
    /// person.
    /// Names of more than five words give those of the first five.
    public func pairsAndBirth(_ folded: [String], _ date: CivilDate) -> [BlindToken] {
        let words = Array(folded.prefix(5))
        guard words.count > 2 else { return [] }
        var tokens: [BlindToken] = []
        for first in 0..<words.count {
            for second in (first + 1)..<words.count {
                tokens.append(nameAndBirth([words[first], words[second]], date))
            }
        }
        return tokens
    }

    /// The token of a telephone number: its last nine digits, so that `0812…` and `+62812…` are equal; nil below seven.
    public func phone(_ number: String) -> BlindToken? {
        let digits = number.utf8.filter { $0 >= 48 && $0 <= 57 }
        guard digits.count >= 7 else { return nil }
        return tokeniser.token(.contact, [UInt8(ascii: "T")] + digits.suffix(9))
    }

    /// The token of an e-mail address, upper case.
    public func email(_ address: String) -> BlindToken { tokeniser.token(.contact, "E" + address.uppercased()) }

    /// The token of a record locator.
    public func locator(_ locator: String) -> BlindToken { tokeniser.token(.booking, locator.uppercased()) }

    /// The token of a card number's digits.
    public func card(_ digits: [UInt8]) -> BlindToken { tokeniser.token(.card, digits) }

    /// The token of an entry that a list numbers itself.
    public func watchlistEntry(list: String, listID: String) -> BlindToken {
        tokeniser.token(.watchlistEntry, parts: [list, listID])
    }

    /// A document number's letters and digits, upper case.
    public static func plainNumber(_ number: String) -> String {
        String(
            decoding: number.uppercased().utf8.filter { ($0 >= 48 && $0 <= 57) || ($0 >= 65 && $0 <= 90) },
            as: UTF8.self)
    }
}
