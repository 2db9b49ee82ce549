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
        self.init(
            ComparableName(surname: a.surname, given: a.given), ComparableName(surname: b.surname, given: b.given))
    }

    /// Compares two names whose words are at hand.
    public init(_ a: ComparableName, _ b: ComparableName) {
        guard !a.words.isEmpty, !b.words.isEmpty else {
            self = .different
            return
        }
        if a.words == b.words {
            self = .equal
        } else if a.folded == b.folded {
            self = .folded
        } else {
            let common = a.folded.count { b.folded.contains($0) }
            self = common >= 2 && common == min(a.folded.count, b.folded.count) ? .partial : .different
        }
    }
}
