// SPDX-License-Identifier: Apache-2.0

/// Writes segments as EDIFACT bytes.
public struct EdifactWriter: Sendable {
    public let separators: Separators
    /// The bytes so far.
    public private(set) var bytes: [UInt8] = []

    /// - Parameter advice: whether the bytes begin with a UNA.
    public init(separators: Separators = .standard, advice: Bool = true) {
        self.separators = separators
        guard advice else { return }
        bytes = Array("UNA".utf8)
        bytes += [
            separators.component, separators.element, separators.decimalMark, separators.release,
            separators.repetition, separators.terminator,
        ]
    }

    /// Appends a segment; empty components at the end of an element and empty elements at the end are left out.
    public mutating func write(_ segment: EdifactSegment) {
        bytes += Array(segment.tag.utf8)
        let used = segment.elements.lastIndex { $0.contains { !$0.isEmpty } } ?? -1
        for element in segment.elements.prefix(used + 1) {
            bytes.append(separators.element)
            let last = element.lastIndex { !$0.isEmpty } ?? -1
            for (index, component) in element.prefix(last + 1).enumerated() {
                if index > 0 { bytes.append(separators.component) }
                writeReleased(component)
            }
        }
        bytes.append(separators.terminator)
    }

    private mutating func writeReleased(_ text: String) {
        for byte in text.utf8 {
            let serves =
                byte == separators.component || byte == separators.element || byte == separators.terminator
                || (byte == separators.release && separators.release != 0x20)
            if serves, separators.release != 0x20 {
                bytes.append(separators.release)
                bytes.append(byte)
            } else {
                // Without a release character a separator cannot be told from text.
                bytes.append(serves ? 0x20 : byte)
            }
        }
    }
}
