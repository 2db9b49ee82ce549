// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import Mandate
internal import SQLiteStore
internal import Safeguards

/// What became of legal holds since a backup, from the last retention report: those placed after it, and those lifted.
struct RestoredHolds {
    let store: SQLiteStore
    let vault: FileKeyVault
    let now: Int64

    /// Places the report's holds again where they do not stand, under their own record identifiers. What is said of
    /// them is only that a restore brought them back; an officer lifts them and, where still needed, places new ones.
    /// Lifts those that were placed before the report and do not stand in it: somebody lifted them, and what they kept
    /// may be destroyed since.
    func place(_ text: String) async throws {
        let report = try RetentionReport(parsing: text, signedBy: vault.auditSigner.publicKey)
        let known = Set(
            try await store.decisions(kinds: [.holdPlaced], post: nil, sinceMilliseconds: 0, limit: 1_000_000).map(\.id)
        )
        var records: [DecisionRecord] = []
        for hold in report.holds {
            guard let id = RecordID<DecisionRecord>("\(hold.id)"), !known.contains(id) else { continue }
            records.append(
                DecisionRecord(
                    id: id, atMilliseconds: now, officer: nil, post: nil,
                    decision: .holdPlaced(
                        LegalHold(
                            voyage: hold.voyage, traveller: hold.traveller, reason: "brought back by a restore",
                            caseNumber: "report \(report.cutoffs.atMilliseconds)", reviewOn: nil))))
        }
        if !records.isEmpty {
            let event = AuditEvent(
                atMilliseconds: now, actor: .system, action: .manageHolds,
                subjects: report.holds.flatMap { ["hold:\($0.id)", "voyage:\($0.voyage)"] },
                detail: "placed by a restore")
            try await store.record(CaseworkChange(decisions: records), audit: [event])
        }
        try await lift(report)
    }

    private func lift(_ report: RetentionReport) async throws {
        // A rehearsal may be of a moment to come; a run says what stood when it took place.
        guard report.mode == .run else { return }
        let reported = Set(report.holds.map { "\($0.id)" })
        let over = try await LegalHolds(store: store).standing().filter {
            $0.atMilliseconds < report.cutoffs.atMilliseconds && !reported.contains("\($0.id)")
        }
        guard !over.isEmpty else { return }
        let records = over.map { standing in
            var generator = SystemRandomNumberGenerator()
            return DecisionRecord(
                id: .random(using: &generator), atMilliseconds: now, officer: nil, post: nil,
                decision: .holdLifted(
                    HoldLift(
                        hold: standing.id, voyage: standing.hold.voyage,
                        reason: "lifted before report \(report.cutoffs.atMilliseconds), found by a restore")))
        }
        let event = AuditEvent(
            atMilliseconds: now, actor: .system, action: .manageHolds,
            subjects: over.flatMap { ["hold:\($0.id)", "voyage:\($0.hold.voyage)"] }, detail: "lifted by a restore")
        try await store.record(CaseworkChange(decisions: records), audit: [event])
    }
}
