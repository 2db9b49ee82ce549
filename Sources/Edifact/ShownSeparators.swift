// SPDX-License-Identifier: Apache-2.0

/// The separators that an interchange header shows: the element separator follows `UNB`, the component separator the
/// syntax identifier, the terminator stands before the next UNG or UNH.
struct ShownSeparators {
    let separators: Separators
    /// The UNG or UNH behind the header.
    let next: Int

    /// - Parameters:
    ///   - element: the place of the first element separator.
    ///   - limit: where to stop looking; nil for the length of the longest header.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, unb: Int, element: Int, limit: Int?) {
        var found = Separators.standard
        found.element = bytes[element]
        let limit = limit ?? min(bytes.count, unb + Separators.longestHeader)
        var i = element + 1
        while i < limit, upperCased(bytes[i]) &- 65 < 26 || bytes[i] &- 48 < 10 { i += 1 }
        guard i < limit else { return nil }
        found.component = bytes[i]
        guard let next = (i..<limit).first(where: { Self.isMessageOrGroup(bytes, $0, element: found.element) })
        else { return nil }
        var before = next - 1
        while before > element, bytes[before] <= 0x20, bytes[before] < 0x1C || bytes[before] > 0x1F { before -= 1 }
        found.terminator = bytes[before]
        if !Separators.mayServe(found.terminator), bytes[before..<next].contains(0x0A) { found.terminator = 0x0A }
        if [found.element, found.component, found.terminator].contains(found.release) { found.release = 0x20 }
        // A terminator inside the header would end it earlier, and then this one was none.
        let isFirst = !(element..<before).contains {
            bytes[$0] == found.terminator && !found.isReleased(bytes, $0, after: unb)
        }
        guard found.isUsable, isFirst else { return nil }
        separators = found
        self.next = next
    }

    /// `UNG` or `UNH`, the element separator or a blank behind it.
    private static func isMessageOrGroup(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, element: UInt8) -> Bool {
        guard upperCased(bytes[i]) == UInt8(ascii: "U"), i + 3 < bytes.count,
            upperCased(bytes[i + 1]) == UInt8(ascii: "N")
        else { return false }
        let third = upperCased(bytes[i + 2])
        return (third == UInt8(ascii: "G") || third == UInt8(ascii: "H"))
            && (bytes[i + 3] == element || bytes[i + 3] <= 0x20)
    }

    /// Whether the terminator ends a further segment within the length of a header. It tells an apostrophe of a name from
    /// one that ends a segment, and a terminator from a byte that is damaged.
    func recur(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let limit = min(bytes.count, next + Separators.longestHeader)
        guard next + 3 < limit else { return false }
        return (next + 3..<limit).contains { place in
            guard bytes[place] == separators.terminator, !separators.isReleased(bytes, place, after: next) else {
                return false
            }
            // A line may be broken behind each terminator.
            var last = place - 1
            while last > next, bytes[last] <= 0x20 { last -= 1 }
            var tag = place + 1
            while tag < bytes.count, bytes[tag] <= 0x20 { tag += 1 }
            return bytes[last] != Separators.standard.terminator && Separators.isWordStart(bytes, tag)
                && tag + 3 < bytes.count && bytes[tag + 3] == separators.element
        }
    }
}
