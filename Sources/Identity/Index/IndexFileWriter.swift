// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Writes the parts of an index, then its header, and puts the file in place in one step.
///
/// Parts of a known number of elements have their room kept and may be written side by side; one part of unknown length
/// may be written at the end of the file at a time.
struct IndexFileWriter {
    private let path: String
    private let descriptor: Int32
    private var end = IndexLayout.headerBytes
    private var isEndOpen = false
    private var entries: [(offset: Int, length: Int, checksum: UInt64)?] =
        Array(repeating: nil, count: IndexSection.allCases.count)

    init(_ path: String) throws(PopulationIndexError) {
        self.path = path
        descriptor = try NamelessFile.open(in: NamelessFile.folder(of: path))
    }

    /// Begins a part of at most `count` elements.
    mutating func stream<Element: BitwiseCopyable>(
        _ section: IndexSection, of _: Element.Type, atMost count: Int
    ) -> IndexStream<Element> {
        precondition(!isEndOpen, "the end of the file is being written")
        let start = end
        end += (count * MemoryLayout<Element>.stride + 63) / 64 * 64
        return IndexStream(part: section.rawValue, start: start, descriptor: descriptor)
    }

    /// Begins a part whose length shows at its end.
    mutating func lastStream<Element: BitwiseCopyable>(
        _ section: IndexSection, of _: Element.Type
    ) -> IndexStream<Element> {
        precondition(!isEndOpen, "the end of the file is being written")
        isEndOpen = true
        return IndexStream(part: section.rawValue, start: end, descriptor: descriptor)
    }

    mutating func close<Element>(_ stream: inout IndexStream<Element>) throws(PopulationIndexError) {
        let (length, checksum) = try stream.close()
        entries[stream.part] = (stream.start, length, checksum)
        guard stream.start == end else { return }
        isEndOpen = false
        end += (length + 63) / 64 * 64
    }

    /// Writes a part that is at hand.
    mutating func add<Element: BitwiseCopyable>(_ section: IndexSection, _ values: some Sequence<Element>)
        throws(PopulationIndexError)
    {
        var stream = lastStream(section, of: Element.self)
        for value in values { try stream.append(value) }
        try close(&stream)
    }

    /// Writes the header, makes the file durable and takes the place of an older one.
    ///
    /// - Parameter before: called with the header checksum when everything is on the disk, before the file has its name.
    func finish(
        residents: Int, pairBits: Int, before: (UInt64) throws(PopulationIndexError) -> Void = { _ in }
    ) throws(PopulationIndexError) {
        let checksum = try seal(residents: residents, pairBits: pairBits)
        guard fsync(descriptor) == 0, fchmod(descriptor, 0o644) == 0 else {
            throw .cannotWrite(reason: String(cString: strerror(errno)))
        }
        try before(checksum)
        try NamelessFile.name(descriptor, path)
        Glibc.close(descriptor)
    }

    /// Writes the header and gives the bytes of the whole file, of which nothing stays on the disk.
    func finishInMemory(residents: Int, pairBits: Int) throws(PopulationIndexError) -> [UInt8] {
        try seal(residents: residents, pairBits: pairBits)
        guard let bytes = WholeFile.read(end, from: descriptor) else {
            throw .cannotWrite(reason: String(cString: strerror(errno)))
        }
        Glibc.close(descriptor)
        return bytes
    }

    /// Writes the header and gives its checksum.
    @discardableResult
    private func seal(residents: Int, pairBits: Int) throws(PopulationIndexError) -> UInt64 {
        var header = [UInt64](repeating: 0, count: IndexLayout.headerBytes / 8)
        header[0] = IndexLayout.magic
        header[1] = UInt64(IndexLayout.version)
        header[2] = UInt64(residents)
        header[3] = UInt64(end)
        header[4] = UInt64(WordKin.fingerprint)
        header[5] = UInt64(pairBits)
        for (index, entry) in entries.enumerated() {
            guard let entry else { preconditionFailure("every part is written") }
            header[8 + index * 3] = UInt64(entry.offset)
            header[9 + index * 3] = UInt64(entry.length)
            header[10 + index * 3] = entry.checksum
        }
        header[511] = header.dropLast().withUnsafeBytes { IndexChecksum.of($0) }
        let isWritten = header.withUnsafeBytes { WholeFile.write($0, to: descriptor, at: 0) }
        guard isWritten, ftruncate(descriptor, off_t(end)) == 0
        else { throw .cannotWrite(reason: String(cString: strerror(errno))) }
        return header[511]
    }

    /// Gives up: nothing stays of the new file.
    func discard() { Glibc.close(descriptor) }
}
