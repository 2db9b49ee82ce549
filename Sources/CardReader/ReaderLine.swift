// SPDX-License-Identifier: Apache-2.0

internal import Civil

/// One line of a reader's program, version 1 (docs/reader.md).
public enum ReaderLine {
    /// The longest line without its end, in bytes; a reading of the longest texts in any script fits.
    public static let limitBytes = 4_096
    static let readerWord = "CERMAT-READER", hostWord = "CERMAT-HOST", version = "1"

    /// Reads a line of a reader's program, without its line feed.
    public static func event(_ line: some Collection<UInt8>) throws(ReaderLineError) -> ReaderEvent {
        let (word, parts) = try words(line, of: readerWord)
        switch word {
        case "READY":
            let fields = try ReaderFields(parts, known: ["name"])
            if let name = fields["name"], !CardReading.isText(name) { throw .badValue }
            return .ready(name: fields["name"])
        case "READING": return .reading(try reading(parts))
        case "ERROR":
            let fields = try ReaderFields(parts, known: ["code", "text"])
            guard let fault = ReaderFault(rawValue: try fields.required("code")) else { throw .badValue }
            return .fault(fault)
        case "ALIVE":
            _ = try ReaderFields(parts, known: [])
            return .alive
        case "GONE":
            _ = try ReaderFields(parts, known: [])
            return .gone
        default: throw .unknownWord
        }
    }

    /// The line of an event, without its line feed.
    public static func text(_ event: ReaderEvent) -> String {
        let head = readerWord + " " + version + " "
        switch event {
        case .ready(let name): return head + "READY" + (name.map { " name=" + ReaderFields.coded($0) } ?? "")
        case .alive: return head + "ALIVE"
        case .gone: return head + "GONE"
        case .fault(let fault): return head + "ERROR code=" + fault.rawValue
        case .reading(let reading):
            var fields = [("id", "\(reading.number)"), ("nik", reading.nik.description)]
            if let name = reading.name { fields.append(("name", name)) }
            if let birth = reading.birthDate { fields.append(("birth", birth.description)) }
            if let place = reading.birthPlace { fields.append(("place", place)) }
            if let sex = reading.sex { fields.append(("sex", sex.rawValue)) }
            return head + "READING" + fields.map { " \($0.0)=" + ReaderFields.coded($0.1) }.joined()
        }
    }

    private static func reading(_ parts: [ArraySlice<UInt8>]) throws(ReaderLineError) -> CardReading {
        let fields = try ReaderFields(parts, known: ["id", "nik", "name", "birth", "place", "sex"])
        let number = try count(try fields.required("id"))
        let digits = try fields.required("nik")
        guard let nik = try? NIK(parsing: digits) else { throw .badValue }
        var birth: CivilDate?
        if let text = fields["birth"] {
            birth = CivilDate(iso: text)
            guard birth?.description == text else { throw .badValue }
        }
        var sex: Sex?
        if let text = fields["sex"] {
            sex = Sex(rawValue: text)
            guard sex != nil else { throw .badValue }
        }
        guard
            let reading = CardReading(
                number: number, nik: nik, name: fields["name"], birthDate: birth, birthPlace: fields["place"], sex: sex)
        else { throw .badValue }
        return reading
    }

    /// A count from 1 of at most ten digits, without leading zeros or signs.
    static func count(_ text: String) throws(ReaderLineError) -> UInt32 {
        guard let number = UInt32(text), number > 0, "\(number)" == text else { throw .badValue }
        return number
    }

    /// The word of a line and what follows; each part is parted by exactly one blank.
    static func words(
        _ line: some Collection<UInt8>, of side: String
    ) throws(ReaderLineError) -> (word: String, parts: [ArraySlice<UInt8>]) {
        guard line.count <= limitBytes else { throw .tooLong }
        let parts = Array(line).split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard let first = parts.first, String(decoding: first, as: UTF8.self) == side else { throw .notOurs }
        guard parts.count >= 2, String(decoding: parts[1], as: UTF8.self) == version else { throw .otherVersion }
        guard parts.count >= 3 else { throw .unknownWord }
        return (String(decoding: parts[2], as: UTF8.self), Array(parts[3...]))
    }
}
