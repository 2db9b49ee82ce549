// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Identity
public import Mandate
public import Screening
public import Travel

/// What an officer looks for; at least one term must be given.
public struct SearchQuery: Hashable, Sendable {
    public var name: String?
    public var birthDate: CivilDate?
    public var document: String?
    public var locator: String?
    public var contact: String?

    public init(
        name: String? = nil, birthDate: CivilDate? = nil, document: String? = nil, locator: String? = nil,
        contact: String? = nil
    ) {
        self.name = name
        self.birthDate = birthDate
        self.document = document
        self.locator = locator
        self.contact = contact
    }
}

/// Finds travellers by blind tokens: whole names (in any order and spelling), documents, locators, contacts.
public struct TravellerSearch: Sendable {
    private let store: any CaseworkStore
    private let tokens: IdentityTokens

    public init(store: any CaseworkStore, tokeniser: any Tokeniser) {
        self.store = store
        tokens = IdentityTokens(tokeniser: tokeniser)
    }

    /// Travellers that match every term given, newest voyage first.
    public func find(_ query: SearchQuery, limit: Int = 100) async throws(StoreError) -> [TravellerLocation] {
        var terms: [[BlindToken]] = []
        if let name = query.name, !name.isEmpty {
            let folded = NameFolding.fold(surname: name, given: nil)
            guard !folded.isEmpty else { return [] }
            if let birth = query.birthDate {
                terms.append([tokens.nameAndBirth(folded, birth)])
            } else {
                terms.append([tokens.name(folded)])
            }
        }
        if let document = query.document, !document.isEmpty {
            guard let token = tokens.document(document) else { return [] }
            terms.append([token])
        }
        if let locator = query.locator, !locator.isEmpty { terms.append([tokens.locator(locator)]) }
        if let contact = query.contact, !contact.isEmpty {
            terms.append(contact.contains("@") ? [tokens.email(contact)] : [tokens.phone(contact)].compactMap(\.self))
        }
        guard !terms.isEmpty, terms.allSatisfy({ !$0.isEmpty }) else { return [] }
        let found = try await store.travellers(carrying: terms.flatMap(\.self), limit: limit * terms.count)
        let matching = found.filter { place in
            terms.allSatisfy { !Set($0).isDisjoint(with: place.matched) }
        }
        return Array(matching.prefix(limit))
    }
}

/// Finds the other journeys of a traveller's person.
public struct EarlierJourneys: Sendable {
    private let store: any CaseworkStore
    private let resolver: any Resolver

    public init(store: any CaseworkStore, resolver: any Resolver) {
        self.store = store
        self.resolver = resolver
    }

    /// Journeys of the same person, newest first, without the traveller's own.
    public func journeys(of traveller: Traveller, limit: Int = 100) async throws(StoreError) -> [TravellerLocation] {
        let tokens = resolver.personTokens(of: traveller.identityFacts(includingSuperseded: true))
        guard !tokens.isEmpty else { return [] }
        return try await store.travellers(carrying: tokens, limit: limit).filter { $0.facts.id != traveller.voyage }
    }
}
