// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import Mandate
internal import SQLiteStore
internal import Safeguards

/// Legal holds that a backup does not know, because they were placed after it, from the last retention report.
struct RestoredHolds {
    let store: SQLiteStore
    let vault: FileKeyVault
    let now: Int64

    /// Places the report's holds again where they do not stand, under their own record identifiers. What is said of
    /// them is only that a restore brought them back; an officer lifts them and, where still needed, places new ones.
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
        guard !records.isEmpty else { return }
        let event = AuditEvent(
            atMilliseconds: now, actor: .system, action: .manageHolds,
            subjects: report.holds.flatMap { ["hold:\($0.id)", "voyage:\($0.voyage)"] },
            detail: "placed by a restore")
        try await store.record(CaseworkChange(decisions: records), audit: [event])
    }
}
