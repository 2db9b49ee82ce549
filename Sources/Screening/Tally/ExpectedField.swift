// SPDX-License-Identifier: Apache-2.0

public import Travel

/// A field that a carrier is expected to send of every traveller.
///
/// API and manifests: the machine readable zone and what leads to the booking (WCO/IATA/ICAO API guidelines, appendix
/// IIA); PNR: what every booking has (IATA PNRGOV principles: the rest is sent only where the carrier holds it).
public enum ExpectedField: String, Hashable, Sendable, Codable, CaseIterable {
    case surname, given
    case birthDate = "birth-date"
    case sex, nationality
    case documentNumber = "document-number"
    case documentIssuer = "document-issuer"
    case documentExpiry = "document-expiry"
    case recordLocator = "record-locator"

    /// The fields expected of a source.
    public static func expected(of source: SourceKind) -> [ExpectedField] {
        switch source {
        case .api: allCases
        case .manifest, .desk:
            [.surname, .given, .birthDate, .sex, .nationality, .documentNumber, .documentIssuer, .documentExpiry]
        case .pnr: [.surname, .given, .recordLocator]
        }
    }

    /// Whether one contribution gives the field.
    func isGiven(_ values: ReceivedTraveller, locator: String?) -> Bool {
        switch self {
        case .surname: values.surname != nil
        case .given: values.given != nil
        case .birthDate: values.birthDate != nil
        case .sex: values.sex != nil
        case .nationality: values.nationality != nil && !values.isNationalityDerived
        case .documentNumber: values.documents.contains { $0.number != nil }
        case .documentIssuer: values.documents.contains { $0.issuer != nil }
        case .documentExpiry: values.documents.contains { $0.expiry != nil }
        case .recordLocator: locator != nil || values.recordLocator != nil
        }
    }
}
