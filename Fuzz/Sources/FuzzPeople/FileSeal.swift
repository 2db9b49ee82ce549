// SPDX-License-Identifier: Apache-2.0

/// Where the parts of a file lie and what their checksums are: what a forger would know of the formats of indexes and details
/// (`IndexFileWriter`, `DetailsWriter`), which have both in the same places.
public enum FileSeal {
    static let headerBytes = 4_096

    /// How many parts the header names.
    static func partCount(_ file: [UInt8]) -> Int {
        guard file.count >= headerBytes else { return 1 }
        return max(1, (0..<160).first { word(8 + $0 * 3, in: file) == 0 } ?? 160)
    }

    /// The bytes of a part, as far as they are in the file.
    static func part(_ part: Int, in file: [UInt8]) -> Range<Int> {
        guard file.count >= headerBytes else { return 0..<0 }
        let start = min(Int(clamping: word(8 + part * 3, in: file)), file.count)
        let length = min(Int(clamping: word(9 + part * 3, in: file)), file.count - start)
        return start..<start + length
    }

    static func setStart(_ value: UInt64, of part: Int, in file: inout [UInt8]) {
        setWord(8 + part * 3, value, in: &file)
    }
    static func setLength(_ value: UInt64, of part: Int, in file: inout [UInt8]) {
        setWord(9 + part * 3, value, in: &file)
    }

    static func word(_ index: Int, in file: [UInt8]) -> UInt64 {
        (0..<8).reduce(0) { $0 | UInt64(file[index * 8 + $1]) << UInt64($1 * 8) }
    }

    static func setWord(_ index: Int, _ value: UInt64, in file: inout [UInt8]) {
        guard file.count >= headerBytes else { return }
        for place in 0..<8 { file[index * 8 + place] = UInt8(truncatingIfNeeded: value >> UInt64(place * 8)) }
    }

    /// Makes the checksums of all parts and of the header fit.
    public static func seal(_ file: inout [UInt8]) {
        guard file.count >= headerBytes else { return }
        for part in 0..<partCount(file) {
            let sum = file[Self.part(part, in: file)].withUnsafeBytes { checksum($0) }
            setWord(10 + part * 3, sum, in: &file)
        }
        let sum = file[0..<headerBytes - 8].withUnsafeBytes { checksum($0) }
        setWord(headerBytes / 8 - 1, sum, in: &file)
    }

    /// As `IndexChecksum`; the targets make sure that it still is.
    private static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var lanes = SIMD8<UInt64>(1, 2, 3, 4, 5, 6, 7, 8)
        let prime = SIMD8<UInt64>(repeating: 0x9E37_79B1_85EB_CA87)
        let whole = bytes.count / 64 * 64
        var at = 0
        while at < whole {
            let block = bytes.loadUnaligned(fromByteOffset: at, as: SIMD8<UInt64>.self)
            lanes = (lanes ^ block) &* prime
            lanes ^= lanes &>> 29
            at += 64
        }
        var sum = UInt64(truncatingIfNeeded: bytes.count) &* 0xC2B2_AE3D_27D4_EB4F
        for lane in 0..<8 { sum = (sum ^ lanes[lane]) &* 0x9E37_79B1_85EB_CA87 ^ (sum >> 31) }
        while at < bytes.count {
            sum = (sum ^ UInt64(bytes[at])) &* 0x1000_0000_01B3
            at += 1
        }
        return sum ^ (sum >> 32)
    }
}
