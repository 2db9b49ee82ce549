// SPDX-License-Identifier: Apache-2.0

/// How long sessions and purposes last; read from the policy file.
public struct SessionLimits: Hashable, Sendable {
    /// Without a request for so long, a session ends (ASVS 5.0, 7.3.1).
    public var idleMilliseconds: Int64
    /// However busy, a session ends after so long (ASVS 5.0, 7.3.2).
    public var absoluteMilliseconds: Int64
    /// A declared purpose ends after so long.
    public var purposeMilliseconds: Int64
    /// An approved request shows what is covered of a traveller for so long; nought: nobody may unmask.
    public var revealMilliseconds: Int64

    /// 15 minutes idle, 12 hours in all, purposes for 8 hours, and no unmasking unless said otherwise.
    public init(
        idleMilliseconds: Int64 = 15 * 60_000, absoluteMilliseconds: Int64 = 12 * 3_600_000,
        purposeMilliseconds: Int64 = 8 * 3_600_000, revealMilliseconds: Int64 = 0
    ) {
        self.idleMilliseconds = idleMilliseconds
        self.absoluteMilliseconds = absoluteMilliseconds
        self.purposeMilliseconds = purposeMilliseconds
        self.revealMilliseconds = revealMilliseconds
    }
}
