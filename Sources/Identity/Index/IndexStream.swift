// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// One part of an index being written at its own place of the file, beside others that are written meanwhile.
struct IndexStream<Element: BitwiseCopyable> {
    /// Which part it is.
    let part: Int
    let start: Int
    /// Elements appended so far.
    private(set) var count = 0
    private let descriptor: Int32
    /// Bytes in the file.
    private var written = 0
    private var buffer: [Element] = []
    private var checksum = IndexChecksum()
    /// A power of two, so that the bytes of a full buffer are a multiple of sixty-four.
    private static var room: Int { 1 << 16 }

    init(part: Int, start: Int, descriptor: Int32) {
        self.part = part
        self.start = start
        self.descriptor = descriptor
    }

    @inline(__always)
    mutating func append(_ element: Element) throws(PopulationIndexError) {
        buffer.append(element)
        count += 1
        if buffer.count == Self.room { try flush() }
    }

    /// Writes what is left.
    ///
    /// - Returns: the bytes of the part and their checksum.
    mutating func close() throws(PopulationIndexError) -> (length: Int, checksum: UInt64) {
        try flush()
        return (written, checksum.value)
    }

    private mutating func flush() throws(PopulationIndexError) {
        guard !buffer.isEmpty else { return }
        let result = buffer.withUnsafeBytes { bytes -> (isWritten: Bool, count: Int) in
            checksum.add(bytes)
            return (WholeFile.write(bytes, to: descriptor, at: start + written), bytes.count)
        }
        guard result.isWritten else { throw .cannotWrite(reason: String(cString: strerror(errno))) }
        written += result.count
        buffer.removeAll(keepingCapacity: true)
    }
}

/// Reads and writes without stopping half-way.
enum WholeFile {
    /// False leaves the reason in `errno`.
    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, at offset: Int) -> Bool {
        var done = 0
        while done < bytes.count, let base = bytes.baseAddress {
            let count = pwrite(descriptor, base + done, bytes.count - done, off_t(offset + done))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            done += count
        }
        return true
    }

    /// The first bytes of a file; nil leaves the reason in `errno`.
    static func read(_ count: Int, from descriptor: Int32) -> [UInt8]? {
        var isRead = false
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { space, used in
            isRead = read(
                UnsafeMutableRawBufferPointer(start: space.baseAddress, count: count), from: descriptor, at: 0)
            used = isRead ? count : 0
        }
        return isRead ? bytes : nil
    }

    static func read(_ bytes: UnsafeMutableRawBufferPointer, from descriptor: Int32, at offset: Int) -> Bool {
        var done = 0
        while done < bytes.count, let base = bytes.baseAddress {
            let count = pread(descriptor, base + done, bytes.count - done, off_t(offset + done))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            done += count
        }
        return true
    }
}
