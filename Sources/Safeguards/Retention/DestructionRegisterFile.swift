// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate

/// The file of a data folder that a ``DestructionRegister`` is kept in.
///
/// A line is on disk before the keys are destroyed, so a key on the list may still exist after a crash, never the other
/// way round. Copy the file off the machine, apart from backups.
public struct DestructionRegisterFile: Sendable {
    public let path: String

    public static let name = "destroyed.log"

    public init(path: String) { self.path = path }

    /// Appends a line and returns when it is on disk.
    public func append(_ keys: [RecordID<WrappedKey>], atMilliseconds now: Int64) throws(KeyVaultError) {
        guard !keys.isEmpty else { return }
        try GuardedFile.append(path, Array(DestructionRegister.line(keys, atMilliseconds: now).utf8))
    }
}
