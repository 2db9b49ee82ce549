// SPDX-License-Identifier: Apache-2.0

/// How a planted network works.
enum CourierPattern: Int, CaseIterable, Sendable {
    case relativesApart, sharedPhone, sharedCard, splitBooking, relay, lastMinuteCash

    /// The word for truth/.
    var label: String {
        switch self {
        case .relativesApart: "relatives-apart"
        case .sharedPhone: "shared-phone"
        case .sharedCard: "shared-card"
        case .splitBooking: "split-booking"
        case .relay: "relay"
        case .lastMinuteCash: "last-minute-cash"
        }
    }
}

/// One courier: a member of a household kept out of the ordinary traffic, or a foreigner.
enum CourierPerson: Hashable, Sendable {
    case resident(household: Int, member: Int)
    case foreigner(Int, nation: String)
}

/// One journey of a network on one voyage.
struct CourierJourney: Sendable {
    let network: Int
    let slot: Int
    let day: Int
    let persons: [CourierPerson]
    let locatorKey: Int
    /// Minutes before departure at which it is booked.
    let bookedBefore: Int
    var paysCash = false
    /// Whether phone and card are the network's own.
    var sharesPhone = false
    var sharesCard = false
    /// The locator key of the booking that this one was split from.
    var splitFrom: Int?
    /// What customs found on the first person, for past journeys.
    var find: CourierFind?
}

/// Goods found on a courier.
struct CourierFind: Hashable, Sendable {
    let goods: String
    let quantity: Int
    let unit: String
    let concealment: String
    let category: String
}

/// People who bring goods for one owner.
struct CourierNetwork: Sendable {
    let index: Int
    let pattern: CourierPattern
    let journeys: [CourierJourney]
    let phone: String
    let card: String
}
