// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate

/// The list of destroyed data keys, in one file that lies apart from backups: what an old backup brings back is destroyed
/// again from it. One line a batch: `cermat-destroyed-1 <milliseconds since 1970 UTC> <key id> <key id> ...`.
///
/// A line is on disk before the keys are destroyed, so a key on the list may still exist after a crash, never the other
/// way round.
public struct DestructionRegister: Sendable {
    public let path: String

    public static let fileName = "destroyed.log"

    public init(path: String) { self.path = path }

    /// Appends a line and returns when it is on disk.
    public func append(_ keys: [RecordID<WrappedKey>], atMilliseconds now: Int64) throws(KeyVaultError) {
        guard !keys.isEmpty else { return }
        let line = "cermat-destroyed-1 \(now) " + keys.map(\.description).joined(separator: " ") + "\n"
        try GuardedFile.append(path, Array(line.utf8))
    }
}
