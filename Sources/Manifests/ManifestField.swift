// SPDX-License-Identifier: Apache-2.0

/// What a column of a passenger list may be taken for.
public enum ManifestField: String, Hashable, Sendable, Codable, CaseIterable {
    /// Surname and given names in one.
    case fullName = "full-name"
    case surname, given
    case birthDate = "birth-date"
    case birthPlace = "birth-place"
    /// `BATAM, 12-03-1985`.
    case birthPlaceAndDate = "birth-place-and-date"
    case sex
    /// `Mr`, `Mrs`, `Tn`, `Ny`: tells the sex where no column does.
    case title
    case nationality
    case documentType = "document-type"
    case documentNumber = "document-number"
    case documentIssuer = "document-issuer"
    case documentExpiry = "document-expiry"
    case nik, seat, deck, role
    case voyageNumber = "voyage-number"
    case conveyance, imo, plate, from, to
    /// A day, with its time or without.
    case departure
    case departureTime = "departure-time"
    case arrival
    case arrivalTime = "arrival-time"

    /// Whether the cells are dates.
    public var isDate: Bool {
        switch self {
        case .birthDate, .birthPlaceAndDate, .documentExpiry, .departure, .arrival: true
        default: false
        }
    }

    /// Whether it is about the voyage, not about the traveller.
    public var isOfVoyage: Bool {
        switch self {
        case .voyageNumber, .conveyance, .imo, .plate, .from, .to, .departure, .departureTime, .arrival, .arrivalTime:
            true
        default: false
        }
    }
}
