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

    static func mayServe(_ byte: UInt8) -> Bool {
        let isWord = byte &- 48 < 10 || byte &- 65 < 26 || byte &- 97 < 26
        return !isWord && byte < 0x80 && byte != 0 && byte != 0x0D
    }
}

extension Separators {
    /// No interchange header is longer, with every element at its greatest length (ISO 9735).
    static let longestHeader = 512

    /// Whether an odd number of release characters stands before `i`.
    func isReleased(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, after start: Int) -> Bool {
        guard release != 0x20 else { return false }
        var first = i
        while first > start + 1, bytes[first - 1] == release { first -= 1 }
        return (i - first) & 1 == 1
    }

    /// Whether three letters stand at `i`, as a tag does, lines broken between them or not.
    static func isWordStart(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
        var found = 0
        var at = i
        while at < bytes.count, found < 3 {
            if upperCased(bytes[at]) &- 65 < 26 {
                found += 1
            } else if found == 0 || bytes[at] >= 0x20 {
                return false
            }
            at += 1
        }
        return found == 3
    }
}
