// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Casework
internal import Foundation
internal import Intake
internal import Mandate
internal import SQLiteStore
internal import Safeguards

/// One run of the retention schedule over a data folder, with its signed report.
struct RetentionRun {
    let folder: DataFolder
    let schedule: RetentionSchedule

    /// A longer silence than this before a run may mean that the clock is wrong, and what is forgotten does not come back.
    private static let longestGapMilliseconds: Int64 = 35 * 86_400_000

    /// How many reports are listed for people.
    private static let reportsShown = 30

    init(_ folder: DataFolder) throws {
        self.folder = folder
        schedule = try RetentionRun.schedule(of: folder.path)
    }

    /// The schedule of a data folder: `retention.yaml`, or the defaults where there is no such file.
    static func schedule(of folder: String) throws -> RetentionSchedule {
        let path = folder + "/" + RetentionScheduleFile.name
        guard FileManager.default.fileExists(atPath: path) else { return RetentionSchedule() }
        let file = RetentionScheduleFile(try InputFile(path).bytes)
        guard let schedule = file.schedule else {
            throw CommandFailure.exit(path + ": " + file.problems.joined(separator: "; "), ExitCode(64))
        }
        return schedule
    }

    private var shelf: RetentionShelf { RetentionShelf(folder: folder.path + "/" + RetentionShelf.folderName) }

    var lastRun: RetentionReport? { shelf.lastRun(signedBy: folder.vault.auditSigner.publicKey) }

    /// Why nothing should be forgotten by this clock before a person has looked at it.
    enum ClockDoubt: CustomStringConvertible {
        /// It was set ahead, by so many milliseconds, of what the machine has run.
        case ahead(Int64)
        /// The last run, or where there was none the last audit record, is so many milliseconds ago.
        case silence(Int64)

        var description: String {
            switch self {
            case .ahead(let by): "the clock was set \(by / 3_600_000) h ahead of what the machine has run"
            case .silence(let by): "the last sign of life is \(by / 86_400_000) days ago by this clock (more than 35)"
            }
        }
    }

    /// The doubt about the clock at a moment, if any.
    func clockDoubt(_ now: Int64) async throws -> ClockDoubt? {
        if let ahead = ClockFile(in: folder.path).anchor?.doubt(at: .now) { return .ahead(ahead) }
        return try await silence(atMilliseconds: now).map { .silence($0) }
    }

    /// How long ago the last run was, or the last audit record where there was no run; nil where that is no wonder.
    func silence(atMilliseconds now: Int64) async throws -> Int64? {
        let last: Int64?
        if let lastRun {
            last = lastRun.cutoffs.atMilliseconds
        } else {
            last = try await folder.store.audit(AuditQuery(limit: 1)).first?.event.atMilliseconds
        }
        guard let last, now - last > RetentionRun.longestGapMilliseconds else { return nil }
        return now - last
    }

    /// What was forgotten last and what is due; nil where the store cannot be read.
    func outlook(_ now: Int64) async -> RetentionOutlook? {
        let cutoff = schedule.cutoffs(atMilliseconds: now).depersonalise
        guard let dueNow = try? await folder.store.voyagesDue(beforeMilliseconds: cutoff),
            let inAWeek = try? await folder.store.voyagesDue(beforeMilliseconds: cutoff + 7 * 86_400_000),
            let held = try? await folder.store.retentionHeld(schedule.cutoffs(atMilliseconds: now)),
            let records = try? await folder.store.retentionRecordsDue(schedule.cutoffs(atMilliseconds: now)),
            let holds = try? await folder.store.retentionHolds()
        else { return nil }
        return RetentionOutlook(
            schedule: schedule, lastRun: lastRun, dueNow: dueNow, dueInAWeek: inAWeek - dueNow,
            heldNow: held[.voyagesHeld], entriesDue: records[.entriesDestroyed],
            accountVersionsDue: records[.accountVersionsDestroyed], facesDue: records[.facesDestroyed],
            holds: holds,
            reports: shelf.newest(RetentionRun.reportsShown, signedBy: folder.vault.auditSigner.publicKey))
    }

    /// Counts what is due at a moment, changes nothing, and leaves a report.
    func rehearse(asOf now: Int64) async throws -> (text: String, path: String) {
        let cutoffs = schedule.cutoffs(atMilliseconds: now)
        var tally = try await folder.store.retentionDue(cutoffs)
        tally[.filesDestroyed] = overdueFiles(before: cutoffs.quarantine).count
        return try keep(try await report(.rehearsal, cutoffs, tally))
    }

    /// Forgets what is due at a moment and leaves a signed report.
    func run(
        atMilliseconds now: Int64, progress: @Sendable (RetentionTally) -> Void = { _ in }
    ) async throws -> (report: RetentionReport, text: String, path: String) {
        let cutoffs = schedule.cutoffs(atMilliseconds: now)
        var tally = try await folder.store.forgetDue(
            cutoffs, register: DestructionRegisterFile(path: folder.path + "/" + DestructionRegisterFile.name),
            progress: progress)
        for path in overdueFiles(before: cutoffs.quarantine) {
            try FileManager.default.removeItem(atPath: path)
            tally[.filesDestroyed] += 1
        }
        let report = try await report(.run, cutoffs, tally)
        let kept = try keep(report)
        return (report, kept.text, kept.path)
    }

    private func report(
        _ mode: RetentionReport.Mode, _ cutoffs: RetentionCutoffs, _ tally: RetentionTally
    ) async throws -> RetentionReport {
        RetentionReport(
            node: DataFolder.node, mode: mode, cutoffs: cutoffs, tally: tally,
            holds: try await folder.store.retentionHolds())
    }

    private func keep(_ report: RetentionReport) throws -> (text: String, path: String) {
        let text = try folder.vault.auditSigner.signed(report)
        return (text, try shelf.save(report, text: text))
    }

    /// Files that are as old as the quarantine may be: those that the watched folder refused, in the clear, and backups
    /// taken before an upgrade, which hold keys that may be destroyed since.
    private func overdueFiles(before cutoff: Int64) -> [String] {
        let limit = Date(timeIntervalSince1970: Double(cutoff) / 1000)
        let parts = [DataFolder.inbox + "/" + FolderWatcher.refusedFolder, SchemaUpgrade.folder]
        return parts.flatMap { AgedFiles.paths(in: folder.path + "/" + $0, before: limit) }
    }
}
