// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Casework
internal import Foundation
internal import Mandate
internal import SQLiteStore
internal import Safeguards
internal import Screening

/// Makes a new data folder of a backup. All is done in a folder beside it, which takes its name at the very end: a
/// folder that is there under its name is whole, forgot what was destroyed since, and has recorded that.
struct RestoreRun {
    /// What came of it.
    struct Outcome {
        var manifest: BackupManifest
        /// Of the folder before destroyed keys were destroyed again; nil when the backup's tables were older.
        var digest: String
        var isMigrated: Bool
        var destroyedAgain: Int
        /// What the retention schedule asks for by now.
        var forgotten = RetentionTally()
        /// Audit records that a checkpoint proves and the backup lacks: the first and the last number.
        var missingAudit: ClosedRange<Int64>?
        var readSeconds: Double
        var openSeconds: Double
    }

    let backup: String
    let into: String
    let keys: KeyBundle
    var checkpoints: [AuditCheckpoint] = []
    var register: DestructionRegister?
    /// The register as it was given; the new folder goes on with it.
    var registerBytes: [UInt8] = []
    /// The text of a signed retention report, whose holds stand in the new folder too.
    var holdsReport: String?
    /// Whether the restore is recorded in the new folder's audit log.
    var isRecorded = true

    func restore() async throws -> Outcome {
        let folder = URL(fileURLWithPath: into, isDirectory: true).standardizedFileURL.path
        let files = FileManager.default
        if files.fileExists(atPath: folder), try !files.contentsOfDirectory(atPath: folder).isEmpty {
            throw CommandFailure.exit("\(into) is not empty; name a new folder")
        }
        let head = try BackupFile.manifest(of: backup).manifest
        guard head.schema <= SQLiteStore.schemaVersion else {
            throw CommandFailure.exit(
                "the backup is of version \(head.schema), this program knows \(SQLiteStore.schemaVersion); use the newer program"
            )
        }
        let draft = folder + ".restoring"
        if files.fileExists(atPath: draft) {
            CommandFailure.say("removing \(draft), which a restore that was ended left")
            try files.removeItem(atPath: draft)
        }
        try files.createDirectory(
            atPath: draft, withIntermediateDirectories: true, attributes: [.posixPermissions: NSNumber(value: 0o700)])
        do {
            let outcome = try await fill(draft, head)
            try FolderName.give(draft, folder)
            return outcome
        } catch {
            try? files.removeItem(atPath: draft)
            throw error
        }
    }

    private func fill(_ draft: String, _ head: BackupManifest) async throws -> Outcome {
        let clock = ContinuousClock()
        let began = clock.now
        try DiskRoom.check(head.contentBytes, at: draft)
        let manifest = try unpack(draft, head)
        try keys.write(into: draft + "/" + DataFolder.keys)
        for part in [DataFolder.inbox, DataFolder.inbox + "/taken"] {
            try FileManager.default.createDirectory(
                atPath: draft + "/" + part, withIntermediateDirectories: true,
                attributes: [.posixPermissions: NSNumber(value: 0o700)])
        }
        let read = clock.now
        let database = draft + "/" + SQLiteStore.fileName
        let found = try SQLiteStore.summary(of: database)
        let vault = try FileKeyVault(at: draft + "/" + DataFolder.keys)
        guard found.wrappingKeys.isSubset(of: vault.wrappingKeyNumbers) else {
            throw CommandFailure.exit(
                "the keys are older than the backup; use an export made after the last `cermat keys renew`")
        }
        let store = try SQLiteStore.open(
            at: draft, vault: vault, node: DataFolder.node, mode: .existing,
            configuration: SQLiteStoreConfiguration(qualityRules: try QualityRulesFile.read(draft)))
        let digest = try await StateDigest.of(store)
        if let expected = manifest.digest, head.schema == SQLiteStore.schemaVersion, digest != expected {
            throw CommandFailure.exit(
                "what the restored folder says is not what the backup's head says; nothing was kept")
        }
        let missing = try await missingAudit(store, vault, manifest)
        let (destroyed, forgotten) = try await record(store, vault, draft, manifest, missing)
        try store.close()
        return Outcome(
            manifest: manifest, digest: digest, isMigrated: manifest.schema < SQLiteStore.schemaVersion,
            destroyedAgain: destroyed, forgotten: forgotten, missingAudit: missing,
            readSeconds: began.duration(to: read).seconds,
            openSeconds: read.duration(to: clock.now).seconds)
    }

