// SPDX-License-Identifier: Apache-2.0

internal import Civil

/// What a simulated reader plays: cards held before it and mishaps, in order.
public struct ReaderScript: Hashable, Sendable {
    /// One thing that happens at the reader.
    public enum Act: Hashable, Sendable {
        case card(CardReading)
        case fault(ReaderFault)
        /// A card that takes its time, in milliseconds.
        case wait(Int)
        /// The device is unplugged for some milliseconds.
        case unplugged(Int)
        /// The program hangs: says nothing more, whatever it is asked.
        case hang
        /// The program ends as a crash does.
        case crash
        /// A line that is none of the protocol.
        case rubbish
    }

    public private(set) var acts: [Act] = []

    /// The longest script.
    public static let limitActs = 10_000

    /// Why a script cannot be read.
    public struct Problem: Error, Hashable, CustomStringConvertible {
        public let line: Int
        public var description: String {
            "line \(line): one of NIK,NAME,YYYY-MM-DD,PLACE,M|F (all but NIK may be empty), error CODE, wait MS, unplugged MS, hang, crash, rubbish"
        }
    }

    /// Reads a script: one act a line; empty lines and those after `#` are none.
    public init(parsing text: String) throws(Problem) {
        var count: UInt32 = 0
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.drop { $0 == " " }.prefix { $0 != "\r" }
            if line.isEmpty || line.hasPrefix("#") { continue }
            guard acts.count < Self.limitActs, let act = Self.act(line, number: count + 1) else {
                throw Problem(line: index + 1)
            }
            if case .card = act { count += 1 }
            acts.append(act)
        }
    }

    /// Invented cards: the region codes exist nowhere.
    public init(inventing count: Int, using generator: inout some RandomNumberGenerator) {
        for number in 1...UInt32(max(1, min(count, Self.limitActs))) {
            if let card = Self.invented(number, &generator) { acts.append(.card(card)) }
        }
    }

    private static func act(_ line: Substring, number: UInt32) -> Act? {
        let words = line.split(separator: " ")
        switch words.first {
        case "error": return words.count == 2 ? ReaderFault(rawValue: String(words[1])).map(Act.fault) : nil
        case "wait": return words.count == 2 ? milliseconds(words[1]).map(Act.wait) : nil
        case "unplugged": return words.count == 2 ? milliseconds(words[1]).map(Act.unplugged) : nil
        case "hang": return words.count == 1 ? .hang : nil
        case "crash": return words.count == 1 ? .crash : nil
        case "rubbish": return words.count == 1 ? .rubbish : nil
        default: return card(line, number: number).map(Act.card)
        }
    }

    private static func milliseconds(_ text: Substring) -> Int? {
        Int(text).flatMap { (0...3_600_000).contains($0) ? $0 : nil }
    }

    private static func card(_ line: Substring, number: UInt32) -> CardReading? {
        let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard (1...5).contains(fields.count), let nik = try? NIK(parsing: fields[0]) else { return nil }
        func field(_ index: Int) -> String? { fields.count > index && !fields[index].isEmpty ? fields[index] : nil }
        let birth = field(2).flatMap { CivilDate(iso: $0) }
        let sex = field(4).flatMap { Sex(rawValue: $0) }
        if field(2) != nil, birth == nil { return nil }
        if field(4) != nil, sex == nil { return nil }
        return CardReading(
            number: number, nik: nik, name: field(1), birthDate: birth, birthPlace: field(3), sex: sex)
    }

    private static func invented(_ number: UInt32, _ generator: inout some RandomNumberGenerator) -> CardReading? {
        let first = ["BIMO", "LARAS", "TIRTA", "SEKAR", "ADHI", "WULAN"], last = ["AWAN", "SURYA", "JAGAT", "SEGARA"]
        let isWoman = Bool.random(using: &generator)
        let year = Int.random(in: 1950...2005, using: &generator), month = Int.random(in: 1...12, using: &generator)
        let day = Int.random(in: 1...28, using: &generator), serial = Int.random(in: 1...9_999, using: &generator)
        let value = [day + (isWoman ? 40 : 0), month, year % 100].reduce(10_101) { $0 * 100 + $1 } * 10_000 + serial
        let digits = String(value)
        guard let nik = try? NIK(parsing: String(repeating: "0", count: 16 - digits.count) + digits),
            let given = first.randomElement(using: &generator), let family = last.randomElement(using: &generator)
        else { return nil }
        return CardReading(
            number: number, nik: nik, name: given + " " + family,
            birthDate: CivilDate(year: year, month: month, day: day), birthPlace: "KOTA AWAN",
            sex: isWoman ? .female : .male)
    }
}
