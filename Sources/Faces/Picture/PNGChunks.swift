// SPDX-License-Identifier: Apache-2.0

/// The chunks of a PNG by their lengths (PNG 3rd edition, 5.3), looked at before the library, which takes as much memory as
/// a chunk's length says although the file ends before.
enum PNGChunks {
    /// Whether every chunk up to `IEND` lies within the file.
    static func areWhole(_ bytes: [UInt8]) -> Bool {
        var place = 8
        while place + 12 <= bytes.count {
            let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
            guard length <= bytes.count - place - 12 else { return false }
            if bytes[place + 4..<place + 8].elementsEqual("IEND".utf8) { return true }
            place += 12 + length
        }
        return false
    }
}
