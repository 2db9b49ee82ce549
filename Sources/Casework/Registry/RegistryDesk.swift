// SPDX-License-Identifier: Apache-2.0

public import Civil
internal import Identity
public import Travel

/// The civil registry as the desk sees it, whichever access the agreement gives.
public struct RegistryDesk: Sendable {
    public let terms: RegistryTerms
    public let verification: VerificationDesk?
    public let extract: ExtractDesk?
    /// What officers said of documents and residents.
    public let links: ConfirmedLinks?

    public init(
        terms: RegistryTerms, verification: VerificationDesk? = nil, extract: ExtractDesk? = nil,
        links: ConfirmedLinks? = nil
    ) {
        self.terms = terms
        self.verification = verification
        self.extract = extract
        self.links = links
    }

    /// No agreement: nothing is asked and nothing is shown.
    public static let none = RegistryDesk(terms: RegistryTerms())

    /// Whether residents' family cards are known here: from an extract, or from a service that gives records and not only
    /// whether what we say of them agrees.
    public var knowsFamilyCards: Bool {
        extract != nil || (verification != nil && terms.access == .verification && terms.service.mode == .data)
    }

    /// A traveller's standing with the registry.
    public enum Standing: Sendable {
        /// The deployment has no agreement.
        case none
        /// The agreement has not begun or is over.
        case noAgreement
        /// A traveller of another nationality.
        case foreign
        case service(VerificationDesk.Standing)
        case extract(ExtractDesk.Answer, FamilyAboard?)
    }

    /// How the travellers of a voyage stand, families left out.
    public func standings(
        on voyage: Voyage, atMilliseconds now: Int64
    ) async -> [RecordID<Traveller>: Standing] {
        guard terms.access != .none, terms.holds(atMilliseconds: now) else { return [:] }
        if let verification {
            return await verification.standings(of: voyage.travellers.filter(\.mayBeCitizen)).mapValues { .service($0) }
        }
        return extract?.answers(voyage).mapValues { .extract($0, nil) } ?? [:]
    }

    /// How a traveller stands; never waits for the registry's service.
    public func standing(
        of traveller: Traveller, on voyage: Voyage, atMilliseconds now: Int64
    ) async -> Standing {
        guard terms.access != .none else { return .none }
        guard terms.holds(atMilliseconds: now) else { return .noAgreement }
        guard traveller.mayBeCitizen || links?.claim(of: traveller).nik != nil else { return .foreign }
        if let verification { return .service(await verification.standing(of: traveller)) }
        guard let extract else { return .none }
        // Both of one index, which a newer one may replace meanwhile.
        let index = extract.index
        let answers = extract.answers(voyage, in: index)
        guard let own = answers[traveller.id] else { return .none }
        return .extract(
            own, FamilyAboard(of: traveller, on: voyage, answers: answers, index: index))
    }
}
