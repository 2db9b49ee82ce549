// SPDX-License-Identifier: Apache-2.0

internal import Travel

/// One row of a table of codes, as text by column; empty values are left out.
public struct GazetteerRow: Hashable, Sendable, Codable {
    public var values: [GazetteerColumn: String]

    public init(_ values: [GazetteerColumn: String]) { self.values = values.filter { !$0.value.isEmpty } }

    /// The value of a column, empty where there is none.
    public subscript(_ column: GazetteerColumn) -> String { values[column] ?? "" }

    init(_ port: GazetteerPort) {
        self.init([
            .code: port.code, .name: port.name, .country: port.country, .zone: port.zoneName,
            .offset: "\(port.utcOffsetMinutes)", .mode: port.mode.rawValue,
        ])
    }

    init(_ carrier: GazetteerCarrier) {
        self.init([
            .code: carrier.code, .name: carrier.name, .country: carrier.country, .mode: carrier.mode.rawValue,
        ])
    }

    init(_ country: GazetteerCountry) {
        self.init([
            .alpha3: country.alpha3, .alpha2: country.alpha2, .englishName: country.englishName,
            .indonesianName: country.indonesianName,
        ])
    }

    init(_ region: GazetteerRegion) { self.init([.code: region.code, .name: region.name]) }

    var port: GazetteerPort? {
        guard let offset = Int(self[.offset]), let mode = TravelMode(rawValue: self[.mode]) else { return nil }
        return GazetteerPort(
            code: self[.code], name: self[.name], country: self[.country], zoneName: self[.zone],
            utcOffsetMinutes: offset, mode: mode)
    }

    var carrier: GazetteerCarrier? {
        TravelMode(rawValue: self[.mode]).map {
            GazetteerCarrier(code: self[.code], name: self[.name], country: self[.country], mode: $0)
        }
    }

    var countryRecord: GazetteerCountry {
        GazetteerCountry(
            alpha3: self[.alpha3], alpha2: self[.alpha2], englishName: self[.englishName],
            indonesianName: self[.indonesianName])
    }

    var region: GazetteerRegion { GazetteerRegion(code: self[.code], name: self[.name]) }
}

/// What an installation says of a code, over what was shipped.
public enum GazetteerStance: Hashable, Sendable, Codable {
    /// Nothing of its own: the shipped row, if any.
    case asShipped
    case row(GazetteerRow)
    /// The code is not used here.
    case withdrawn
}

/// An installation's own rows over the shipped ones, by table and code.
public struct GazetteerOverlay: Hashable, Sendable {
    private var stances: [GazetteerTable: [String: GazetteerStance]] = [:]

    public init() {}

    public subscript(_ table: GazetteerTable, _ code: String) -> GazetteerStance {
        get { stances[table]?[code] ?? .asShipped }
        set { stances[table, default: [:]][code] = newValue == .asShipped ? nil : newValue }
    }

    /// All codes of a table of which something is said.
    public func stances(_ table: GazetteerTable) -> [String: GazetteerStance] { stances[table] ?? [:] }
}
