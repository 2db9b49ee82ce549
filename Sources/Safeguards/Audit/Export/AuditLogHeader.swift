// SPDX-License-Identifier: Apache-2.0

/// The first line of an exported log: `cermat-audit-log 1 <node> <number> <hash>`, where number and hash are of the
/// record before the first that follows; 0 and the genesis hash for a log from its beginning.
public struct AuditLogHeader: Hashable, Sendable {
    public let node: String
    /// What the first record of the file follows.
    public let before: AuditHead

    public init(node: String, before: AuditHead) {
        self.node = node
        self.before = before
    }

    /// Parses a line; anything but its one spelling gives nil.
    public init?(_ line: some Collection<UInt8>) {
        let text = String(decoding: line, as: UTF8.self)
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 5, words[0] == "cermat-audit-log", words[1] == "1", AuditCheckpoint.isNode(words[2]),
            let number = Int64(words[3]), (0..<Int64.max / 2).contains(number), let hash = AuditHash(words[4])
        else { return nil }
        self.init(node: String(words[2]), before: AuditHead(sequence: number, hash: hash))
        guard description == text else { return nil }
    }
}

extension AuditLogHeader: CustomStringConvertible {
    /// The line, without line break.
    public var description: String { "cermat-audit-log 1 \(node) \(before.sequence) \(before.hash)" }
}
