// SPDX-License-Identifier: Apache-2.0

/// What the filter found in one message, as places in the input.
struct FilterFindings {
    /// What stands where something was; never a separator, since separators are no letters.
    static let filler = UInt8(ascii: "X")

    var overwritten: [Range<Int>] = []
    /// The higher bytes of overwritten characters in UTF-16, which become zero.
    var cleared: [Int] = []
    var counts: [SensitiveCategory: Int] = [:]
    var cards: [CardFinding] = []
    /// Held here, so that each text does not ask for the table anew.
    let words = SensitiveWords.table

    var isEmpty: Bool { counts.isEmpty && overwritten.isEmpty }

    mutating func append(_ other: FilterFindings) {
        overwritten += other.overwritten
        cleared += other.cleared
        counts.merge(other.counts, uniquingKeysWith: +)
        cards += other.cards
    }
}
