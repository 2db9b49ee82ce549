// SPDX-License-Identifier: Apache-2.0

import Travel

/// Looks up ports, carriers, countries and regions by their codes, over tables passed in as bytes.
///
/// The columns are those of `Tables/ports.csv` (`CODE,NAME,COUNTRY,ZONE,OFFSET,MODE`), `Tables/carriers.csv`
/// (`CODE,NAME,COUNTRY,MODE`), `Tables/countries.csv` (`ALPHA3,ALPHA2,NAME_EN,NAME_ID`) and `Tables/regions.csv`
/// (`CODE,NAME`); further columns are passed over. Codes are compared as they are written: upper case.
public struct GazetteerIndex: Sendable {
    /// All ports in the order of the table.
    public let ports: [GazetteerPort]
    /// All carriers in the order of the table.
    public let carriers: [GazetteerCarrier]
    /// All countries in the order of the table.
    public let countries: [GazetteerCountry]
    /// All regions in the order of the table.
    public let regions: [GazetteerRegion]
    private let portByCode: [String: Int]
    private let carrierByCode: [String: Int]
    private let countryByCode: [String: Int]
    private let regionByCode: [String: Int]

    /// Reads the tables.
    /// - Throws: ``GazetteerError`` for the first line that cannot be read.
    public init(
        ports: [UInt8], carriers: [UInt8], countries: [UInt8] = [], regions: [UInt8] = []
    ) throws(GazetteerError) {
        (self.ports, portByCode) = try Self.readPorts(ports)
        (self.carriers, carrierByCode) = try Self.readCarriers(carriers)
        (self.countries, countryByCode) = countries.isEmpty ? ([], [:]) : try Self.readCountries(countries)
        (self.regions, regionByCode) = regions.isEmpty ? ([], [:]) : try Self.readRegions(regions)
    }

    /// Made of rows that were checked; the first of a code counts.
    init(
        ports: [GazetteerPort], carriers: [GazetteerCarrier], countries: [GazetteerCountry],
        regions: [GazetteerRegion]
    ) {
        (self.ports, self.carriers, self.countries, self.regions) = (ports, carriers, countries, regions)
        regionByCode = Dictionary(zip(regions.map(\.code), regions.indices), uniquingKeysWith: { a, _ in a })
        portByCode = Dictionary(zip(ports.map(\.code), ports.indices), uniquingKeysWith: { a, _ in a })
        carrierByCode = Dictionary(zip(carriers.map(\.code), carriers.indices), uniquingKeysWith: { a, _ in a })
        countryByCode = Dictionary(
            countries.indices.flatMap { [(countries[$0].alpha3, $0), (countries[$0].alpha2, $0)] },
            uniquingKeysWith: { a, _ in a })
    }

    /// The port with an IATA code or UN/LOCODE.
    public func port(_ code: String) -> GazetteerPort? { portByCode[code].map { ports[$0] } }

    /// The carrier's name.
    public func carrier(_ code: String) -> String? { carrierByCode[code].map { carriers[$0].name } }

    /// The carrier with all that is known about it.
    public func carrierRecord(_ code: String) -> GazetteerCarrier? { carrierByCode[code].map { carriers[$0] } }

    /// The country with an alpha-3 or alpha-2 code.
    public func country(_ code: String) -> GazetteerCountry? { countryByCode[code].map { countries[$0] } }

    /// The region with a code of two, four or six digits.
    public func region(_ code: String) -> GazetteerRegion? { regionByCode[code].map { regions[$0] } }

    /// The Indonesian ports, where officers work, in the order of the table.
    public var allPosts: [GazetteerPort] { ports.filter(\.isDomestic) }
}

extension GazetteerIndex {
    private static func readPorts(
        _ bytes: [UInt8]
    ) throws(GazetteerError) -> ([GazetteerPort], [String: Int]) {
        let reader = try TableReader(
            bytes, table: .ports, required: ["CODE", "NAME", "COUNTRY", "ZONE", "OFFSET", "MODE"])
        var ports: [GazetteerPort] = []
        var index: [String: Int] = [:]
        for line in reader.lines {
            let code = try reader.value("CODE", in: line)
            guard let offset = Int(try reader.value("OFFSET", in: line)), abs(offset) <= 840 else {
                throw .badLine(table: .ports, line: line.number, column: "OFFSET")
            }
            guard index.updateValue(ports.count, forKey: code) == nil else {
                throw .repeatedCode(table: .ports, line: line.number)
            }
            ports.append(
                GazetteerPort(
                    code: code, name: try reader.value("NAME", in: line),
                    country: try reader.value("COUNTRY", in: line), zoneName: try reader.value("ZONE", in: line),
                    utcOffsetMinutes: offset, mode: try mode(reader, line)))
        }
        return (ports, index)
    }

    private static func readCarriers(
        _ bytes: [UInt8]
    ) throws(GazetteerError) -> ([GazetteerCarrier], [String: Int]) {
        let reader = try TableReader(bytes, table: .carriers, required: ["CODE", "NAME", "COUNTRY", "MODE"])
        var carriers: [GazetteerCarrier] = []
        var index: [String: Int] = [:]
        for line in reader.lines {
            let code = try reader.value("CODE", in: line)
            guard index.updateValue(carriers.count, forKey: code) == nil else {
                throw .repeatedCode(table: .carriers, line: line.number)
            }
            carriers.append(
                GazetteerCarrier(
                    code: code, name: try reader.value("NAME", in: line),
                    country: try reader.value("COUNTRY", in: line), mode: try mode(reader, line)))
        }
        return (carriers, index)
    }

    private static func readCountries(
        _ bytes: [UInt8]
    ) throws(GazetteerError) -> ([GazetteerCountry], [String: Int]) {
        let reader = try TableReader(
            bytes, table: .countries, required: ["ALPHA3", "ALPHA2", "NAME_EN", "NAME_ID"])
        var countries: [GazetteerCountry] = []
        var index: [String: Int] = [:]
        for line in reader.lines {
            let country = GazetteerCountry(
                alpha3: try reader.value("ALPHA3", in: line), alpha2: try reader.value("ALPHA2", in: line),
                englishName: try reader.value("NAME_EN", in: line),
                indonesianName: try reader.value("NAME_ID", in: line))
            for code in [country.alpha3, country.alpha2]
            where index.updateValue(countries.count, forKey: code) != nil {
                throw .repeatedCode(table: .countries, line: line.number)
            }
            countries.append(country)
        }
        return (countries, index)
    }

    private static func readRegions(
        _ bytes: [UInt8]
    ) throws(GazetteerError) -> ([GazetteerRegion], [String: Int]) {
        let reader = try TableReader(bytes, table: .regions, required: ["CODE", "NAME"])
        var regions: [GazetteerRegion] = []
        var index: [String: Int] = [:]
        for line in reader.lines {
            let region = GazetteerRegion(
                code: try reader.value("CODE", in: line), name: try reader.value("NAME", in: line))
            guard index.updateValue(regions.count, forKey: region.code) == nil else {
                throw .repeatedCode(table: .regions, line: line.number)
            }
            regions.append(region)
        }
        return (regions, index)
    }

    private static func mode(
        _ reader: TableReader, _ line: TableReader.Line
    ) throws(GazetteerError) -> TravelMode {
        guard let mode = TravelMode(rawValue: try reader.value("MODE", in: line)) else {
            throw .badLine(table: reader.table, line: line.number, column: "MODE")
        }
        return mode
    }
}
