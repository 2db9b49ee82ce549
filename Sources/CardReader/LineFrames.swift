// SPDX-License-Identifier: Apache-2.0

/// Parts a stream of bytes into lines of bounded length; of a longer one nothing is kept but that it came.
public struct LineFrames: Sendable {
    /// One line without its end, or that it was too long.
    public enum Frame: Hashable, Sendable {
        case line([UInt8])
        case tooLong
    }

    private var held: [UInt8] = []
    private var isSkipping = false

    public init() {}

    /// The bytes held of a line that has not ended, at most ``ReaderLine/limitBytes`` and two.
    public var heldBytes: Int { held.count }

    /// Takes bytes as they come; gives the lines that they end. A carriage return before the line feed is left out,
    /// empty lines are none.
    public mutating func take(_ bytes: some Sequence<UInt8>) -> [Frame] {
        var found: [Frame] = []
        for byte in bytes {
            if byte == UInt8(ascii: "\n") {
                if isSkipping {
                    found.append(.tooLong)
                } else {
                    if held.last == UInt8(ascii: "\r") { held.removeLast() }
                    if held.count > ReaderLine.limitBytes {
                        found.append(.tooLong)
                    } else if !held.isEmpty {
                        found.append(.line(held))
                    }
                }
                held.removeAll(keepingCapacity: true)
                isSkipping = false
            } else if !isSkipping {
                held.append(byte)
                if held.count > ReaderLine.limitBytes + 1 {
                    isSkipping = true
                    held.removeAll(keepingCapacity: true)
                }
            }
        }
        return found
    }
}
