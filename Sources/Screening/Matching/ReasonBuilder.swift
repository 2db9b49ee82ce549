// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Identity
internal import Travel

/// Compares single facts of an entry with a traveller's, and keeps the message and segments that show them.
struct ReasonBuilder {
    private let traveller: Traveller
    private let includesSuperseded: Bool
    private let facts: IdentityFacts

    init(_ traveller: Traveller, includingSuperseded: Bool) {
        self.traveller = traveller
        includesSuperseded = includingSuperseded
        facts = traveller.identityFacts(includingSuperseded: includingSuperseded)
    }

    func document(_ number: String, issuer: String?) -> HitReason? {
        let plain = IdentityTokens.plainNumber(number)
        for seen in traveller.documents where includesSuperseded || !seen.isSuperseded {
            guard let own = seen.value.number, IdentityTokens.plainNumber(own) == plain else { continue }
            let isOther = issuer != nil && seen.value.issuer != nil && issuer != seen.value.issuer
            return HitReason(
                kind: isOther ? .documentOtherIssuer : .documentEqual,
                observed: [own, seen.value.issuer].compactMap(\.self).joined(separator: " "),
                expected: [number, issuer].compactMap(\.self).joined(separator: " "), message: seen.order.message,
                span: seen.span, source: seen.source)
        }
        if let nik = traveller.nik.observations.first(where: { $0.value.description == plain }) {
            return reason(.documentEqual, nik, observed: nik.value.description, expected: number)
        }
        return nil
    }

    func name(_ expected: IdentityFacts.Name) -> HitReason? {
        var best: (comparison: NameComparison, name: IdentityFacts.Name)?
        for name in facts.names {
            let comparison = NameComparison(name, expected)
            if comparison > best?.comparison ?? .different { best = (comparison, name) }
        }
        guard let best else { return nil }
        let kind: HitReasonKind =
            switch best.comparison {
            case .equal: .nameEqual
            case .folded: .nameFolded
            default: .namePartial
            }
        let text = Self.text(expected)
        if let surname = best.name.surname,
            let seen = traveller.surname.observations.first(where: { $0.value == surname })
        {
            return reason(kind, seen, observed: Self.text(best.name), expected: text)
        }
        let seen = traveller.given.observations.first { $0.value == best.name.given }
        return HitReason(
            kind: kind, observed: Self.text(best.name), expected: text, message: seen?.order.message, span: seen?.span,
            source: seen?.source)
    }

    /// Equal, agreeing in part, or different; nil where the traveller's date is unknown.
    func birthDate(_ expected: PartialDate) -> HitReason? {
        let seen = traveller.birthDate.observations.filter { includesSuperseded || !$0.isSuperseded }
        if let equal = seen.first(where: { $0.value == expected && $0.value.date != nil }) {
            return reason(.birthDateEqual, equal, observed: "\(equal.value)", expected: "\(expected)")
        }
        if let agrees = seen.first(where: { $0.value.agrees(with: expected) }) {
            return reason(.birthDatePartial, agrees, observed: "\(agrees.value)", expected: "\(expected)")
        }
        return seen.first.map { reason(.birthDateDiffers, $0, observed: "\($0.value)", expected: "\(expected)") }
    }

    func sex(_ expected: Sex) -> HitReason? {
        guard expected != .unspecified else { return nil }
        let seen = traveller.sex.observations.filter { includesSuperseded || !$0.isSuperseded }
        if let equal = seen.first(where: { $0.value == expected }) {
            return reason(.sexEqual, equal, observed: equal.value.rawValue, expected: expected.rawValue)
        }
        return seen.first.map { reason(.sexDiffers, $0, observed: $0.value.rawValue, expected: expected.rawValue) }
    }

    func nationality(_ expected: String) -> HitReason? {
        let seen = traveller.nationality.observations.filter { includesSuperseded || !$0.isSuperseded }
        if let equal = seen.first(where: { $0.value == expected }) {
            return reason(.nationalityEqual, equal, observed: equal.value, expected: expected)
        }
        return seen.first.map { reason(.nationalityDiffers, $0, observed: $0.value, expected: expected) }
    }

    func phone(_ expected: String) -> HitReason? {
        func tail(_ number: String) -> [UInt8] { Array(number.utf8.filter { $0 >= 48 && $0 <= 57 }.suffix(9)) }
        let wanted = tail(expected)
        guard wanted.count >= 7 else { return nil }
        return contact(.phoneEqual, expected: expected) { $0.kind == .phone && tail($0.value) == wanted }
    }

    func email(_ expected: String) -> HitReason? {
        let wanted = expected.uppercased()
        return contact(.emailEqual, expected: expected) { $0.kind == .email && $0.value.uppercased() == wanted }
    }

    func card(_ token: String, lastFour: String) -> HitReason? {
        guard traveller.cardTokens.contains(token) else { return nil }
        let part = traveller.contributions.first { $0.source == .pnr } ?? traveller.contributions.first
        return HitReason(
            kind: .cardEqual, observed: "•••• " + lastFour, expected: "•••• " + lastFour, message: part?.order.message,
            span: part?.span, source: part?.source)
    }

    private func contact(_ kind: HitReasonKind, expected: String, where matches: (ReceivedContact) -> Bool)
        -> HitReason?
    {
        let found = traveller.contacts.first { (includesSuperseded || !$0.isSuperseded) && matches($0.value) }
        return found.map { reason(kind, $0, observed: $0.value.value, expected: expected) }
    }

    private func reason<Value>(
        _ kind: HitReasonKind, _ seen: Observation<Value>, observed: String, expected: String
    ) -> HitReason {
        HitReason(
            kind: kind, observed: observed, expected: expected, message: seen.order.message, span: seen.span,
            source: seen.source)
    }

    private static func text(_ name: IdentityFacts.Name) -> String {
        [name.surname, name.given].compactMap(\.self).joined(separator: " / ")
    }
}
