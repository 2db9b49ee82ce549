// SPDX-License-Identifier: Apache-2.0

/// The tables of ITU-T T.81, annex K, for brightness; colours use the same ones.
enum JPEGTables {
    /// How coarsely each wave is kept: table K.1 at the usual quality 90.
    static let steps: [UInt8] = [
        3, 2, 2, 3, 5, 8, 10, 12, 2, 2, 3, 4, 5, 12, 12, 11, 3, 3, 3, 5, 8, 11, 14, 11, 3, 3, 4, 6, 10, 17, 16, 12, 4,
        4, 7, 11, 14, 22, 21, 15, 5, 7, 11, 13, 16, 21, 23, 18, 10, 13, 16, 17, 21, 24, 24, 20, 14, 18, 19, 20, 22,
        20, 21, 20,
    ]

    /// The order in which the waves of a block are written.
    static let order: [Int] = [
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53,
        60, 61, 54, 47, 55, 62, 63,
    ]

    /// Cosines of the transform, by wave and place.
    static let cosines: [Float] = [
        0.3535534, 0.3535534, 0.3535534, 0.3535534, 0.3535534, 0.3535534, 0.3535534, 0.3535534, 0.4903926, 0.4157348,
        0.2777851, 0.0975452, -0.0975452, -0.2777851, -0.4157348, -0.4903926, 0.4619398, 0.1913417, -0.1913417,
        -0.4619398, -0.4619398, -0.1913417, 0.1913417, 0.4619398, 0.4157348, -0.0975452, -0.4903926, -0.2777851,
        0.2777851, 0.4903926, 0.0975452, -0.4157348, 0.3535534, -0.3535534, -0.3535534, 0.3535534, 0.3535534,
        -0.3535534, -0.3535534, 0.3535534, 0.2777851, -0.4903926, 0.0975452, 0.4157348, -0.4157348, -0.0975452,
        0.4903926, -0.2777851, 0.1913417, -0.4619398, 0.4619398, -0.1913417, -0.1913417, 0.4619398, -0.4619398,
        0.1913417, 0.0975452, -0.2777851, 0.4157348, -0.4903926, 0.4903926, -0.4157348, 0.2777851, -0.0975452,
    ]

    /// How many codes have 1 to 16 bits, and what they stand for (tables K.3 and K.5).
    static let levelLengths: [UInt8] = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0]
    static let levelSymbols: [UInt8] = Array(0...11)
    static let waveLengths: [UInt8] = [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125]
    static let waveSymbols: [UInt8] = [
        0x01, 0x02, 0x03, 0x00, 0x04, 0x11, 0x05, 0x12, 0x21, 0x31, 0x41, 0x06, 0x13, 0x51, 0x61, 0x07, 0x22, 0x71,
        0x14, 0x32, 0x81, 0x91, 0xA1, 0x08, 0x23, 0x42, 0xB1, 0xC1, 0x15, 0x52, 0xD1, 0xF0, 0x24, 0x33, 0x62, 0x72,
        0x82, 0x09, 0x0A, 0x16, 0x17, 0x18, 0x19, 0x1A, 0x25, 0x26, 0x27, 0x28, 0x29, 0x2A, 0x34, 0x35, 0x36, 0x37,
        0x38, 0x39, 0x3A, 0x43, 0x44, 0x45, 0x46, 0x47, 0x48, 0x49, 0x4A, 0x53, 0x54, 0x55, 0x56, 0x57, 0x58, 0x59,
        0x5A, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6A, 0x73, 0x74, 0x75, 0x76, 0x77, 0x78, 0x79, 0x7A, 0x83,
        0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8A, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9A, 0xA2, 0xA3,
        0xA4, 0xA5, 0xA6, 0xA7, 0xA8, 0xA9, 0xAA, 0xB2, 0xB3, 0xB4, 0xB5, 0xB6, 0xB7, 0xB8, 0xB9, 0xBA, 0xC2, 0xC3,
        0xC4, 0xC5, 0xC6, 0xC7, 0xC8, 0xC9, 0xCA, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6, 0xD7, 0xD8, 0xD9, 0xDA, 0xE1, 0xE2,
        0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEA, 0xF1, 0xF2, 0xF3, 0xF4, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9, 0xFA,
    ]

    static let levelCodes = codes(levelLengths, levelSymbols)
    static let waveCodes = codes(waveLengths, waveSymbols)

    /// The code of each symbol (annex C).
    private static func codes(_ lengths: [UInt8], _ symbols: [UInt8]) -> [(code: UInt32, bits: Int)] {
        var table = [(code: UInt32, bits: Int)](repeating: (0, 0), count: 256)
        var code: UInt32 = 0
        var next = 0
        for (place, count) in lengths.enumerated() {
            for _ in 0..<count {
                table[Int(symbols[next])] = (code, place + 1)
                code += 1
                next += 1
            }
            code <<= 1
        }
        return table
    }

    /// A segment with its marker and length.
    static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        let length = content.count + 2
        return [0xFF, marker, UInt8(length >> 8), UInt8(length & 255)] + content
    }
}
