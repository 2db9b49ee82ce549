// SPDX-License-Identifier: Apache-2.0

/// Numbers distinct strings of bytes in the order of their first appearance.
struct ByteInterner {
    private(set) var bytes: [UInt8] = []
    /// Where each string begins, and where the last one ends.
    private(set) var starts: [UInt32] = [0]
    /// How often each was met.
    private(set) var counts: [UInt32] = []
    private var slots: [UInt32]
    private var hashes: [UInt32] = []
    private var mask: Int

    init(capacity: Int = 1 << 12) {
        slots = Array(repeating: 0, count: capacity)
        mask = capacity - 1
    }

    var count: Int { counts.count }

    func string(_ id: Int) -> ArraySlice<UInt8> { bytes[Int(starts[id])..<Int(starts[id + 1])] }

    /// Whether another string of `bytes` bytes has a number.
    func hasRoom(_ bytes: Int) -> Bool { self.bytes.count + bytes < Int(UInt32.max) && counts.count < 1 << 30 }

    /// The number of a string; counts it once more. There must be room.
    mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = ByteInterner.hash(text)
        var slot = Int(hash) & mask
        while slots[slot] != 0 {
            let id = Int(slots[slot]) - 1
            if hashes[id] == hash, isEqual(id, text) {
                counts[id] &+= 1
                return id
            }
            slot = (slot + 1) & mask
        }
        let id = counts.count
        bytes.append(contentsOf: text)
        starts.append(UInt32(bytes.count))
        counts.append(1)
        hashes.append(hash)
        slots[slot] = UInt32(id + 1)
        if counts.count * 2 > slots.count { grow() }
        return id
    }

    /// The number of a string that has one.
    func find(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        let hash = ByteInterner.hash(text)
        var slot = Int(hash) & mask
        while slots[slot] != 0 {
            let id = Int(slots[slot]) - 1
            if hashes[id] == hash, isEqual(id, text) { return id }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private func isEqual(_ id: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(starts[id])
        guard Int(starts[id + 1]) - start == text.count else { return false }
        for index in 0..<text.count where bytes[start + index] != text[index] { return false }
        return true
    }

    private mutating func grow() {
        mask = slots.count * 2 - 1
        slots = Array(repeating: 0, count: mask + 1)
        for (id, hash) in hashes.enumerated() {
            var slot = Int(hash) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(id + 1)
        }
    }

    /// Not a keyed hash: an extract made to collide makes building slow, never wrong.
    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text { hash = (hash ^ UInt64(byte)) &* 0x1000_0000_01B3 }
        hash ^= hash >> 32
        return UInt32(truncatingIfNeeded: hash &* 0x9E37_79B1)
    }
}
