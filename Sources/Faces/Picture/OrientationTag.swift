// SPDX-License-Identifier: Apache-2.0

/// Finds the orientation that a camera wrote into a picture; damage means upright, never an error.
enum OrientationTag {
    /// The Exif part of a JPEG: segments before the first scan are walked by their lengths.
    static func inJPEG(_ bytes: some RandomAccessCollection<UInt8>) -> Orientation {
        let bytes = Array(bytes.prefix(1 << 18))
        var place = 2
        while place + 4 <= bytes.count, bytes[place] == 0xFF {
            let marker = bytes[place + 1]
            if marker == 0xFF {
                place += 1
                continue
            }
            guard marker != 0xDA, marker != 0xD9 else { return .upright }
            let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
            guard length >= 2 else { return .upright }
            let body = bytes[min(place + 4, bytes.count)..<min(place + 2 + length, bytes.count)]
            if marker == 0xE1, body.starts(with: [0x45, 0x78, 0x69, 0x66, 0, 0]) {
                return inTIFF(Array(body.dropFirst(6)))
            }
            place += 2 + length
        }
        return .upright
    }

    /// The `eXIf` chunk of a PNG (PNG 3rd edition, 11.3.3.6).
    static func inPNG(_ bytes: some RandomAccessCollection<UInt8>) -> Orientation {
        let bytes = Array(bytes.prefix(1 << 18))
        var place = 8
        while place + 12 <= bytes.count {
            let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
            let kind = bytes[place + 4..<place + 8]
            guard !kind.elementsEqual("IDAT".utf8), length <= bytes.count - place - 12 else { return .upright }
            if kind.elementsEqual("eXIf".utf8) { return inTIFF(Array(bytes[place + 8..<place + 8 + length])) }
            place += 12 + length
        }
        return .upright
    }

    /// Tag 0x0112 in the first directory of a TIFF header.
    static func inTIFF(_ bytes: [UInt8]) -> Orientation {
        guard bytes.count >= 8 else { return .upright }
        let little: Bool
        if bytes.starts(with: [0x49, 0x49, 0x2A, 0]) {
            little = true
        } else if bytes.starts(with: [0x4D, 0x4D, 0, 0x2A]) {
            little = false
        } else {
            return .upright
        }
        func number(_ place: Int, _ count: Int) -> Int? {
            guard place >= 0, place <= bytes.count - count else { return nil }
            let part = bytes[place..<place + count]
            return little ? part.reversed().reduce(0) { $0 << 8 | Int($1) } : part.reduce(0) { $0 << 8 | Int($1) }
        }
        guard let directory = number(4, 4), let entries = number(directory, 2) else { return .upright }
        for entry in 0..<min(entries, 512) {
            let place = directory + 2 + entry * 12
            guard let tag = number(place, 2) else { return .upright }
            guard tag == 0x0112 else { continue }
            guard let value = number(place + 8, 2) else { return .upright }
            return Orientation(rawValue: UInt8(clamping: value)) ?? .upright
        }
        return .upright
    }
}
