// SPDX-License-Identifier: Apache-2.0

/// A name with its words and folded words made once, for many comparisons.
public struct ComparableName: Hashable, Sendable {
    /// As ``NameFolding/words(surname:given:)`` gives them: sorted, without repeats.
    public let words: [String]
    /// The folded words: sorted, without repeats.
    public let folded: [String]

    public init(surname: String?, given: String?) {
        words = NameFolding.words(surname: surname, given: given)
        folded = NameFolding.fold(words: words)
    }
}
