// SPDX-License-Identifier: Apache-2.0

/// That a resident was, or is, on a family card, as a file keeps it.
struct MembershipRecord: Hashable, Sendable {
    /// Before everything that is known.
    static let unknown = Int32.min
    /// Not over.
    static let current = Int32.max

    var nik: UInt64
    var card: UInt64
    var relation: UInt8
    /// Days since 1970, the first day on the card, or ``unknown``.
    var from: Int32
    /// Days since 1970, the first day no more on the card, or ``current``.
    var until: Int32

    /// Whether both were on their cards on one day at least.
    func overlaps(_ other: MembershipRecord) -> Bool { from < other.until && other.from < until }
}

/// The memberships of a file, by resident and by card; used where they lie.
struct MembershipTable: Sendable {
    /// Numbers of eight bytes that a record takes.
    static let stride = 4
    private nonisolated(unsafe) let numbers: UnsafeBufferPointer<UInt64>
    /// The records by card.
    private nonisolated(unsafe) let order: UnsafeBufferPointer<UInt32>

    init() {
        numbers = UnsafeBufferPointer(start: nil, count: 0)
        order = UnsafeBufferPointer(start: nil, count: 0)
    }

    /// Nil where the numbers are none of a table.
    init?(_ numbers: UnsafeBufferPointer<UInt64>, order: UnsafeBufferPointer<UInt32>) {
        self.numbers = numbers
        self.order = order
        guard numbers.count == order.count * Self.stride, order.allSatisfy({ Int($0) < order.count }) else {
            return nil
        }
        for place in 0..<count {
            let record = record(place)
            guard record.card < 10_000_000_000_000_000, Digits.isPossibleNIK(record.nik), record.from < record.until,
                place == 0 || record.nik >= self.record(place - 1).nik,
                place == 0 || self.record(Int(order[place])).card >= self.record(Int(order[place - 1])).card
            else { return nil }
        }
    }

    var count: Int { order.count }

    var all: [MembershipRecord] { (0..<count).map(record) }

    /// What was and is known of a resident, the oldest first.
    func records(nik: UInt64) -> [MembershipRecord] {
        var place = first(count) { record($0).nik >= nik }
        var found: [MembershipRecord] = []
        while place < count, record(place).nik == nik {
            found.append(record(place))
            place += 1
        }
        return found
    }

    /// Who was or is known to be on a card.
    func records(card: UInt64) -> [MembershipRecord] {
        var place = first(count) { record(Int(order[$0])).card >= card }
        var found: [MembershipRecord] = []
        while place < count, record(Int(order[place])).card == card {
            found.append(record(Int(order[place])))
            place += 1
        }
        return found
    }

    private func first(_ count: Int, where holds: (Int) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private func record(_ place: Int) -> MembershipRecord {
        let at = place * Self.stride
        return MembershipRecord(
            nik: numbers[at], card: numbers[at + 1], relation: UInt8(truncatingIfNeeded: numbers[at + 2] & 15),
            from: Int32(truncatingIfNeeded: numbers[at + 3] >> 32), until: Int32(truncatingIfNeeded: numbers[at + 3]))
    }

    /// Records, sorted, as a table has them.
    static func numbers(_ records: [MembershipRecord]) -> (numbers: [UInt64], order: [UInt32]) {
        let numbers = records.flatMap { record in
            [
                record.nik, record.card, UInt64(record.relation),
                UInt64(UInt32(bitPattern: record.from)) << 32 | UInt64(UInt32(bitPattern: record.until)),
            ]
        }
        let order = records.indices.sorted { (records[$0].card, $0) < (records[$1].card, $1) }
        return (numbers, order.map { UInt32($0) })
    }
}
