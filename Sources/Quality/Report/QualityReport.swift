// SPDX-License-Identifier: Apache-2.0

internal import Screening
internal import Travel

/// Quality and timeliness over a period: sums of facts, so that the whole is the sum of its days.
public struct QualityReport: Hashable, Sendable {
    public var query: QualityQuery
    public var rules: QualityRules
    public var days: [CarrierDay]
    public var hits: [HitTimeliness]
    public var seen: [SeenVoyage]
    public var unseen: [UnseenVoyage]
    /// Minutes since 1970 UTC: voyages that leave later are not yet asked for lists.
    public var nowUTC: Int

    /// - Parameter seen: the voyages of the period and of the weeks of the timetable before it.
    public init(
        query: QualityQuery, rules: QualityRules, days: [CarrierDay], hits: [HitTimeliness], seen: [SeenVoyage],
        nowUTC: Int
    ) {
        self.query = query
        self.rules = rules
        self.days = days
        self.hits = hits
        self.nowUTC = nowUTC
        self.seen = seen.filter { query.includes($0.key) }
        // A day is judged when it is over everywhere in the country.
        let lastWholeDay = min(query.toDay, nowUTC / 1440 - 1)
        unseen =
            query.fromDay <= lastWholeDay
            ? UnseenVoyage.all(seen: seen, days: query.fromDay...lastWholeDay, rules: rules) : []
    }

    /// The sum over everything.
    public var total: QualityCounts {
        var sum = QualityCounts()
        for day in days { sum.add(day.counts) }
        return sum
    }

    /// Each carrier of the period, what hurts most first.
    public var carriers: [CarrierStanding] {
        var found: [String: CarrierStanding] = [:]
        func with(_ carrier: String, _ body: (inout CarrierStanding) -> Void) {
            body(&found[carrier, default: CarrierStanding(carrier: carrier)])
        }
        for day in days {
            with(day.key.carrier) { standing in
                standing.counts.add(day.counts)
                standing.days[day.key.day, default: QualityCounts()].add(day.counts)
                if !day.key.post.isEmpty, !standing.posts.contains(day.key.post) { standing.posts.append(day.key.post) }
                if !day.key.mode.isEmpty, !standing.modes.contains(day.key.mode) { standing.modes.append(day.key.mode) }
            }
        }
        for voyage in seen where voyage.shouldHaveLeft(by: nowUTC, rules) {
            with(voyage.key.carrier) { standing in
                if !voyage.hasList { standing.withoutList += 1 }
                if !voyage.hasBookings, voyage.key.mode == TravelMode.air.rawValue { standing.withoutBookings += 1 }
            }
        }
        for hit in hitsKnownAfterLanding where hit.cause?.isCarriers ?? false {
            with(hit.key.carrier) { $0.hitsKnownLate += 1 }
        }
        for voyage in unseen { with(voyage.carrier) { $0.unseen.append(voyage) } }
        return found.values.map { standing in
            var sorted = standing
            sorted.posts.sort()
            sorted.modes.sort()
            return sorted
        }.sorted { ($0.hurt, $1.carrier) > ($1.hurt, $0.carrier) }
    }

    /// Hits that still stand and were known only after landing, the latest landing first.
    public var hitsKnownAfterLanding: [HitTimeliness] {
        hits.filter { $0.cause != nil && $0.isStanding }.sorted {
            ($0.landingMilliseconds ?? 0, $0.id) > ($1.landingMilliseconds ?? 0, $1.id)
        }
    }

    /// How many hits were known, and judged, so many hours before landing.
    public var distribution: HoursBeforeLanding { HoursBeforeLanding(hits.filter(\.isStanding)) }
}

extension SeenVoyage {
    /// Whether the voyage left long enough ago for its lists to be here.
    fileprivate func shouldHaveLeft(by nowUTC: Int, _ rules: QualityRules) -> Bool {
        guard let departureUTC, !isCancelled else { return false }
        return departureUTC + max(rules.listMinutesAfterDeparture, 0) < nowUTC
    }
}

/// Hits by the hours between being known, or judged, and landing.
public struct HoursBeforeLanding: Hashable, Sendable {
    /// The lower ends of the classes in hours before landing, the earliest first; the last class is after landing.
    public static let classes: [Int] = [72, 48, 24, 12, 6, 3, 1, 0]

    /// As many as ``classes`` and one: after landing.
    public var known: [Int]
    public var judged: [Int]
    /// Hits that wait for a judgement, and hits whose landing is unknown.
    public var waiting: Int
    public var unplaced: Int

    public init(_ hits: [HitTimeliness]) {
        known = [Int](repeating: 0, count: HoursBeforeLanding.classes.count + 1)
        judged = known
        waiting = 0
        unplaced = 0
        for hit in hits {
            guard let hours = hit.knownHoursBefore else {
                unplaced += 1
                continue
            }
            known[HoursBeforeLanding.place(hours)] += 1
            if let hours = hit.judgedHoursBefore, hit.status.isJudged {
                judged[HoursBeforeLanding.place(hours)] += 1
            } else {
                waiting += 1
            }
        }
    }

    private static func place(_ hours: Double) -> Int {
        guard hours > 0 else { return classes.count }
        return classes.firstIndex { hours >= Double($0) } ?? classes.count
    }
}
