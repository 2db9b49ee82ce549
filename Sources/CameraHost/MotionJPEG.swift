// SPDX-License-Identifier: Apache-2.0

/// Cuts a stream of JPEG pictures, one after the other (MJPEG, also as multipart with headers between), into frames.
///
/// Walks from marker to marker (ITU-T T.81, annex B), so that a small picture inside a header does not end a frame.
public struct MotionJPEG: Sendable {
    private var buffer: [UInt8] = []
    private let limitBytes: Int
    /// Frames that were longer than allowed, or broken off.
    public private(set) var dropped = 0

    /// - Parameter limitBytes: the longest frame; longer ones are passed over.
    public init(limitBytes: Int = 2 << 20) { self.limitBytes = limitBytes }

    /// Takes the next bytes; the frames that are whole now.
    public mutating func take(_ bytes: some Sequence<UInt8>) -> [[UInt8]] {
        buffer.append(contentsOf: bytes)
        var frames: [[UInt8]] = []
        var place = 0
        while let start = start(from: place) {
            switch end(of: start) {
            case .at(let end):
                if end - start <= limitBytes { frames.append(Array(buffer[start..<end])) } else { dropped += 1 }
                place = end
            case .broken(let next):
                dropped += 1
                place = next
            case .later:
                guard buffer.count - start <= limitBytes else {
                    dropped += 1
                    place = start + 2
                    continue
                }
                buffer.removeFirst(start)
                return frames
            }
        }
        // The beginning of a frame may be cut in two.
        let kept = buffer.suffix(2) == [0xFF, 0xD8] ? 2 : buffer.last == 0xFF ? 1 : 0
        buffer.removeFirst(max(place, buffer.count - kept))
        return frames
    }

    private enum Ending {
        case at(Int)
        case later
        case broken(next: Int)
    }

    private func start(from place: Int) -> Int? {
        var index = place
        while index + 2 < buffer.count {
            if buffer[index] == 0xFF, buffer[index + 1] == 0xD8, buffer[index + 2] == 0xFF { return index }
            index += 1
        }
        return nil
    }

    private func end(of start: Int) -> Ending {
        var index = start + 2
        while true {
            guard index + 1 < buffer.count else { return .later }
            guard buffer[index] == 0xFF else { return .broken(next: index) }
            let marker = buffer[index + 1]
            switch marker {
            case 0xFF: index += 1
            case 0xD9: return .at(index + 2)
            case 0xD8: return .broken(next: index)
            case 0x01, 0xD0...0xD7: index += 2
            default:
                guard index + 3 < buffer.count else { return .later }
                let length = Int(buffer[index + 2]) << 8 | Int(buffer[index + 3])
                guard length >= 2 else { return .broken(next: index + 2) }
                index += 2 + length
                guard marker == 0xDA else { continue }
                guard let next = afterScan(from: index) else { return .later }
                index = next
            }
        }
    }

    /// The next marker that is none of the scan's own; nil where it is not there yet.
    private func afterScan(from place: Int) -> Int? {
        var index = place
        while index + 1 < buffer.count {
            if buffer[index] == 0xFF, buffer[index + 1] != 0, buffer[index + 1] != 0xFF,
                !(0xD0...0xD7).contains(buffer[index + 1])
            {
                return index
            }
            index += 1
        }
        return nil
    }
}
