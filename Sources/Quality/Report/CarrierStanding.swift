// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Travel

/// One carrier over a period.
public struct CarrierStanding: Hashable, Sendable, Identifiable {
    public var carrier: String
    public var posts: [String]
    public var modes: [String]
    public var counts: QualityCounts
    /// Counts by day, days since 1970.
    public var days: [Int: QualityCounts]
    /// Voyages expected without any message, those that left without a list, and without bookings.
    public var unseen: [UnseenVoyage]
    public var withoutList: Int
    public var withoutBookings: Int
    /// Hits that were known only after landing because of how the carrier sent.
    public var hitsKnownLate: Int

    public var id: String { carrier }

    public init(carrier: String) {
        self.carrier = carrier
        posts = []
        modes = []
        counts = QualityCounts()
        days = [:]
        unseen = []
        withoutList = 0
        withoutBookings = 0
        hitsKnownLate = 0
    }

    /// How often a thing went wrong.
    public func count(_ trouble: Trouble) -> Int {
        switch trouble {
        case .unseenVoyages: unseen.count
        case .hitsKnownLate: hitsKnownLate
        case .quarantined: counts[.quarantined]
        case .listMissing: withoutList
        case .bookingsMissing: withoutBookings
        case .late: counts[.late]
        case .partsMissing: counts[.partsMissing]
        case .disagreeing: counts[.disagreeing]
        case .fieldsMissing: counts.mostMissing
        case .totalsWrong: counts[.totalsWrong]
        case .duplicated: counts[.duplicated]
        }
    }

    /// The sum of the troubles by their weights.
    public var hurt: Double { Trouble.allCases.reduce(0) { $0 + Double(count($1)) * $1.weight } }
}

extension QualityCounts {
    /// The travellers of a source without a field, as a share of those it names; nil where it names nobody.
    public func missingShare(_ field: ExpectedField, _ source: SourceKind) -> Double? {
        let named = self[.named(source)]
        return named > 0 ? Double(self[.missing(field, source)]) / Double(named) : nil
    }

    /// For each source the field missing most often, added up: a traveller without two fields counts once or more, never
    /// once for each.
    var mostMissing: Int {
        SourceKind.allCases.reduce(0) { sum, source in
            sum + (ExpectedField.allCases.map { self[.missing($0, source)] }.max() ?? 0)
        }
    }

    /// What goes wrong on a day, as one number for strips of days: messages and voyages, not travellers.
    public var troubledMessages: Int {
        self[.late] + self[.duplicated] + self[.quarantined] + self[.partsMissing] + self[.totalsWrong]
    }
}
