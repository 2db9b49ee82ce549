// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The room on the file system that holds a path.
struct FreeRoom {
    /// Bytes that this user may still write.
    let free: Int
    /// Of all bytes, 0...1.
    let share: Double
    /// Bytes that are kept back for audit records and decisions: no message is taken into them.
    let reserve: Int

    /// Nil where the system does not say.
    init?(at path: String) {
        var status = statvfs()
        guard statvfs(path, &status) == 0, status.f_blocks > 0 else { return nil }
        free = Int(status.f_bavail) * Int(status.f_frsize)
        reserve = min(256 << 20, Int(status.f_blocks) * Int(status.f_frsize) / 16)
        share = Double(status.f_bavail) / Double(status.f_blocks)
    }
}
