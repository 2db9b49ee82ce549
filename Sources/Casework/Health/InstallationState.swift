// SPDX-License-Identifier: Apache-2.0

public import Safeguards

/// How an installation is: what was looked at, and what is to be forgotten when.
public struct InstallationState: Sendable {
    public var findings: [HealthFinding]
    /// Nil where the schedule or the store cannot be read.
    public var retention: RetentionOutlook?

    public init(findings: [HealthFinding], retention: RetentionOutlook?) {
        self.findings = findings
        self.retention = retention
    }
}
