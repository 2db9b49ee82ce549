// SPDX-License-Identifier: Apache-2.0

/// A seat of a row and a letter, `12A`.
struct SeatNumber: Hashable, Comparable {
    let row: Int
    let letter: Character

    /// Parses `12A`, `012A`, `12-A` or `A12`; rows 1...99, one letter; anything else gives nil.
    init?(_ text: String) {
        var digits = ""
        var letters = ""
        for character in text.uppercased() {
            switch character {
            case "0"..."9" where character.isASCII: digits.append(character)
            case "A"..."Z": letters.append(character)
            case "-", " ": continue
            default: return nil
            }
        }
        guard let row = Int(digits.prefix(6)), digits.count <= 6, (1...99).contains(row), letters.count == 1,
            let letter = letters.first
        else { return nil }
        self.row = row
        self.letter = letter
    }

    static func < (a: SeatNumber, b: SeatNumber) -> Bool { a.row == b.row ? a.letter < b.letter : a.row < b.row }
}
