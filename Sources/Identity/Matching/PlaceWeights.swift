// SPDX-License-Identifier: Apache-2.0

/// What places of birth weighed for one traveller, the last of each slot; neighbours are mostly born in few places.
struct PlaceWeights {
    private var keys: [Int] = []
    private var weights: [Double] = []
    private static let slots = 256

    private static func slot(_ key: Int) -> Int {
        Int(truncatingIfNeeded: (UInt64(truncatingIfNeeded: key) &* 0x9E37_79B9_7F4A_7C15) >> 56)
    }

    func weight(_ key: Int) -> Double? {
        guard !keys.isEmpty else { return nil }
        let slot = Self.slot(key)
        return keys[slot] == key ? weights[slot] : nil
    }

    mutating func keep(_ weight: Double, _ key: Int) {
        if keys.isEmpty {
            keys = Array(repeating: -1, count: Self.slots)
            weights = Array(repeating: 0, count: Self.slots)
        }
        let slot = Self.slot(key)
        keys[slot] = key
        weights[slot] = weight
    }
}
