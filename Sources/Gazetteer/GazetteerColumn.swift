// SPDX-License-Identifier: Apache-2.0

/// A column of a table of codes, by its name in a CSV file's header.
public enum GazetteerColumn: String, Hashable, Sendable, Codable, CaseIterable, CodingKeyRepresentable {
    case code = "CODE"
    case name = "NAME"
    case country = "COUNTRY"
    case zone = "ZONE"
    case offset = "OFFSET"
    case mode = "MODE"
    case icao = "ICAO"
    case latitude = "LAT"
    case longitude = "LON"
    case alpha3 = "ALPHA3"
    case alpha2 = "ALPHA2"
    case englishName = "NAME_EN"
    case indonesianName = "NAME_ID"
}

extension GazetteerTable {
    /// The columns of a row, in order; the first holds its code.
    public var columns: [GazetteerColumn] {
        switch self {
        case .ports: [.code, .name, .country, .zone, .offset, .mode, .icao, .latitude, .longitude]
        case .carriers: [.code, .name, .country, .mode, .icao]
        case .countries: [.alpha3, .alpha2, .englishName, .indonesianName]
        case .regions: [.code, .name]
        }
    }

    /// The column of the code that a row is known by.
    public var key: GazetteerColumn { self == .countries ? .alpha3 : .code }

    /// The columns that no row may leave empty.
    public var required: [GazetteerColumn] {
        columns.filter { ![.icao, .latitude, .longitude].contains($0) }
    }
}
