// SPDX-License-Identifier: Apache-2.0

/// When an officer usually reads, and how much, from their own past.
struct ReadRhythm {
    /// How far back it looks, and on how many days an hour must have been worked to be usual.
    static let days = 28, leastDays = 3
    /// So many hours worked say how much is usual; more than so many times the median is a spike.
    static let leastHours = 10, spikeFactor = 3

    private struct Slot: Hashable {
        let day: Int
        let hour: Int
    }

    private var counts: [Slot: Int] = [:]

    mutating func add(day: Int, hour: Int) { counts[Slot(day: day, hour: hour), default: 0] += 1 }

    /// Whether so many reads within an hour are out of the ordinary: the hour (give or take one) was not worked on three
    /// of the days before, or it was and this is more than three times what the officer reads in an hour.
    func isUnusual(_ count: Int, day: Int, hour: Int) -> Bool {
        let before = (day - Self.days)..<day
        let near: Set = [(hour + 23) % 24, hour, (hour + 1) % 24]
        let worked = Set(counts.keys.lazy.filter { before.contains($0.day) && near.contains($0.hour) }.map(\.day))
        guard worked.count >= Self.leastDays else { return true }
        let past = counts.filter { before.contains($0.key.day) }.values.sorted()
        guard past.count >= Self.leastHours else { return false }
        return count > Self.spikeFactor * past[past.count / 2]
    }
}
