// SPDX-License-Identifier: Apache-2.0

/// What was found in an exported log.
public struct AuditLogReport: Hashable, Sendable {

    /// The verdict over the records of the file, with the checkpoints.
    public let verdict: AuditVerdict
    /// The number of the file's first record, whether there or not.
    public let first: Int64
    /// The checkpoints that speak of records before the file's first.
    public let checkpointsBefore: Int
}

extension AuditLogReport: CustomStringConvertible {
    /// Lines for people: the verdict, and what it does not cover.
    public var description: String {
        var lines = [verdict.description]
        if first > 1 { lines.append("note: the file begins at record \(first); nothing before it was checked") }
        if checkpointsBefore > 0 {
            lines.append("note: \(checkpointsBefore) checkpoints speak of records before the file's first")
        }
        return lines.joined(separator: "\n")
    }
}
