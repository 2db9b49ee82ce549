// SPDX-License-Identifier: Apache-2.0

/// A signed statement that a node's log was restored from a backup that ended with one head while the newest checkpoint
/// off the machine had spoken of a later one.
///
/// `cermat-restore 1 <node> <number> <hash> <checkpoint's number> <checkpoint's hash> <milliseconds since 1970>
/// <Ed25519 signature>`. It is the detail of a `restored` event, which is the record right after the restored head; so
/// the verifier says "restored" and names the numbers that are gone where it would say "cut" or "rewritten".
public struct AuditRestore: Hashable, Sendable {
    public let node: String
    /// The last record of the log in the backup.
    public let restored: AuditHead
    /// The furthest head that a checkpoint off the machine spoke of; the restored head where there was none.
    public let checkpoint: AuditHead
    /// When the log was restored, milliseconds since 1970 UTC.
    public let atMilliseconds: Int64
    private let line: SignedLine

    private static let label = "cermat-restore"

    /// Parses a line; the signature is not yet verified.
    public init(parsing text: some StringProtocol) throws(SafeguardsError) {
        guard let line = SignedLine(parsing: text, label: Self.label, words: 9) else { throw .restoreMalformed }
        let words = line.words
        guard let number = Int64(words[3]), let hash = AuditHash(words[4]), let reached = Int64(words[5]),
            let reachedHash = AuditHash(words[6]), let time = Int64(words[7]), number >= 0
        else { throw .restoreMalformed }
        node = String(words[2])
        restored = AuditHead(sequence: number, hash: hash)
        checkpoint = AuditHead(sequence: reached, hash: reachedHash)
        atMilliseconds = time
        self.line = line
        guard Self.statement(node, restored, checkpoint, time) == line.statement else { throw .restoreMalformed }
    }

    /// Whether the holder of the key signed it.
    public func isSigned(by key: AuditPublicKey) -> Bool { line.isSigned(by: key) }

    /// The numbers that a checkpoint proves and the restored log lacks; nil where nothing is known to be gone.
    public var missing: ClosedRange<Int64>? {
        checkpoint.sequence > restored.sequence ? restored.sequence + 1...checkpoint.sequence : nil
    }

    /// Whether a checkpoint speaks of what this restore says is gone.
    func explains(_ point: AuditCheckpoint) -> Bool {
        missing?.contains(point.head.sequence) == true && point.atMilliseconds <= atMilliseconds
    }

    static func statement(_ node: String, _ restored: AuditHead, _ checkpoint: AuditHead, _ time: Int64) -> String {
        "\(label) 1 \(node) \(restored.sequence) \(restored.hash) \(checkpoint.sequence) \(checkpoint.hash) \(time)"
    }
}

extension AuditRestore: CustomStringConvertible {
    /// The line, without line break.
    public var description: String { line.description }
}
