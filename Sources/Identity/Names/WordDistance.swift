// SPDX-License-Identifier: Apache-2.0

/// The optimal string alignment distance of two words: insertions, deletions, substitutions and swaps of neighbours.
enum WordDistance {
    /// More than two edits.
    static let far = 3

    /// The distance if it is at most two, else ``far``.
    ///
    /// Most pairs leave at once by their lengths or by the letters that only one of them has, since an edit can account
    /// for one such letter a side. The rest goes through the bit-parallel algorithm of H. Hyyrö, "A bit-vector
    /// algorithm for computing Levenshtein and Damerau edit distances", Nordic Journal of Computing 10 (2003).
    @inline(__always)
    static func upToTwo(_ a: WordLetters, _ b: WordLetters) -> Int {
        if abs(a.count - b.count) > 2 { return far }
        let aMask = a.mask
        let bMask = b.mask
        if (aMask & ~bMask).nonzeroBitCount > 2 || (bMask & ~aMask).nonzeroBitCount > 2 { return far }
        return min(aligned(a, b), far)
    }

    /// The distance of what is left between the common beginning and the common end.
    static func aligned(_ a: WordLetters, _ b: WordLetters) -> Int {
        let start = a.commonPrefix(b)
        var aEnd = a.count
        var bEnd = b.count
        while aEnd > start, bEnd > start, a[aEnd - 1] == b[bEnd - 1] {
            aEnd -= 1
            bEnd -= 1
        }
        let length = aEnd - start
        if length == 0 { return bEnd - start }
        if bEnd == start { return length }
        return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 32) { places in
            places.initialize(repeating: 0)
            for index in 0..<length { places[Int(a[start + index] & 31)] |= 1 << UInt64(index) }
            var distance = length
            var plus = ~UInt64(0)
            var minus: UInt64 = 0
            var diagonal: UInt64 = 0
            var before: UInt64 = 0
            let last = UInt64(1) << UInt64(length - 1)
            for index in start..<bEnd {
                let here = places[Int(b[index] & 31)]
                let swap = ((~diagonal & here) << 1) & before
                diagonal = (((here & plus) &+ plus) ^ plus) | here | minus | swap
                var across = minus | ~(diagonal | plus)
                var back = diagonal & plus
                if across & last != 0 { distance += 1 }
                if back & last != 0 { distance -= 1 }
                across = across << 1 | 1
                back <<= 1
                plus = back | ~(diagonal | across)
                minus = across & diagonal
                before = here
            }
            return distance
        }
    }
}
