// SPDX-License-Identifier: Apache-2.0

/// How large a synthetic country is to be, and when it is.
public struct SyntheticWorldConfiguration: Hashable, Sendable {
    /// The number of residents in the registry.
    public var residents: Int
    /// The days of traffic before the anchor.
    public var days: Int
    /// Arrivals and departures a day, over all posts.
    public var voyagesPerDay: Int
    /// The mean number of travellers on a flight; ferries and buses follow in proportion.
    public var travellersPerFlight: Int
    public var seed: UInt64
    /// The moment that counts as now: minutes since 1970-01-01T00:00 UTC.
    public var anchorMinutes: Int

    /// 2026-11-20T03:00 UTC, the anchor where none is given.
    public static let standardAnchorMinutes = 20_777 * 1440 + 180

    public init(
        residents: Int = 300_000, days: Int = 30, voyagesPerDay: Int = 60, travellersPerFlight: Int = 100,
        seed: UInt64 = 1, anchorMinutes: Int = SyntheticWorldConfiguration.standardAnchorMinutes
    ) {
        self.residents = residents
        self.days = days
        self.voyagesPerDay = voyagesPerDay
        self.travellersPerFlight = travellersPerFlight
        self.seed = seed
        self.anchorMinutes = anchorMinutes
    }

    /// Minutes after the anchor at which the last voyage departs.
    public static let horizonMinutes = 36 * 60

    /// Refuses sizes for which no country can be made, naming all that is wrong.
    public func validate() throws(SyntheticWorldError) {
        var problems: [SyntheticWorldError.Problem] = []
        if !(1...2_000_000_000).contains(residents) { problems.append(.residents) }
        if !(1...3650).contains(days) { problems.append(.days) }
        if !(6...5000).contains(voyagesPerDay) { problems.append(.voyagesPerDay) }
        if !(5...500).contains(travellersPerFlight) { problems.append(.travellersPerFlight) }
        if !(15_778_080...47_335_680).contains(anchorMinutes) { problems.append(.anchor) }
        if !problems.isEmpty { throw .badConfiguration(problems) }
    }
}
