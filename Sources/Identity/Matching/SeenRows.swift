// SPDX-License-Identifier: Apache-2.0

/// Which rows were looked at for one traveller, as far as there is room: some are forgotten, none is made up.
struct SeenRows {
    /// A row, and for which traveller it was seen, by slot.
    private var slots = [UInt64](repeating: 0, count: 1 << slotBits)
    private var traveller: UInt32 = 0
    private static let slotBits: UInt64 = 13

    /// Begins with another traveller.
    mutating func forget() {
        traveller &+= 1
        // After four thousand million travellers the first ones' rows would pass for seen.
        guard traveller == 0 else { return }
        traveller = 1
        for slot in slots.indices { slots[slot] = 0 }
    }

    /// Notes a row.
    ///
    /// - Returns: whether it was not known to be seen.
    mutating func insert(_ row: UInt32) -> Bool {
        let entry = UInt64(traveller) << 32 | UInt64(row)
        let slot = Int((UInt64(row) &* 0x9E37_79B9_7F4A_7C15) >> (64 - Self.slotBits))
        guard slots[slot] != entry else { return false }
        slots[slot] = entry
        return true
    }
}
