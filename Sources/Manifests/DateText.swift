// SPDX-License-Identifier: Apache-2.0

internal import Civil

/// In which order a column writes day, month and year.
public enum DateOrder: String, Hashable, Sendable, Codable, CaseIterable {
    case dayFirst = "day-first"
    case monthFirst = "month-first"
    case yearFirst = "year-first"
}

/// A cell with a date, read as far as it says without knowing its column.
struct DateText: Hashable {
    enum Form: Hashable {
        /// There is one way to read it.
        case fixed(year: Int, month: Int?, day: Int?, isShortYear: Bool)
        /// Three numbers whose order the column decides.
        case numbers(Int, Int, Int)
        /// Days since 1899-12-30, as spreadsheets count (Excel, 1900 date system).
        case serial(Int)
    }

    var form: Form
    var time: ClockText?

    /// Reads a date, with a time behind it or without; nil for anything else.
    init?(_ cell: String) {
        guard cell.utf8.count <= 40 else { return nil }
        var groups = DateText.groups(cell.uppercased())
        // Names of days: `Senin, 12 Januari 2026`.
        if let first = groups.first, first.isLetters, DateText.days.contains(first.text) { groups.removeFirst() }
        guard let first = groups.first else { return nil }
        if !first.isLetters, let number = Int(first.text) {
            if groups.count == 1 || (groups.count == 2 && !groups[1].isLetters && ".,".contains(groups[1].before)) {
                guard let form = DateText.single(first.text, number) else { return nil }
                self.form = form
                time = nil
                if groups.count == 2 {
                    guard case .serial = form else { return nil }
                    time = ClockText(dayFraction: groups[1].text)
                }
                return
            }
            if [6, 8].contains(first.text.utf8.count), let form = DateText.single(first.text, number),
                let clock = ClockText(groups.dropFirst().map(\.text))
            {
                self.form = form
                time = clock
                return
            }
        }
        guard groups.count >= 3, let form = DateText.triple(Array(groups.prefix(3))) else { return nil }
        self.form = form
        var rest = groups.dropFirst(3)
        if rest.first?.text == "T" { rest = rest.dropFirst() }
        time = nil
        if !rest.isEmpty {
            guard let clock = ClockText(rest.map(\.text)) else { return nil }
            time = clock
        }
    }

    /// Runs of digits and of letters, with the mark before each.
    struct Group: Hashable {
        var text: String
        var isLetters: Bool
        var before: String
    }

    static func groups(_ text: String) -> [Group] {
        var groups: [Group] = []
        var mark = ""
        for character in text {
            let isDigit = character.isASCII && character.isNumber
            guard isDigit || character.isLetter else {
                mark.append(character)
                continue
            }
            if mark.isEmpty, let last = groups.indices.last, groups[last].isLetters == !isDigit {
                groups[last].text.append(character)
            } else {
                groups.append(Group(text: String(character), isLetters: !isDigit, before: mark))
                mark = ""
            }
        }
        return groups
    }

    private static func single(_ text: String, _ number: Int) -> Form? {
        switch text.utf8.count {
        case 4 where (1900...2100).contains(number):
            return .fixed(year: number, month: nil, day: nil, isShortYear: false)
        case 4, 5: return (1...80_000).contains(number) ? .serial(number) : nil
        case 6: return .numbers(number / 10_000, number / 100 % 100, number % 100)
        case 8:
            let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
            if (1900...2100).contains(year), PartialDate(year: year, month: month, day: day) != nil {
                return .fixed(year: year, month: month, day: day, isShortYear: false)
            }
            return .numbers(number / 1_000_000, number / 10_000 % 100, number % 10_000)
        default: return nil
        }
    }

    private static func triple(_ groups: [Group]) -> Form? {
        let texts = groups.map(\.text)
        if let place = groups.firstIndex(where: \.isLetters) {
            guard let month = month(texts[place]) else { return nil }
            let numbers = texts.enumerated().filter { $0.offset != place }.map(\.element)
            guard numbers.count == 2, let a = Int(numbers[0]), let b = Int(numbers[1]) else { return nil }
            let isYearFirst = numbers[0].utf8.count == 4
            guard numbers[1].utf8.count <= 2 || (numbers[1].utf8.count == 4 && !isYearFirst) else { return nil }
            let (day, year) = isYearFirst ? (b, a) : (a, b)
            let isShort = (isYearFirst ? numbers[0] : numbers[1]).utf8.count <= 2
            guard (0...31).contains(day) else { return nil }
            return .fixed(year: year, month: month, day: day == 0 ? nil : day, isShortYear: isShort)
        }
        guard groups[1].before.utf8.count <= 3, let a = Int(texts[0]), let b = Int(texts[1]), let c = Int(texts[2]),
            texts[1].utf8.count <= 2, [1, 2, 4].contains(texts[0].utf8.count), [1, 2, 4].contains(texts[2].utf8.count),
            !groups[1].before.contains(":"), !groups[2].before.contains(":")
        else { return nil }
        if texts[0].utf8.count == 4 {
            guard texts[2].utf8.count <= 2 else { return nil }
            return .fixed(year: a, month: b == 0 ? nil : b, day: b == 0 || c == 0 ? nil : c, isShortYear: false)
        }
        return .numbers(a, b, c)
    }

