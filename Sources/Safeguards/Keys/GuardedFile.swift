// SPDX-License-Identifier: Apache-2.0

import Mandate

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Secret files: owned by us, closed to others, written so that a crash leaves either nothing or all of it.
enum GuardedFile {
    /// Makes a folder that only we may enter, or checks the one that is there; the parent is made durable.
    static func prepareFolder(_ path: String) throws(KeyVaultError) {
        if mkdir(path, 0o700) != 0 && errno != EEXIST { throw failure("cannot make folder", path) }
        try checkFolder(path)
        try synchronise(folder: parent(of: path))
    }

    /// Refuses a folder of another owner, or one that others may enter.
    static func checkFolder(_ path: String) throws(KeyVaultError) {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw failure("cannot read folder", path) }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw .keysUnavailable(reason: "\(path) is not a folder") }
        try checkOwner(status, path, remedy: "chmod 700")
    }

    /// Reads a file of at most `limitBytes`, refusing links and files that others may read.
    static func contents(of path: String, limitBytes: Int) throws(KeyVaultError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("cannot open", path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure("cannot read", path) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .keysUnavailable(reason: "\(path) is not a plain file") }
        try checkOwner(status, path, remedy: "chmod 600")
        var bytes = [UInt8](repeating: 0, count: limitBytes + 1)
        var filled = 0
        while filled < bytes.count {
            let count = bytes[filled...].withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw failure("cannot read", path) }
            if count == 0 { break }
            filled += count
        }
        guard filled <= limitBytes else { throw .keysUnavailable(reason: "\(path) is longer than \(limitBytes) bytes") }
        bytes.removeLast(bytes.count - filled)
        return bytes
    }

    /// Writes a new file with mode 0600 and makes it and its folder durable; fails when the name is taken.
    static func create(_ path: String, _ contents: [UInt8]) throws(KeyVaultError) {
        let draft = try writeDraft(path, contents)
        defer { unlink(draft) }
        // link(2) fails when the name exists, as O_EXCL does, and the name appears only with the whole contents.
        guard link(draft, path) == 0 else { throw failure("cannot create", path) }
        unlink(draft)
        try synchronise(folder: parent(of: path))
    }

    /// Replaces a file in one step and makes it and its folder durable.
    static func replace(_ path: String, _ contents: [UInt8]) throws(KeyVaultError) {
        let draft = try writeDraft(path, contents)
        guard rename(draft, path) == 0 else {
            let error = failure("cannot replace", path)
            unlink(draft)
            throw error
        }
        try synchronise(folder: parent(of: path))
    }

    /// Lengthens a file, made with mode 0600 where there is none, and returns when that is on disk.
    static func append(_ path: String, _ contents: [UInt8]) throws(KeyVaultError) {
        let isNew = access(path, F_OK) != 0
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("cannot open", path) }
        defer { close(descriptor) }
        guard DurableBytes.write(contents, to: descriptor) else { throw failure("cannot write", path) }
        guard fsync(descriptor) == 0 else { throw failure("cannot make durable", path) }
        if isNew { try synchronise(folder: parent(of: path)) }
    }

    private static func writeDraft(_ path: String, _ contents: [UInt8]) throws(KeyVaultError) -> String {
        var generator = SystemRandomNumberGenerator()
        let draft = "\(path).\(String(generator.next(), radix: 16)).part"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("cannot create", draft) }
        defer { close(descriptor) }
        guard DurableBytes.write(contents, to: descriptor) else {
            let error = failure("cannot write", draft)
            unlink(draft)
            throw error
        }
        guard fsync(descriptor) == 0 else {
            let error = failure("cannot make durable", draft)
            unlink(draft)
            throw error
        }
        return draft
    }

    private static func synchronise(folder: String) throws(KeyVaultError) {
        switch DurableBytes.synchronise(folder: folder) {
        case nil: return
        case .open: throw failure("cannot open folder", folder)
        case .synchronise: throw failure("cannot make durable", folder)
        }
    }

    private static func checkOwner(_ status: stat, _ path: String, remedy: String) throws(KeyVaultError) {
        guard status.st_uid == geteuid() else { throw .keysUnavailable(reason: "\(path) belongs to another user") }
        guard status.st_mode & 0o077 == 0 else {
            throw .keysUnavailable(reason: "\(path) is open to other users; \(remedy) it and renew the keys")
        }
    }

    private static func parent(of path: String) -> String {
        var end = path.utf8.endIndex
        while end > path.utf8.startIndex, path.utf8[path.utf8.index(before: end)] == UInt8(ascii: "/") {
            end = path.utf8.index(before: end)
        }
        guard let slash = path[..<end].utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func failure(_ what: String, _ path: String) -> KeyVaultError {
        .keysUnavailable(reason: "\(what) \(path): \(String(cString: strerror(errno)))")
    }
}
