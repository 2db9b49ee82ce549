// SPDX-License-Identifier: Apache-2.0

/// A table of words by their folds that is used where it lies in the file.
enum FoldSlots {
    static func hash(_ fold: some Sequence<UInt8>) -> UInt64 {
        let hash = fold.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x1000_0000_01B3 }
        return (hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15
    }

    /// The slot of a hash in a table of `count` slots, a power of two of at least four.
    static func slot(_ hash: UInt64, count: Int) -> Int { Int(hash >> UInt64(64 - count.trailingZeroBitCount)) }

    /// One slot for each fold, at least half of them free; word 0 is no word.
    static func table(_ folds: [[UInt8]]) -> [UInt32] {
        var count = 4
        while count < folds.count * 2 { count *= 2 }
        var slots = [UInt32](repeating: 0, count: count)
        var taken = Set<[UInt8]>()
        for (word, fold) in folds.enumerated() where word > 0 && taken.insert(fold).inserted {
            var at = slot(hash(fold), count: count)
            while slots[at] != 0 { at = (at + 1) & (count - 1) }
            slots[at] = UInt32(word)
        }
        return slots
    }
}
