// SPDX-License-Identifier: Apache-2.0

internal import Civil

/// `xs:dateTime`, `xs:date` or `xs:time`, with seconds and a distance from UTC or without.
struct XMLTime {
    var date: CivilDate?
    var hour = 0
    var minute = 0
    var hasClock = false
    /// Minutes ahead of UTC; nil where the value does not say.
    var offset: Int?

    init?(_ text: String) {
        var rest = Substring(text)
        if let day = CivilDate(iso: rest.prefix(10)) {
            date = day
            rest = rest.dropFirst(10)
            if rest.isEmpty { return }
            if rest.first == "T" || rest.first == "t" || rest.first == " " { rest = rest.dropFirst() }
        }
        let digits = Array(rest.utf8.prefix(5))
        guard digits.count == 5, digits[2] == UInt8(ascii: ":"), let hour = XMLTime.pair(digits, 0),
            let minute = XMLTime.pair(digits, 3), hour < 24, minute < 60
        else {
            if date == nil { return nil }
            offset = XMLTime.offset(rest)
            return
        }
        self.hour = hour
        self.minute = minute
        hasClock = true
        rest = rest.dropFirst(5)
        while let first = rest.first, first == ":" || first == "." || first.isASCII && first.isNumber {
            rest = rest.dropFirst()
        }
        offset = XMLTime.offset(rest)
    }

    /// As the clock of the place shows it.
    var local: CivilDateTime? { date.flatMap { CivilDateTime(date: $0, hour: hour, minute: minute) } }

    /// In UTC where the value says how; else as written.
    var universal: CivilDateTime? { local?.adding(minutes: -(offset ?? 0)) ?? local }

    private static func pair(_ digits: [UInt8], _ at: Int) -> Int? {
        guard digits.count > at + 1, digits[at] &- 48 <= 9, digits[at + 1] &- 48 <= 9 else { return nil }
        return Int(digits[at] - 48) * 10 + Int(digits[at + 1] - 48)
    }

    /// `Z`, `+07:00`, `-0330`.
    private static func offset(_ text: Substring) -> Int? {
        guard let sign = text.first else { return nil }
        if sign == "Z" || sign == "z" { return 0 }
        guard sign == "+" || sign == "-" else { return nil }
        let digits = text.utf8.dropFirst().filter { $0 != UInt8(ascii: ":") }
        guard let hours = pair(Array(digits), 0) else { return nil }
        let total = hours * 60 + (pair(Array(digits), 2) ?? 0)
        return sign == "-" ? -total : total
    }
}

extension XMLTime {
    /// Date and time as a message writes them: `YYMMDD` in its header, `DDMMYY` in its body.
    static func parts(_ time: CivilDateTime, dayFirst: Bool = false, hasClock: Bool = true) -> [ScriptPart] {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let year = two(time.date.year % 100)
        let day = two(time.date.day)
        let date = dayFirst ? day + two(time.date.month) + year : year + two(time.date.month) + day
        return [.own(date), hasClock ? .own(two(time.hour) + two(time.minute)) : .none]
    }
}
