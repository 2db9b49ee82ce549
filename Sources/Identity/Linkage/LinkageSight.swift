// SPDX-License-Identifier: Apache-2.0

/// What is seen between two rows: a level for each value, and for each word of a name or text.
struct LinkageSight {
    /// A level of one comparison, as one number.
    var levels: [UInt16] = []
    /// The least share of strangers among whom it is seen, from how common the word or value is.
    var shares: [Float] = []
    /// What both have, as one number; 0 for none.
    var features: [UInt64] = []

    mutating func removeAll() {
        levels.removeAll(keepingCapacity: true)
        shares.removeAll(keepingCapacity: true)
        features.removeAll(keepingCapacity: true)
    }

    mutating func add(_ level: LinkageLevel, of comparison: Int, share: Double = 0, number: Int32? = nil) {
        levels.append(UInt16(comparison * LinkageLevel.count + level.rawValue))
        shares.append(Float(share))
        features.append(number.map { Self.feature(comparison, $0) } ?? 0)
    }

    /// A value of a comparison as one number, never 0.
    static func feature(_ comparison: Int, _ number: Int32) -> UInt64 {
        UInt64(comparison + 1) << 32 | UInt64(UInt32(bitPattern: number))
    }
}

/// What is seen between the rows of many pairs, end to end.
struct LinkageSights {
    private(set) var levels: [UInt16] = []
    private(set) var shares: [Float] = []
    private var ends: [Int32] = [0]

    var count: Int { ends.count - 1 }

    mutating func add(_ sight: LinkageSight) {
        levels.append(contentsOf: sight.levels)
        shares.append(contentsOf: sight.shares)
        ends.append(Int32(levels.count))
    }

    func range(_ pair: Int) -> Range<Int> { Int(ends[pair])..<Int(ends[pair + 1]) }
}
