// SPDX-License-Identifier: Apache-2.0

@testable import SyntheticWorld

/// Splits an interchange into segments, elements and components: the tests' own few lines, independent of the writer.
struct SegmentChecker {
    let segments: [[[String]]]
    let endsWithTerminator: Bool

    init(_ bytes: [UInt8]) {
        var text = bytes
        if let start = text.firstIndex(of: 2), let end = text.lastIndex(of: 3) { text = Array(text[(start + 1)..<end]) }
        text.removeAll { $0 == 10 || $0 == 13 }
        var component = UInt8(ascii: ":")
        var element = UInt8(ascii: "+")
        var release = UInt8(ascii: "?")
        var terminator = UInt8(ascii: "'")
        if text.count > 9, String(decoding: text[0..<3], as: UTF8.self).uppercased() == "UNA" {
            (component, element, release, terminator) = (text[3], text[4], text[6], text[8])
            text.removeFirst(9)
        }
        var segments: [[[String]]] = []
        var elements: [[String]] = []
        var components: [String] = []
        var value: [UInt8] = []
        var isReleased = false
        func close() {
            components.append(String(decoding: value, as: UTF8.self))
            value = []
        }
        for byte in text {
            if isReleased {
                value.append(byte)
                isReleased = false
            } else if byte == release {
                isReleased = true
            } else if byte == component {
                close()
            } else if byte == element || byte == terminator {
                close()
                elements.append(components)
                components = []
                if byte == terminator {
                    segments.append(elements)
                    elements = []
                }
            } else {
                value.append(byte)
            }
        }
        endsWithTerminator = value.isEmpty && elements.isEmpty
        if !endsWithTerminator {
            close()
            elements.append(components)
            segments.append(elements)
        }
        self.segments = segments
    }

    func tag(_ index: Int) -> String { segments[index][0][0].uppercased() }

    func all(_ tag: String) -> [[[String]]] { segments.filter { $0[0][0].uppercased() == tag } }

    /// Whether every UNT tells the number of segments from its UNH on.
    var countsAreRight: Bool {
        var start = 0
        for index in segments.indices {
            if tag(index) == "UNH" { start = index }
            if tag(index) == "UNT", Int(segments[index][1][0]) != index - start + 1 { return false }
        }
        return true
    }
}
