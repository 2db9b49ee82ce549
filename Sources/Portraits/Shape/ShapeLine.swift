// SPDX-License-Identifier: Apache-2.0

/// One line of a mesh or target file, read from its start.
struct ShapeLine {
    var bytes: ArraySlice<UInt8>

    /// Takes a word that the line begins with.
    mutating func take(_ word: String) -> Bool {
        guard bytes.starts(with: word.utf8) else { return false }
        bytes = bytes.dropFirst(word.utf8.count)
        return true
    }

    /// What is left, as text.
    func rest() -> String { String(decoding: bytes, as: UTF8.self).trimmingPrefix { $0 == " " }.description }

    /// Digits up to a blank.
    mutating func integer() -> Int? { number().flatMap { $0 >= 0 && $0 < 1e7 ? Int($0) : nil } }

    /// A decimal number, `-.004` and `1.5` alike; exact digits, so that every machine reads the same value.
    mutating func number() -> Float? {
        while bytes.first == 32 || bytes.first == 9 { bytes.removeFirst() }
        var negative = false
        if bytes.first == 45 {
            negative = true
            bytes.removeFirst()
        }
        var digits = 0.0
        var scale = 1.0
        var count = 0
        var isFraction = false
        while let byte = bytes.first {
            if byte == 46, !isFraction {
                isFraction = true
            } else if byte >= 48, byte <= 57, count < 15 {
                digits = digits * 10 + Double(byte - 48)
                if isFraction { scale *= 10 }
                count += 1
            } else {
                break
            }
            bytes.removeFirst()
        }
        guard count > 0 else { return nil }
        guard bytes.isEmpty || bytes.first == 32 || bytes.first == 9 || bytes.first == 13 || bytes.first == 47 else {
            return nil
        }
        return Float(negative ? -digits / scale : digits / scale)
    }

    /// The point numbers of a face: the first number of each blank-parted word.
    mutating func corners() -> [Int] {
        var corners: [Int] = []
        while let corner = integer() {
            corners.append(corner)
            while let byte = bytes.first, byte != 32, byte != 9 { bytes.removeFirst() }
        }
        return corners
    }
}
