// SPDX-License-Identifier: Apache-2.0

public import Mandate

/// The last record of a chain: all that is needed to go on.
public struct AuditHead: Hashable, Sendable {
    /// The number of records; the first has number 1.
    public let sequence: Int64
    public let hash: AuditHash

    public init(sequence: Int64, hash: AuditHash) {
        self.sequence = sequence
        self.hash = hash
    }
}

/// One record of the audit chain as it is stored.
public struct AuditLink: Hashable, Sendable {
    public let sequence: Int64
    /// The hash of the record before.
    public let previousHash: AuditHash
    /// The hash over number, ``previousHash`` and ``bytes``.
    public let hash: AuditHash
    /// The event in its one spelling, see ``AuditEventCoding``.
    public let bytes: [UInt8]

    public init(sequence: Int64, previousHash: AuditHash, hash: AuditHash, bytes: [UInt8]) {
        self.sequence = sequence
        self.previousHash = previousHash
        self.hash = hash
        self.bytes = bytes
    }

    /// What the next record follows.
    public var head: AuditHead { AuditHead(sequence: sequence, hash: hash) }
}

/// Links audit events so that nobody can change, drop or reorder one unseen (R31).
///
/// Record n holds SHA-256(`cermat-audit-link-1` NUL, n as eight bytes, hash of n - 1, the event's bytes); before the
/// first stands a hash of the node's name, so that records of two nodes do not mix. Pure: the store keeps the links in
/// the transaction of what they record.
public enum AuditChain {
    /// The head of an empty chain of a node.
    public static func genesis(node: String) -> AuditHead {
        AuditHead(sequence: 0, hash: AuditHash(of: Array("cermat-audit-genesis-1\0".utf8) + Array(node.utf8)))
    }

    /// The next record.
    public static func link(after head: AuditHead, _ event: AuditEvent) -> AuditLink {
        let bytes = AuditEventCoding.bytes(of: event)
        let sequence = head.sequence + 1
        return AuditLink(
            sequence: sequence, previousHash: head.hash, hash: hash(sequence, head.hash, bytes), bytes: bytes)
    }

    /// The next records, in order.
    public static func links(after head: AuditHead, _ events: some Sequence<AuditEvent>) -> [AuditLink] {
        var head = head
        return events.map { event in
            let link = link(after: head, event)
            head = link.head
            return link
        }
    }

    /// The hash that a record should have.
    static func hash(_ sequence: Int64, _ previous: AuditHash, _ bytes: [UInt8]) -> AuditHash {
        var message = Array("cermat-audit-link-1\0".utf8)
        message.reserveCapacity(message.count + 40 + bytes.count)
        withUnsafeBytes(of: sequence.bigEndian) { message.append(contentsOf: $0) }
        message.append(contentsOf: previous.bytes)
        message.append(contentsOf: bytes)
        return AuditHash(of: message)
    }
}
