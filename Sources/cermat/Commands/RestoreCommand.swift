// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import SQLiteStore
internal import Safeguards

/// `cermat restore`: a new data folder of a backup.
struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a new data folder of a backup, destroy again what was destroyed since, and record that.",
        discussion: """
            Give the register of destroyed keys (destroyed.log, kept apart from backups) and the checkpoints of the audit
            log that were kept off the machine: the first makes forgotten data stay forgotten, the second names what the
            backup lacks. A hold that was placed after the backup is not in it: give the last retention report, or what it
            kept is forgotten here.
            """)

    @Argument(help: "The backup.")
    var backup: String

    @Option(help: "The folder to make; it must be empty or missing.")
    var into: String

    @Option(help: "An export of keys, or a folder of keys.")
    var keys: String

    @Option(help: "A file with the passphrase of the export; else CERMAT_KEYS_PASSPHRASE or the terminal.")
    var passphraseFile: String?

    @Option(help: "A file of checkpoint lines kept off the machine.")
    var checkpoints: String?

    @Option(help: "The register of destroyed keys.")
    var destroyed: String?

    @Option(help: "The last signed retention report: its legal holds stand again before anything is forgotten.")
    var holds: String?

    func run() async throws {
        var plan = RestoreRun(
            backup: backup, into: into, keys: try KeySource.bundle(keys, passphraseFile: passphraseFile))
        if let checkpoints {
            plan.checkpoints =
                CheckpointLines(
                    try CheckpointLines.bytes(at: checkpoints, node: DataFolder.node)
                ).checkpoints
        }
        if let destroyed {
            plan.registerBytes = try InputFile(destroyed).bytes
            plan.register = try DestructionRegister(plan.registerBytes)
        }
        if let holds { plan.holdsReport = String(decoding: try InputFile(holds).bytes, as: UTF8.self) }
        if destroyed == nil { CommandFailure.say("no --destroyed: what was destroyed after the backup comes back") }
        let outcome: RestoreRun.Outcome
        do { outcome = try await plan.restore() } catch let error as BackupError {
            throw CommandFailure.exit("\(error)")
        }
        let manifest = outcome.manifest
        print("restored into \(into): taken \(manifest.takenAtText), \(manifest.messages) messages, ", terminator: "")
        print("\(manifest.decisions) decisions, \(manifest.auditSequence) audit records")
        if outcome.isMigrated { print("tables of version \(manifest.schema) brought to \(SQLiteStore.schemaVersion)") }
        print("\(outcome.destroyedAgain) destroyed keys destroyed again")
        let forgotten = outcome.forgotten[.voyagesDepersonalised] + outcome.forgotten[.voyagesDestroyed]
        if forgotten > 0 { print("\(forgotten) voyages that are due by now were forgotten") }
        if let missing = outcome.missingAudit {
            print("audit records \(missing.lowerBound) to \(missing.upperBound) are missing")
        }
    }
}
