// SPDX-License-Identifier: Apache-2.0

internal import Edifact

/// Payment card numbers in accounts and free text (ISO/IEC 7812).
enum CardNumbers {
    /// A number to overwrite: where it stands in the text, and the stretches of it that go.
    struct Found {
        let range: Range<Int>
        let hidden: [Range<Int>]
        /// The digits, nil where the sender masked some.
        let digits: [UInt8]?
    }

    /// A payment's account, all of which but the last four digits goes. One that the sender masked, and that shows no
    /// more than the first six and the last four digits, stays.
    static func account(_ text: EdifactBytes) -> Found? {
        var digits = 0
        var isMasked = false
        for byte in text.buffer {
            if byte &- 48 <= 9 { digits += 1 } else if byte != 0x20, byte != UInt8(ascii: "-") { isMasked = true }
        }
        guard digits > 4, !isMasked || digits > 10 else { return nil }
        return found(text, 0..<text.count, digits: digits, isWhole: !isMasked)
    }

    /// The card numbers in free text; ticket numbers that look like one by chance stay.
    static func inFreeText(_ text: EdifactBytes) -> [Found] {
        var all: [Found] = []
        var i = 0
        while i < text.count {
            guard text.base[i] &- 48 <= 9 else {
                i += 1
                continue
            }
            // A run of digits, single blanks and dashes between them.
            var end = i
            var digits = 0
            var j = i
            while j < text.count {
                let byte = text.base[j]
                if byte &- 48 <= 9 {
                    digits += 1
                    end = j + 1
                } else if !((byte == 0x20 || byte == UInt8(ascii: "-")) && j == end) {
                    break
                }
                j += 1
            }
            if digits >= 13 { appendCards(text, i..<end, &all) }
            i = end
        }
        return all
    }

    /// Finds the longest card-like stretches of whole digit groups in a run.
    private static func appendCards(_ text: EdifactBytes, _ run: Range<Int>, _ all: inout [Found]) {
        var start = run.lowerBound
        while start < run.upperBound {
            var best: (end: Int, digits: Int)?
            var digits = 0
            for j in start..<run.upperBound {
                guard text.base[j] &- 48 <= 9 else { continue }
                digits += 1
                if digits > 19 { break }
                let endsGroup = j + 1 == run.upperBound || text.base[j + 1] &- 48 > 9
                if endsGroup, digits >= 13, isCard(text.slice(start, j + 1), digits: digits) { best = (j + 1, digits) }
            }
            if let best {
                all.append(found(text, start..<best.end, digits: best.digits, isWhole: true))
                start = best.end
            }
            // On to the next digit group.
            while start < run.upperBound, text.base[start] &- 48 <= 9 { start += 1 }
            while start < run.upperBound, text.base[start] &- 48 > 9 { start += 1 }
        }
    }

    /// Whether the digits bear a card's prefix, length and check digit (Luhn, ISO/IEC 7812-1 annex B).
    private static func isCard(_ text: EdifactBytes, digits: Int) -> Bool {
        var prefix = 0
        var sum = 0
        var position = 0
        for index in stride(from: text.count - 1, through: 0, by: -1) {
            let digit = Int(text.base[index]) - 48
            guard digit >= 0, digit <= 9 else { continue }
            let doubled = position % 2 == 1 ? digit * 2 : digit
            sum += doubled > 9 ? doubled - 9 : doubled
            position += 1
            prefix = digit
        }
        guard sum % 10 == 0 else { return false }
        // Visa 4 from thirteen digits on; 2, 3, 5, 6 from fourteen on, so that tickets of thirteen digits stay.
        return prefix == 4 || ((prefix == 2 || prefix == 3 || prefix == 5 || prefix == 6) && digits >= 14)
    }

    private static func found(_ text: EdifactBytes, _ range: Range<Int>, digits: Int, isWhole: Bool) -> Found {
        var number: [UInt8] = []
        var hidden: [Range<Int>] = []
        var left = digits - 4
        for index in range where text.base[index] &- 48 <= 9 {
            number.append(text.base[index])
            guard left > 0 else { continue }
            left -= 1
            if let last = hidden.last, last.upperBound == index {
                hidden[hidden.count - 1] = last.lowerBound..<(index + 1)
            } else {
                hidden.append(index..<(index + 1))
            }
        }
        return Found(range: range, hidden: hidden, digits: isWhole ? number : nil)
    }
}
