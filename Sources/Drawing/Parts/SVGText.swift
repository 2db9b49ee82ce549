// SPDX-License-Identifier: Apache-2.0

/// Turns any text into text of an XML document.
enum SVGText {
    /// Escapes the five signs of XML and replaces what XML 1.0 (section 2.2) does not allow by U+FFFD.
    static func escaped(_ text: String) -> String {
        var out = String()
        out.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "&": out += "&amp;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            case "\t", "\n", "\r": out += " "
            default: out.unicodeScalars.append(isAllowed(scalar) ? scalar : "\u{FFFD}")
            }
        }
        return out
    }

    /// Only letters, digits and hyphens, at most 64; `figure` where nothing is left.
    static func identifier(_ text: String) -> String {
        let kept = text.unicodeScalars.filter {
            ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
        }
        let name = String(String.UnicodeScalarView(kept.prefix(64)))
        return name.first.map { $0.isLetter } == true ? name : "figure" + name
    }

    /// The width of a text at a size, on the safe side: narrow letters count like wide ones, East Asian ones double.
    static func width(_ text: String, size: Int) -> Int {
        var tenths = 0
        for scalar in text.unicodeScalars {
            tenths += scalar.value < 0x1100 ? 6 : 11
        }
        return (tenths * size + 9) / 10
    }

    /// The text, cut with an ellipsis where it is wider than there is room.
    static func fitted(_ text: String, size: Int, room: Int) -> String {
        if width(text, size: size) <= room { return text }
        var out = ""
        for character in text {
            if width(out + String(character) + "…", size: size) > room { break }
            out.append(character)
        }
        return out.isEmpty ? "" : out + "…"
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFFFD: true
        case 0x10000...0x10FFFF: scalar.value & 0xFFFE != 0xFFFE
        default: false
        }
    }
}
