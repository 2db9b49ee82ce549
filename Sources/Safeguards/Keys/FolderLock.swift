// SPDX-License-Identifier: Apache-2.0

public import Mandate

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The right to do one thing in a folder: one process has it, and loses it when it ends or dies (flock).
///
/// A class because it owns a file descriptor, which is closed once.
public final class FolderLock: Sendable {
    private let descriptor: Int32

    private init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// Takes the lock `name` of a folder.
    ///
    /// - Parameter waiting: whether to wait for another holder; if not, nil is given at once.
    public static func acquire(_ name: String, at folder: String, waiting: Bool) throws(KeyVaultError) -> FolderLock? {
        let path = folder + "/" + name
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw .keysUnavailable(reason: "cannot open \(path): \(String(cString: strerror(errno)))")
        }
        while flock(descriptor, waiting ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
            let code = errno
            if code == EINTR { continue }
            close(descriptor)
            if code == EWOULDBLOCK { return nil }
            throw .keysUnavailable(reason: "cannot lock \(path): \(String(cString: strerror(code)))")
        }
        return FolderLock(descriptor)
    }
}
