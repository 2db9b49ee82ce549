// SPDX-License-Identifier: Apache-2.0

public import Mandate

extension AuditSigner {
    /// Makes the event by which a restored log joins the checkpoints that it is shorter than.
    ///
    /// Append it as the first record after the restored head, before anything else is recorded and before a page is
    /// served: `store.appendAudit([signer.restoreEvent(...)])`. In any other place the verifier calls it forged.
    /// - Parameters:
    ///   - restored: the head of the log as the backup held it.
    ///   - atMilliseconds: now; where a checkpoint was signed later, that time stands in the statement.
    ///   - checkpoints: all that were kept off the machine for this node, in any order, or none; the furthest counts.
    /// - Throws: ``SafeguardsError/checkpointNotGenuine(sequence:)`` when one of them is of another node or another key:
    ///   look into that first.
    public func restoreEvent(
        node: String, restored: AuditHead, checkpoints: [AuditCheckpoint], atMilliseconds: Int64
    ) throws(SafeguardsError) -> AuditEvent {
        guard AuditCheckpoint.isNode(node) else { throw .nodeNameRefused }
        var furthest = restored
        for point in checkpoints {
            guard point.node == node, point.isSigned(by: publicKey) else {
                throw .checkpointNotGenuine(sequence: point.head.sequence)
            }
            if point.head.sequence > furthest.sequence { furthest = point.head }
        }
        // The clock of the new machine may be behind the one that signed them.
        let time = max(atMilliseconds, checkpoints.map(\.atMilliseconds).max() ?? atMilliseconds)
        let line = try sign(AuditRestore.statement(node, restored, furthest, time))
        return AuditEvent(
            atMilliseconds: atMilliseconds, actor: .system, action: .restored, detail: line.description)
    }
}
