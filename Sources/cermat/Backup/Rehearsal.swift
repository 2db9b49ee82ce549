// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import SQLiteStore
internal import Safeguards

/// A restore for practice: into a folder that is removed again.
struct Rehearsal {
    /// What came of it; no personal data.
    struct Report: Codable {
        var file: String
        var sizeBytes: Int64
        var takenAt: String
        var schema: Int
        var messages: Int64
        var decisions: Int64
        var auditRecords: Int64
        var digest: String?
        var digestHolds: Bool
        var countsHold: Bool
        var auditHolds: Bool
        var readSeconds: Double
        var openSeconds: Double
        /// What came into the data folder after the backup, and would be lost with it.
        var messagesSince: Int64
        var auditRecordsSince: Int64

        var isGood: Bool { digestHolds && countsHold && auditHolds }
    }

    let data: String
    let file: String
    let keys: KeyBundle

    /// Inside the data folder: the restored folder holds the keys too, which must not lie on another disk even for a
    /// while.
    private static let workFolder = "rehearsal.work"

    func run() async throws -> Report {
        guard let lock = try FolderLock.acquire("rehearsal.lock", at: data, waiting: false) else {
            throw CommandFailure.exit("another rehearsal is running on \(data)")
        }
        defer { withExtendedLifetime(lock) {} }
        let files = FileManager.default
        let work = data + "/" + Rehearsal.workFolder
        if files.fileExists(atPath: work) { try files.removeItem(atPath: work) }
        try files.createDirectory(
            atPath: work, withIntermediateDirectories: false, attributes: [.posixPermissions: NSNumber(value: 0o700)])
        // What stays is removed by the next rehearsal.
        defer { try? files.removeItem(atPath: work) }
        let folder = work + "/data"
        let outcome = try await RestoreRun(backup: file, into: folder, keys: keys, isRecorded: false).restore()
        let restored = try SQLiteStore.summary(of: folder + "/" + SQLiteStore.fileName)
        let source = try SQLiteStore.summary(of: data + "/" + SQLiteStore.fileName)
        let manifest = outcome.manifest
        let head = restored.auditHead ?? AuditChain.genesis(node: manifest.node)
        let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? NSNumber
        return Report(
            file: file, sizeBytes: size?.int64Value ?? 0, takenAt: manifest.takenAtText, schema: manifest.schema,
            messages: restored.messages, decisions: restored.decisions, auditRecords: head.sequence,
            digest: outcome.digest, digestHolds: manifest.digest.map { $0 == outcome.digest } ?? true,
            countsHold: restored.messages == manifest.messages && restored.decisions == manifest.decisions
                && restored.dataKeys == manifest.dataKeys,
            auditHolds: head.sequence == manifest.auditSequence && head.hash.description == manifest.auditHash,
            readSeconds: outcome.readSeconds, openSeconds: outcome.openSeconds,
            messagesSince: source.messages - restored.messages,
            auditRecordsSince: (source.auditHead?.sequence ?? 0) - head.sequence)
    }
}

extension BackupManifest {
    /// When it was taken, in UTC.
    var takenAtText: String { WallClock.text(takenAtMilliseconds) }
}
