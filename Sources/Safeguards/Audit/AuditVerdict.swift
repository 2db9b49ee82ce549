// SPDX-License-Identifier: Apache-2.0

/// The result of reading a whole chain.
public enum AuditVerdict: Hashable, Sendable {
    /// Every record is as it was written, in order, up to this head.
    case intact(AuditHead)
    /// The same, but the log was restored from a backup: the numbers that existed and are gone, as signed restore
    /// records say. The numbers were given again to what was done since.
    case restored(AuditHead, missing: [ClosedRange<Int64>])
    case broken(AuditFault)

    /// Whether nothing is unexplained.
    public var holds: Bool { if case .broken = self { false } else { true } }
}

extension AuditVerdict: CustomStringConvertible {
    /// One line for people.
    public var description: String {
        switch self {
        case .intact(let head): "the chain holds up to record \(head.sequence)"
        case .restored(let head, let missing):
            "the chain holds up to record \(head.sequence); restored: "
                + missing.map {
                    "\($0.count) records of an earlier chain, numbers \($0.lowerBound) to \($0.upperBound)"
                }
                .joined(separator: ", and ") + ", are missing, as a signed restore record says"
        case .broken(let fault): fault.description
        }
    }
}
