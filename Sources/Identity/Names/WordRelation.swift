// SPDX-License-Identifier: Apache-2.0

/// How two words of names compare, from nothing in common to letter for letter.
///
/// The closest relation that holds counts. Every relation is symmetric; only ``same`` and ``spelling`` are transitive.
public enum WordRelation: UInt8, Comparable, CaseIterable, Sendable, Codable {
    /// No other relation, or a word without letters.
    case different
    /// Two edits in a word of six letters or more, or a Jaro-Winkler similarity of at least 0.88 after folding.
    case near
    /// One word, of four letters or more, ends the other, which is longer by two or more: what Javanese and others call
    /// each other by (YANTO for SURYANTO).
    case tail
    /// One edit in a word of four letters or more (five after folding), two in one of eight or more; or letters that
    /// a reader of documents confuses. Edits are those of the optimal string alignment: Hyyrö (2003).
    case slip
    /// One word, of three letters or more, begins the other: a travel system cut it off.
    case cut
    /// One word is the first letter of the other.
    case initial
    /// Forms of one name by the tables of `WordKin`: short forms, translations, romanisations.
    case alias
    /// Equal after `WordFolding`: old and new spelling, doubled letters.
    case spelling
    /// Equal letters.
    case same

    public static func < (a: WordRelation, b: WordRelation) -> Bool { a.rawValue < b.rawValue }

    /// Compares two words; symmetric.
    /// - Complexity: mostly that of reading the letters; without heap allocation.
    public static func between(_ a: ComparableWord, _ b: ComparableWord) -> WordRelation {
        a.letters.withUnsafeBufferPointer { aLetters in
            a.folded.withUnsafeBufferPointer { aFolded in
                b.letters.withUnsafeBufferPointer { bLetters in
                    b.folded.withUnsafeBufferPointer { bFolded in
                        between(
                            letters: aLetters, folded: aFolded, kin: a.kin,
                            and: bLetters, folded: bFolded, kin: b.kin)
                    }
                }
            }
        }
    }

    /// Compares two words whose letters lie elsewhere, as in a mapped file; symmetric.
    ///
    /// The bytes are what ``ComparableWord`` holds; of longer ones the first ``NameWords/letterLimit`` are compared,
    /// and bytes that are not A-Z give a relation without meaning but no harm.
    /// - Complexity: mostly that of reading the letters; without heap allocation.
    public static func between(
        letters a: UnsafeBufferPointer<UInt8>, folded aFolded: UnsafeBufferPointer<UInt8>, kin aKin: UInt32,
        and b: UnsafeBufferPointer<UInt8>, folded bFolded: UnsafeBufferPointer<UInt8>, kin bKin: UInt32
    ) -> WordRelation {
        let a = WordLetters(a)
        let b = WordLetters(b)
        guard a.count > 0, b.count > 0 else { return .different }
        if a.equals(b) { return .same }
        let aFolded = WordLetters(aFolded)
        let bFolded = WordLetters(bFolded)
        if aFolded.count > 0, aFolded.equals(bFolded) { return .spelling }
        if WordKin.share(aKin, bKin) { return .alias }
        if a.count == 1 || b.count == 1 { return a[0] == b[0] ? .initial : .different }
        if min(a.count, b.count) >= 3, a.commonPrefix(b) == min(a.count, b.count) { return .cut }
        let relation = byEdits(a, b, aFolded, bFolded)
        return relation < .tail && isTail(a, b) ? .tail : relation
    }

    private static func isTail(_ a: WordLetters, _ b: WordLetters) -> Bool {
        let (short, long) = a.count < b.count ? (a, b) : (b, a)
        guard short.count >= 4, long.count >= short.count + 2 else { return false }
        for place in 1...short.count where short[short.count - place] != long[long.count - place] { return false }
        return true
    }

    /// The relations that need edits or a similarity, for unequal words of two letters or more.
    private static func byEdits(
        _ a: WordLetters, _ b: WordLetters, _ aFolded: WordLetters, _ bFolded: WordLetters
    ) -> WordRelation {
        let edits = WordDistance.upToTwo(a, b)
        let longer = max(a.count, b.count)
        if edits == 1 && longer >= 4 || edits == 2 && longer >= 8 { return .slip }
        let foldedEdits = WordDistance.upToTwo(aFolded, bFolded)
        let longerFolded = max(aFolded.count, bFolded.count)
        if foldedEdits == 1 && longerFolded >= 5 || foldedEdits == 2 && longerFolded >= 8 { return .slip }
        if edits <= 2, Misreading.explains(a, b) { return .slip }
        if edits == 2 && longer >= 6 || foldedEdits == 2 && longerFolded >= 6 { return .near }
        // Without a common first letter two names are hardly ever so similar, and nearly all are compared in vain.
        guard aFolded.count > 0, bFolded.count > 0, aFolded[0] == bFolded[0] else { return .different }
        return JaroWinkler.reaches(0.88, aFolded, bFolded) ? .near : .different
    }
}
