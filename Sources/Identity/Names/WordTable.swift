// SPDX-License-Identifier: Apache-2.0

/// A fixed table from short words to numbers, looked up without making a string.
///
/// A word of up to twelve letters A-Z fits one integer at five bits a letter, so that a look-up is one multiplication
/// and, mostly, one comparison. Longer words are never in a table.
struct WordTable: Sendable {
    private let keys: [UInt64]
    private let values: [UInt32]
    private let shift: UInt64

    /// Builds the table; a repeated word keeps its last value.
    init(_ entries: [UInt64: UInt32]) {
        var bits: UInt64 = 4
        while 1 << bits < entries.count * 3 { bits += 1 }
        shift = 64 - bits
        let mask = 1 << Int(bits) - 1
        var keys = [UInt64](repeating: 0, count: mask + 1)
        var values = [UInt32](repeating: 0, count: mask + 1)
        for (key, value) in entries where key != 0 {
            var slot = Self.slot(key, 64 - bits)
            while keys[slot] != 0 { slot = (slot + 1) & mask }
            keys[slot] = key
            values[slot] = value
        }
        self.keys = keys
        self.values = values
    }

    /// The value of a key, 0 if the table does not hold it.
    func value(_ key: UInt64) -> UInt32 {
        guard key != 0 else { return 0 }
        let mask = keys.count - 1
        var slot = Self.slot(key, shift)
        // Two thirds of the slots are empty, hence the loop ends.
        while keys[slot] != 0 {
            if keys[slot] == key { return values[slot] }
            slot = (slot + 1) & mask
        }
        return 0
    }

    /// The key of a word, 0 for an empty word and for more than twelve letters.
    static func key(_ word: some Collection<UInt8>) -> UInt64 {
        guard word.count <= 12 else { return 0 }
        var key: UInt64 = 0
        for letter in word { key = key << 5 | UInt64(letter & 31) }
        return key
    }

    private static func slot(_ key: UInt64, _ shift: UInt64) -> Int {
        Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    }
}
