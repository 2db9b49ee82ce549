// SPDX-License-Identifier: Apache-2.0

/// Where the rows of two words that stand in one name are found.
enum PairHash {
    /// About two entries a bucket.
    static func bits(residents: Int) -> Int {
        var bits = 8
        while bits < 28, 1 << bits < residents { bits += 1 }
        return bits
    }

    static func bucket(_ a: UInt32, _ b: UInt32, bits: Int) -> Int {
        let low = UInt64(min(a, b))
        let high = UInt64(max(a, b))
        var hash = (low << 32 | high) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
        return Int((hash &* 0xBF58_476D_1CE4_E5B9) >> UInt64(64 - bits))
    }

    /// One bit of thirty-two.
    static func signature(_ class: UInt32) -> UInt32 { 1 << ((`class` &* 0x9E37_79B1) >> 27) }

    /// Every two of the first six classes; of a single one, itself with itself.
    static func forEachPair(_ classes: [UInt32], _ body: (UInt32, UInt32) -> Void) {
        if classes.count == 1 { return body(classes[0], classes[0]) }
        let count = min(classes.count, 6)
        for first in 0..<max(count - 1, 0) { for second in first + 1..<count { body(classes[first], classes[second]) } }
    }
}
