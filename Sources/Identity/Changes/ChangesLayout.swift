// SPDX-License-Identifier: Apache-2.0

/// The parts of a changes file.
enum ChangesSection: Int, CaseIterable {
    /// An index of the residents added or changed, weighed by the frequencies of the index that they belong to.
    case residents
    /// Rows of the index whose residents changed or left, sorted, `UInt32`.
    case superseded
    /// For each family card of ``residents`` its number in the index, `UInt32.max` for new cards.
    case households
    /// Memberships of family cards that are known with a date: see ``MembershipTable``.
    case memberships
    case membershipOrder
    /// Memberships from before the index was made.
    case carried
    case carriedOrder
    /// All changes since the index was made: see ``ChangeBytes``.
    case journal
    /// Mothers' names and addresses of ``residents`` as they are now, a file of details of its own; empty where the index has
    /// none.
    case details
}

/// What holds for a whole changes file: a header of 4096 bytes, then the parts. All numbers are little-endian.
enum ChangesLayout {
    static let magic: UInt64 = 0x4843_5441_4D52_4543  // "CERMATCH"
    /// Files with details are of the second version.
    static let versions: ClosedRange<UInt64> = 1...2
    static let headerBytes = 4096
    /// Numbers of the header: magic, version, bytes of the file, header checksum of the index, latest day of a change,
    /// number of changes; from 8 on offset and length of each part; then the checksum of all parts and of the header.
    static let bodyChecksum = 510
    static let headerChecksum = 511

    /// The file beside an index.
    static func path(beside index: String) -> String { index + ".changes" }

    /// Where the changes of an index wait that is about to take its place.
    static func waitingPath(beside index: String) -> String { index + ".changes.next" }

    /// Parts put together.
    ///
    /// - Parameters:
    ///   - index: the header checksum of the index.
    ///   - latest: the latest day of a change, days since 1970.
    static func bytes(index: UInt64, latest: Int32, changes: Int, parts: [[UInt8]]) -> [UInt8] {
        var header = [UInt64](repeating: 0, count: headerBytes / 8)
        var body: [UInt8] = []
        for (section, part) in parts.enumerated() {
            header[8 + section * 2] = UInt64(headerBytes + body.count)
            header[9 + section * 2] = UInt64(part.count)
            body.append(contentsOf: part)
            while body.count % 64 != 0 { body.append(0) }
        }
        header[0] = magic
        let hasDetails = !(parts.last?.isEmpty ?? true)
        header[1] = hasDetails ? versions.upperBound : versions.lowerBound
        header[2] = UInt64(headerBytes + body.count)
        header[3] = index
        header[4] = UInt64(UInt32(bitPattern: latest))
        header[5] = UInt64(changes)
        header[bodyChecksum] = body.withUnsafeBytes { IndexChecksum.of($0) }
        header[headerChecksum] = header.dropLast().withUnsafeBytes { IndexChecksum.of($0) }
        return header.withUnsafeBytes { Array($0) } + body
    }
}

/// What the first bytes of a changes file say, once they are known to be right.
struct ChangesHeader {
    /// The header checksum of the index that the changes belong to.
    let index: UInt64
    /// The latest day of a change, days since 1970.
    let latest: Int32
    let changes: Int
    /// Tells one changes file from another.
    let version: String
    private let bytes: UnsafeRawBufferPointer

    /// - Parameter bytes: the whole file; at least a header is there.
    init(_ bytes: UnsafeRawBufferPointer) throws(PopulationIndexError) {
        self.bytes = bytes
        func number(_ index: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self) }
        let summed = UnsafeRawBufferPointer(rebasing: bytes[0..<ChangesLayout.headerBytes - 8])
        guard number(0) == ChangesLayout.magic, ChangesLayout.versions.contains(number(1)),
            number(ChangesLayout.headerChecksum) == IndexChecksum.of(summed), number(2) == UInt64(bytes.count)
        else { throw .damagedCompanion(.changes, part: "header") }
        index = number(3)
        latest = Int32(truncatingIfNeeded: number(4))
        changes = Int(clamping: number(5))
        version = String(number(ChangesLayout.headerChecksum), radix: 16)
    }

    /// Where a part lies.
    func range(of section: ChangesSection) throws(PopulationIndexError) -> Range<Int> {
        func number(_ index: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self) }
        let start = Int(clamping: number(8 + section.rawValue * 2))
        let length = Int(clamping: number(9 + section.rawValue * 2))
        guard start <= bytes.count, length <= bytes.count - start, start % 64 == 0 else {
            throw .damagedCompanion(.changes, part: "\(section)")
        }
        return start..<start + length
    }

    /// What the bytes of all parts sum to.
    var bodyChecksum: UInt64 {
        bytes.loadUnaligned(fromByteOffset: ChangesLayout.bodyChecksum * 8, as: UInt64.self)
    }
}
