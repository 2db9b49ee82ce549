// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// A new file without a name in a folder: whatever ends the program, also a kill, gives its space back.
enum NamelessFile {
    /// An open file, closed with its last user.
    final class Handle: Sendable {
        let descriptor: Int32

        init(_ descriptor: Int32) { self.descriptor = descriptor }

        deinit { close(descriptor) }
    }

    /// `__O_TMPFILE` of Linux, which is not visible as a constant.
    private static let temporary: Int32 = 0o20_000_000

    /// Opens the file; on file systems that want names, one that is removed at once.
    static func open(in folder: String) throws(PopulationIndexError) -> Int32 {
        let descriptor = Glibc.open(folder, O_RDWR | O_CLOEXEC | O_DIRECTORY | temporary, 0o600)
        if descriptor >= 0 { return descriptor }
        var name = Array("\(folder)/cermat-XXXXXX".utf8CString)
        let named = mkstemp(&name)
        guard named >= 0 else { throw .cannotWrite(reason: "\(folder): " + String(cString: strerror(errno))) }
        unlink(name)
        return named
    }

    /// Gives the file a name; an older file of that name is replaced in one step.
    static func name(_ descriptor: Int32, _ path: String) throws(PopulationIndexError) {
        let temporary = path + ".new"
        unlink(temporary)
        let link = "/proc/self/fd/\(descriptor)"
        guard linkat(AT_FDCWD, link, AT_FDCWD, temporary, AT_SYMLINK_FOLLOW) == 0, rename(temporary, path) == 0 else {
            throw .cannotWrite(reason: String(cString: strerror(errno)))
        }
    }

    /// Writes a whole file, durable before it takes the place of an older one in one step.
    static func replace(_ path: String, with bytes: [UInt8]) throws(PopulationIndexError) {
        let descriptor = try open(in: folder(of: path))
        defer { close(descriptor) }
        let isWritten = bytes.withUnsafeBytes { WholeFile.write($0, to: descriptor, at: 0) }
        guard isWritten, fsync(descriptor) == 0, fchmod(descriptor, 0o644) == 0 else {
            throw .cannotWrite(reason: String(cString: strerror(errno)))
        }
        try name(descriptor, path)
    }

    /// The folder that a file lies in.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}

/// Free space of file systems.
enum FreeSpace {
    /// Bytes that a folder's file system can take, and which file system that is.
    static func of(_ folder: String) throws(PopulationIndexError) -> (free: Int, device: UInt64) {
        var space = statvfs()
        var status = stat()
        guard statvfs(folder, &space) == 0, stat(folder, &status) == 0 else {
            throw .cannotWrite(reason: "\(folder): " + String(cString: strerror(errno)))
        }
        return (
            Int(clamping: UInt64(space.f_bavail).multipliedReportingOverflow(by: UInt64(space.f_frsize)).partialValue),
            UInt64(status.st_dev)
        )
    }

    /// Refuses where the index and the runs would not fit.
    static func require(index: Int, at path: String, runs: Int, in temporary: String) throws(PopulationIndexError) {
        let folder = NamelessFile.folder(of: path)
        let place = try of(folder)
        if runs == 0 {
            guard place.free >= index else { throw .needsSpace(folder: folder, bytes: index, free: place.free) }
            return
        }
        let other = try of(temporary)
        if place.device == other.device {
            guard place.free >= index + runs else {
                throw .needsSpace(folder: folder, bytes: index + runs, free: place.free)
            }
            return
        }
        guard place.free >= index else { throw .needsSpace(folder: folder, bytes: index, free: place.free) }
        guard other.free >= runs else { throw .needsSpace(folder: temporary, bytes: runs, free: other.free) }
    }
}
