// SPDX-License-Identifier: Apache-2.0

import Casework
import Mandate
import Safeguards

extension Visit {
    /// Writes an audit record of its own; throws where that fails, so that the act is not told as done.
    func note(
        _ action: AuditAction, outcome: AuditOutcome = .done, actor: AuditActor? = nil, grant: PurposeGrant? = nil,
        subjects: [String] = [], detail: String? = nil
    ) async throws(DeskError) {
        let grant = grant ?? signedIn?.session.grant
        let event = AuditEvent(
            atMilliseconds: now, actor: actor ?? signedIn?.session.actor ?? .anonymous, action: action,
            outcome: outcome,
            purpose: grant?.purpose, reference: grant?.reference, subjects: subjects, detail: detail)
        do { try await services.store.appendAudit([event]) } catch { throw .unavailable }
    }

    /// Leaves a sentence for the next page and goes there.
    func done(_ location: String, _ text: String, isProblem: Bool = false) async -> Reply {
        if let token {
            await sessions.change(token) { $0.notice = SignedIn.Notice(isProblem: isProblem, text: text) }
        }
        return .done(location)
    }
}
