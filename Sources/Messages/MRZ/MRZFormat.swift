// SPDX-License-Identifier: Apache-2.0

/// The forms of a machine readable zone (ICAO Doc 9303 parts 4 to 7).
public enum MRZFormat: String, Hashable, Sendable, Codable, CaseIterable {
    /// Identity cards: three lines of 30.
    case td1 = "TD1"
    /// Other official documents: two lines of 36.
    case td2 = "TD2"
    /// Passports: two lines of 44.
    case td3 = "TD3"
    /// Visas of a full page: two lines of 44.
    case mrvA = "MRV-A"
    /// Smaller visas: two lines of 36.
    case mrvB = "MRV-B"

    public var lineLength: Int {
        switch self {
        case .td1: 30
        case .td2, .mrvB: 36
        case .td3, .mrvA: 44
        }
    }

    public var lineCount: Int { self == .td1 ? 3 : 2 }
}

/// A place in a zone: line and columns counted from 0.
struct MRZPlace: Hashable, Sendable {
    let line: Int
    let columns: Range<Int>

    init(_ line: Int, _ columns: Range<Int>) {
        self.line = line
        self.columns = columns
    }

    init(_ line: Int, _ column: Int) { self.init(line, column..<(column + 1)) }
}

/// Where the fields of a format stand.
struct MRZLayout: Sendable {
    let code: MRZPlace
    let issuer: MRZPlace
    let names: MRZPlace
    let number: MRZPlace
    let numberCheck: MRZPlace
    let birth: MRZPlace
    let birthCheck: MRZPlace
    let sex: MRZPlace
    let expiry: MRZPlace
    let expiryCheck: MRZPlace
    let nationality: MRZPlace
    let optional: [MRZPlace]
    let optionalCheck: MRZPlace?
    let composite: MRZPlace?
    /// What the composite digit is computed over, in order.
    let compositeOver: [MRZPlace]

    init(_ format: MRZFormat) {
        guard format != .td1 else {
            code = MRZPlace(0, 0..<2)
            issuer = MRZPlace(0, 2..<5)
            number = MRZPlace(0, 5..<14)
            numberCheck = MRZPlace(0, 14)
            birth = MRZPlace(1, 0..<6)
            birthCheck = MRZPlace(1, 6)
            sex = MRZPlace(1, 7)
            expiry = MRZPlace(1, 8..<14)
            expiryCheck = MRZPlace(1, 14)
            nationality = MRZPlace(1, 15..<18)
            optional = [MRZPlace(0, 15..<30), MRZPlace(1, 18..<29)]
            optionalCheck = nil
            composite = MRZPlace(1, 29)
            compositeOver = [
                MRZPlace(0, 5..<30), MRZPlace(1, 0..<7), MRZPlace(1, 8..<15), MRZPlace(1, 18..<29),
            ]
            names = MRZPlace(2, 0..<30)
            return
        }
        let length = format.lineLength
        code = MRZPlace(0, 0..<2)
        issuer = MRZPlace(0, 2..<5)
        names = MRZPlace(0, 5..<length)
        number = MRZPlace(1, 0..<9)
        numberCheck = MRZPlace(1, 9)
        nationality = MRZPlace(1, 10..<13)
        birth = MRZPlace(1, 13..<19)
        birthCheck = MRZPlace(1, 19)
        sex = MRZPlace(1, 20)
        expiry = MRZPlace(1, 21..<27)
        expiryCheck = MRZPlace(1, 27)
        switch format {
        case .td3:
            optional = [MRZPlace(1, 28..<42)]
            optionalCheck = MRZPlace(1, 42)
        case .td2:
            optional = [MRZPlace(1, 28..<35)]
            optionalCheck = nil
        default:
            optional = [MRZPlace(1, 28..<length)]
            optionalCheck = nil
        }
        let isVisa = format == .mrvA || format == .mrvB
        composite = isVisa ? nil : MRZPlace(1, length - 1)
        compositeOver = [MRZPlace(1, 0..<10), MRZPlace(1, 13..<20), MRZPlace(1, 21..<(length - 1))]
    }
}

/// Check digits: weights 7, 3, 1 (ICAO Doc 9303 part 3, 4.9).
public enum MRZCheckDigit {
    /// The digit of some characters; nil where one is none of `0-9 A-Z <`.
    public static func of(_ characters: some Sequence<UInt8>) -> UInt8? {
        var sum = 0
        var place = 0
        for character in characters {
            guard let value = value(character) else { return nil }
            sum += value * weight(place)
            place += 1
        }
        return UInt8(48 + sum % 10)
    }

    /// What one character in place of another, at a place counted from 0, adds to the digit, in 0..<10.
    static func change(from old: UInt8, to new: UInt8, at place: Int) -> Int {
        let difference = (value(new) ?? 0) - (value(old) ?? 0)
        return ((difference * weight(place)) % 10 + 10) % 10
    }

    private static func weight(_ place: Int) -> Int { place % 3 == 0 ? 7 : place % 3 == 1 ? 3 : 1 }

    private static func value(_ character: UInt8) -> Int? {
        switch character {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(character) - 48
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(character) - 55
        case UInt8(ascii: "<"): 0
        default: nil
        }
    }
}
