// SPDX-License-Identifier: Apache-2.0

/// What tells at a glance that two words are unlike: their sets of letters, how they begin and end.
///
/// Nearly all words that are compared have nothing in common, and need no more than this.
struct WordGlance {
    private let letters: UInt32
    private let folded: UInt32
    private let kin: UInt32
    /// The first three letters.
    private let start: UInt32
    private let foldedFirst: UInt8
    private let last: UInt16
    private let isShort: Bool

    init(letters: some RandomAccessCollection<UInt8>, folded: some RandomAccessCollection<UInt8>, kin: UInt32) {
        self.letters = Self.mask(letters)
        self.folded = Self.mask(folded)
        self.kin = kin
        start = letters.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
        foldedFirst = folded.first ?? 0
        isShort = letters.count < 2 || folded.isEmpty || letters.count > NameWords.letterLimit
        last = isShort ? 0 : letters.suffix(2).reduce(0) { $0 << 8 | UInt16($1) }
    }

    private static func mask(_ letters: some Collection<UInt8>) -> UInt32 {
        letters.reduce(0) { $0 | 1 << UInt32($1 & 31) }
    }

    /// Whether ``WordRelation/between(_:_:)`` would find the words different; false says nothing.
    @inline(__always)
    func isUnlike(_ other: WordGlance) -> Bool {
        // Cut and near words begin alike, tails end alike; of the rest of relations each lets few letters differ.
        start != other.start && foldedFirst != other.foldedFirst && last != other.last
            && Self.isFar(letters, other.letters) && Self.isFar(folded, other.folded)
            && !WordKin.share(kin, other.kin) && !isShort && !other.isShort
    }

    /// Whether two edits can't turn one set of letters into the other.
    @inline(__always)
    private static func isFar(_ a: UInt32, _ b: UInt32) -> Bool {
        hasThree(a & ~b) || hasThree(b & ~a)
    }

    @inline(__always)
    private static func hasThree(_ bits: UInt32) -> Bool {
        let withoutOne = bits & (bits &- 1)
        return withoutOne & (withoutOne &- 1) != 0
    }
}