    /// The number of a month by its Indonesian, Malay or English name, whole or cut to three letters or more.
    static func month(_ name: String) -> Int? {
        guard name.utf8.count >= 3 else { return nil }
        for (index, names) in months.enumerated() where names.contains(where: { $0 == name || isCut(name, of: $0) }) {
            return index + 1
        }
        return nil
    }

    private static func isCut(_ name: String, of whole: String) -> Bool {
        name.utf8.count <= 5 && whole.hasPrefix(name)
    }

    private static let months: [[String]] = [
        ["JANUARI", "JANUARY"], ["FEBRUARI", "FEBRUARY", "PEBRUARI"], ["MARET", "MARCH", "MAC", "MRT"],
        ["APRIL"], ["MEI", "MAY"], ["JUNI", "JUNE", "JUN"], ["JULI", "JULY", "JULAI", "JUL"],
        ["AGUSTUS", "AUGUST", "OGOS", "AGS", "AGT", "AGST"], ["SEPTEMBER"], ["OKTOBER", "OCTOBER"],
        ["NOVEMBER", "NOPEMBER", "NOP"], ["DESEMBER", "DECEMBER", "DISEMBER"],
    ]

    private static let days: Set<String> = [
        "SENIN", "SELASA", "RABU", "KAMIS", "JUMAT", "SABTU", "MINGGU", "AHAD", "ISNIN", "KHAMIS", "MONDAY", "TUESDAY",
        "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY", "MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN",
    ]
}

/// A time of day as lists write it: `14:30`, `14.30`, `1430`, `2:30 PM`, `0,604`, `14:30:00 WIB`.
struct ClockText: Hashable {
    var hour: Int
    var minute: Int

    init?(hour: Int, minute: Int) {
        guard (0...24).contains(hour), (0...59).contains(minute), hour < 24 || minute == 0 else { return nil }
        self.hour = hour % 24
        self.minute = minute
    }

    /// A cell that is nothing but a time.
    init?(_ cell: String) {
        guard cell.utf8.count <= 24 else { return nil }
        let groups = DateText.groups(cell.uppercased())
        if groups.count == 2, groups[0].text == "0", !groups[1].isLetters, [".", ","].contains(groups[1].before),
            groups[1].text.utf8.count > 2
        {
            self.init(dayFraction: groups[1].text)
            return
        }
        var texts = groups.map(\.text)
        if let first = texts.first, ["PUKUL", "PKL", "JAM"].contains(first) { texts.removeFirst() }
        self.init(texts)
    }

    /// A part of a day behind the decimal mark: `604166`.
    init?(dayFraction digits: String) {
        guard (1...18).contains(digits.utf8.count), let value = Double("0." + digits) else { return nil }
        let minutes = Int(value * 1440 + 0.5)
        self.init(hour: minutes / 60 % 24, minute: minutes % 60)
    }

    init?(_ groups: some Collection<String>) {
        var numbers: [Int] = []
        var isAfternoon: Bool?
        for (index, text) in groups.enumerated() {
            if let number = Int(text) {
                guard isAfternoon == nil else { return nil }
                if index == 0, text.utf8.count >= 3, text.utf8.count <= 4 {
                    numbers += [number / 100, number % 100]
                } else {
                    guard text.utf8.count <= 3 else { return nil }
                    numbers.append(number)
                }
            } else if text == "PM" || text == "AM" {
                isAfternoon = text == "PM"
            } else if !["WIB", "WITA", "WIT", "SGT", "MYT", "LT", "Z", "UTC", "HRS", "H", "HR", "LOCAL", "LST"]
                .contains(
                    text)
            {
                return nil
            }
        }
        guard (2...4).contains(numbers.count) || (numbers.count == 1 && isAfternoon != nil) else { return nil }
        if numbers.count == 1 { numbers.append(0) }
        var hour = numbers[0]
        if let isAfternoon {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (isAfternoon ? 12 : 0)
        }
        self.init(hour: hour, minute: numbers[1])
    }
}
