// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Travel

/// What is wrong with a row: the column and the kind of mistake.
public struct GazetteerRowProblem: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case missing, tooLong = "too-long", badCharacter = "bad-character", badCode = "bad-code"
        case unknownCountry = "unknown-country", unknownZone = "unknown-zone", wrongOffset = "wrong-offset"
        case unknownMode = "unknown-mode", badICAO = "bad-icao", badCoordinate = "bad-coordinate"
        case halfCoordinate = "half-coordinate", repeated
    }

    public let column: GazetteerColumn
    public let kind: Kind

    public init(_ column: GazetteerColumn, _ kind: Kind) { (self.column, self.kind) = (column, kind) }
}

/// Checks rows before they are taken.
///
/// Codes: an airport's is an IATA code (three letters) or a UN/LOCODE (country, then three of A-Z and 2-9, UN/CEFACT
/// Recommendation 16); any other place's a UN/LOCODE, or a code of that shape; an airline's an IATA designator (two of
/// A-Z and 0-9, at least one a letter) or three letters; a line's by sea and land 2 to 8 of A-Z and 0-9; a
/// region's two, four or six digits: province, regency or city, district.
public struct GazetteerRowCheck: Sendable {
    /// The index in force, for codes that another row holds already.
    private let index: GazetteerIndex
    /// Minutes ahead of UTC by standard time of an IANA zone; nil where there is no such zone.
    private let standardOffset: @Sendable (String) -> Int?

    private static let longest = 80

    public init(_ index: GazetteerIndex, standardOffset: @escaping @Sendable (String) -> Int?) {
        self.index = index
        self.standardOffset = standardOffset
    }

    /// All that is wrong; empty for a good row.
    public func problems(_ row: GazetteerRow, in table: GazetteerTable) -> [GazetteerRowProblem] {
        var found: [GazetteerRowProblem] = []
        for column in table.columns {
            let value = row[column]
            if value.isEmpty {
                if table.required.contains(column) { found.append(GazetteerRowProblem(column, .missing)) }
            } else if value.count > GazetteerRowCheck.longest {
                found.append(GazetteerRowProblem(column, .tooLong))
            } else if value.unicodeScalars.contains(where: {
                $0.value < 32 || $0.value == 127 || $0 == "<" || $0 == ">"
            }) {
                found.append(GazetteerRowProblem(column, .badCharacter))
            }
        }
        guard found.isEmpty else { return found }
        switch table {
        case .ports: return port(row)
        case .carriers: return carrier(row)
        case .countries: return country(row)
        case .regions: return Shape.region(row[.code]) ? [] : [GazetteerRowProblem(.code, .badCode)]
        }
    }

    private func port(_ row: GazetteerRow) -> [GazetteerRowProblem] {
        var found = place(row)
        let mode = TravelMode(rawValue: row[.mode])
        let code = row[.code]
        let alpha2 = code.count == 5 ? CountryCodes.alpha3(code.prefix(2)) : ""
        let isLocode =
            code.utf8.count == 5 && alpha2 == row[.country]
            && code.utf8.dropFirst(2).allSatisfy { Shape.isLetter($0) || (50...57).contains($0) }
        let isAirport = mode == .air && Shape.letters(code, 3)
        if !isLocode && !isAirport { found.append(GazetteerRowProblem(.code, .badCode)) }
        if !row[.icao].isEmpty, !Shape.mixed(row[.icao], 4...4) { found.append(GazetteerRowProblem(.icao, .badICAO)) }
        if let standard = standardOffset(row[.zone]) {
            if Int(row[.offset]) != standard { found.append(GazetteerRowProblem(.offset, .wrongOffset)) }
        } else {
            found.append(GazetteerRowProblem(.zone, .unknownZone))
        }
        for (column, limit) in [(GazetteerColumn.latitude, 90.0), (.longitude, 180.0)] where !row[column].isEmpty {
            guard let degrees = Double(row[column]), abs(degrees) <= limit else {
                found.append(GazetteerRowProblem(column, .badCoordinate))
                continue
            }
        }
        if row[.latitude].isEmpty != row[.longitude].isEmpty {
            found.append(GazetteerRowProblem(row[.latitude].isEmpty ? .latitude : .longitude, .halfCoordinate))
        }
        return found
    }

    private func carrier(_ row: GazetteerRow) -> [GazetteerRowProblem] {
        var found = place(row)
        let code = row[.code]
        let isAirline =
            (Shape.mixed(code, 2...2) && code.utf8.contains { Shape.isLetter($0) }) || Shape.letters(code, 3)
        let isLine = row[.mode] != TravelMode.air.rawValue && Shape.mixed(code, 2...8)
        if !isAirline && !isLine { found.append(GazetteerRowProblem(.code, .badCode)) }
        if !row[.icao].isEmpty, !Shape.letters(row[.icao], 3) { found.append(GazetteerRowProblem(.icao, .badICAO)) }
        return found
    }

    private func country(_ row: GazetteerRow) -> [GazetteerRowProblem] {
        var found: [GazetteerRowProblem] = []
        if !Shape.letters(row[.alpha3], 3) { found.append(GazetteerRowProblem(.alpha3, .badCode)) }
        if !Shape.letters(row[.alpha2], 2) { found.append(GazetteerRowProblem(.alpha2, .badCode)) }
        if let holder = index.country(row[.alpha2]), holder.alpha3 != row[.alpha3] {
            found.append(GazetteerRowProblem(.alpha2, .repeated))
        }
        return found
    }

    private func place(_ row: GazetteerRow) -> [GazetteerRowProblem] {
        var found: [GazetteerRowProblem] = []
        if !CountryCodes.isAlpha3(row[.country]), index.country(row[.country])?.alpha3 != row[.country] {
            found.append(GazetteerRowProblem(.country, .unknownCountry))
        }
        if TravelMode(rawValue: row[.mode]) == nil { found.append(GazetteerRowProblem(.mode, .unknownMode)) }
        return found
    }
}

/// Shapes of codes, over ASCII.
private enum Shape {
    static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) }

    static func letters(_ text: String, _ count: Int) -> Bool {
        text.utf8.count == count && text.utf8.allSatisfy(isLetter)
    }

    static func region(_ text: String) -> Bool {
        [2, 4, 6].contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) }
    }

    static func mixed(_ text: String, _ counts: ClosedRange<Int>) -> Bool {
        counts.contains(text.utf8.count) && text.utf8.allSatisfy { isLetter($0) || (48...57).contains($0) }
    }
}
