// SPDX-License-Identifier: Apache-2.0

internal import Edifact
internal import Travel

/// Small values inside segments.
extension EdifactBytes {
    /// The digits of a telephone number, at least five; nothing behind a letter that follows digits counts.
    var phone: String? {
        var digits = 0
        var end = 0
        while end < count {
            let byte = base[end]
            if byte &- 48 <= 9 {
                digits += 1
            } else if digits > 0, upperCased(byte) &- 65 < 26 {
                // The number of a name association tail (`-1SMITH`) is none of the telephone's.
                if let tail = tailNumber(before: end) {
                    digits -= end - tail
                    end = tail
                }
                break
            }
            end += 1
        }
        guard digits >= 5, digits <= 32 else { return nil }
        // All in a row, as most are.
        var last = end
        while base[last - 1] &- 48 > 9 { last -= 1 }
        let run = slice(last - digits, last)
        if run.isDigits { return run.upperCasedText }
        return String(unsafeUninitializedCapacity: digits) { out in
            var n = 0
            for i in 0..<end where base[i] &- 48 <= 9 {
                out[n] = base[i]
                n += 1
            }
            return n
        }
    }

    /// Where one or two digits behind a hyphen begin that end right before `end`.
    private func tailNumber(before end: Int) -> Int? {
        var i = end
        while i > 0, base[i - 1] &- 48 <= 9, end - i < 3 { i -= 1 }
        return i < end && end - i < 3 && self[i - 1] == UInt8(ascii: "-") ? i : nil
    }

    /// Whether these are the two or three letters of a country.
    var isCountryCode: Bool {
        let view = trimmed
        guard view.count == 2 || view.count == 3 else { return false }
        for i in 0..<view.count where upperCased(view.base[i]) &- 65 >= 26 { return false }
        return true
    }

    /// Seats without the zeros in front: `012A` is 12A.
    var withoutLeadingZeros: EdifactBytes {
        var i = 0
        while i + 1 < count, base[i] == UInt8(ascii: "0") { i += 1 }
        return dropping(i)
    }

    /// Whether these are one to three digits and one or two letters, as a seat has them.
    var isSeat: Bool {
        let view = withoutLeadingZeros
        var digits = 0
        while digits < view.count, view.base[digits] &- 48 <= 9 { digits += 1 }
        guard digits >= 1, digits <= 3, view.count > digits, view.count <= digits + 2 else { return false }
        for i in digits..<view.count where upperCased(view.base[i]) &- 65 >= 26 { return false }
        return true
    }

    /// The two characters of an airline at the front of a bag tag, when at least one is a letter.
    var airlinePrefix: String? {
        guard count > 2, upperCased(self[0]) &- 65 < 26 || upperCased(self[1]) &- 65 < 26 else { return nil }
        return slice(0, 2).upperCasedText
    }

    /// A number whose decimals are rounded to the nearest whole.
    var wholeNumber: Int? {
        guard let dot = firstIndex(of: UInt8(ascii: ".")) else { return count <= 7 ? number : nil }
        guard dot <= 7, let whole = slice(0, dot).number else { return nil }
        return whole + (self[dot + 1] >= UInt8(ascii: "5") && self[dot + 1] <= UInt8(ascii: "9") ? 1 : 0)
    }
}

/// Avoirdupois pounds.
enum Pounds {
    /// Nearest whole kilograms; a pound is 0.45359237 kg.
    static func kilograms(_ pounds: Int) -> Int { (pounds * 45_359_237 + 50_000_000) / 100_000_000 }
}

extension ReceivedBags {
    /// The longest run of consecutive tags that one segment may stand for.
    static let mostTags = 99

    /// Adds `count` tags from `first` on, counting up its trailing digits; returns how many were added.
    mutating func addTags(_ first: EdifactBytes, count: Int, airline: String?, destination: String?) -> Int {
        let text = first.upperCasedText
        let isRun = count > 1 && count <= ReceivedBags.mostTags && tags.count + count < 1_000
        if tags.isEmpty, isRun {
            tags.reserveCapacity(count)
            pieces.reserveCapacity(count)
        }
        tags.append(text)
        pieces.append(ReceivedBagPiece(tag: text, airline: airline, destination: destination))
        guard isRun else { return 1 }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: first.count + EdifactBytes.slack) { buffer in
            guard let base = buffer.baseAddress else { return 1 }
            base.update(from: first.base, count: first.count)
            for step in 1..<count {
                guard ReceivedBags.increment(base, first.count) else { return step }
                let view = EdifactBytes(base: base, count: first.count)
                let next =
                    SmallText.upper(view)
                    ?? String(decoding: view.buffer.map(upperCased), as: UTF8.self)
                tags.append(next)
                pieces.append(ReceivedBagPiece(tag: next, airline: airline, destination: destination))
            }
            return count
        }
    }

    /// Counts the digits at the end up by one; false without digits or past the last number.
    private static func increment(_ text: UnsafeMutablePointer<UInt8>, _ count: Int) -> Bool {
        var i = count - 1
        while i >= 0, text[i] &- 48 <= 9 {
            if text[i] < UInt8(ascii: "9") {
                text[i] += 1
                return true
            }
            text[i] = UInt8(ascii: "0")
            i -= 1
        }
        return false
    }
}
