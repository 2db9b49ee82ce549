// SPDX-License-Identifier: Apache-2.0

public import Travel

/// An airline, ferry line or bus line.
public struct GazetteerCarrier: Hashable, Sendable {
    /// The IATA designator, or a code of Cermat's own for lines that have none.
    public let code: String
    public let name: String
    /// ISO 3166-1 alpha-3.
    public let country: String
    public let mode: TravelMode

    public init(code: String, name: String, country: String, mode: TravelMode) {
        self.code = code
        self.name = name
        self.country = country
        self.mode = mode
    }
}

/// A country or territory of ISO 3166-1.
public struct GazetteerCountry: Hashable, Sendable {
    public let alpha3: String
    public let alpha2: String
    public let englishName: String
    public let indonesianName: String

    public init(alpha3: String, alpha2: String, englishName: String, indonesianName: String) {
        self.alpha3 = alpha3
        self.alpha2 = alpha2
        self.englishName = englishName
        self.indonesianName = indonesianName
    }
}
