// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Mandate
internal import SQLiteStore
internal import Safeguards
internal import Screening

/// Makes the bundle of a period.
struct AuditInspection {
    let folder: DataFolder
    let first: CivilDate
    let last: CivilDate

    /// Verifies the whole chain, writes the bundle, records it and only then lets it be seen.
    ///
    /// A broken chain is handed out as well: its verdict says so.
    func write(
        to out: String, checkpoints: [UInt8]
    ) async throws -> (records: ClosedRange<Int64>, verdict: AuditVerdict) {
        let signer = folder.vault.auditSigner
        let days = Int64(first.daysSinceEpoch) * 86_400_000..<(Int64(last.daysSinceEpoch) + 1) * 86_400_000
        var records: ClosedRange<Int64>?
        let verdict = try await folder.store.verifyAudit(
            checkpoints: CheckpointLines(checkpoints).checkpoints, publicKey: signer.publicKey
        ) { link in
            guard let event = try? AuditEventCoding.event(from: link.bytes), days.contains(event.atMilliseconds) else {
                return
            }
            // Where the clock was set back the records between are in the bundle too: it is one piece of the chain.
            records = min(records?.lowerBound ?? .max, link.sequence)...max(records?.upperBound ?? .min, link.sequence)
        }
        guard let records else { throw CommandFailure.exit("there is no record from \(first) to \(last)") }
        let log = try DraftFile(out + ".log")
        var statistics = AuditStatistics()
        _ = try await AuditExport(folder).write(from: records.lowerBound, through: records.upperBound, to: log) {
            statistics.count($0)
        }
        let bundle = AuditBundle(
            node: DataFolder.node, period: "\(first) .. \(last)", log: try log.slice(), statistics: statistics,
            checkpoints: checkpoints, policy: try InputFile(folder.path + "/" + DataFolder.policy).bytes,
            verdict: verdict.description)
        let draft = try DraftFile(out)
        let now = WallClock.nowMilliseconds
        let manifest = try bundle.write(to: draft, signer: signer, atMilliseconds: now)
        try draft.synchronise()
        try await folder.store.appendAudit([
            AuditEvent(
                atMilliseconds: now, actor: .system, action: .bundle,
                detail: "\(first)..\(last) \(records.lowerBound)..\(records.upperBound) \(manifest)")
        ])
        try draft.publish()
        return (records, verdict)
    }
}
