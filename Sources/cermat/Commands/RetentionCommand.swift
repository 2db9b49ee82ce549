// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Civil
internal import Foundation
internal import Mandate
internal import SQLiteStore
internal import Safeguards

/// `cermat retention`: forgetting on time.
struct Retention: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Forget on time, and show that it was done.",
        subcommands: [RetentionRunCommand.self, RetentionHolds.self, RetentionVerify.self])
}

struct RetentionRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Take names from old data and destroy what is past its limit; print a signed report.",
        discussion: """
            What is due when is in retention.yaml of the data folder; a server runs this each night by itself. The
            report is kept in the folder `retention`, and the identifiers of destroyed keys in `destroyed.log`: keep a
            copy of that file apart from backups, so that a restore can destroy them again.
            """)

    @OptionGroup var data: DataOption

    @Flag(help: "Count what is due and change nothing.")
    var rehearse = false

    @Option(help: "With --rehearse: as if it were this day (YYYY-MM-DD).")
    var asOf: String?

    @Flag(help: "Run although the clock was set ahead, or the last run is more than 35 days ago by it.")
    var clockIsRight = false

    func validate() throws {
        if let asOf {
            guard rehearse else { throw ValidationError("--as-of goes with --rehearse: forgetting uses the clock") }
            guard CivilDate(iso: asOf) != nil else { throw ValidationError("--as-of is a day YYYY-MM-DD") }
        }
    }

    func run() async throws {
        let folder = try data.open()
        let run = try RetentionRun(folder)
        let now = WallClock.nowMilliseconds
        if rehearse {
            let day = asOf.flatMap { try? Date($0 + "T00:00:00Z", strategy: .iso8601) }
            let moment = day.map { Int64($0.timeIntervalSince1970 * 1000) } ?? now
            let kept = try await run.rehearse(asOf: moment)
            CommandFailure.say("a rehearsal, nothing was changed; kept as \(kept.path)")
            print(kept.text, terminator: "")
            return
        }
        if clockIsRight {
            try ClockFile(in: folder.path).confirm()
        } else if let doubt = try await run.clockDoubt(now) {
            throw CommandFailure.exit(
                "\(doubt), and what is forgotten does not come back; check the clock, then add --clock-is-right")
        }
        let done = try await run.run(atMilliseconds: now) { tally in
            CommandFailure.say(
                "\(tally[.voyagesDepersonalised]) voyages without names, \(tally[.voyagesDestroyed]) destroyed so far")
        }
        CommandFailure.say("the report is kept as \(done.path)")
        print(done.text, terminator: "")
    }
}

struct RetentionHolds: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "holds",
        abstract: "List the legal holds that stand, by record identifiers: hold, voyage, traveller; no personal data.",
        discussion: "Officers place and lift them on the page Penangguhan penghapusan.")

    @OptionGroup var data: DataOption

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        var output = LineOutput()
        for hold in try await data.open().store.retentionHolds() {
            output.add(
                json
                    ? "{\"id\":\"\(hold.id)\",\"voyage\":\"\(hold.voyage)\",\"traveller\":"
                        + (hold.traveller.map { "\"\($0)\"" } ?? "null") + "}"
                    : "\(hold)")
        }
        output.flush()
    }
}

struct RetentionVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check that a retention report is whole and who signed it. Exit 1 if not.")

    @Argument(help: "The report.")
    var report: String

    @Option(help: "The public key: audit.pub of the installation's key folder.")
    var key: String

    func run() throws {
        let line = String(decoding: try InputFile(key).bytes, as: UTF8.self).trimmingCharacters(
            in: .whitespacesAndNewlines)
        guard let publicKey = AuditPublicKey(line) else {
            throw CommandFailure.exit("\(key) is no public key; give audit.pub", ExitCode(64))
        }
        do {
            let text = String(decoding: try InputFile(report).bytes, as: UTF8.self)
            let read = try RetentionReport(parsing: text, signedBy: publicKey)
            print("\(read.mode.rawValue) of node \(read.node), signed; the report holds")
        } catch let error as SafeguardsError {
            throw CommandFailure.exit(error.description)
        }
    }
}
