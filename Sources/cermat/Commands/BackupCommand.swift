// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import Mandate
internal import SQLiteStore
internal import Safeguards

/// `cermat backup`: sealed copies of a data folder.
struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take a sealed, verified copy of a data folder, also while a server runs on it.",
        discussion: """
            The keys are not in it: keep them apart with `cermat keys export`. Whoever has only the backup holds nothing
            readable; whoever has only the keys holds no data.
            """,
        subcommands: [BackupTake.self, BackupVerify.self, BackupRehearse.self], defaultSubcommand: BackupTake.self)
}

struct BackupTake: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "take", abstract: "Take a backup; prints one line of JSON about it once it is verified.")

    @Option(help: "The data folder.")
    var data: String

    @Option(help: "The folder of backups; made where it is missing. Best on another disk.")
    var to: String

    @Option(help: "The folder of keys, where it is not DATA/keys; its backup.key is made at first use.")
    var key: String?

    @Option(help: "Keep this many of the newest backups of this folder and remove older ones.")
    var keep: Int?

    func validate() throws {
        if let keep, keep < 1 { throw ValidationError("--keep is 1 or more") }
    }

    func run() async throws {
        let data = try DataPath.existing(data)
        let keys = key ?? data + "/" + DataFolder.keys
        let backupKey = try BackupKey.ofFolder(keys, makingIfMissing: true)
        let target = try BackupFolder(to)
        let vault = try FileKeyVault(at: keys)
        let run = BackupRun(data: data, target: target, key: backupKey, vault: vault, node: DataFolder.node)
        let written = try await run.take()
        if !written.leftOut.isEmpty {
            CommandFailure.say("left out as too large: \(written.leftOut.joined(separator: ", "))")
        }
        print(written.json)
        if let keep {
            let removed = try target.keep(keep, keyMark: backupKey.mark)
            if removed > 0 { CommandFailure.say("\(removed) older backups removed") }
        }
        // A folder of older tables is not opened: that would migrate it.
        guard written.manifest.schema == SQLiteStore.schemaVersion else { return }
        let event = AuditEvent(
            atMilliseconds: WallClock.nowMilliseconds, actor: .system, action: .backup,
            detail: "audit \(written.manifest.auditSequence), \(written.sizeBytes) bytes")
        try await DataFolder(opening: data).store.appendAudit([event])
    }
}

struct BackupVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Read a backup from end to end; name the first bad place. Exit 1 if any.")

    @Argument(help: "The backup.")
    var file: String

    @Option(help: "The data folder with its keys.")
    var data: String?

    @Option(help: "A folder of keys, or an export of keys.")
    var keys: String?

    @Option(help: "A file with the passphrase of the export.")
    var passphraseFile: String?

    func validate() throws {
        if (data == nil) == (keys == nil) { throw ValidationError("name either --data or --keys") }
    }

    func run() async throws {
        let place = keys ?? (data ?? "") + "/" + DataFolder.keys
        let bundle = try KeySource.bundle(place, passphraseFile: passphraseFile)
        do {
            var bytes: Int64 = 0
            let manifest = try BackupFile.read(file, key: bundle.backupKey) { bytes += Int64($1.count) }
            print("\(manifest.files.count) files, \(bytes) bytes, every chunk holds")
            print(manifest.line)
        } catch let error as BackupError {
            throw CommandFailure.exit("\(error)")
        }
    }
}

struct BackupRehearse: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rehearse",
        abstract: "Restore a backup into a temporary folder, compare, report, remove it. Exit 1 if it does not hold.")

    @Option(help: "The data folder with its keys.")
    var data: String

    @Option(help: "The backup.")
    var from: String

    @Option(help: "An export of keys to rehearse with, in place of the folder's own.")
    var keys: String?

    @Option(help: "A file with the passphrase of the export.")
    var passphraseFile: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let data = try DataPath.existing(data)
        let bundle = try KeySource.bundle(keys ?? data + "/" + DataFolder.keys, passphraseFile: passphraseFile)
        let report: Rehearsal.Report
        do { report = try await Rehearsal(data: data, file: from, keys: bundle).run() } catch let error as BackupError {
            throw CommandFailure.exit("\(error)")
        }
        print(try json ? report.json() : report.text)
        if !report.isGood { throw CommandFailure.partial }
    }
}

extension BackupRun.Written {
    private struct Line: Codable {
        var file: String
        var sizeBytes: Int64
        var snapshotSeconds: Double
        var writeSeconds: Double
        var manifest: BackupManifest
    }

    /// The manifest line.
    var json: String {
        let line = Line(
            file: file, sizeBytes: sizeBytes, snapshotSeconds: snapshotSeconds, writeSeconds: writeSeconds,
            manifest: manifest)
        return (try? SortedJSON.line(line)) ?? "{}"
    }
}

extension Rehearsal.Report {
    func json() throws -> String { try SortedJSON.line(self) }

    var text: String {
        func word(_ holds: Bool) -> String { holds ? "holds" : "DOES NOT HOLD" }
        return """
            backup    \(file), \(sizeBytes) bytes, taken \(takenAt), tables of version \(schema)
            restored  in \(String(format: "%.1f", readSeconds)) s, opened and compared in \(String(format: "%.1f", openSeconds)) s
            messages  \(messages), decisions \(decisions): \(word(countsHold))
            audit log \(auditRecords) records: \(word(auditHolds))
            state     \(digest ?? "-"): \(word(digestHolds))
            since     \(messagesSince) messages and \(auditRecordsSince) audit records came after it
            """
    }
}

/// The absolute path of a data folder that is not opened.
enum DataPath {
    static func existing(_ path: String) throws -> String {
        let folder = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL.path
        guard FileManager.default.fileExists(atPath: folder + "/" + SQLiteStore.fileName) else {
            throw CommandFailure.exit("\(path) is no data folder; make one with: cermat init --data \(path)")
        }
        return folder
    }
}
