// SPDX-License-Identifier: Apache-2.0

internal import Crypto
internal import Foundation
import Mandate
internal import Synchronization

/// The keys of a file as a running program holds them: read anew when another process renewed the wrapping key.
///
/// A class because all copies of a vault share what was read. Token and audit keys never change.
final class HeldRing: Sendable {
    private struct State {
        var ring: KeyRing
        var stamp: FileStamp?
        var lookedAt: ContinuousClock.Instant
    }

    private let path: String
    private let state: Mutex<State>

    init(_ ring: KeyRing, path: String) {
        self.path = path
        state = Mutex(State(ring: ring, stamp: FileStamp(path), lookedAt: .now))
    }

    /// The ring for new data keys; the file is looked at no more than once a second.
    func current() -> KeyRing {
        state.withLock { state in
            guard state.lookedAt.duration(to: .now) > .seconds(1) else { return state.ring }
            state.lookedAt = .now
            // A file that cannot be read just now changes nothing: the keys in memory still seal and open.
            if FileStamp(path) != state.stamp { Self.reload(&state, path) }
            return state.ring
        }
    }

    /// The ring that can unwrap a key: read anew where the number of its wrapping key is not known.
    func ring(for key: WrappedKey) -> KeyRing {
        state.withLock { state in
            if let number = key.bytes.first, state.ring.wrapping[number] == nil { Self.reload(&state, path) }
            return state.ring
        }
    }

    private static func reload(_ state: inout State, _ path: String) {
        let stamp = FileStamp(path)
        guard let bytes = try? GuardedFile.contents(of: path, limitBytes: FileKeyVault.limitBytes),
            let ring = try? KeyRing(fileBytes: bytes), ring.extends(state.ring)
        else { return }
        state.ring = ring
        state.stamp = stamp
    }
}

/// What changes with every replaced file.
private struct FileStamp: Equatable {
    let inode: UInt64
    let modified: Date

    init?(_ path: String) {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let inode = attributes[.systemFileNumber] as? NSNumber,
            let modified = attributes[.modificationDate] as? Date
        else { return nil }
        self.inode = inode.uint64Value
        self.modified = modified
    }
}

extension KeyRing {
    /// Whether it holds all keys of an earlier ring.
    func extends(_ earlier: KeyRing) -> Bool {
        tokenKey == earlier.tokenKey && auditKey.rawRepresentation == earlier.auditKey.rawRepresentation
            && earlier.wrapping.allSatisfy { wrapping[$0.key] == $0.value }
    }
}
