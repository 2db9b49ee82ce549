// SPDX-License-Identifier: Apache-2.0

/// Which places share a key, in flat memory: many keys, few places each.
struct BlockIndex: Sendable {
    private struct Entry {
        var place: Int32
        /// The next entry of the same key, -1 for none.
        var next: Int32
    }

    private var heads: [UInt64: Int32] = [:]
    private var entries: [Entry] = []
    /// The first entry that is free, -1 for none.
    private var free: Int32 = -1

    mutating func reserve(_ keys: Int) {
        heads.reserveCapacity(keys)
        entries.reserveCapacity(keys)
    }

    mutating func insert(_ place: Int, key: UInt64) {
        let entry = Entry(place: Int32(place), next: heads[key] ?? -1)
        if free >= 0 {
            let slot = free
            free = entries[Int(slot)].next
            entries[Int(slot)] = entry
            heads[key] = slot
        } else {
            heads[key] = Int32(entries.count)
            entries.append(entry)
        }
    }

    mutating func remove(_ place: Int, key: UInt64) {
        var before: Int32 = -1
        var slot = heads[key] ?? -1
        while slot >= 0, entries[Int(slot)].place != Int32(place) {
            before = slot
            slot = entries[Int(slot)].next
        }
        guard slot >= 0 else { return }
        let next = entries[Int(slot)].next
        if before >= 0 {
            entries[Int(before)].next = next
        } else {
            heads[key] = next >= 0 ? next : nil
        }
        entries[Int(slot)] = Entry(place: -1, next: free)
        free = slot
    }

    func forEach(key: UInt64, _ body: (Int) -> Void) {
        var slot = heads[key] ?? -1
        while slot >= 0 {
            let entry = entries[Int(slot)]
            body(Int(entry.place))
            slot = entry.next
        }
    }
}
