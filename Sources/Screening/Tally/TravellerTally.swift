// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Identity
internal import Travel

/// What one traveller adds to a voyage's tally, made when the traveller is merged and kept in the draft.
struct TravellerTally: Hashable, Sendable {
    /// For each source of ``SourceKind/allCases``: the fields that no message of it gave, as bits; nil: not named by it.
    private(set) var missing: [UInt16?]
    /// Fields in which API and PNR differ beyond spelling.
    private(set) var disagreements: [DisagreementKind] = []
    private(set) var isInBoth = false

    init(_ cluster: TravellerCluster, _ traveller: Traveller) {
        missing = SourceKind.allCases.map { source in
            let own = cluster.parts.filter { $0.contribution.source == source && $0.effect != .cancelTravellers }
            guard !own.isEmpty else { return nil }
            var bits: UInt16 = 0
            for (bit, field) in ExpectedField.allCases.enumerated()
            where ExpectedField.expected(of: source).contains(field) {
                // Crew travel without a booking.
                if field == .recordLocator, traveller.role == .crew { continue }
                if !own.contains(where: { field.isGiven($0.values, locator: $0.locator) }) { bits |= 1 << bit }
            }
            return bits
        }
        isInBoth = isNamed(by: .api) && isNamed(by: .pnr)
        if isInBoth { disagreements = TravellerTally.disagreements(traveller) }
    }

    private func isNamed(by source: SourceKind) -> Bool {
        SourceKind.allCases.firstIndex(of: source).map { missing[$0] != nil } ?? false
    }

    /// Where the booking says something else than the check-in; a name cut short or spelt otherwise is not counted.
    private static func disagreements(_ traveller: Traveller) -> [DisagreementKind] {
        func value<Value>(_ field: SourcedField<Value>, _ source: SourceKind) -> Value? {
            field.observations.first { $0.source == source && !$0.isSuperseded }?.value
        }
        func name(_ source: SourceKind) -> IdentityFacts.Name {
            IdentityFacts.Name(surname: value(traveller.surname, source), given: value(traveller.given, source))
        }
        func passports(_ source: SourceKind) -> Set<String> {
            Set(
                traveller.documents.filter { $0.source == source && !$0.isSuperseded && $0.value.type == "P" }
                    .compactMap { $0.value.number.map(IdentityTokens.plainNumber) })
        }
        var found: [DisagreementKind] = []
        let (api, pnr) = (name(.api), name(.pnr))
        if api.surname != nil || api.given != nil, pnr.surname != nil || pnr.given != nil,
            NameComparison(api, pnr) == .different
        {
            found.append(.name)
        }
        if let a = value(traveller.birthDate, .api), let b = value(traveller.birthDate, .pnr), !a.agrees(with: b) {
            found.append(.birthDate)
        }
        if let a = value(traveller.sex, .api), let b = value(traveller.sex, .pnr), a != b { found.append(.sex) }
        if let a = value(traveller.nationality, .api), let b = value(traveller.nationality, .pnr), a != b {
            found.append(.nationality)
        }
        let (a, b) = (passports(.api), passports(.pnr))
        if !a.isEmpty, !b.isEmpty, a.isDisjoint(with: b) { found.append(.document) }
        return found
    }
}
