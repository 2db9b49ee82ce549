// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// The parts of a file of details.
enum DetailsSection: Int, CaseIterable {
    /// Records in the order in which they came, each at a multiple of four bytes: see ``DetailsRecord``.
    case payload
    /// Numbers of residents, sorted, `UInt64`.
    case niks
    /// Where the record of each of ``niks`` begins in ``payload``, in steps of four bytes, `UInt32`.
    case places
    /// Words that records are made of: `UInt32` offsets, one more than words, and bytes.
    case wordStarts
    case words
}

/// What holds for a whole file of details: a header of 4096 bytes, then the parts. All numbers are little-endian.
///
/// Numbers of the header: magic, version, residents, bytes of the file, header checksum of the index that it belongs to;
/// from 8 on offset, length and checksum of each part; then the checksum of the header.
enum DetailsLayout {
    static let magic: UInt64 = 0x5444_5441_4D52_4543  // "CERMATDT"
    static let version: UInt64 = 1
    static let headerBytes = IndexLayout.headerBytes
    static let headerChecksum = 511
    /// What the places of records are multiplied by: their bytes may be more than `UInt32` counts.
    static let unit = 4
    /// Bytes of the file by resident, for asking after space: 12 of the directory and the record, rounded up from what was
    /// measured (docs/registry.md).
    static let bytesPerResident = 40
    /// Bytes of the sorted runs by resident.
    static let runBytes = 16

    /// The file beside an index.
    static func path(beside index: String) -> String { index + ".details" }

    /// Where the details of an index wait that is about to take its place.
    static func waitingPath(beside index: String) -> String { index + ".details.next" }

    /// Lets the details that wait take their place.
    static func takePlace(beside index: String) throws(PopulationIndexError) {
        guard rename(waitingPath(beside: index), path(beside: index)) == 0 else {
            throw .cannotWrite(reason: String(cString: strerror(errno)))
        }
    }

    /// Takes the details beside an index away.
    ///
    /// - Returns: whether there were any.
    @discardableResult
    static func remove(beside index: String) throws(PopulationIndexError) -> Bool {
        var isRemoved = false
        for name in [path(beside: index), waitingPath(beside: index)] {
            if unlink(name) == 0 {
                isRemoved = true
            } else if errno != ENOENT {
                throw .cannotWrite(reason: String(cString: strerror(errno)))
            }
        }
        return isRemoved
    }
}

/// What the first bytes of a file of details say, once they are known to be right.
struct DetailsHeader {
    let count: Int
    /// The header checksum of the index that the details belong to.
    let index: UInt64
    /// Tells one file from another: a checksum of the checksums of its parts.
    let version: String
    private let bytes: UnsafeRawBufferPointer

    /// - Parameter bytes: the whole file.
    init(_ bytes: UnsafeRawBufferPointer) throws(PopulationIndexError) {
        self.bytes = bytes
        guard bytes.count >= DetailsLayout.headerBytes else { throw .damagedCompanion(.details, part: "header") }
        func number(_ index: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self) }
        let summed = UnsafeRawBufferPointer(rebasing: bytes[0..<DetailsLayout.headerBytes - 8])
        guard number(0) == DetailsLayout.magic, number(1) == DetailsLayout.version,
            number(DetailsLayout.headerChecksum) == IndexChecksum.of(summed)
        else { throw .damagedCompanion(.details, part: "header") }
        guard number(3) == UInt64(bytes.count) else { throw .damagedCompanion(.details, part: "length") }
        guard let count = UInt32(exactly: number(2)) else { throw .damagedCompanion(.details, part: "header") }
        self.count = Int(count)
        index = number(4)
        version = String(number(DetailsLayout.headerChecksum), radix: 16)
    }

    /// Where a part lies.
    func range(of section: DetailsSection) throws(PopulationIndexError) -> Range<Int> {
        let start = Int(clamping: number(8 + section.rawValue * 3))
        let length = Int(clamping: number(9 + section.rawValue * 3))
        guard start <= bytes.count, length <= bytes.count - start, start % 64 == 0 else {
            throw .damagedCompanion(.details, part: "\(section)")
        }
        return start..<start + length
    }

    /// What the bytes of a part sum to.
    func checksum(of section: DetailsSection) -> UInt64 { number(10 + section.rawValue * 3) }

    private func number(_ index: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self) }
}
