// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A file descriptor that is closed once, with whole reads and writes; a value that cannot be copied.
struct PlainFile: ~Copyable {
    private let descriptor: Int32
    let path: String

    private init(_ descriptor: Int32, _ path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit { close(descriptor) }

    /// Opens a file to read it from its beginning.
    init(reading path: String) throws(BackupError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .file(operation: "open", path: path, code: errno) }
        self.init(descriptor, path)
    }

    /// Makes a new file with mode 0600.
    init(creating path: String) throws(BackupError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .file(operation: "create", path: path, code: errno) }
        self.init(descriptor, path)
    }

    /// Reads until `count` bytes or the file's end.
    func read(_ count: Int) throws(BackupError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let got = bytes[filled...].withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, $0.count) }
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else { throw .file(operation: "read", path: path, code: errno) }
            if got == 0 { break }
            filled += got
        }
        bytes.removeLast(count - filled)
        return bytes
    }

    /// Writes all bytes.
    func write(_ bytes: some Collection<UInt8>) throws(BackupError) {
        guard DurableBytes.write(Array(bytes), to: descriptor) else {
            throw .file(operation: "write", path: path, code: errno)
        }
    }

    /// Waits until the contents are on disk.
    func synchronise() throws(BackupError) {
        guard fsync(descriptor) == 0 else { throw .file(operation: "make durable", path: path, code: errno) }
    }

    /// Asks that the next read comes from the disk and not from memory.
    func forget() {
        #if canImport(Glibc)
            posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
        #endif
    }

    /// Waits until a folder's names are on disk.
    static func synchronise(folder: String) throws(BackupError) {
        switch DurableBytes.synchronise(folder: folder) {
        case nil: return
        case .open: throw .file(operation: "open", path: folder, code: errno)
        case .synchronise: throw .file(operation: "make durable", path: folder, code: errno)
        }
    }

    /// Renames within one file system.
    static func rename(_ from: String, _ to: String) throws(BackupError) {
        guard systemRename(from, to) == 0 else { throw .file(operation: "rename to", path: to, code: errno) }
    }
}

// Inside the type the plain names are its own methods.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
private func systemRename(_ from: String, _ to: String) -> Int32 { rename(from, to) }
