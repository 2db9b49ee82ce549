// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Travel

/// A voyage that the carrier's habit makes one expect, and of which no message came.
public struct UnseenVoyage: Hashable, Sendable, Comparable {
    /// The day on which it was expected; days since 1970.
    public var day: Int
    public var carrier: String
    public var number: String
    public var from: String
    public var to: String
    public var post: String
    public var mode: String
    /// In how many of the weeks looked at it was seen on this weekday.
    public var seenWeeks: Int
    public var weeks: Int

    public static func < (a: UnseenVoyage, b: UnseenVoyage) -> Bool {
        (a.day, a.carrier, a.number, a.from) < (b.day, b.carrier, b.number, b.from)
    }

    /// The voyages missing on some days.
    ///
    /// The carrier's timetable is read from the same weekday of the weeks before: a number seen in enough of them is
    /// expected. A day on which nothing at all was seen of any carrier is one on which the unit received nothing, and
    /// says so elsewhere; it is judged all the same.
    /// - Parameters:
    ///   - seen: the voyages of the days and of the weeks before them.
    ///   - days: days since 1970, both included.
    public static func all(seen: [SeenVoyage], days: ClosedRange<Int>, rules: QualityRules) -> [UnseenVoyage] {
        struct Slot: Hashable {
            var carrier: String
            var number: String
            var from: String
            var to: String
        }
        var byDay: [Int: [Slot: SeenVoyage]] = [:]
        for voyage in seen {
            guard let number = voyage.number, !voyage.key.carrier.isEmpty else { continue }
            let slot = Slot(carrier: voyage.key.carrier, number: number, from: voyage.from, to: voyage.to)
            byDay[voyage.key.day, default: [:]][slot] = voyage
        }
        var found: [UnseenVoyage] = []
        for day in days {
            var weeks: [Slot: (count: Int, last: SeenVoyage)] = [:]
            for week in 1...max(1, rules.timetableWeeks) {
                for (slot, voyage) in byDay[day - 7 * week] ?? [:] where !voyage.isCancelled {
                    weeks[slot, default: (0, voyage)].count += 1
                }
            }
            for (slot, habit) in weeks where habit.count >= rules.timetableSeen {
                // A departure moved over midnight is seen on a day beside it on which it does not usually fly.
                let isSeen = (day - 1...day + 1).contains { near in
                    byDay[near]?[slot] != nil
                        && (near == day
                            || !(1...max(1, rules.timetableWeeks)).contains { byDay[near - 7 * $0]?[slot] != nil })
                }
                if isSeen { continue }
                found.append(
                    UnseenVoyage(
                        day: day, carrier: slot.carrier, number: slot.number, from: slot.from, to: slot.to,
                        post: habit.last.key.post, mode: habit.last.key.mode, seenWeeks: habit.count,
                        weeks: rules.timetableWeeks))
            }
        }
        return found.sorted()
    }
}
