// SPDX-License-Identifier: Apache-2.0

/// The service characters of an interchange (ISO 9735, service string advice UNA).
public struct Separators: Hashable, Sendable {
    public var component: UInt8
    public var element: UInt8
    public var decimalMark: UInt8
    /// The release character; a blank means that there is none.
    public var release: UInt8
    public var repetition: UInt8
    public var terminator: UInt8

    /// `:+.? '`, which holds where no UNA says otherwise.
    public static let standard = Separators(Array(":+.? '".utf8))

    /// The six characters behind `UNA`, or nil where they cannot be told apart or would hide text.
    init?(service six: UnsafeBufferPointer<UInt8>) {
        guard six.count == 6 else { return nil }
        self.init(Array(six))
        guard terminator != 0x0A, isUsable else { return nil }
    }

    private init(_ six: [UInt8]) {
        component = six[0]
        element = six[1]
        decimalMark = six[2]
        release = six[3]
        repetition = six[4]
        terminator = six[5]
    }

    /// Whether the four that matter differ from one another, and none is a letter, a digit, a blank or beyond ASCII.
    public var isUsable: Bool {
        for byte in [component, element, terminator] where byte == 0x20 || !Separators.mayServe(byte) { return false }
        guard component != element, element != terminator, component != terminator else { return false }
        // Line breaks fold long lines; only where nothing else ends the segments do they.
        guard component != 0x0A, element != 0x0A, Separators.mayServe(release), release != 0x0A else { return false }
        return release != component && release != element && release != terminator
    }

    private static func mayServe(_ byte: UInt8) -> Bool {
        let isWord = byte &- 48 < 10 || byte &- 65 < 26 || byte &- 97 < 26
        return !isWord && byte < 0x80 && byte != 0 && byte != 0x0D
    }
}

extension Separators {
    /// The separators of the interchange whose UNB stands at `unb`: those of a UNA before it when they fit, else the
    /// standard ones when they fit, else those that the UNB itself shows.
    static func governing(_ bytes: UnsafeBufferPointer<UInt8>, unb: Int, una: Int?) -> Separators {
        let after = unb + 3
        guard after < bytes.count else { return .standard }
        var element = after
        while element < bytes.count, bytes[element] == 0x20 { element += 1 }
        guard element < bytes.count else { return .standard }
        if let una, una + 9 <= bytes.count {
            let six = UnsafeBufferPointer(rebasing: bytes[(una + 3)..<(una + 9)])
            if let given = Separators(service: six), given.element == bytes[element],
                given.endsSegment(bytes, from: unb)
            {
                return given
            }
        }
        if bytes[element] == Separators.standard.element, Separators.standard.endsSegment(bytes, from: unb) {
            return .standard
        }
        return derived(bytes, unb: unb, element: element) ?? .standard
    }

    /// Whether a terminator of this set is followed by a UNG or UNH within the length of an interchange header.
    private func endsSegment(_ bytes: UnsafeBufferPointer<UInt8>, from unb: Int) -> Bool {
        let limit = min(bytes.count, unb + Separators.longestHeader)
        var i = unb + 3
        while i < limit {
            if bytes[i] == terminator, bytes[i - 1] != release || release == 0x20 {
                var next = i + 1
                while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
                // A release before the tag, where there is nothing to release, changes nothing.
                if next < bytes.count, bytes[next] == release, release > 0x20 { next += 1 }
                return next + 2 >= bytes.count
                    || Separators.isWordStart(bytes, next) && !Separators.beginsInterchange(bytes, next)
            }
            i += 1
        }
        return false
    }

    /// No interchange header is longer, with every element at its greatest length (ISO 9735).
    private static let longestHeader = 512

    /// Whether three letters stand at `i`, as a tag does.
    private static func isWordStart(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
        (0..<3).allSatisfy { upperCased(bytes[i + $0]) &- 65 < 26 }
    }

    /// Whether `UNA` or `UNB` stands at `i`.
    private static func beginsInterchange(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
        let third = upperCased(bytes[i + 2])
        return upperCased(bytes[i]) == UInt8(ascii: "U") && upperCased(bytes[i + 1]) == UInt8(ascii: "N")
            && (third == UInt8(ascii: "A") || third == UInt8(ascii: "B"))
    }

    /// Reads the separators off the header: the element separator follows `UNB`, the component separator the syntax
    /// identifier, the terminator stands before the next UNG or UNH.
    private static func derived(_ bytes: UnsafeBufferPointer<UInt8>, unb: Int, element: Int) -> Separators? {
        var found = Separators.standard
        found.element = bytes[element]
        let limit = min(bytes.count, unb + longestHeader)
        var i = element + 1
        while i < limit, upperCased(bytes[i]) &- 65 < 26 || bytes[i] &- 48 < 10 { i += 1 }
        guard i < limit else { return nil }
        found.component = bytes[i]
        while i + 3 < limit {
            let isNext =
                upperCased(bytes[i]) == UInt8(ascii: "U") && upperCased(bytes[i + 1]) == UInt8(ascii: "N")
                && (upperCased(bytes[i + 2]) == UInt8(ascii: "G") || upperCased(bytes[i + 2]) == UInt8(ascii: "H"))
                && (bytes[i + 3] == found.element || bytes[i + 3] == 0x20)
            if isNext {
                var before = i - 1
                while before > element, bytes[before] <= 0x20, bytes[before] < 0x1C || bytes[before] > 0x1F {
                    before -= 1
                }
                found.terminator = bytes[before]
                if !mayServe(found.terminator), bytes[before..<i].contains(0x0A) { found.terminator = 0x0A }
                if found.release == found.element || found.release == found.component
                    || found.release == found.terminator
                {
                    found.release = 0x20
                }
                // A terminator inside the header would end it earlier, and then this one was none.
                let isFirst = !(element..<before).contains {
                    bytes[$0] == found.terminator && (found.release == 0x20 || bytes[$0 - 1] != found.release)
                }
                return found.isUsable && isFirst ? found : nil
            }
            i += 1
        }
        return nil
    }
}
