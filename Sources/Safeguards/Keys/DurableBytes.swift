// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The system calls by which bytes and names come onto a disk. Each caller says in its own words what failed: `errno` is
/// left as the failed call set it.
enum DurableBytes {
    /// Writes all bytes; whether that was possible.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return false }
            written += count
        }
        return true
    }

    /// What could not be done with a folder.
    enum FolderStep {
        case open, synchronise
    }

    /// Waits until a folder's names are on disk; the step that failed, nil where none did.
    static func synchronise(folder: String) -> FolderStep? {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return .open }
        let isDone = fsync(descriptor) == 0
        let code = errno
        close(descriptor)
        errno = code
        return isDone ? nil : .synchronise
    }
}

// Inside the type the plain name is its own method.
private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, buffer, count)
}
