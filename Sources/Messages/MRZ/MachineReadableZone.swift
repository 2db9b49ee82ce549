// SPDX-License-Identifier: Apache-2.0

public import Civil

/// A machine readable zone as its lines say, with the verdict of every check digit.
public struct MachineReadableZone: Hashable, Sendable {
    public let format: MRZFormat
    /// Upper case, of the format's length.
    public let lines: [String]
    /// `P`, `PD`, `V`, `ID`: one or two letters.
    public let documentCode: String
    /// The issuing state or organisation, as printed: `IDN`, `D`, `UTO`.
    public let issuer: String?
    public let surname: String?
    public let given: String?
    /// Whether the name fills its field to the end, so that some of it may be missing.
    public let isNameCut: Bool
    public let documentNumber: String?
    public let nationality: String?
    public let birthDate: PartialDate?
    /// Unspecified where the field holds a filler.
    public let sex: Sex?
    public let expiry: PartialDate?
    /// What the issuer put into the free fields, fillers at the end left out.
    public let optionalData: [String]
    /// Every check digit that the format has, in the order of the fields.
    public let checks: [MRZCheck]

    /// Whether every check digit is right.
    public var isVerified: Bool { checks.allSatisfy(\.isRight) }
}

/// The verdict on one check digit.
public struct MRZCheck: Hashable, Sendable {
    public let field: MRZField
    /// Where the digit stands, counted from 1.
    public let line: Int
    public let column: Int
    public let found: Character
    /// The digit that the field asks for; nil where the field holds what no zone may.
    public let expected: Character?
    public let isRight: Bool
}

/// The fields that check digits cover.
public enum MRZField: String, Hashable, Sendable, Codable, CaseIterable {
    case documentNumber = "document-number"
    case birthDate = "birth-date"
    case expiry = "expiry"
    case optionalData = "optional-data"
    case composite = "composite"
}

extension MachineReadableZone {
    /// Reads lines of a format's length.
    ///
    /// - Parameter today: the latest day that a birth may lie on, which tells the century.
    init?(format: MRZFormat, lines: [[UInt8]], today: CivilDate?) {
        guard lines.count == format.lineCount, lines.allSatisfy({ $0.count == format.lineLength }),
            lines.allSatisfy({ $0.allSatisfy(MRZCharacters.isZone) })
        else { return nil }
        let layout = MRZLayout(format)
        func bytes(_ place: MRZPlace) -> [UInt8] { Array(lines[place.line][place.columns]) }
        func text(_ place: MRZPlace) -> String? { MRZCharacters.words(bytes(place)) }
        self.format = format
        self.lines = lines.map { String(decoding: $0, as: UTF8.self) }
        documentCode = text(layout.code) ?? ""
        issuer = text(layout.issuer)
        nationality = text(layout.nationality)
        let names = MRZNames(bytes(layout.names))
        surname = names.surname
        given = names.given
        isNameCut = names.isCut
        let long = LongNumber(lines: lines, layout: layout)
        documentNumber = long?.number ?? text(layout.number)?.replacing(" ", with: "")
        let rule = today.map { YearRule(today: $0) } ?? .withoutDate
        birthDate = MRZDate.read(bytes(layout.birth)) { rule.birth($0, $1, $2) }
        expiry = MRZDate.read(bytes(layout.expiry)) { partial(rule.near($0), $1, $2) }
        sex =
            switch bytes(layout.sex)[0] {
            case UInt8(ascii: "M"): .male
            case UInt8(ascii: "F"): .female
            case UInt8(ascii: "<"), UInt8(ascii: "X"): .unspecified
            default: nil
            }
        optionalData = layout.optional.enumerated().compactMap { index, place in
            index == 0 && long != nil
                ? MRZCharacters.words(Array(bytes(place).dropFirst(long?.used ?? 0))) : text(place)
        }
        checks = MachineReadableZone.checks(lines, layout, long)
    }

