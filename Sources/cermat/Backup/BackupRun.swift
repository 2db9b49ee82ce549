// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import SQLiteStore
internal import Safeguards

/// Takes one backup of a data folder, whether or not a server runs on it and whatever the version of its tables.
struct BackupRun {
    /// What was written.
    struct Written {
        var file: String
        var sizeBytes: Int64
        var manifest: BackupManifest
        var leftOut: [String]
        var snapshotSeconds: Double
        var writeSeconds: Double
    }

    /// The data folder's absolute path.
    let data: String
    let target: BackupFolder
    let key: BackupKey
    let vault: FileKeyVault
    /// The name of the audit chain.
    let node: String
    var saysProgress = true

    /// The lock against two backups at once, in the data folder and in the folder of backups.
    private static let lock = "backup.lock"
    /// Where the snapshot lies meanwhile: on the data folder's own disk, sealed record by record as the database is.
    private static let workFolder = "backup.work"

    /// Takes the backup; on return it is durable, read back, and under its name.
    ///
    /// - Throws: ``BackupError`` and others; then no backup and no draft of this run is there.
    func take() async throws -> Written {
        let begun = try begin(waiting: false)
        defer { begun.remove() }
        var digest: String?
        if begun.summary.schema == SQLiteStore.schemaVersion {
            say("summing what it says")
            let copy = try SQLiteStore.open(at: begun.work, vault: vault, node: node, mode: .existing)
            digest = try await StateDigest.of(copy)
            // Closing brings the side files back into the database.
            try copy.close()
        }
        return try finish(begun, digest: digest)
    }

    /// Takes the backup of a folder whose tables are older than the program, before it migrates them: no digest of it
    /// can be had. Waits for another backup to end.
    func takeBeforeUpgrade() throws -> Written {
        let begun = try begin(waiting: true)
        defer { begun.remove() }
        return try finish(begun, digest: nil)
    }

    /// A snapshot, and what is known of it.
    private struct Begun {
        let locks: [FolderLock]
        let work: String
        let takenAt: Int64
        let summary: StoreSummary
        let snapshotSeconds: Double

        func remove() {
            // What stays is removed by the next run.
            try? FileManager.default.removeItem(atPath: work)
            withExtendedLifetime(locks) {}
        }
    }

    private func begin(waiting: Bool) throws -> Begun {
        let locks = try [data, target.path].map { folder in
            guard let lock = try FolderLock.acquire(BackupRun.lock, at: folder, waiting: waiting) else {
                throw CommandFailure.exit("another backup is running on \(folder)")
            }
            return lock
        }
        try target.removeDrafts()
        let work = data + "/" + BackupRun.workFolder
        if FileManager.default.fileExists(atPath: work) { try FileManager.default.removeItem(atPath: work) }
        let needed = try SQLiteStore.snapshotBytes(of: data)
        try DiskRoom.check(DiskRoom.isShared(data, target.path) ? needed * 2 : needed, at: data)
        try DiskRoom.check(needed, at: target.path)
        try FileManager.default.createDirectory(
            atPath: work, withIntermediateDirectories: false, attributes: [.posixPermissions: NSNumber(value: 0o700)])
        do {
            let began = ContinuousClock.now
            let takenAt = WallClock.nowMilliseconds
            say("copying the database")
            let database = work + "/" + SQLiteStore.fileName
            try SQLiteStore.snapshot(of: data, to: database)
            return Begun(
                locks: locks, work: work, takenAt: takenAt, summary: try SQLiteStore.summary(of: database),
                snapshotSeconds: began.duration(to: .now).seconds)
        } catch {
            try? FileManager.default.removeItem(atPath: work)
            throw error
        }
    }

    private func finish(_ begun: Begun, digest: String?) throws -> Written {
        let database = begun.work + "/" + SQLiteStore.fileName
        let settings = try SettingsFiles(of: data)
        let head = begun.summary.auditHead ?? AuditChain.genesis(node: node)
        let first = BackupManifest.File(name: SQLiteStore.fileName, sizeBytes: try BackupRun.size(of: database))
        let manifest = BackupManifest(
            takenAtMilliseconds: begun.takenAt, schema: begun.summary.schema, node: node,
            auditSequence: head.sequence, auditHash: head.hash.description, messages: begun.summary.messages,
            decisions: begun.summary.decisions, dataKeys: begun.summary.dataKeys, digest: digest,
            files: [first] + settings.files)
        let file = try target.file(takenAtMilliseconds: begun.takenAt)
        let began = ContinuousClock.now
        var progress = Progress(total: manifest.contentBytes * 2, isSaid: saysProgress)
        try BackupFile.write(
            to: file, manifest: manifest, key: key, sources: [.file(path: database)] + settings.sources
        ) { progress.add($0) }
        return Written(
            file: file, sizeBytes: try BackupRun.size(of: file), manifest: manifest, leftOut: settings.leftOut,
            snapshotSeconds: begun.snapshotSeconds, writeSeconds: began.duration(to: .now).seconds)
    }

    private static func size(of path: String) throws -> Int64 {
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber
        return size?.int64Value ?? 0
    }

    private func say(_ text: String) { if saysProgress { CommandFailure.say(text) } }
}

/// The small files at the top of a data folder: policy, registry, limits, tokens. Neither keys nor the database.
struct SettingsFiles {
    private static let limitBytes = 1 << 20
    private static let countLimit = 64
    /// An old register of destroyed keys must not come back in place of a newer one.
    private static let register = "destroyed.log"

    private(set) var files: [BackupManifest.File] = []
    private(set) var sources: [BackupSource] = []
    /// Files that are too large, such as an index that can be built anew.
    private(set) var leftOut: [String] = []

    init(of folder: String) throws {
        let manager = FileManager.default
        for name in try manager.contentsOfDirectory(atPath: folder).sorted() {
            let path = "\(folder)/\(name)"
            let isOurs =
                name.hasPrefix(SQLiteStore.fileName) || name.hasSuffix(".lock") || name.hasPrefix(".")
                || name == SettingsFiles.register
            guard !isOurs, try manager.attributesOfItem(atPath: path)[.type] as? FileAttributeType == .typeRegular
            else { continue }
            let size = (try manager.attributesOfItem(atPath: path)[.size] as? NSNumber)?.intValue ?? .max
            guard size <= SettingsFiles.limitBytes, files.count < SettingsFiles.countLimit else {
                leftOut.append(name)
                continue
            }
            let bytes = try InputFile(path).bytes
            files.append(BackupManifest.File(name: name, sizeBytes: Int64(bytes.count)))
            sources.append(.bytes(Array(bytes)))
        }
    }
}

/// Says how far a long copy is, every ten seconds.
struct Progress {
    let total: Int64
    let isSaid: Bool
    private var done: Int64 = 0
    private var said = ContinuousClock.now

    init(total: Int64, isSaid: Bool) {
        self.total = total
        self.isSaid = isSaid
    }

    mutating func add(_ bytes: Int64) {
        done += bytes
        guard isSaid, said.duration(to: .now) > .seconds(10), total > 0 else { return }
        said = .now
        CommandFailure.say("\(done * 100 / total) %")
    }
}
