// SPDX-License-Identifier: Apache-2.0

/// A whole name in one cell, taken apart only where the cell itself says how.
enum NameSplit {
    /// `SURNAME/GIVEN` and `SURNAME, GIVEN`; anything else is one name, put down as the surname (one-name travellers are
    /// common), and degrees behind a comma are no given name: `BUDI SANTOSO, S.H.`.
    static func parts(_ cell: String) -> (surname: String, given: String) {
        let text = cell.uppercased()
        if let slash = text.firstIndex(of: "/"), let parts = cut(text, at: slash) { return parts }
        if let comma = text.firstIndex(of: ",") {
            guard let parts = cut(text, at: comma) else { return (text, "") }
            return isDegrees(text[text.index(after: comma)...]) ? (parts.surname, "") : parts
        }
        return (text, "")
    }

    private static func cut(_ text: String, at place: String.Index) -> (surname: String, given: String)? {
        let surname = trimmed(text[..<place])
        let given = trimmed(text[text.index(after: place)...])
        return surname.isEmpty || given.isEmpty ? nil : (surname, given)
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while let last = text.last, last == " " || last == "," || last == "/" { text.removeLast() }
        while text.first == " " { text.removeFirst() }
        return String(text)
    }

    private static let degrees: Set<String> = [
        "SE", "SH", "ST", "SS", "MM", "MSI", "MSC", "MBA", "PHD", "DR", "IR", "SKOM", "SPD", "SSI", "SSOS", "SIP",
        "AMD", "MPD", "MT", "MH", "BA", "BSC", "SAG", "SKEP", "SIKOM", "MKOM", "AMK", "SKM", "STR", "MD", "JR", "SR",
    ]

    private static func isDegrees(_ tail: Substring) -> Bool {
        tail.split(whereSeparator: { $0 == " " || $0 == "," }).allSatisfy { word in
            degrees.contains(word.filter { $0 != "." })
        }
    }

    /// Whether a cell looks like a name: letters, blanks and the marks of names.
    static func looksLikeName(_ cell: String) -> Bool {
        var letters = 0
        for character in cell {
            if character.isLetter {
                letters += 1
            } else if !" .,'’/-`@()".contains(character) {
                return false
            }
        }
        return letters >= 2 && cell.utf8.count <= 100
    }
}

/// `BATAM, 12-03-1985`: a place with a date behind it.
enum PlaceAndDate {
    static func parts(_ cell: String) -> (place: String, date: String)? {
        guard let digit = cell.firstIndex(where: { $0.isASCII && $0.isNumber }) else { return nil }
        // A named month may stand before the first digit in English only: `BATAM, MARCH 12, 1985` is not written so here.
        var place = cell[..<digit]
        while let last = place.last, !last.isLetter, last != ")" { place.removeLast() }
        let date = String(cell[digit...])
        guard DateText(date) != nil else { return nil }
        return (String(place), date)
    }
}
