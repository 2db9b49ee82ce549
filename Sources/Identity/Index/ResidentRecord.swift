// SPDX-License-Identifier: Apache-2.0

/// A resident on the way into an index: 24 bytes, the number where it is odd, then the tokens of the names in base 128.
struct ResidentRecord {
    let bytes: UnsafeRawPointer

    /// The most bytes of a record: fixed part, number, thirty tokens of five bytes.
    static let mostBytes = 24 + 8 + 30 * 5

    private func number(_ offset: Int) -> UInt32 { bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self) }

    private var head: UInt64 { bytes.loadUnaligned(as: UInt64.self) }
    var card: UInt64 { head >> 5 }
    var relation: UInt32 { UInt32(head >> 1 & 15) }
    var isFemale: Bool { head & 1 != 0 }
    var place: UInt32 { number(8) }
    /// Code of the region of residence.
    var region: Int { Int(number(12)) }
    var line: Int { Int(number(16)) }
    /// Which of several extracts the resident came from, from 1.
    var extract: Int { Int(bytes.loadUnaligned(fromByteOffset: 20, as: UInt16.self)) }
    private var isOdd: Bool { bytes.load(fromByteOffset: 22, as: UInt8.self) != 0 }
    /// The number, where it does not follow from the key.
    var oddNIK: UInt64? { isOdd ? bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self) : nil }
    /// Counts of the tokens of the name, and of the father's in the upper four bits.
    var counts: UInt8 { bytes.load(fromByteOffset: 23, as: UInt8.self) }

    /// Reads the tokens of both names.
    ///
    /// - Returns: the bytes of the whole record.
    @discardableResult
    func readTokens(_ tokens: inout [UInt32]) -> Int {
        tokens.removeAll(keepingCapacity: true)
        var at = isOdd ? 32 : 24
        for _ in 0..<Int(counts & 15) + Int(counts >> 4) {
            var value: UInt32 = 0
            var shift: UInt32 = 0
            while true {
                let byte = bytes.load(fromByteOffset: at, as: UInt8.self)
                at += 1
                value |= UInt32(byte & 127) << shift
                guard byte >= 128 else { break }
                shift += 7
            }
            tokens.append(value)
        }
        return at
    }

    /// Appends a record to others.
    static func append(
        to payload: inout [UInt8], card: UInt64, relation: UInt8, isFemale: Bool, place: UInt32, region: UInt32,
        line: UInt32, extract: UInt16, oddNIK: UInt64?, counts: UInt8, tokens: [UInt32]
    ) {
        let head = card << 5 | UInt64(relation & 15) << 1 | (isFemale ? 1 : 0)
        withUnsafeBytes(of: head) { payload.append(contentsOf: $0) }
        let numbers: InlineArray<3, UInt32> = [place, region, line]
        for index in 0..<3 { withUnsafeBytes(of: numbers[index]) { payload.append(contentsOf: $0) } }
        withUnsafeBytes(of: extract) { payload.append(contentsOf: $0) }
        payload.append(oddNIK == nil ? 0 : 1)
        payload.append(counts)
        if let oddNIK { withUnsafeBytes(of: oddNIK) { payload.append(contentsOf: $0) } }
        for token in tokens { Base128.append(token, to: &payload) }
    }
}

/// Numbers as bytes of seven bits, the lowest first, the highest bit set on all but the last.
enum Base128 {
    static func append(_ number: UInt32, to bytes: inout [UInt8]) {
        var value = number
        while value >= 128 {
            bytes.append(UInt8(value & 127) | 128)
            value >>= 7
        }
        bytes.append(UInt8(value))
    }
}

/// Where a resident stands in an index: day, then the parts of a number in the order of ``PackedNIK``.
///
/// Region codes stand for their places among all codes, which are known only when everything has been read; both have
/// one order. Odd numbers come behind the others of their day, by as many of their bits as there is room for.
struct ResidentKey {
    let value: UInt64

    init(day: Int, region: Int, serial: Int, isFemale: Bool) {
        value = UInt64(day) << 36 | (isFemale ? 1 << 34 : 0) | UInt64(region) << 14 | UInt64(serial)
    }

    init(day: Int, oddNumber: UInt64) { value = UInt64(day) << 36 | 1 << 35 | oddNumber & (1 << 35 - 1) }

    init(_ value: UInt64) { self.value = value }

    var day: Int { Int(value >> 36) }
    var isOdd: Bool { value >> 35 & 1 != 0 }
    var isFemale: Bool { value >> 34 & 1 != 0 }
    /// Code of the region in the number.
    var region: Int { Int(value >> 14 & 0xF_FFFF) }
    var serial: Int { Int(value & 0x3FFF) }
}
