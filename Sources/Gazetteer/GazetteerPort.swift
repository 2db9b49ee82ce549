// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Travel

/// An airport, seaport, ferry terminal or land post.
public struct GazetteerPort: Hashable, Sendable {
    /// The IATA code of an airport; a UN/LOCODE, or a code of the same shape, of any other place.
    public let code: String
    public let name: String
    /// ISO 3166-1 alpha-3.
    public let country: String
    /// The name of the zone in the IANA database, for display.
    public let zoneName: String
    /// Minutes ahead of UTC by standard time.
    public let utcOffsetMinutes: Int
    public let mode: TravelMode

    public init(
        code: String, name: String, country: String, zoneName: String, utcOffsetMinutes: Int, mode: TravelMode
    ) {
        self.code = code
        self.name = name
        self.country = country
        self.zoneName = zoneName
        self.utcOffsetMinutes = utcOffsetMinutes
        self.mode = mode
    }

    /// Whether the place lies in Indonesia.
    public var isDomestic: Bool { country == "IDN" }

    /// The Indonesian zone of the place, or nil abroad.
    public var indonesianZone: IndonesianZone? { isDomestic ? IndonesianZone(zoneName: zoneName) : nil }

    /// Minutes since 1970-01-01T00:00 UTC of a time by the place's clock.
    ///
    /// Uses the standard offset all year: in summer a place with daylight saving time (Amsterdam, Sydney) comes out
    /// an hour late. Indonesia and its neighbours keep standard time, so times at Indonesian posts are exact.
    public func utcMinutes(of local: CivilDateTime) -> Int { local.minutesSinceEpoch - utcOffsetMinutes }

    /// The place's clock at a minute since 1970-01-01T00:00 UTC; nil outside years 1...9999. See ``utcMinutes(of:)``.
    public func localTime(utcMinutes: Int) -> CivilDateTime? {
        CivilDateTime(minutesSinceEpoch: utcMinutes + utcOffsetMinutes)
    }
}
