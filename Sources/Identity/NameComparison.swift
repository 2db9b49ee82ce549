// SPDX-License-Identifier: Apache-2.0

/// How two names compare, from letter for letter to nothing in common.
public enum NameComparison: Int, Hashable, Sendable, Comparable {
    case different
    /// At least two words in common, and all words of one name are in the other.
    case partial
    /// Equal after folding.
    case folded
    /// The same words, in whatever order.
    case equal

    public static func < (a: NameComparison, b: NameComparison) -> Bool { a.rawValue < b.rawValue }

    /// Compares two names; symmetric. A name without words differs from everything.
    public init(_ a: IdentityFacts.Name, _ b: IdentityFacts.Name) {
        let plainA = NameFolding.words(surname: a.surname, given: a.given)
        let plainB = NameFolding.words(surname: b.surname, given: b.given)
        guard !plainA.isEmpty, !plainB.isEmpty else {
            self = .different
            return
        }
        if plainA == plainB {
            self = .equal
            return
        }
        let foldedA = Set(NameFolding.fold(surname: a.surname, given: a.given))
        let foldedB = Set(NameFolding.fold(surname: b.surname, given: b.given))
        if foldedA == foldedB {
            self = .folded
        } else if foldedA.intersection(foldedB).count >= 2,
            foldedA.isSubset(of: foldedB) || foldedB.isSubset(of: foldedA)
        {
            self = .partial
        } else {
            self = .different
        }
    }
}
