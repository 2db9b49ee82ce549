// SPDX-License-Identifier: Apache-2.0

/// The things that go wrong, in the order in which they hurt: what a supervisor looks for first.
public enum Trouble: String, Hashable, Sendable, Codable, CaseIterable {
    case unseenVoyages = "unseen-voyages"
    case hitsKnownLate = "hits-known-late"
    case quarantined
    case listMissing = "list-missing"
    case bookingsMissing = "bookings-missing"
    case late
    case partsMissing = "parts-missing"
    case disagreeing
    case fieldsMissing = "fields-missing"
    case totalsWrong = "totals-wrong"
    case duplicated

    /// How much one of them weighs when carriers are put in order: a voyage nobody saw as much as twenty late messages.
    ///
    /// An order for reading, not a measure: what hides travellers comes before what makes them hard to match, and that
    /// before what only costs work.
    public var weight: Double {
        switch self {
        case .unseenVoyages, .hitsKnownLate: 20
        case .quarantined, .listMissing: 10
        case .bookingsMissing, .partsMissing: 5
        case .late: 1
        case .totalsWrong: 0.5
        case .disagreeing, .fieldsMissing: 0.2
        case .duplicated: 0.1
        }
    }
}
