// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate

/// Which data keys were destroyed: a text file that lies apart from backups, so that a restored folder forgets them too.
///
/// One line for each run that destroyed keys, only ever appended to:
/// `cermat-destroyed-1 <milliseconds since 1970 UTC> <key id, 32 digits> <key id> ...`
public struct DestructionRegister: Hashable, Sendable {
    private static let heading = "cermat-destroyed-1"

    /// The keys of all runs.
    public let keys: Set<RecordID<WrappedKey>>
    /// How many runs it tells of, and the last one's time.
    public let runs: Int
    public let lastAtMilliseconds: Int64?

    /// Parses a register. A last line without its line break is a run that died while it wrote, and is read as far as
    /// its whole identifiers go: those keys were to be destroyed.
    ///
    /// - Throws: ``KeyVaultError/keysUnavailable(reason:)`` with the line's number.
    public init(_ bytes: [UInt8]) throws(KeyVaultError) {
        var keys: Set<RecordID<WrappedKey>> = []
        var runs = 0
        var last: Int64?
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.isEmpty {
            let isCut = index == lines.count - 1
            let words = line.split(separator: " ")
            guard words.count >= 2, words[0] == Self.heading, let time = Int64(words[1]) else {
                if isCut { break }
                throw .keysUnavailable(reason: "line \(index + 1) of the register of destroyed keys cannot be read")
            }
            for word in words.dropFirst(2) {
                guard let id = RecordID<WrappedKey>(word) else {
                    if isCut { break }
                    throw .keysUnavailable(
                        reason: "line \(index + 1) of the register of destroyed keys has an unreadable key")
                }
                keys.insert(id)
            }
            runs += 1
            last = max(last ?? time, time)
        }
        self.keys = keys
        self.runs = runs
        lastAtMilliseconds = last
    }

    /// A line for one run, with its line break.
    public static func line(_ keys: [RecordID<WrappedKey>], atMilliseconds: Int64) -> String {
        ([heading, String(atMilliseconds)] + keys.map(\.description)).joined(separator: " ") + "\n"
    }
}