    private func unpack(_ draft: String, _ head: BackupManifest) throws -> BackupManifest {
        var progress = Progress(total: head.contentBytes, isSaid: isRecorded)
        var output: (name: String, handle: FileHandle)?
        let manifest = try BackupFile.read(backup, key: keys.backupKey) { file, bytes in
            if output?.name != file.name {
                try output?.handle.synchronize()
                try output?.handle.close()
                let path = draft + "/" + file.name
                guard
                    FileManager.default.createFile(
                        atPath: path, contents: nil, attributes: [.posixPermissions: NSNumber(value: 0o600)]),
                    let handle = FileHandle(forWritingAtPath: path)
                else { throw CommandFailure.exit("cannot write \(path)") }
                output = (file.name, handle)
            }
            try output?.handle.write(contentsOf: bytes)
            progress.add(Int64(bytes.count))
        }
        try output?.handle.synchronize()
        try output?.handle.close()
        return manifest
    }

    /// Follows the restored chain; later checkpoints say what is missing, earlier ones must be met.
    private func missingAudit(
        _ store: SQLiteStore, _ vault: FileKeyVault, _ manifest: BackupManifest
    ) async throws -> ClosedRange<Int64>? {
        let end = manifest.auditSequence
        let publicKey = vault.auditSigner.publicKey
        let verdict = try await store.verifyAudit(
            checkpoints: checkpoints.filter { $0.head.sequence <= end }, publicKey: publicKey)
        if case .broken(let fault) = verdict {
            throw CommandFailure.exit("the backup's audit log: record \(fault.sequence): \(fault.kind.rawValue)")
        }
        let later = checkpoints.filter { $0.head.sequence > end }
        guard later.allSatisfy({ $0.node == manifest.node && $0.isSigned(by: publicKey) }) else {
            throw CommandFailure.exit("a checkpoint is not of this folder")
        }
        return later.map(\.head.sequence).max().map { (end + 1)...$0 }
    }

    /// Joins the shorter audit log to the checkpoints, forgets what is due by now, destroys again what was destroyed, and
    /// records that. What is due goes first: its judgements stay readable without names only while its keys are there.
    private func record(
        _ store: SQLiteStore, _ vault: FileKeyVault, _ draft: String, _ manifest: BackupManifest,
        _ missing: ClosedRange<Int64>?
    ) async throws -> (destroyed: Int, forgotten: RetentionTally) {
        guard isRecorded else { return (0, RetentionTally()) }
        let now = WallClock.nowMilliseconds
        let head = try await store.auditHead()
        try await store.appendAudit([
            try vault.auditSigner.restoreEvent(
                node: manifest.node, restored: head, checkpoints: checkpoints, atMilliseconds: now)
        ])
        let path = draft + "/" + DestructionRegisterFile.name
        if !registerBytes.isEmpty { try Data(registerBytes).write(to: URL(fileURLWithPath: path)) }
        if let holdsReport { try await RestoredHolds(store: store, vault: vault, now: now).place(holdsReport) }
        let forgotten = try await store.forgetDue(
            try RetentionRun.schedule(of: draft).cutoffs(atMilliseconds: now),
            register: DestructionRegisterFile(path: path))
        // The registry's answers end by their age alone and stand in no register.
        let terms = (try? RegistryWiring.terms(in: draft)) ?? RegistryTerms()
        _ = try await store.forgetReplies(
            beforeMilliseconds: now - Int64(terms.keepDays) * 86_400_000, atMilliseconds: now)
        let lost = missing.map { ", records \($0.lowerBound) to \($0.upperBound) missing" } ?? ""
        let destroyed = try await store.destroyKeys(register?.keys ?? []) { destroyed in
            [
                AuditEvent(
                    atMilliseconds: now, actor: .system, action: .restore,
                    detail: "backup of \(manifest.takenAtMilliseconds), audit \(manifest.auditSequence)\(lost), "
                        + "\(destroyed) keys destroyed again")
            ]
        }
        return (destroyed, forgotten)
    }
}

/// Gives a finished folder its name.
private enum FolderName {
    static func give(_ draft: String, _ folder: String) throws {
        let files = FileManager.default
        if files.fileExists(atPath: folder) { try files.removeItem(atPath: folder) }
        try files.moveItem(atPath: draft, toPath: folder)
    }
}
