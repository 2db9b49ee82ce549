// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Whether a disk has room for what is about to be written.
public enum DiskRoom {
    /// Refuses when less than `bytes` and 16 MiB are free at a folder.
    public static func check(_ bytes: Int64, at folder: String) throws(BackupError) {
        var room = statvfs()
        guard statvfs(folder, &room) == 0 else {
            throw .file(operation: "look at the disk of", path: folder, code: errno)
        }
        let free = Int64(room.f_bavail) * Int64(room.f_frsize)
        let needed = bytes + 16 * 1024 * 1024
        guard free >= needed else { throw .noRoom(path: folder, neededBytes: needed, freeBytes: free) }
    }

    /// Whether two folders lie on one disk, so that what is written to both adds up.
    public static func isShared(_ one: String, _ other: String) -> Bool {
        var first = stat()
        var second = stat()
        return stat(one, &first) == 0 && stat(other, &second) == 0 && first.st_dev == second.st_dev
    }
}
