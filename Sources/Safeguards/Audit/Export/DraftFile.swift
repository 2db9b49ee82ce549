// SPDX-License-Identifier: Apache-2.0

import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that appears under its name only once it is whole and durable; until then it is `NAME.<random>.part`.
///
/// A class because it owns a descriptor and takes the unfinished file away with itself.
public final class DraftFile {
    private let path: String
    private let draft: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var isPublished = false

    /// The bytes written so far.
    public private(set) var count: UInt64 = 0

    /// Begins a draft beside the file, with mode 0600; a file of that name stays until ``publish()``.
    ///
    /// - Throws: ``SafeguardsError/fileNotWritten(reason:)``, as every method does.
    public init(_ path: String) throws(SafeguardsError) {
        var generator = SystemRandomNumberGenerator()
        self.path = path
        draft = "\(path).\(String(generator.next(), radix: 16)).part"
        descriptor = open(draft, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure("cannot create", draft) }
    }

    deinit {
        close(descriptor)
        if !isPublished { unlink(draft) }
    }

    /// Adds bytes.
    public func write(_ bytes: some Sequence<UInt8>) throws(SafeguardsError) {
        let before = buffer.count
        buffer.append(contentsOf: bytes)
        count += UInt64(buffer.count - before)
        if buffer.count >= 1 << 18 { try flush() }
    }

    /// Adds a line.
    public func write(line: String) throws(SafeguardsError) { try write((line + "\n").utf8) }

    /// What was written so far, to be read again.
    public func slice() throws(SafeguardsError) -> FileSlice {
        try flush()
        return FileSlice(path: draft, offset: 0, count: count)
    }

    /// Makes all bytes durable while the file is not yet visible under its name.
    public func synchronise() throws(SafeguardsError) {
        try flush()
        guard fsync(descriptor) == 0 else { throw Self.failure("cannot make durable", draft) }
    }

    /// Gives the file its name, in the place of one that had it, durably.
    public func publish() throws(SafeguardsError) {
        try synchronise()
        guard rename(draft, path) == 0 else { throw Self.failure("cannot replace", path) }
        isPublished = true
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
        switch DurableBytes.synchronise(folder: parent) {
        case nil: return
        case .open: throw Self.failure("cannot open folder", parent)
        case .synchronise: throw Self.failure("cannot make durable", parent)
        }
    }

    private func flush() throws(SafeguardsError) {
        guard DurableBytes.write(buffer, to: descriptor) else { throw Self.failure("cannot write", draft) }
        buffer.removeAll(keepingCapacity: true)
    }

    private static func failure(_ what: String, _ path: String) -> SafeguardsError {
        .fileNotWritten(reason: "\(what) \(path): \(String(cString: strerror(errno)))")
    }
}
