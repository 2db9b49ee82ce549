// SPDX-License-Identifier: Apache-2.0

/// One resident's details as bytes: a mask of the texts that are not empty, then for each of them how many words it has and
/// the words, cut at single blanks; last two bytes that sum up number and record.
///
/// A word is its number counted from 1, or 0, its length and its bytes; all numbers in base 128.
enum DetailsRecord {
    /// Writes a text; an empty one is left to the mask.
    static func append(_ text: UnsafeBufferPointer<UInt8>, _ words: inout DetailWords, to record: inout [UInt8]) {
        Base128.append(UInt32(text.count { $0 == 0x20 } + 1), to: &record)
        var start = 0
        for at in 0...text.count where at == text.count || text[at] == 0x20 {
            let word = UnsafeBufferPointer(rebasing: text[start..<at])
            if let number = words.number(word) {
                Base128.append(UInt32(number + 1), to: &record)
            } else {
                Base128.append(0, to: &record)
                Base128.append(UInt32(word.count), to: &record)
                record.append(contentsOf: word)
            }
            start = at + 1
        }
    }

    /// Appends what tells that the bytes before are the details of this number and no other's.
    static func seal(_ record: inout [UInt8], nik: UInt64) {
        let sum = record.withUnsafeBytes { check($0, nik: nik) }
        withUnsafeBytes(of: sum.littleEndian) { record.append(contentsOf: $0) }
    }

    /// Sixteen bits of number and record (Fowler, Noll and Vo): one damaged record in 65,536 passes.
    private static func check(_ bytes: UnsafeRawBufferPointer, nik: UInt64) -> UInt16 {
        var sum: UInt64 = (0xCBF2_9CE4_8422_2325 ^ nik) &* 0x1000_0000_01B3
        for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x1000_0000_01B3 }
        sum ^= sum >> 32
        return UInt16(truncatingIfNeeded: sum ^ sum >> 16)
    }

    /// Reads a record that begins at a place.
    ///
    /// - Parameter word: the bytes of a numbered word; nil where there is none of that number.
    /// - Returns: nil where the bytes are no record, or another number's.
    static func details(
        _ payload: UnsafeRawBufferPointer, at start: Int, nik: UInt64,
        word: (Int) -> UnsafeBufferPointer<UInt8>?
    ) -> ExtractedDetails? {
        var reader = Reader(bytes: payload, at: start)
        guard let mask = reader.byte(), mask >> UInt8(DetailField.allCases.count) == 0 else { return nil }
        var details = ExtractedDetails()
        for field in DetailField.allCases where mask >> UInt8(field.rawValue) & 1 != 0 {
            guard let text = reader.text(word) else { return nil }
            details[field] = text
        }
        let end = reader.at
        guard let low = reader.byte(), let high = reader.byte() else { return nil }
        let sum = check(UnsafeRawBufferPointer(rebasing: payload[start..<end]), nik: nik)
        return sum == UInt16(high) << 8 | UInt16(low) ? details : nil
    }

    private struct Reader {
        let bytes: UnsafeRawBufferPointer
        var at: Int

        mutating func byte() -> UInt8? {
            guard at >= 0, at < bytes.count else { return nil }
            defer { at += 1 }
            return bytes[at]
        }

        mutating func number() -> Int? {
            var value = 0
            for shift in stride(from: 0, to: 35, by: 7) {
                guard let byte = byte() else { return nil }
                value |= Int(byte & 127) << shift
                if byte < 128 { return value }
            }
            return nil
        }

        mutating func text(_ word: (Int) -> UnsafeBufferPointer<UInt8>?) -> [UInt8]? {
            guard let count = number(), (1...DetailField.mostTextBytes + 1).contains(count) else { return nil }
            var text: [UInt8] = []
            for place in 0..<count {
                if place > 0 { text.append(0x20) }
                guard let code = number() else { return nil }
                if code > 0 {
                    guard let known = word(code - 1) else { return nil }
                    text.append(contentsOf: known)
                } else {
                    guard let length = number(), length <= bytes.count - at else { return nil }
                    text.append(contentsOf: bytes[at..<at + length])
                    at += length
                }
                guard text.count <= DetailField.mostTextBytes else { return nil }
            }
            return text
        }
    }
}
