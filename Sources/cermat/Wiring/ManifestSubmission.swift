// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import Foundation
internal import Gazetteer
internal import Intake
internal import Mandate
internal import Manifests
internal import SQLiteStore
internal import Screening
internal import Travel

/// Hands a list in from the command line: plan, intake, layout, screening.
struct ManifestSubmission {
    let folder: DataFolder

    /// Applies what the decision log remembers of the operator's table.
    func recall(_ draft: inout ManifestDraft) async throws {
        let shelf = try await LayoutShelf(folder.store)
        if let entry = shelf.entry(operatorCode: draft.voyage.operatorCode, fingerprint: draft.fingerprint) {
            draft.apply(entry.layout)
        }
    }

    /// Hands the list in and waits until it is screened; what is known already changes nothing.
    func submit(
        _ draft: ManifestDraft, _ reading: ManifestReading, intent: ListIntent, by officer: Officer?
    ) async throws -> ManifestReport.Submission {
        let planner = ListPlanner(
            store: folder.store, assembler: folder.assembler, decode: folder.decode)
        let time = try messageTime(draft)
        let plan: ListPlan
        do throws(CaseworkError) { plan = try await planner.plan(reading, intent: intent, at: time) } catch {
            throw failure(error)
        }
        var submission = ManifestReport.Submission(
            status: "stored", ids: [], revision: plan.parts.map(\.revision.number).max() ?? 1,
            list: plan.parts.first?.revision.list ?? "1",
            differences: plan.parts.compactMap { part in
                guard let earlier = part.earlier, let comparison = part.comparison else { return nil }
                return ManifestReport.Difference(
                    replaces: "\(earlier.id)", added: comparison.added.count, removed: comparison.removed.count,
                    changed: comparison.changed.count, unchanged: comparison.unchanged)
            })
        if plan.isKnown {
            submission.status = "duplicate"
            submission.ids = plan.parts.compactMap { $0.earlier.map { "\($0.id)" } }
            submission.revision = plan.parts.compactMap { $0.earlier?.message.revision }.max() ?? 1
        } else {
            let actor = officer.map { AuditActor.officer($0.id, role: $0.role, post: nil) } ?? .system
            let receipts = try await folder.pipeline().take(plan.bytes, origin: "list:command", actor: actor)
            submission.ids = receipts.map { "\($0.id)" }
            if receipts.contains(where: { $0.outcome == .quarantined }) { submission.status = "quarantined" }
        }
        if let officer {
            let mandate = Mandated(officer: officer.id, role: officer.role, post: nil, grant: nil)
            submission.layoutVersion = try await folder.acts.writeLayout(
                draft, by: mandate, atMilliseconds: WallClock.nowMilliseconds)
        }
        try await ScreeningLoop(folder).drain(progress: false)
        return submission
    }

    /// Now, by the clock of the port that the list is about.
    private func messageTime(_ draft: ManifestDraft) throws -> CivilDateTime {
        let minutes = Int(WallClock.nowMilliseconds / 60_000)
        let port = [draft.voyage.to, draft.voyage.from].compactMap(\.self).lazy.compactMap(folder.gazetteer.port).first
        guard let time = CivilDateTime(minutesSinceEpoch: minutes + (port?.utcOffsetMinutes ?? 420)) else {
            throw CommandFailure.exit("the clock of this machine is wrong", CommandFailure.internal)
        }
        return time
    }

    private func failure(_ error: CaseworkError) -> any Error {
        switch error {
        case .unknown: CommandFailure.exit("--replaces: no such message is stored")
        case .invalid(let field, let why): CommandFailure.exit("--\(field): expected \(why)")
        default: error
        }
    }
}
