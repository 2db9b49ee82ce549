// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The room on the disk that holds a folder.
public struct DiskRoom: Sendable {
    /// Bytes that this user may still write.
    public let free: Int
    /// Of all bytes, 0...1.
    public let share: Double
    /// Bytes that are kept back for audit records and decisions: no message is taken into them.
    public let reserve: Int

    /// Nil where the system does not say.
    public init?(at folder: String) {
        guard let status = DiskRoom.status(folder), status.f_blocks > 0 else { return nil }
        free = Int(status.f_bavail) * Int(status.f_frsize)
        reserve = min(256 << 20, Int(status.f_blocks) * Int(status.f_frsize) / 16)
        share = Double(status.f_bavail) / Double(status.f_blocks)
    }

    /// Refuses when less than `bytes` and 16 MiB are free at a folder.
    public static func check(_ bytes: Int64, at folder: String) throws(BackupError) {
        guard let room = status(folder) else {
            throw .file(operation: "look at the disk of", path: folder, code: errno)
        }
        let free = Int64(room.f_bavail) * Int64(room.f_frsize)
        let needed = bytes + 16 * 1024 * 1024
        guard free >= needed else { throw .noRoom(path: folder, neededBytes: needed, freeBytes: free) }
    }

    private static func status(_ folder: String) -> statvfs? {
        var status = statvfs()
        return statvfs(folder, &status) == 0 ? status : nil
    }

    /// Whether two folders lie on one disk, so that what is written to both adds up.
    public static func isShared(_ one: String, _ other: String) -> Bool {
        var first = stat()
        var second = stat()
        return stat(one, &first) == 0 && stat(other, &second) == 0 && first.st_dev == second.st_dev
    }
}
