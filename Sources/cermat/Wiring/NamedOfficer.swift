// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Casework
internal import Mandate
internal import SQLiteStore
internal import Safeguards

extension DataFolder {
    /// The active account of a sign-in name that a command was given; the command ends where there is none.
    func officer(_ login: String) async throws -> Officer {
        let token = vault.token(.login, login.lowercased())
        guard let account = try await store.account(login: token), account.officer.isActive else {
            throw CommandFailure.exit("--officer: no active account is called \(login)")
        }
        return account.officer
    }
}

/// In whose name a command acts on faces: then the policy is asked as at the desk, and the record names the officer.
struct NamedOfficer: ParsableArguments {
    @Option(
        help: "In whose name, by sign-in name: the policy is asked as at the desk. Without it the record says system.")
    var officer: String?

    @Option(help: "With --officer: the declared purpose, such as targeting.")
    var purpose: String?

    @Option(name: .customLong("case"), help: "With --officer: the number of the letter or case.")
    var reference: String?

    /// The mandate of the officer who is named; nil where nobody is. The command ends where the policy refuses, which is
    /// recorded first.
    func mandate(for action: PolicyAction, in folder: DataFolder) async throws -> Mandated? {
        guard let login = officer else {
            guard purpose == nil, reference == nil else {
                throw ValidationError("--purpose and --case go with --officer")
            }
            return nil
        }
        guard let purpose = purpose.flatMap({ Purpose(rawValue: $0) }), let reference else {
            throw ValidationError("--officer needs --purpose, such as targeting, and --case")
        }
        let named = try await folder.officer(login)
        let policy = try folder.readPolicy()
        let now = WallClock.nowMilliseconds
        let grant: PurposeGrant
        do {
            grant = try policy.grant(purpose, reference: reference, to: named.role, atMilliseconds: now)
        } catch { throw CommandFailure.exit("--purpose: \(error)") }
        let mandate = Mandated(officer: named.id, role: named.role, post: nil, grant: grant)
        let subject = PolicySubject(role: named.role, posts: named.posts, grant: grant)
        guard policy.decide(action, for: subject, at: Set(named.posts), atMilliseconds: now).isAllowed else {
            try await folder.store.appendAudit([
                AuditEvent(action.auditAction, by: mandate, atMilliseconds: now, outcome: .refused, detail: "command")
            ])
            throw CommandFailure.exit("the policy does not grant \(action.rawValue) to this officer under this purpose")
        }
        return mandate
    }
}
