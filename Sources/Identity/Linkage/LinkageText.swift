// SPDX-License-Identifier: Apache-2.0

internal import Civil

/// Reads the texts of columns that are no names.
enum LinkageText {
    /// Words of letters A-Z and digits, none twice, in their order.
    static func words(_ text: String?) -> [[UInt8]] {
        guard let text else { return [] }
        var words: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars.prefix(NameLimits.scalars) {
            if let letters = LatinLetters.letters(scalar, .bare) {
                words[words.count - 1].append(letters.first)
                if letters.second != 0 { words[words.count - 1].append(letters.second) }
            } else if scalar.value &- 48 < 10 {
                words[words.count - 1].append(UInt8(scalar.value))
            } else if !LatinLetters.isSilent(scalar), words[words.count - 1].isEmpty == false {
                words.append([])
            }
        }
        var kept: [[UInt8]] = []
        for word in words where !word.isEmpty && kept.count < NameLimits.words {
            let word = Array(word.prefix(NameLimits.letters))
            if !kept.contains(word) { kept.append(word) }
        }
        return kept
    }

    /// Letters and digits, upper case, nothing else.
    static func mark(_ text: String?) -> [UInt8] {
        Array((text ?? "").uppercased().utf8.filter { $0 &- 65 < 26 || $0 &- 48 < 10 || $0 >= 128 }.prefix(64))
    }

    /// The first and the second half of a mark of four characters or more, each with a sign of which it is: one slip
    /// leaves one of them as it was.
    static func halves(_ mark: [UInt8]) -> [[UInt8]] {
        guard mark.count >= 4 else { return [] }
        let half = mark.count / 2
        return [Array(mark.prefix(half)) + [UInt8(ascii: "*")], [UInt8(ascii: "*")] + Array(mark.suffix(half))]
    }

    /// `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or `YYYYMMDD`; anything else is no date.
    static func date(_ text: String?) -> PartialDate? {
        guard let text else { return nil }
        if text.utf8.count == 8, let packed = Int(text) {
            return PartialDate(year: packed / 10_000, month: packed / 100 % 100, day: packed % 100)
        }
        return PartialDate(iso: text)
    }
}