    private static func checks(_ lines: [[UInt8]], _ layout: MRZLayout, _ long: LongNumber?) -> [MRZCheck] {
        func bytes(_ place: MRZPlace) -> [UInt8] { Array(lines[place.line][place.columns]) }
        func check(_ field: MRZField, _ covered: [UInt8], _ place: MRZPlace, mayBeEmpty: Bool = false) -> MRZCheck {
            let found = bytes(place)[0]
            // A letter in a date may weigh what its digit weighs (I and 8 do); no digit makes it a date.
            let isDate = field == .birthDate || field == .expiry
            let holds = !isDate || covered.allSatisfy { $0 &- 48 <= 9 || $0 == UInt8(ascii: "<") }
            let expected = holds ? MRZCheckDigit.of(covered) : nil
            let isEmpty = mayBeEmpty && found == UInt8(ascii: "<") && covered.allSatisfy { $0 == UInt8(ascii: "<") }
            return MRZCheck(
                field: field, line: place.line + 1, column: place.columns.lowerBound + 1,
                found: Character(Unicode.Scalar(found)), expected: expected.map { Character(Unicode.Scalar($0)) },
                isRight: expected != nil && (found == expected || isEmpty))
        }
        var all: [MRZCheck] = []
        if let long {
            all.append(check(.documentNumber, Array(long.number.utf8), long.check))
        } else {
            all.append(check(.documentNumber, bytes(layout.number), layout.numberCheck))
        }
        all.append(check(.birthDate, bytes(layout.birth), layout.birthCheck, mayBeEmpty: true))
        all.append(check(.expiry, bytes(layout.expiry), layout.expiryCheck, mayBeEmpty: true))
        if let place = layout.optionalCheck {
            all.append(check(.optionalData, layout.optional.flatMap(bytes), place, mayBeEmpty: true))
        }
        if let place = layout.composite {
            all.append(check(.composite, layout.compositeOver.flatMap(bytes), place))
        }
        return all
    }
}

/// A document number of more than nine characters: it goes on in the optional data up to a check digit of its own
/// (ICAO Doc 9303 part 5, 4.2.2).
private struct LongNumber {
    let number: String
    let check: MRZPlace
    /// Characters of the optional data that it takes.
    let used: Int

    init?(lines: [[UInt8]], layout: MRZLayout) {
        guard layout.optionalCheck == nil, layout.composite != nil else { return nil }
        let digit = lines[layout.numberCheck.line][layout.numberCheck.columns.lowerBound]
        let place = layout.optional[0]
        let rest = lines[place.line][place.columns].prefix { $0 != UInt8(ascii: "<") }
        let first = lines[layout.number.line][layout.number.columns]
        guard digit == UInt8(ascii: "<"), rest.count >= 2, !first.contains(UInt8(ascii: "<")),
            let last = rest.last, last &- 48 <= 9
        else { return nil }
        number = String(decoding: Array(first) + rest.dropLast(), as: UTF8.self)
        check = MRZPlace(place.line, place.columns.lowerBound + rest.count - 1)
        used = rest.count
    }
}

/// `YYMMDD`, parts that nobody knows as fillers.
private enum MRZDate {
    static func read(_ bytes: [UInt8], _ make: (Int, Int, Int) -> PartialDate?) -> PartialDate? {
        func pair(_ at: Int) -> Int? {
            let (a, b) = (bytes[at], bytes[at + 1])
            if a == UInt8(ascii: "<"), b == UInt8(ascii: "<") { return 0 }
            guard a &- 48 <= 9, b &- 48 <= 9 else { return nil }
            return Int(a - 48) * 10 + Int(b - 48)
        }
        guard bytes[0] != UInt8(ascii: "<"), let year = pair(0), let month = pair(2), let day = pair(4) else {
            return nil
        }
        return make(year, month, day)
    }
}

/// `SANTOSO<<BUDI<EKO<<<<`.
struct MRZNames {
    var surname: String?
    var given: String?
    var isCut = false

    init(_ field: [UInt8]) {
        isCut = field.last.map { $0 != UInt8(ascii: "<") } ?? false
        var split = field.count
        for index in field.indices.dropLast() where field[index] == UInt8(ascii: "<") {
            if field[index + 1] == UInt8(ascii: "<") {
                split = index
                break
            }
        }
        surname = MRZCharacters.words(Array(field[..<split]))
        given = MRZCharacters.words(Array(field[split...]))
    }
}

enum MRZCharacters {
    /// Whether a byte may stand in a zone.
    static func isZone(_ byte: UInt8) -> Bool { byte &- 65 < 26 || byte &- 48 <= 9 || byte == UInt8(ascii: "<") }

    /// Fillers as single blanks, none at the ends; nil where nothing is left.
    static func words(_ bytes: [UInt8]) -> String? {
        let words = bytes.split(separator: UInt8(ascii: "<")).map { String(decoding: $0, as: UTF8.self) }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}
