// SPDX-License-Identifier: Apache-2.0

/// What the first bytes of an index file say, once they are known to be right.
struct IndexHeader {
    /// The number of residents.
    let count: Int
    let pairBits: Int
    /// Tells one index from another: a checksum of the checksums of its parts.
    let version: String
    /// The same as a number.
    let checksum: UInt64
    private let bytes: UnsafeRawBufferPointer

    /// - Parameter bytes: the whole file; at least a header is there.
    init(_ bytes: UnsafeRawBufferPointer) throws(PopulationIndexError) {
        self.bytes = bytes
        func number(_ index: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self) }
        guard number(0) == IndexLayout.magic else { throw .notAnIndex }
        guard number(1) == UInt64(IndexLayout.version) else {
            throw .otherVersion(found: UInt32(truncatingIfNeeded: number(1)))
        }
        let summed = UnsafeRawBufferPointer(rebasing: bytes[0..<IndexLayout.headerBytes - 8])
        guard number(511) == IndexChecksum.of(summed) else { throw .damaged(part: "header") }
        guard number(3) == UInt64(bytes.count) else {
            throw .truncated(expectedBytes: Int(clamping: number(3)), foundBytes: bytes.count)
        }
        // Families of names are numbers of the program's tables.
        guard number(4) == UInt64(WordKin.fingerprint) else { throw .otherVersion(found: IndexLayout.version) }
        guard let count = UInt32(exactly: number(2)), count > 0, (8...28).contains(number(5)) else {
            throw .damaged(part: "header")
        }
        self.count = Int(count)
        pairBits = Int(number(5))
        checksum = number(511)
        version = String(checksum, radix: 16)
    }

    /// Where a part lies.
    func range(of section: IndexSection) throws(PopulationIndexError) -> Range<Int> {
        let start = Int(clamping: number(8 + section.rawValue * 3))
        let length = Int(clamping: number(9 + section.rawValue * 3))
        guard start <= bytes.count, length <= bytes.count - start, start % 64 == 0 else {
            throw .damaged(part: "\(section)")
        }
        return start..<start + length
    }

    /// What the bytes of a part sum to.
    func checksum(of section: IndexSection) -> UInt64 { number(10 + section.rawValue * 3) }

    private func number(_ index: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self) }
}
