// SPDX-License-Identifier: Apache-2.0

import Mandate

/// Whom "sign in as" of the demonstration stands for: the accounts that `cermat init --demo` makes, by name, so that
/// further accounts change nothing.
struct DemoOfficer: Hashable, Sendable {
    let role: Role
    let login: String
    /// The purpose that opens most of the role's pages.
    let purpose: Purpose

    static let all = [
        DemoOfficer(role: .officer, login: "petugas", purpose: .arrivalControl),
        DemoOfficer(role: .analyst, login: "analis", purpose: .targeting),
        DemoOfficer(role: .supervisor, login: "penyelia", purpose: .supervision),
        DemoOfficer(role: .intakeEngineer, login: "teknisi", purpose: .intakeRepair),
        DemoOfficer(role: .administrator, login: "admin.demo", purpose: .administration),
        DemoOfficer(role: .auditor, login: "auditor", purpose: .oversight),
        DemoOfficer(role: .dataProtectionOfficer, login: "ppdp", purpose: .oversight),
    ]
}
