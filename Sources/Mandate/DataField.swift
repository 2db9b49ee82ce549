// SPDX-License-Identifier: Apache-2.0

/// A kind of value shown about a traveller: a closed list, so that the policy can speak about each one (R03).
public enum DataField: String, Hashable, Sendable, Codable, CaseIterable {
    case name
    case birthDate = "birth-date"
    case birthPlace = "birth-place"
    case sex
    case nationality
    case residence
    /// Travel documents: number, issuer, dates.
    case document
    case nik
    /// Telephone numbers and mail addresses.
    case contact
    case address
    case payment
    /// Record locator, booking date, agency, tickets.
    case booking
    case itinerary
    /// Who travels in the same booking or party.
    case companions
    case seat
    case baggage
    /// The carrier's message itself, whole or in segments.
    case sourceText = "source-text"
    /// Earlier journeys of the same person.
    case history
    /// Hits with their reasons and state.
    case hits
    /// The watchlist entry behind a hit, and entries in lists.
    case watchlistEntry = "watchlist-entry"
    /// Free remarks of a booking.
    case remarks
    /// What API and PNR say differently.
    case disagreements
    /// What the civil registry says of who the traveller is.
    case registry
    /// The mother's name in the civil registry, for which banks ask.
    case motherName = "mother-name"
    /// Who of the family card is on the voyage; relatives who do not travel as relation and count only.
    case family
}

/// How a field is shown.
public enum FieldVisibility: String, Hashable, Sendable, Codable, CaseIterable {
    /// As it is.
    case shown
    /// Only as much as tells two values apart on a page.
    case masked
    /// Not at all; pages leave out the place.
    case denied
}
