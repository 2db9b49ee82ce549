// SPDX-License-Identifier: Apache-2.0

/// A segment with values of its own: for writing, and where speed does not matter.
public struct EdifactSegment: Hashable, Sendable {
    public var tag: String
    /// The elements behind the tag, each a list of components without release characters.
    public var elements: [[String]]

    public init(_ tag: String, _ elements: [[String]] = []) {
        self.tag = tag
        self.elements = elements
    }

    /// One component, both numbers counted from 1; empty where it is missing.
    public func value(_ element: Int, _ component: Int = 1) -> String {
        guard element >= 1, element <= elements.count, component >= 1, component <= elements[element - 1].count else {
            return ""
        }
        return elements[element - 1][component - 1]
    }

    /// All segments of EDIFACT bytes, UNA left out, the separators of each interchange followed.
    public static func all(in bytes: [UInt8]) -> [EdifactSegment] {
        bytes.withUnsafeBufferPointer { buffer in
            var segments: [EdifactSegment] = []
            var scanner = SegmentScanner(buffer)
            InterchangeSegments.forEach(&scanner) { scanner in
                var elements: [[String]] = []
                for element in 1..<max(1, scanner.elementCount) {
                    elements.append(
                        (1...scanner.componentCount(element)).map {
                            String(decoding: scanner.value(element, $0).buffer, as: UTF8.self)
                        })
                }
                let tag = String(decoding: scanner.element(0).trimmed.buffer, as: UTF8.self)
                segments.append(EdifactSegment(tag, elements))
            }
            return segments
        }
    }
}
