// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The right to screen the messages of a data folder: one process has it, and loses it when it dies (flock).
///
/// A class because it owns a file descriptor, which is closed once.
public final class ScreenerLock: Sendable {
    /// The lock's file inside the data folder.
    public static let fileName = "screener.lock"

    private let descriptor: Mutex<Int32?>

    private init(descriptor: Int32) { self.descriptor = Mutex(descriptor) }

    deinit { release() }

    /// Takes the lock, or gives nil at once when another holder has it.
    public static func acquire(at folder: String) throws(IntakeError) -> ScreenerLock? {
        let descriptor = open("\(folder)/\(fileName)", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .file(operation: "open the screener's lock", code: errno) }
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let code = errno
            if code == EINTR { continue }
            close(descriptor)
            if code == EWOULDBLOCK { return nil }
            throw .file(operation: "lock the screener's lock", code: code)
        }
        return ScreenerLock(descriptor: descriptor)
    }

    /// Gives the lock up; also done when the last reference goes.
    public func release() {
        let held = descriptor.withLock { held in
            defer { held = nil }
            return held
        }
        if let held { close(held) }
    }
}
