// SPDX-License-Identifier: Apache-2.0

/// The words of names that appearances share, each kept once with what comparing it needs.
///
/// Numbers are given in the order of arrival and mean nothing outside this value.
struct PersonWords: Sendable {
    private var numbers: [[UInt8]: UInt32] = [:]
    private(set) var words: [ComparableWord] = []
    /// The rarity of each word.
    private(set) var bits: [Double] = []
    /// What words are looked up by: the hash of the fold, and of each family of equivalent forms.
    private(set) var classes: [[UInt64]] = []
    /// A hash of the letters, the same in every run.
    private(set) var hashes: [UInt64] = []

    mutating func number(of letters: [UInt8], shares: NameShares) -> UInt32 {
        if let known = numbers[letters] { return known }
        let number = UInt32(truncatingIfNeeded: words.count)
        let word = ComparableWord(letters)
        numbers[letters] = number
        words.append(word)
        bits.append(shares.bits(word))
        hashes.append(BlockHash.of(0, word.letters))
        var classes = [BlockHash.of(1, word.folded)]
        var kin = word.kin & 0x3FFF_FFFF
        while kin != 0 {
            classes.append(BlockHash.mix(2, UInt64(kin & 1023)))
            kin >>= 10
        }
        self.classes.append(classes)
        return number
    }
}
