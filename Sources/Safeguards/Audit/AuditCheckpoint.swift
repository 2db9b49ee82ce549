// SPDX-License-Identifier: Apache-2.0

/// A signed statement that a node's chain had this head at this time: one line of text, to be kept off the machine.
///
/// `cermat-checkpoint 1 <node> <sequence> <hash> <milliseconds since 1970> <Ed25519 signature>`; what is signed is the
/// line up to the blank before the signature (RFC 8032). Whoever has the line and the public key can prove later that
/// nothing before it was changed or cut.
public struct AuditCheckpoint: Hashable, Sendable, CustomStringConvertible {
    public let node: String
    public let head: AuditHead
    /// When it was signed, milliseconds since 1970 UTC.
    public let atMilliseconds: Int64
    private let line: SignedLine

    static let label = "cermat-checkpoint"

    init(node: String, head: AuditHead, atMilliseconds: Int64, line: SignedLine) {
        self.node = node
        self.head = head
        self.atMilliseconds = atMilliseconds
        self.line = line
    }

    /// Parses a line; the signature is not yet verified.
    public init(parsing text: some StringProtocol) throws(SafeguardsError) {
        guard let line = SignedLine(parsing: text, label: Self.label, words: 7) else { throw .checkpointMalformed }
        let words = line.words
        guard Self.isNode(words[2]), let sequence = Int64(words[3]), sequence >= 0, let hash = AuditHash(words[4]),
            let time = Int64(words[5])
        else { throw .checkpointMalformed }
        self.init(
            node: String(words[2]), head: AuditHead(sequence: sequence, hash: hash), atMilliseconds: time, line: line)
        // One spelling only: "+1" and "01" are numbers too.
        guard Self.statement(node, head, time) == line.statement else { throw .checkpointMalformed }
    }

    /// Whether the holder of the key signed it.
    public func isSigned(by key: AuditPublicKey) -> Bool { line.isSigned(by: key) }

    /// The line, without line break.
    public var description: String { line.description }

    static func statement(_ node: String, _ head: AuditHead, _ atMilliseconds: Int64) -> String {
        "\(label) 1 \(node) \(head.sequence) \(head.hash) \(atMilliseconds)"
    }

    /// One to 64 characters a-z, 0-9, full stop, hyphen.
    static func isNode(_ text: some StringProtocol) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46 }
    }
}
