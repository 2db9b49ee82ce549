// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Identity
internal import Travel

/// All of a contribution that decides whose it is: repeated lists give equal ones, which are compared once.
struct TravellerFace: Hashable, Sendable {
    let source: SourceKind
    let reference: String?
    let birthDate: PartialDate?
    let locator: String?
    let name: ComparableName
    /// Document numbers, letters and digits only.
    let documentNumbers: [String]
    let hasPassport: Bool

    init(_ values: ReceivedTraveller, source: SourceKind, locator: String?) {
        self.source = source
        self.locator = locator
        reference = values.passengerReference
        birthDate = values.birthDate
        name = ComparableName(surname: values.surname, given: values.given)
        documentNumbers = values.documents.compactMap { document in
            document.number.map(IdentityTokens.plainNumber).flatMap { $0.utf8.count >= 4 ? $0 : nil }
        }
        hasPassport = values.documents.contains { $0.type == "P" && $0.number != nil }
    }

    func sharesDocument(with other: TravellerFace) -> Bool {
        documentNumbers.contains(where: other.documentNumbers.contains)
    }

    /// The evidence that two contributions are about one person, in points; symmetric.
    func points(_ other: TravellerFace) -> Int {
        var points = 0
        if let a = reference, let b = other.reference {
            if a == b {
                points += source == other.source ? 12 : 6
            } else if source == other.source {
                points -= 2
            }
        }
        if sharesDocument(with: other) {
            points += 10
        } else if hasPassport, other.hasPassport {
            points -= 4
        }
        if let a = birthDate, let b = other.birthDate { points += a.agrees(with: b) ? 5 : -6 }
        switch NameComparison(name, other.name) {
        case .equal: points += 5
        case .folded: points += 4
        case .partial: points += 2
        case .different: points -= name.words.isEmpty || other.name.words.isEmpty ? 0 : 5
        }
        if let a = locator, let b = other.locator { points += a == b ? 2 : -3 }
        return points
    }
}
