// SPDX-License-Identifier: Apache-2.0

extension Picture {
    /// The picture as a BMP file (24 bits, from the bottom row up), which browsers show and which loses nothing.
    public var bitmap: [UInt8] {
        let row = (width * 3 + 3) / 4 * 4
        let head = 54
        var bytes = [UInt8](repeating: 0, count: head + row * height)
        func put(_ value: Int, at place: Int, bytes count: Int) {
            for index in 0..<count { bytes[place + index] = UInt8(truncatingIfNeeded: value >> (8 * index)) }
        }
        (bytes[0], bytes[1]) = (0x42, 0x4D)
        put(bytes.count, at: 2, bytes: 4)
        put(head, at: 10, bytes: 4)
        put(40, at: 14, bytes: 4)
        put(width, at: 18, bytes: 4)
        put(height, at: 22, bytes: 4)
        put(1, at: 26, bytes: 2)
        put(24, at: 28, bytes: 2)
        put(row * height, at: 34, bytes: 4)
        for y in 0..<height {
            for x in 0..<width {
                let source = (y * width + x) * 3
                let target = head + (height - 1 - y) * row + x * 3
                (bytes[target], bytes[target + 1], bytes[target + 2]) = (rgb[source + 2], rgb[source + 1], rgb[source])
            }
        }
        return bytes
    }
}
