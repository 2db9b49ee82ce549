// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The room on the file system that holds a path.
struct DiskRoom {
    /// Bytes that this user may still write.
    let free: Int
    /// Of all bytes, 0...1.
    let share: Double

    /// Nil where the system does not say.
    init?(at path: String) {
        var status = statvfs()
        guard statvfs(path, &status) == 0, status.f_blocks > 0 else { return nil }
        free = Int(status.f_bavail) * Int(status.f_frsize)
        share = Double(status.f_bavail) / Double(status.f_blocks)
    }
}
