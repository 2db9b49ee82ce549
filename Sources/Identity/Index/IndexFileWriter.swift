// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Writes the parts of an index one after the other, then its header, and puts the file in place in one step.
struct IndexFileWriter {
    private let path: String
    private let temporary: String
    private let file: UnsafeMutablePointer<FILE>
    private var offset = IndexLayout.headerBytes
    private var entries: [(offset: UInt64, length: UInt64, checksum: UInt64)] = []

    init(_ path: String) throws(PopulationIndexError) {
        self.path = path
        temporary = path + ".new"
        guard let file = fopen(temporary, "wb") else { throw .cannotWrite(reason: String(cString: strerror(errno))) }
        self.file = file
        setvbuf(file, nil, Int32(_IOFBF), 1 << 20)
        try write(Array(repeating: UInt8(0), count: IndexLayout.headerBytes).withUnsafeBytes { Array($0) })
    }

    private func write(_ bytes: [UInt8]) throws(PopulationIndexError) {
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
            throw .cannotWrite(reason: String(cString: strerror(errno)))
        }
    }

    /// Writes the next part; parts come in the order of ``IndexSection``.
    mutating func add<Element: BitwiseCopyable>(_ section: IndexSection, _ values: [Element])
        throws(PopulationIndexError)
    {
        precondition(section.rawValue == entries.count, "parts come in their order")
        let result = values.withUnsafeBytes { bytes -> (isWritten: Bool, checksum: UInt64, count: Int) in
            let written = bytes.isEmpty ? 0 : fwrite(bytes.baseAddress, 1, bytes.count, file)
            return (written == bytes.count, IndexLayout.checksum(bytes), bytes.count)
        }
        guard result.isWritten else { throw .cannotWrite(reason: String(cString: strerror(errno))) }
        entries.append((UInt64(offset), UInt64(result.count), result.checksum))
        offset += result.count
        let padding = (64 - offset % 64) % 64
        try write(Array(repeating: 0, count: padding))
        offset += padding
    }

    /// Writes the header, makes the file durable and takes the place of an older one.
    func finish(residents: Int) throws(PopulationIndexError) {
        var header = [UInt64](repeating: 0, count: IndexLayout.headerBytes / 8)
        header[0] = IndexLayout.magic
        header[1] = UInt64(IndexLayout.version)
        header[2] = UInt64(residents)
        header[3] = UInt64(offset)
        header[4] = UInt64(WordKin.fingerprint)
        for (index, entry) in entries.enumerated() {
            header[8 + index * 3] = entry.offset
            header[9 + index * 3] = entry.length
            header[10 + index * 3] = entry.checksum
        }
        header[511] = header.dropLast().withUnsafeBytes { IndexLayout.checksum($0) }
        rewind(file)
        try write(header.withUnsafeBytes { Array($0) })
        guard fflush(file) == 0, fsync(fileno(file)) == 0 else {
            throw .cannotWrite(reason: String(cString: strerror(errno)))
        }
        fclose(file)
        guard rename(temporary, path) == 0 else { throw .cannotWrite(reason: String(cString: strerror(errno))) }
    }

    /// Gives up: nothing stays of the new file.
    func discard() {
        fclose(file)
        unlink(temporary)
    }
}
