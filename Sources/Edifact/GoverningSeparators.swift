// SPDX-License-Identifier: Apache-2.0

/// The separators of one interchange, and whether its UNA is where they come from.
///
/// They are told from the header and the little behind it, so that a message cut out of its interchange with the header
/// before it is read with the same ones.
struct GoverningSeparators {
    let separators: Separators
    /// Whether the UNA says them. Another does not belong to the interchange: before a header that fits it by chance it
    /// would mislead.
    var isAdvised = false

    /// Those of a UNA before the UNB at `unb` when they fit, else the standard ones when they fit, else those that the UNB
    /// itself shows.
    init(_ bytes: UnsafeBufferPointer<UInt8>, unb: Int, una: Int?) {
        var element = unb + 3
        while element < bytes.count, bytes[element] == 0x20 { element += 1 }
        guard element < bytes.count else {
            separators = .standard
            return
        }
        if let una, una + 9 <= bytes.count {
            let six = UnsafeBufferPointer(rebasing: bytes[(una + 3)..<(una + 9)])
            if let given = Separators(service: six), given.element == bytes[element],
                given.headerEnd(bytes, unb: unb) != nil
            {
                separators = given
                isAdvised = true
                return
            }
        }
        let isUsual = bytes[element] == Separators.standard.element
        let end = isUsual ? Separators.standard.headerEnd(bytes, unb: unb) : nil
        let shown = ShownSeparators(bytes, unb: unb, element: element, limit: end)
        if let shown, end == nil || shown.recur(bytes) {
            separators = shown.separators
        } else {
            separators = .standard
        }
    }
}

extension Separators {
    /// The first terminator of this set within the length of an interchange header, where a tag follows it.
    fileprivate func headerEnd(_ bytes: UnsafeBufferPointer<UInt8>, unb: Int) -> Int? {
        let limit = min(bytes.count, unb + Separators.longestHeader)
        guard
            let end = (unb + 3..<max(unb + 3, limit)).first(where: {
                bytes[$0] == terminator && !isReleased(bytes, $0, after: unb)
            })
        else { return nil }
        var next = end + 1
        while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
        // A release before the tag, where there is nothing to release, changes nothing.
        if next < bytes.count, bytes[next] == release, release > 0x20 { next += 1 }
        return Separators.isWordStart(bytes, next) && !Separators.beginsInterchange(bytes, next) ? end : nil
    }

    /// Whether `UNA` or `UNB` stands at `i`.
    private static func beginsInterchange(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
        let third = upperCased(bytes[i + 2])
        return upperCased(bytes[i]) == UInt8(ascii: "U") && upperCased(bytes[i + 1]) == UInt8(ascii: "N")
            && (third == UInt8(ascii: "A") || third == UInt8(ascii: "B"))
    }
}
