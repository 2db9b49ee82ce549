// SPDX-License-Identifier: Apache-2.0

/// The Jaro-Winkler similarity: M. A. Jaro (1989), "Advances in record-linkage methodology"; W. E. Winkler (1990),
/// "String comparator metrics and enhanced decision rules in the Fellegi-Sunter model of record linkage".
enum JaroWinkler {
    /// Whether two words are at least that similar; symmetric.
    ///
    /// Most pairs leave by an upper bound: at most so many letters can be in common as the sets of letters allow.
    @inline(__always)
    static func reaches(_ threshold: Double, _ a: WordLetters, _ b: WordLetters) -> Bool {
        let aMask = a.mask
        let bMask = b.mask
        let common = min(
            a.count - (aMask & ~bMask).nonzeroBitCount, b.count - (bMask & ~aMask).nonzeroBitCount)
        if common <= 0 { return false }
        let best = jaro(common: Double(common), swaps: 0, a.count, b.count)
        let prefix = Double(min(a.commonPrefix(b), 4))
        if best + prefix * 0.1 * (1 - best) < threshold { return false }
        return similarity(a, b) >= threshold
    }

    /// The similarity, 0...1, with the prefix weight of 0.1 and prefix length of four in Winkler (1990).
    static func similarity(_ a: WordLetters, _ b: WordLetters) -> Double {
        // The greedy assignment of letters depends on the side that it begins with: take sides by length, then letters.
        if a.count > b.count || a.count == b.count && !a.precedes(b) { return ordered(b, a) }
        return ordered(a, b)
    }

    private static func ordered(_ a: WordLetters, _ b: WordLetters) -> Double {
        if a.count == 0 { return 0 }
        let window = max(b.count / 2 - 1, 0)
        var aUsed: UInt64 = 0
        var bUsed: UInt64 = 0
        var common = 0
        for index in 0..<a.count {
            let low = max(index - window, 0)
            let high = min(index + window, b.count - 1)
            var other = low
            while other <= high {
                if b[other] == a[index], bUsed >> UInt64(other) & 1 == 0 {
                    aUsed |= 1 << UInt64(index)
                    bUsed |= 1 << UInt64(other)
                    common += 1
                    break
                }
                other += 1
            }
        }
        if common == 0 { return 0 }
        var swapped = 0
        while aUsed != 0 {
            if a[aUsed.trailingZeroBitCount] != b[bUsed.trailingZeroBitCount] { swapped += 1 }
            aUsed &= aUsed - 1
            bUsed &= bUsed - 1
        }
        let value = jaro(common: Double(common), swaps: Double(swapped / 2), a.count, b.count)
        return value + Double(min(a.commonPrefix(b), 4)) * 0.1 * (1 - value)
    }

    @inline(__always)
    private static func jaro(common: Double, swaps: Double, _ a: Int, _ b: Int) -> Double {
        (common / Double(a) + common / Double(b) + (common - swaps) / common) / 3
    }
}

extension WordLetters {
    /// Whether the word comes before another of the same length, or is equal to it.
    fileprivate func precedes(_ other: WordLetters) -> Bool {
        let start = commonPrefix(other)
        return start >= count || start >= other.count || self[start] < other[start]
    }
}
