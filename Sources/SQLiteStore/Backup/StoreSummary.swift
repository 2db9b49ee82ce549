// SPDX-License-Identifier: Apache-2.0

public import Safeguards

/// What a database holds, in figures, read without keys and whatever the version of its tables.
public struct StoreSummary: Hashable, Sendable {
    /// The version of the tables.
    public var schema: Int
    /// The last audit record; nil where there is none.
    public var auditHead: AuditHead?
    public var messages: Int64
    public var decisions: Int64
    public var dataKeys: Int64
    /// The numbers of the wrapping keys that its data keys are wrapped under.
    public var wrappingKeys: Set<UInt8>
}
