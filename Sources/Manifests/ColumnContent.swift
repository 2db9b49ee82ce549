// SPDX-License-Identifier: Apache-2.0

internal import Civil

/// What the cells of one column look like: for each field the share of cells that fit it.
struct ColumnContent {
    /// Cells that hold something, of those looked at.
    let filled: Int
    /// Whether the cells count up by one, as row numbers do.
    let isCounting: Bool
    private let fits: [ManifestField: Int]
    private let weights: [ManifestField: Double]

    /// The most cells of a column that are looked at.
    static let sample = 500

    init(_ cells: [String], today: CivilDate, ports: PortWords) {
        let cells = cells.lazy.filter { !CellText.isNothing($0) || $0 == "0" }.prefix(ColumnContent.sample)
        var fits: [ManifestField: Int] = [:]
        var distinct: Set<String> = []
        var years: [Int] = []
        var longNames = 0
        var filled = 0
        var previous: Int?
        var steps = 0
        let isPW = SexWords.isMaleFemaleByPW(cells)
        for cell in cells {
            filled += 1
            distinct.insert(cell)
            if let number = Int(cell.filter { $0 != "." }), number <= 100_000 {
                if previous.map({ number == $0 + 1 }) ?? (number <= 1_000) { steps += 1 }
                previous = number
            }
            func fit(_ field: ManifestField, _ holds: Bool) { if holds { fits[field, default: 0] += 1 } }
            let digits = CellText.digits(cell)
            let isNIK = digits.map { (try? NIK(parsing: $0)) != nil } ?? false
            fit(.nik, isNIK || (CellText.isRounded(cell) && cell.uppercased().hasSuffix("E+15")))
            fit(.sex, SexWords.sex(cell, isPW: isPW) != nil)
            fit(.title, SexWords.sex(title: cell) != nil)
            let isCountry = CountryWords.code(cell) != nil
            fit(.nationality, isCountry)
            fit(.documentIssuer, isCountry)
            fit(.documentType, DocumentWords.type(cell) != nil)
            fit(.role, RoleWords.role(cell) != nil)
            let isPort = ports.knows(cell)
            fit(.from, isPort)
            fit(.to, isPort)
            let isTime = ClockText(cell) != nil
            fit(.departureTime, isTime)
            fit(.arrivalTime, isTime)
            if let year = ColumnContent.year(cell, today) {
                years.append(year)
                fit(.birthDate, (today.year - 110...today.year).contains(year))
                fit(.documentExpiry, (today.year - 11...today.year + 12).contains(year))
                fit(.departure, abs(year - today.year) <= 1)
                fit(.arrival, abs(year - today.year) <= 1)
            }
            fit(.birthPlaceAndDate, PlaceAndDate.parts(cell).map { $0.place.count >= 3 } ?? false)
            fit(.documentNumber, ColumnContent.looksLikeNumber(cell) && !isNIK)
            let isName = NameSplit.looksLikeName(cell)
            for field in [ManifestField.fullName, .surname, .given, .birthPlace] { fit(field, isName) }
            if isName, cell.contains(where: { " /,".contains($0) }) { longNames += 1 }
            fit(.seat, ColumnContent.looksLikeSeat(cell))
            fit(.deck, cell.utf8.count <= 12)
            fit(.voyageNumber, cell.utf8.count <= 12)
            fit(.conveyance, cell.contains(where: \.isLetter) && cell.utf8.count <= 60)
            fit(.imo, digits.map(ShipNumber.isValid) ?? false)
            fit(.plate, ColumnContent.looksLikePlate(cell))
        }
        self.filled = filled
        // A total below the table, or a row left out, does not change what the column is.
        isCounting = steps >= 2 && steps * 10 >= filled * 6
        self.fits = fits
        years.sort()
        let middle = years.isEmpty ? today.year : years[years.count / 2]
        let isConstant = distinct.count <= max(1, filled / 20)
        let isDistinct = distinct.count * 10 >= filled * 8
        let longShare = filled == 0 ? 0 : Double(longNames) / Double(filled)
        weights = [
            .birthDate: middle <= today.year - 2 ? 1 : 0.5, .documentExpiry: middle >= today.year ? 1 : 0.4,
            .departure: isConstant ? 1 : 0.4, .arrival: isConstant ? 0.95 : 0.35,
            .fullName: (isDistinct ? 1 : 0.5) * (0.6 + 0.4 * longShare),
            .surname: isDistinct || filled < 5 ? 0.85 : 0.6, .given: isDistinct || filled < 5 ? 0.84 : 0.6,
            .sex: distinct.count >= 2 ? 1 : 0.7, .documentNumber: isDistinct ? 1 : 0.5,
            .documentIssuer: 0.95, .to: 0.98, .arrivalTime: 0.95, .documentType: 0.98,
        ]
    }

    /// How well a field fits, 0...1; nil for an empty column.
    func share(_ field: ManifestField) -> Double? {
        guard filled > 0 else { return nil }
        return Double(matching(field)) / Double(filled) * (weights[field] ?? 1)
    }

    /// The cells that fit a field.
    func matching(_ field: ManifestField) -> Int { fits[field] ?? 0 }

    private static func year(_ cell: String, _ today: CivilDate) -> Int? {
        guard let text = DateText(cell) else { return nil }
        func full(_ year: Int) -> Int {
            year >= 100
                ? year : year + (year > today.year % 100 + 12 ? today.year / 100 * 100 - 100 : today.year / 100 * 100)
        }
        switch text.form {
        case .fixed(let year, let month, _, let isShort):
            if month == nil { return nil }
            return isShort ? full(year) : year
        case .numbers(let a, let b, let c):
            if a > 31 { return full(a) }
            guard (0...31).contains(a), (0...31).contains(b) else { return nil }
            return full(c)
        case .serial(let days):
            guard days >= 5_000 else { return nil }
            return 1900 + days * 100 / 36_525
        }
    }

    static func looksLikeNumber(_ cell: String) -> Bool {
        if CellText.isRounded(cell) { return true }
        var digits = 0
        var letters = 0
        for character in cell where character != " " && character != "-" && character != "." {
            guard character.isASCII else { return false }
            if character.isNumber { digits += 1 } else if character.isLetter { letters += 1 } else { return false }
        }
        return digits >= 4 && digits > letters && (5...16).contains(digits + letters)
            && (letters > 0 || digits >= 6)
    }

    private static func looksLikeSeat(_ cell: String) -> Bool {
        let groups = DateText.groups(cell.uppercased())
        guard groups.count == 2, groups[0].isLetters != groups[1].isLetters else { return false }
        return groups.allSatisfy { $0.text.utf8.count <= ($0.isLetters ? 2 : 3) }
    }

    private static func looksLikePlate(_ cell: String) -> Bool {
        let groups = DateText.groups(cell.uppercased())
        guard (2...3).contains(groups.count), groups[0].isLetters, !groups[1].isLetters else { return false }
        return groups[0].text.utf8.count <= 3 && (1...4).contains(groups[1].text.utf8.count)
            && (groups.count == 2 || (groups[2].isLetters && groups[2].text.utf8.count <= 3))
    }
}

/// IMO ship numbers (IMO Resolution A.1117(30)): seven digits, the last a check digit.
enum ShipNumber {
    static func isValid(_ digits: String) -> Bool {
        let values = digits.utf8.map { Int($0) - 48 }
        guard values.count == 7, values.allSatisfy({ (0...9).contains($0) }) else { return false }
        let sum = (0..<6).reduce(0) { $0 + values[$1] * (7 - $1) }
        return sum % 10 == values[6]
    }
}
