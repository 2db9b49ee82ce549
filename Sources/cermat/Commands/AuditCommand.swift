// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Civil
internal import Mandate
internal import SQLiteStore
internal import Safeguards
internal import Screening

/// `cermat audit`: the log of who did and saw what.
struct Audit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the audit log and hand it out.",
        subcommands: [
            AuditVerify.self, AuditCheckpointCommand.self, AuditExportCommand.self, AuditBundleCommand.self,
        ])
}

/// Where checkpoints were kept off the machine.
struct KeptCheckpoints: ParsableArguments {
    @Option(help: "Checkpoints kept off the machine: a file, or the folder that serve writes to.")
    var checkpoints: String?

    /// Reads them as they are; none where the option is not given.
    func bytes() throws -> [UInt8] {
        guard let checkpoints else { return [] }
        return try CheckpointLines.bytes(at: checkpoints, node: DataFolder.node)
    }
}

struct AuditVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Follow the hash chain from its first record; name the first bad one. Exit 1 if any.")

    @OptionGroup var data: DataOption
    @OptionGroup var kept: KeptCheckpoints

    func run() async throws {
        let folder = try data.open()
        let lines = CheckpointLines(try kept.bytes())
        let verdict = try await folder.store.verifyAudit(
            checkpoints: lines.checkpoints, publicKey: folder.vault.auditSigner.publicKey)
        if !lines.description.isEmpty { CommandFailure.say(lines.description) }
        guard verdict.holds else { throw CommandFailure.exit(verdict.description) }
        print(verdict)
        if !lines.unreadable.isEmpty { throw CommandFailure.partial }
    }
}

struct AuditCheckpointCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint", abstract: "Print a signed line about the log's end; keep it off the machine.")

    @OptionGroup var data: DataOption

    func run() async throws {
        let folder = try data.open()
        let head = try await folder.store.auditHead()
        print(
            try folder.vault.auditSigner.checkpoint(
                node: DataFolder.node, head: head, atMilliseconds: WallClock.nowMilliseconds
            ).description)
    }
}

struct AuditExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the log into a file that `cermat-verify` checks without the data folder.",
        discussion: "That it was exported is recorded before the file is visible. The format is in docs/audit.md.")

    @OptionGroup var data: DataOption

    @Option(help: "The file to write; one of that name is replaced when the new one is whole.")
    var out: String

    @Option(help: "The first record.")
    var from: Int64 = 1

    func run() async throws {
        guard from >= 1 else { throw ValidationError("--from: records are numbered from 1") }
        let folder = try data.open()
        let draft = try DraftFile(out)
        let last = try await AuditExport(folder).write(from: from, through: .max, to: draft)
        try draft.synchronise()
        try await folder.store.appendAudit([
            AuditEvent(
                atMilliseconds: WallClock.nowMilliseconds, actor: .system, action: .export,
                detail: "audit \(from)..\(last)")
        ])
        try draft.publish()
        CommandFailure.say("records \(from) to \(last) written to \(out)")
    }
}

struct AuditBundleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bundle",
        abstract: "Gather the records of a period, and all that verifies them, for an inspection.",
        discussion: """
            A tar archive: log, checkpoints, public key, policy, counts by day, officer and action, the verifier's verdict,
            a page in both languages, and a signature over all. That it was made is recorded before it is visible.
            Check it with: cermat-verify --bundle FILE
            """)

    @OptionGroup var data: DataOption
    @OptionGroup var kept: KeptCheckpoints

    @Option(help: "The first day, YYYY-MM-DD in UTC.")
    var from: String

    @Option(help: "The last day, YYYY-MM-DD in UTC.")
    var to: String

    @Option(help: "The archive to write.")
    var out: String

    func run() async throws {
        guard let first = CivilDate(iso: from), let last = CivilDate(iso: to), first <= last else {
            throw ValidationError("--from and --to are days as 2026-01-31, the first not after the last")
        }
        let inspection = AuditInspection(folder: try data.open(), first: first, last: last)
        let made = try await inspection.write(to: out, checkpoints: try kept.bytes())
        CommandFailure.say("records \(made.records.lowerBound) to \(made.records.upperBound) bundled into \(out)")
        if !made.verdict.holds { throw CommandFailure.exit(made.verdict.description) }
    }
}
