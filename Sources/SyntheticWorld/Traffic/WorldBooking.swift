// SPDX-License-Identifier: Apache-2.0

/// What the carrier's own systems say differently about one person in API and PNR.
enum Disagreement: Int, CaseIterable, Sendable {
    case namesSwapped, givenTruncated, titleGlued, birthSlip, birthMissing, documentMissing, documentMistyped

    /// The word for truth/.
    var label: String {
        switch self {
        case .namesSwapped: "names-swapped"
        case .givenTruncated: "given-truncated"
        case .titleGlued: "title-glued"
        case .birthSlip: "birth-slip"
        case .birthMissing: "birth-missing"
        case .documentMissing: "document-missing"
        case .documentMistyped: "document-mistyped"
        }
    }
}

/// One person on one voyage.
struct WorldPassenger: Sendable {
    var person: WorldPerson
    var passport: Passport
    /// The carrier's reference of the passenger on this voyage (RFF+ABO).
    var reference = ""
    var seat = ""
    var bags = 0
    var bagWeight = 0
    var firstTag = 0
    var isNoShow = false
    var isCrew = false
    /// Minutes since 1970-01-01T00:00 UTC at which the reservation is cancelled, made again, or its data corrected.
    var cancelledAt: Int?
    var restoredAt: Int?
    var correctedAt: Int?
    var checkedInAt = 0
    var disagreement: Disagreement?
    /// A special service: a meal or medical request, which the edge filter must overwrite.
    var service: String?
    /// Whether the demonstration needs this person on a watchlist.
    var isPlannedHit = false
    /// The courier network that the person works for on this voyage.
    var network: Int?

    /// Whether the reservation stands at a moment.
    func isListed(at moment: Int) -> Bool {
        guard let cancelledAt, cancelledAt <= moment else { return true }
        guard let restoredAt else { return false }
        return restoredAt <= moment
    }
}

/// A travel agency, or the carrier's own web site.
struct Agency: Hashable, Sendable {
    let number: String
    let office: String
    let city: String
    let country: String
}

/// How a booking is paid.
struct WorldPayment: Sendable {
    /// `CC`, `CA`, `MS`.
    var form: String
    var card = ""
    var isMasked = false
    var amount = 0
    var currency = "USD"
}

/// One flight of a booking.
struct BookedSegment: Sendable {
    let voyage: WorldVoyage
    let cabin: String
}

/// A booking with its passengers on one voyage.
struct WorldBooking: Sendable {
    var locator: String
    /// Minutes since 1970-01-01T00:00 UTC.
    var bookedAt: Int
    var agency: Agency?
    var passengers: [WorldPassenger]
    var segments: [BookedSegment]
    var payment: WorldPayment
    var ticketBase: Int
    var phone: String
    var email: String
    var remark: String?
    var splitFrom: String?
    var groupName: String?

    /// Whether anybody's reservation stands at a moment.
    func isListed(at moment: Int) -> Bool {
        bookedAt <= moment && passengers.contains { $0.isListed(at: moment) }
    }
}

/// Everybody on a voyage.
struct Manifest: Sendable {
    let voyage: WorldVoyage
    var bookings: [WorldBooking]
    var crew: [WorldPassenger]
    /// When the voyage was called off.
    var cancelledAt: Int?
}
