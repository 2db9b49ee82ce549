// SPDX-License-Identifier: Apache-2.0

/// Cells as people type them, made comparable.
enum CellText {
    /// Blanks of every kind made one, the marks by which spreadsheets keep text (`'0123`, `="0123"`) taken off.
    static func clean(_ raw: String) -> String {
        var scalars = String.UnicodeScalarView()
        var pendsBlank = false
        for scalar in raw.unicodeScalars {
            switch scalar {
            case "\u{200B}"..."\u{200F}", "\u{FEFF}", "\u{2060}": continue
            case _ where scalar.properties.isWhitespace || scalar.value < 0x20 || scalar == "\u{7F}":
                pendsBlank = !scalars.isEmpty
            default:
                if pendsBlank { scalars.append(" ") }
                pendsBlank = false
                scalars.append(scalar)
            }
        }
        var text = String(scalars)
        if text.hasPrefix("=\""), text.hasSuffix("\""), text.utf8.count >= 3 {
            text = String(text.dropFirst(2).dropLast())
        } else if text.hasPrefix("'"), text.utf8.count > 1 {
            text.removeFirst()
        }
        return text
    }

    /// Lower-case words of letters and digits with one blank between.
    static func folded(_ text: some StringProtocol) -> String {
        var words = ""
        var pendsBlank = false
        for character in text.lowercased() {
            if character.isLetter || character.isNumber {
                if pendsBlank, !words.isEmpty { words.append(" ") }
                pendsBlank = false
                words.append(character)
            } else if character != "'" && character != "’" && character != "." {
                pendsBlank = true
            } else if character == "." {
                // `D.O.B.` is one word, `Tgl.Lahir` two.
                pendsBlank = pendsBlank || (words.split(separator: " ").last?.count ?? 0) > 1
            }
        }
        return words
    }

    /// The digits alone, where nothing but digits, blanks, dots and hyphens is there; nil otherwise.
    static func digits(_ text: String) -> String? {
        var digits = ""
        for character in text {
            if character.isASCII, character.isNumber {
                digits.append(character)
            } else if character != " " && character != "." && character != "-" {
                return nil
            }
        }
        return digits.isEmpty ? nil : digits
    }

    /// Whether a spreadsheet rounded a long number: `3,17404E+15`.
    static func isRounded(_ text: String) -> Bool {
        let upper = text.uppercased()
        guard let mark = upper.firstRange(of: "E+") else { return false }
        let head = upper[..<mark.lowerBound]
        let tail = upper[mark.upperBound...]
        return !head.isEmpty && head.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
            && (1...3).contains(tail.count) && tail.allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// Whether the spreadsheet wrote an error or marks of a narrow column instead of a value.
    static func isSpreadsheetError(_ text: String) -> Bool {
        let upper = text.uppercased()
        if upper.hasPrefix("#"), upper.utf8.count >= 2, upper.allSatisfy({ $0 == "#" }) { return true }
        return ["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"].contains(upper)
    }

    /// Whether a cell says that there is nothing.
    static func isNothing(_ text: String) -> Bool {
        ["", "-", "--", "–", "—", ".", "n/a", "na", "nil", "null", "none", "tidak ada", "kosong", "0"].contains(
            text.lowercased())
    }
}
