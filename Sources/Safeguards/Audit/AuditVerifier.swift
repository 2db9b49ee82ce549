// SPDX-License-Identifier: Apache-2.0

/// What is wrong with a chain, and where first.
public struct AuditFault: Hashable, Sendable {
    /// A closed list of what can be wrong.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The record's contents do not give its hash: a byte of it was changed.
        case altered
        /// The record is not there although later ones are.
        case missing
        /// The record is there, but not in its place.
        case reordered
        /// The record is whole but does not follow the one before: one of the two was replaced.
        case unlinked
        /// A checkpoint proves that the record existed; the chain ends before it.
        case cut
        /// The chain is whole, but a checkpoint proves that it was another: it was written anew up to here.
        case rewritten
        /// A checkpoint is of another node or its signature is not the node's.
        case checkpointForged = "checkpoint-forged"
    }

    /// The first bad record's number; for a checkpoint, the number it speaks of.
    public let sequence: Int64
    public let kind: Kind

    public init(sequence: Int64, kind: Kind) {
        self.sequence = sequence
        self.kind = kind
    }
}

/// The result of reading a whole chain.
public enum AuditVerdict: Hashable, Sendable {
    /// Every record is as it was written, in order, up to this head.
    case intact(AuditHead)
    case broken(AuditFault)
}

/// Verifies a chain as it streams by, one record at a time, in the order in which it is stored; memory is bounded.
public struct AuditVerifier: Sendable {
    private var head: AuditHead
    private var fault: AuditFault?
    /// A checkpoint that cannot be used; told only when the chain itself is whole.
    private var forgery: AuditFault?
    private var checkpoints: ArraySlice<AuditCheckpoint>

    /// Begins at the first record of a node.
    ///
    /// - Parameters:
    ///   - checkpoints: what was kept off the machine, in any order; without any, a cut at the end goes unseen.
    ///   - publicKey: the node's key, kept off the machine too; without it no checkpoint counts as genuine.
    public init(node: String, checkpoints: [AuditCheckpoint] = [], publicKey: AuditPublicKey? = nil) {
        head = AuditChain.genesis(node: node)
        var genuine: [AuditCheckpoint] = []
        for checkpoint in checkpoints.sorted(by: { $0.head.sequence < $1.head.sequence }) {
            if checkpoint.node == node, let publicKey, checkpoint.isSigned(by: publicKey) {
                genuine.append(checkpoint)
            } else if forgery == nil {
                forgery = AuditFault(sequence: checkpoint.head.sequence, kind: .checkpointForged)
            }
        }
        self.checkpoints = genuine[...]
        checkReachedCheckpoints()
    }

    /// Reads the next stored record.
    public mutating func read(_ link: AuditLink) {
        if let fault {
            // Keep looking only to tell a record that is elsewhere from one that is gone.
            if fault.kind == .missing && link.sequence == fault.sequence {
                self.fault = AuditFault(sequence: fault.sequence, kind: .reordered)
            }
            return
        }
        let expected = head.sequence + 1
        if link.sequence > expected {
            fault = AuditFault(sequence: expected, kind: .missing)
        } else if link.sequence < expected {
            fault = AuditFault(sequence: link.sequence, kind: .reordered)
        } else if AuditChain.hash(link.sequence, link.previousHash, link.bytes) != link.hash {
            fault = AuditFault(sequence: expected, kind: .altered)
        } else if link.previousHash != head.hash {
            fault = AuditFault(sequence: expected, kind: .unlinked)
        } else {
            head = link.head
            checkReachedCheckpoints()
        }
    }

    /// The verdict once all records were read.
    public func finish() -> AuditVerdict {
        if let fault { return .broken(fault) }
        if !checkpoints.isEmpty { return .broken(AuditFault(sequence: head.sequence + 1, kind: .cut)) }
        return forgery.map { .broken($0) } ?? .intact(head)
    }

    private mutating func checkReachedCheckpoints() {
        while let next = checkpoints.first, next.head.sequence <= head.sequence {
            checkpoints.removeFirst()
            if fault == nil && next.head != head {
                fault = AuditFault(sequence: next.head.sequence, kind: .rewritten)
            }
        }
    }
}
