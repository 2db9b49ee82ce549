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
        /// The chain is whole, but a checkpoint proves that it was another: one of these records on was written anew.
        case rewritten
        /// A checkpoint is of another node or its signature is not the node's.
        case checkpointForged = "checkpoint-forged"
        /// The record says that the log was restored, but not in its place or without the node's signature.
        case restoreForged = "restore-forged"
    }

    /// The bad record's number; all numbers that are gone; the numbers among which a chain became another; for a
    /// checkpoint that is not genuine, the number it speaks of.
    public let records: ClosedRange<Int64>
    public let kind: Kind

    /// The first bad record's number.
    public var sequence: Int64 { records.lowerBound }

    public init(sequence: Int64, kind: Kind) { self.init(records: sequence...sequence, kind: kind) }

    public init(records: ClosedRange<Int64>, kind: Kind) {
        self.records = records
        self.kind = kind
    }
}

extension AuditFault: CustomStringConvertible {
    /// One line that names the place and what is wrong there.
    public var description: String {
        let place =
            records.count == 1
            ? "record \(records.lowerBound)" : "records \(records.lowerBound) to \(records.upperBound)"
        switch kind {
        case .altered: return "\(place): altered: the contents do not give the hash; everything before holds"
        case .missing: return "\(place): missing although later ones are there; everything before holds"
        case .reordered: return "\(place): reordered: not in its place; everything before that place holds"
        case .unlinked:
            return "\(place): unlinked: it does not follow record \(sequence - 1), one of the two was replaced"
        case .cut:
            return "\(place): cut: a checkpoint or the file itself says that more follows; everything before holds"
        case .rewritten:
            return "\(place): rewritten: the chain is another than the checkpoint at \(records.upperBound) signed"
        case .checkpointForged:
            return "\(place): checkpoint-forged: a checkpoint of this number is not the node's; the chain itself holds"
        case .restoreForged:
            return "\(place): restore-forged: it claims a restore without signature or out of its place"
        }
    }
}
