// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The file operations of a watched folder: no links are followed, moves are durable.
enum FolderFiles {
    /// The regular files of a folder, at most `limit`, hidden ones left out.
    static func list(_ folder: String, limit: Int) throws(IntakeError) -> [String: FileStamp] {
        guard let directory = opendir(folder) else { throw .file(operation: "read the watched folder", code: errno) }
        defer { closedir(directory) }
        var files: [String: FileStamp] = [:]
        while files.count < limit, let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard !name.hasPrefix(".") else { continue }
            var status = stat()
            guard lstat("\(folder)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
            files[name] = stamp(status)
        }
        return files
    }

    /// Reads a whole file; fails when it is larger than `limit` bytes.
    static func read(_ path: String, limit: Int) throws(IntakeError) -> (bytes: [UInt8], stamp: FileStamp) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw .file(operation: "open a file", code: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .file(operation: "look at a file", code: errno) }
        guard status.st_size <= limit else { throw .tooLarge(limitBytes: limit) }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size) + 1)
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                pread(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled, off_t(filled))
            }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .file(operation: "read a file", code: errno) }
            if count == 0 { break }
            filled += count
        }
        bytes.removeLast(bytes.count - filled)
        return (bytes, stamp(status))
    }

    /// What the file is now; nil when it is gone.
    static func stamp(of path: String) -> FileStamp? {
        var status = stat()
        return lstat(path, &status) == 0 ? stamp(status) : nil
    }

    /// Makes a folder where there is none.
    static func makeFolder(_ path: String) throws(IntakeError) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .file(operation: "make a folder", code: errno) }
    }

    /// Moves a file into a folder, under another name where its own is taken, and makes file and both folders durable.
    static func move(_ name: String, from folder: String, to target: String) throws(IntakeError) {
        try synchronise("\(folder)/\(name)", "make a file durable")
        for attempt in 0..<100_000 {
            let path = attempt == 0 ? "\(target)/\(name)" : "\(target)/\(name)~\(attempt)"
            // link(2) fails where rename(2) would overwrite what was taken before.
            if link("\(folder)/\(name)", path) == 0 {
                guard unlink("\(folder)/\(name)") == 0 else { throw .file(operation: "move a file", code: errno) }
                try synchronise(target, "make a folder durable")
                return try synchronise(folder, "make a folder durable")
            }
            guard errno == EEXIST else { throw .file(operation: "move a file", code: errno) }
        }
        throw .file(operation: "find a free name for a file", code: EEXIST)
    }

    private static func synchronise(_ path: String, _ operation: String) throws(IntakeError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw .file(operation: operation, code: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .file(operation: operation, code: errno) }
    }

    private static func stamp(_ status: stat) -> FileStamp {
        #if canImport(Glibc)
            let modified = status.st_mtim
        #else
            let modified = status.st_mtimespec
        #endif
        return FileStamp(
            inode: UInt64(status.st_ino), sizeBytes: Int64(status.st_size),
            modifiedNanoseconds: Int64(modified.tv_sec) * 1_000_000_000 + Int64(modified.tv_nsec))
    }
}
