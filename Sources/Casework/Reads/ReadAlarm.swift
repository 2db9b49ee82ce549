// SPDX-License-Identifier: Apache-2.0

internal import Civil
public import Mandate
internal import Safeguards

/// Something about an officer's reading that somebody else should see: who, when, how many; never of whom.
///
/// An alarm accuses nobody: a namesake, a hectic night or a thorough search look the same.
public struct ReadAlarm: Hashable, Sendable {
    public typealias Kind = ReadAlarmKind
    public typealias Key = ReadAlarmKey

    public var key: Key
    /// The post of the latest read.
    public var post: PostCode?
    /// When the latest of them was.
    public var atMilliseconds: Int64
    public var count: Int
    /// The audit record of the latest of them.
    public var lastSequence: Int64
    /// Who looked at it last, and their note; later reads make it unseen again.
    public var seen: DecisionRecord?

    /// Whether somebody has looked at all of it.
    public var isSeen: Bool {
        guard case .alarmSeen(let seen)? = seen?.decision else { return false }
        return seen.upToSequence >= lastSequence
    }

    /// All alarms in the reads of one officer, the latest first: a function of the reads alone, whatever their order.
    ///
    /// - Parameter offsetMinutes: how far a post's clock is ahead of UTC.
    static func found(
        in reads: [OfficerRead], limits: ReadLimits, offsetMinutes: (PostCode?) -> Int = { _ in 420 }
    ) -> [ReadAlarm] {
        let all = reads.sorted { ($0.atMilliseconds, $0.sequence) < ($1.atMilliseconds, $1.sequence) }.map {
            LocalRead($0, offsetMinutes: offsetMinutes($0.post))
        }
        let marked: [(Kind, [LocalRead])] = [
            (.ownName, all.filter { $0.read.ties.contains(.name) }),
            (.ownNumber, all.filter { $0.read.ties.contains(.number) }),
            (.ownFamily, all.filter { $0.read.ties.contains(.family) }),
            (.fishing, fishing(all, limits)), (.night, nights(all, limits)), (.repeated, repeats(all, limits)),
        ]
        let alarms = marked.flatMap { kind, reads in
            Dictionary(grouping: reads, by: \.day).compactMap { day, reads in reads.last.map { (kind, day, reads, $0) }
            }
        }.map { kind, day, reads, last in
            ReadAlarm(
                key: Key(kind: kind, officer: last.read.officer, day: day), post: last.read.post,
                atMilliseconds: last.read.atMilliseconds, count: reads.count, lastSequence: last.read.sequence)
        }
        return alarms.sorted(by: latestFirst)
    }

    static func latestFirst(_ a: ReadAlarm, _ b: ReadAlarm) -> Bool {
        (b.atMilliseconds, a.key.kind.rawValue, a.key.officer) < (a.atMilliseconds, b.key.kind.rawValue, b.key.officer)
    }

    /// The reads of all hours in which too many different people without a hit were read.
    private static func fishing(_ all: [LocalRead], _ limits: ReadLimits) -> [LocalRead] {
        windows(all.filter { !$0.read.isHit && $0.read.subject != nil }) { _, people, _ in
            people >= limits.fishingAnHour
        }
    }

    private static func nights(_ all: [LocalRead], _ limits: ReadLimits) -> [LocalRead] {
        var rhythm = ReadRhythm()
        for read in all { rhythm.add(day: read.day, hour: read.hour) }
        return windows(all.filter { LookUpLimits.isNight(hour: $0.hour) }) { count, _, last in
            count >= limits.nightAnHour && rhythm.isUnusual(count, day: last.day, hour: last.hour)
        }
    }

    /// The reads by which somebody without a hit was looked for on so many days of two weeks.
    private static func repeats(_ all: [LocalRead], _ limits: ReadLimits) -> [LocalRead] {
        let named = all.filter { $0.read.subject != nil }
        return Dictionary(grouping: named, by: \.read.subject).values.flatMap { reads -> [LocalRead] in
            let days = Set(reads.map(\.day))
            guard days.count >= limits.repeatDays, !reads.contains(where: \.read.isHit) else { return [] }
            return reads.filter { read in
                days.count { (read.day - 13...read.day).contains($0) } >= limits.repeatDays
            }
        }.sorted { ($0.read.atMilliseconds, $0.read.sequence) < ($1.read.atMilliseconds, $1.read.sequence) }
    }

    /// The reads of every window of an hour in which something holds: of how many reads, how many people, the last read.
    private static func windows(
        _ reads: [LocalRead], where holds: (_ count: Int, _ people: Int, _ last: LocalRead) -> Bool
    ) -> [LocalRead] {
        var found: [LocalRead] = []
        var people: [String?: Int] = [:]
        var start = 0
        var taken = 0
        for (index, read) in reads.enumerated() {
            people[read.read.subject, default: 0] += 1
            while read.read.atMilliseconds - reads[start].read.atMilliseconds >= LookUpLimits.hour {
                let left = reads[start].read.subject
                people[left, default: 0] -= 1
                if people[left] == 0 { people.removeValue(forKey: left) }
                start += 1
            }
            guard holds(index - start + 1, people.count, read) else { continue }
            found += reads[max(start, taken)...index]
            taken = index + 1
        }
        return found
    }
}

/// A read with the day and hour of its post's clock.
private struct LocalRead {
    let read: OfficerRead
    /// Days since 1970.
    let day: Int
    let hour: Int

    init(_ read: OfficerRead, offsetMinutes: Int) {
        self.read = read
        let minutes = Int(read.atMilliseconds / 60_000) + offsetMinutes
        day = minutes / 1_440
        hour = minutes % 1_440 / 60
    }
}
