// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate

/// Something about officers' look-ups that their supervisor should see: who, when, how many; never of whom.
///
/// An alarm accuses nobody: a busy night or a lost card looks the same.
public struct LookUpAlarm: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Nobody present, nothing scanned: with a reason alone.
        case untied
        /// The officer's own number.
        case ownNumber = "own-number"
        /// One person, many officers.
        case severalOfficers = "several-officers"
        case night
        /// All that a limit allows; more were refused.
        case limit
    }

    public var kind: Kind
    public var officers: [RecordID<Officer>]
    /// The post of the latest look-up.
    public var post: PostCode?
    /// When the latest of them was.
    public var atMilliseconds: Int64
    public var count: Int

    /// All alarms in some look-ups, the latest first: a function of the records alone, whatever their order.
    ///
    /// - Parameters:
    ///   - own: the tokens of officers' own numbers, where they are known.
    ///   - offsetMinutes: how far a post's clock is ahead of UTC.
    public static func found(
        in records: [DecisionRecord], limits: LookUpLimits, own: [RecordID<Officer>: BlindToken] = [:],
        offsetMinutes: (PostCode?) -> Int = { _ in 420 }
    ) -> [LookUpAlarm] {
        let looks = records.compactMap(Look.init).sorted { ($0.at, $0.id) < ($1.at, $1.id) }
        var alarms: [LookUpAlarm] = []
        for (officer, made) in Dictionary(grouping: looks, by: \.officer) {
            for (_, today) in Dictionary(grouping: made, by: { RegistryTerms.day($0.at) }) {
                alarms += [
                    alarm(.untied, [officer], today.filter { !$0.isTied }),
                    alarm(.ownNumber, [officer], today.filter { $0.resident != nil && $0.resident == own[officer] }),
                    today.count >= limits.aDay ? alarm(.limit, [officer], today) : nil,
                ].compactMap(\.self)
            }
            alarms += peaks(made, LookUpLimits.hour, atLeast: limits.anHour).compactMap { alarm(.limit, [officer], $0) }
            let night = made.filter { LookUpLimits.isNight($0.at, offsetMinutes: offsetMinutes($0.post)) }
            alarms += peaks(night, LookUpLimits.hour, atLeast: limits.alarmAtNight)
                .compactMap { alarm(.night, [officer], $0) }
        }
        for (subject, made) in Dictionary(grouping: looks, by: \.subject) where subject != nil {
            let officers = { (looks: ArraySlice<Look>) in Set(looks.map(\.officer)) }
            for peak in runs(made, LookUpLimits.day, where: { officers($0).count >= limits.alarmOfficers }) {
                alarms += [alarm(.severalOfficers, officers(peak[...]).sorted(), peak)].compactMap(\.self)
            }
        }
        return alarms.sorted {
            ($1.atMilliseconds, $0.kind.rawValue, $0.officers.first?.description ?? "")
                < ($0.atMilliseconds, $1.kind.rawValue, $1.officers.first?.description ?? "")
        }
    }

    private static func alarm(_ kind: Kind, _ officers: [RecordID<Officer>], _ looks: [Look]) -> LookUpAlarm? {
        guard let last = looks.last else { return nil }
        return LookUpAlarm(kind: kind, officers: officers, post: last.post, atMilliseconds: last.at, count: looks.count)
    }

    private static func peaks(_ looks: [Look], _ span: Int64, atLeast least: Int) -> [[Look]] {
        runs(looks, span) { $0.count >= max(1, least) }
    }

    /// Stretches of look-ups, each of windows of `span` in which something holds and which hang together.
    private static func runs(_ looks: [Look], _ span: Int64, where holds: (ArraySlice<Look>) -> Bool) -> [[Look]] {
        var found: [Range<Int>] = []
        var start = 0
        for index in looks.indices {
            while looks[index].at - looks[start].at >= span { start += 1 }
            guard holds(looks[start...index]) else { continue }
            if let last = found.last, last.upperBound > start {
                found[found.count - 1] = last.lowerBound..<(index + 1)
            } else {
                found.append(start..<(index + 1))
            }
        }
        return found.map { Array(looks[$0]) }
    }
}

/// One look-up as the alarms see it.
private struct Look {
    let id: RecordID<DecisionRecord>
    let officer: RecordID<Officer>
    let at: Int64
    let post: PostCode?
    let resident: BlindToken?
    let isTied: Bool
    /// The person: by number, or as a traveller.
    let subject: String?

    init?(_ record: DecisionRecord) {
        guard case .residentLookedUp(let lookUp) = record.decision, let officer = record.officer else { return nil }
        id = record.id
        self.officer = officer
        at = record.atMilliseconds
        post = record.post
        resident = lookUp.resident
        isTied = lookUp.isTied
        subject = lookUp.resident.map { "\($0)" } ?? lookUp.traveller.map { "\($0)" }
    }
}
