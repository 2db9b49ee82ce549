// SPDX-License-Identifier: Apache-2.0

internal import Edifact

/// A carrier and voyage number taken apart (messages.md 2.3).
struct FlightNumber {
    var carrier: String?
    /// Padded to four digits when all digits, else as sent.
    var number: String?
    var suffix: String?

    /// Takes apart carrier and number in one, the carrier given beside or not.
    init(_ designator: EdifactBytes, carrier given: EdifactBytes) {
        guard given.isEmpty else {
            carrier = given.upperCasedText
            if designator.count > given.count, FlightNumber.begins(designator, with: given) {
                (number, suffix) = FlightNumber.number(designator.dropping(given.count).trimmed)
            } else if designator.isDigits || given.isEmpty {
                (number, suffix) = FlightNumber.number(designator)
            } else {
                // Another carrier's designator stays whole.
                number = designator.upper
            }
            return
        }
        guard designator.count > 2 else {
            carrier = designator.upper
            return
        }
        var end = designator.count
        var suffixStart = end
        if upperCased(designator[end - 1]) &- 65 < 26, designator[end - 2] &- 48 <= 9, end > 3 {
            suffixStart = end - 1
            end -= 1
        }
        var start = end
        while start > 2, end - start < 4, designator[start - 1] &- 48 <= 9 { start -= 1 }
        if start == end {
            // No digits at the end: the two (or three) characters of the carrier, the rest as sent.
            start = designator[2] &- 48 <= 9 ? 2 : min(3, designator.count)
            carrier = designator.slice(0, start).upper
            number = designator.dropping(start).upper
            return
        }
        carrier = designator.slice(0, start).upper
        (number, _) = FlightNumber.number(designator.slice(start, end))
        suffix = designator.slice(suffixStart, designator.count).upper
    }

    /// The padded number and the operational suffix letter behind it.
    @inline(__always)
    static func number(_ view: EdifactBytes) -> (String?, String?) {
        guard view.count > 0 else { return (nil, nil) }
        var digits = 0
        while digits < view.count, view.base[digits] &- 48 <= 9 { digits += 1 }
        if digits == view.count { return (padded(view), nil) }
        if digits > 0, digits + 1 == view.count, upperCased(view.base[digits]) &- 65 < 26 {
            return (padded(view.slice(0, digits)), view.dropping(digits).upperCasedText)
        }
        return (view.upper, nil)
    }

    /// Four digits at least, no more zeros on the left than that takes.
    @inline(__always)
    static func padded(_ digits: EdifactBytes) -> String {
        var view = digits
        while view.count > 4, view.base[0] == UInt8(ascii: "0") { view = view.dropping(1) }
        guard view.count < 4, view.count > 0 else { return view.upperCasedText }
        return SmallText.padded(view, to: 4)
    }

    private static func begins(_ designator: EdifactBytes, with carrier: EdifactBytes) -> Bool {
        for i in 0..<carrier.count where upperCased(designator[i]) != upperCased(carrier[i]) { return false }
        return true
    }
}
