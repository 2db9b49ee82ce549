// SPDX-License-Identifier: Apache-2.0

import Mandate

/// Verifies a chain as it streams by, one record at a time, in the order in which it is stored; memory is bounded.
public struct AuditVerifier: Sendable {
    private let node: String
    private let publicKey: AuditPublicKey?
    private var head: AuditHead
    private var fault: AuditFault?
    /// A checkpoint that cannot be used; told only when the chain itself is whole.
    private var forgery: AuditFault?
    /// The genuine ones not yet reached, by number.
    private var checkpoints: ArraySlice<AuditCheckpoint> = []
    /// Up to this number a checkpoint or a restore record proved the chain.
    private var proven: Int64
    private var restores: [AuditRestore] = []

    /// How many checkpoints speak of records before the part that is read.
    public private(set) var checkpointsBefore = 0

    /// Begins at the first record of a node.
    ///
    /// - Parameters:
    ///   - checkpoints: what was kept off the machine, in any order; without any, a cut at the end goes unseen.
    ///   - publicKey: the node's key, kept off the machine too; without it no checkpoint and no restore counts.
    public init(node: String, checkpoints: [AuditCheckpoint] = [], publicKey: AuditPublicKey? = nil) {
        self.init(
            node: node, after: AuditChain.genesis(node: node), checkpoints: checkpoints, publicKey: publicKey)
    }

    /// Begins in the midst of a chain, after a head that is taken on trust until a checkpoint confirms it.
    public init(node: String, after head: AuditHead, checkpoints: [AuditCheckpoint], publicKey: AuditPublicKey?) {
        self.node = node
        self.publicKey = publicKey
        self.head = head
        proven = head.sequence
        add(checkpoints)
    }

    /// Takes more checkpoints, of numbers not yet passed.
    mutating func add(_ more: [AuditCheckpoint]) {
        var genuine = Array(checkpoints)
        for checkpoint in more {
            if checkpoint.node != node || publicKey.map(checkpoint.isSigned) != true {
                forgery = forgery ?? AuditFault(sequence: checkpoint.head.sequence, kind: .checkpointForged)
            } else if checkpoint.head.sequence < head.sequence {
                checkpointsBefore += 1
            } else {
                genuine.append(checkpoint)
            }
        }
        checkpoints = genuine.sorted { $0.head.sequence < $1.head.sequence }[...]
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
        if link.sequence != expected, link.previousHash == head.hash,
            AuditChain.hash(expected, link.previousHash, link.bytes) == link.hash
        {
            // The right record under another number.
            fault = AuditFault(sequence: expected, kind: .altered)
        } else if link.sequence > expected {
            fault = AuditFault(records: expected...link.sequence - 1, kind: .missing)
        } else if link.sequence < expected {
            fault = AuditFault(sequence: link.sequence, kind: .reordered)
        } else if AuditChain.hash(link.sequence, link.previousHash, link.bytes) != link.hash {
            fault = AuditFault(sequence: expected, kind: .altered)
        } else if link.previousHash != head.hash {
            fault = AuditFault(sequence: expected, kind: .unlinked)
        } else {
            let before = head
            head = link.head
            checkRestore(link, after: before)
            checkReachedCheckpoints()
        }
    }

    /// Notes that the next record is there but cannot be read.
    mutating func readUnreadable() {
        fault = fault ?? AuditFault(sequence: head.sequence + 1, kind: .altered)
    }

    /// Notes that the log ends here although it says that more follows.
    mutating func readTornEnd() {
        fault = fault ?? AuditFault(sequence: head.sequence + 1, kind: .cut)
    }

    /// The verdict once all records were read.
    public func finish() -> AuditVerdict {
        if let fault { return .broken(fault) }
        if let last = checkpoints.last(where: { point in !restores.contains { $0.explains(point) } }) {
            return .broken(AuditFault(records: head.sequence + 1...last.head.sequence, kind: .cut))
        }
        if let forgery { return .broken(forgery) }
        let missing = restores.compactMap(\.missing)
        return missing.isEmpty ? .intact(head) : .restored(head, missing: missing)
    }

    /// A restore counts when the node signed it and it stands right after the head that it names.
    private mutating func checkRestore(_ link: AuditLink, after before: AuditHead) {
        guard let publicKey, AuditEventCoding.isAction(.restored, link.bytes) else { return }
        guard let event = try? AuditEventCoding.event(from: link.bytes), let detail = event.detail,
            let restore = try? AuditRestore(parsing: detail), restore.node == node, restore.restored == before,
            restore.isSigned(by: publicKey)
        else {
            fault = AuditFault(sequence: link.sequence, kind: .restoreForged)
            return
        }
        restores.append(restore)
        proven = before.sequence
    }

    private mutating func checkReachedCheckpoints() {
        while let next = checkpoints.first, next.head.sequence <= head.sequence {
            checkpoints.removeFirst()
            if next.head == head {
                proven = head.sequence
            } else if fault == nil, !restores.contains(where: { $0.explains(next) }) {
                let first = min(proven + 1, next.head.sequence)
                fault = AuditFault(records: first...next.head.sequence, kind: .rewritten)
            }
        }
    }
}
