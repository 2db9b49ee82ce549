// SPDX-License-Identifier: Apache-2.0

/// Why somebody does something, in their own words: the same rule wherever a reason is asked for.
public struct WrittenReason: Hashable, Sendable {
    /// The words, nothing blank or invisible around them.
    public let text: String

    /// The most characters of a reason.
    public static let longest = 500
    /// The fewest, letters and digits among them: what is only dots or dashes says nothing.
    public static let shortest = 3

    /// - Parameter least: the fewest characters, blanks between words among them.
    /// - Returns: nil where that few are left, too many, or fewer than ``shortest`` letters and digits.
    public init?(_ written: String?, least: Int = WrittenReason.shortest) {
        var text = (written ?? "")[...]
        while let first = text.first, Self.saysNothing(first) { text.removeFirst() }
        while let last = text.last, Self.saysNothing(last) { text.removeLast() }
        guard (least...Self.longest).contains(text.count),
            text.lazy.filter({ $0.isLetter || $0.isNumber }).prefix(Self.shortest).count == Self.shortest,
            Self.visible(text) >= least
        else { return nil }
        self.text = String(text)
    }

    /// How many characters can be seen, a run of blanks counted as one.
    private static func visible(_ text: Substring) -> Int {
        var count = 0
        var wasBlank = false
        for character in text {
            let isBlank = saysNothing(character)
            if !isBlank || !wasBlank { count += 1 }
            wasBlank = isBlank
        }
        return count
    }

    /// Blanks, controls, and what is drawn as nothing, such as a joiner of no width.
    private static func saysNothing(_ character: Character) -> Bool {
        character.isWhitespace
            || character.unicodeScalars.allSatisfy {
                $0.properties.isDefaultIgnorableCodePoint || $0.properties.generalCategory == .control
                    || $0.properties.generalCategory == .format
                    // The empty cell of Braille is drawn as a blank.
                    || $0.value == 0x2800
            }
    }
}
