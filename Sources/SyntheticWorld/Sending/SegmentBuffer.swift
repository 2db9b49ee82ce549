// SPDX-License-Identifier: Apache-2.0

/// Writes EDIFACT segments: this room's own writer, which knows nothing of the readers.
struct SegmentBuffer {
    private(set) var bytes: [UInt8] = []
    /// Segments since the last UNH, that one included.
    private(set) var messageSegments = 0
    private let syntax: EdifactSyntax

    init(syntax: EdifactSyntax, capacity: Int) {
        self.syntax = syntax
        bytes.reserveCapacity(capacity)
        if syntax.announces {
            bytes += Array("UNA".utf8)
            bytes += [
                syntax.component, syntax.element, syntax.decimal, syntax.release, syntax.repetition, syntax.terminator,
            ]
            if syntax.breaksLines { bytes.append(10) }
        }
    }

    /// Writes a segment given as elements of components.
    mutating func segment(_ tag: String, _ elements: [[String]]) {
        begin(tag)
        for components in elements { element(components) }
        end()
    }

    /// Writes a segment given in the standard separators, without terminator; no value in it may need a release.
    mutating func raw(_ text: String) {
        if text.hasPrefix("UNH") { messageSegments = 0 }
        messageSegments += 1
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(syntax.element)
            case UInt8(ascii: ":"): bytes.append(syntax.component)
            default: append(byte)
            }
        }
        terminate()
    }

    mutating func begin(_ tag: String) {
        if tag == "UNH" { messageSegments = 0 }
        messageSegments += 1
        bytes.append(contentsOf: tag.utf8)
    }

    /// Writes one element; components left empty at its end are written as given.
    mutating func element(_ components: [String]) {
        bytes.append(syntax.element)
        var isFirst = true
        for component in components {
            if !isFirst { bytes.append(syntax.component) }
            isFirst = false
            for byte in component.utf8 { append(byte) }
        }
    }

    mutating func end() { terminate() }

    /// Takes off the last terminator and what follows it.
    mutating func dropLastTerminator() {
        while let last = bytes.last, last == 10 || last == 13 { bytes.removeLast() }
        if bytes.last == syntax.terminator { bytes.removeLast() }
    }

    private mutating func append(_ byte: UInt8) {
        if byte == syntax.component || byte == syntax.element || byte == syntax.release || byte == syntax.terminator
            || (byte == syntax.repetition && byte != 32)
        {
            bytes.append(syntax.release)
        }
        bytes.append(byte)
    }

    private mutating func terminate() {
        bytes.append(syntax.terminator)
        if syntax.breaksLines { bytes.append(10) }
    }
}
