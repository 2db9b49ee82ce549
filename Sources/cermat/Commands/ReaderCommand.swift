// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import CardReader
internal import CardReaderHost
internal import Foundation
internal import Logging
internal import Mandate
internal import SyntheticWorld

/// `cermat reader`: identity card readers at a post (docs/reader.md).
struct Reader: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Connect an identity card reader at a post with the desk, or simulate one.",
        subcommands: [ReaderRun.self, ReaderSimulate.self, ReaderToken.self])
}

/// `cermat reader run`: keeps a reader's program alive and hands its readings to the desk.
struct ReaderRun: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run a reader's program and hand each reading to the officer on duty at the post.",
        discussion: """
            The program speaks the line protocol of docs/reader.md on its standard output and input. It is started again
            when it ends, hangs or talks rubbish. Nothing that it reads is stored or logged.
            """)

    @Option(help: "The reader's program with its arguments.")
    var command: String

    @Option(help: "The desk, https://NAME; http:// on loopback only.")
    var desk: String

    @Option(help: "A file that holds the reader's token alone (cermat reader token).")
    var tokenFile: String

    @Option(help: "The post that the reader stands at, such as CGK.")
    var post: String

    @Option(help: "trace, debug, info, notice, warning, error or critical.")
    var logLevel = "notice"

    func run() async throws {
        guard let level = Logger.Level(rawValue: logLevel) else {
            throw ValidationError("--log-level: no level \(logLevel)")
        }
        guard let post = PostCode(post) else {
            throw ValidationError("--post is a code of two to eight letters or digits")
        }
        let token = String(decoding: try InputFile(tokenFile).bytes, as: UTF8.self).trimmingCharacters(
            in: .whitespacesAndNewlines)
        let link: DeskLink
        do { link = try DeskLink(desk: desk, token: token, post: post.description) } catch {
            throw ValidationError("\(error)")
        }
        var logger = Logger(label: "reader")
        logger.logLevel = level
        let host = ReaderHost(command: command, desk: link, logger: logger)
        await StopSignals.untilStopped { try? await host.run() }
        try? await link.close()
    }
}

/// `cermat reader simulate`: a reader's program without a reader.
struct ReaderSimulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Behave as the program of an identity card reader: invented cards, or those of a script.",
        discussion: """
            For trying and for tests: cermat reader run --command "cermat reader simulate --every 5" ... A script has one
            act a line: NIK,NAME,YYYY-MM-DD,PLACE,M|F (all but the NIK may be empty), error CODE (damaged-card,
            removed-early, other-card, slow-card, device), wait MS, unplugged MS, hang, crash, rubbish; # begins a comment.
            """)

    @Option(help: "A script of cards and mishaps; invented cards if not given.")
    var script: String?

    @Option(help: "How many cards to invent.")
    var count = 20

    @Option(help: "The seed of the invented cards.")
    var seed: UInt64 = 1

    @Option(help: "Seconds between one card and the next.")
    var every: Double = 10

    @Option(help: "How many milliseconds a card takes to be read.")
    var slowMilliseconds = 300

    @Option(help: "The name of the device; it says that it is a simulator.")
    var name = "SIMULATOR"

    @Flag(help: "Begin again when the script is over, instead of waiting without a card.")
    var loop = false

    func validate() throws {
        guard (0...3_600).contains(every) else { throw ValidationError("--every is 0 to 3600 seconds") }
        guard (0...60_000).contains(slowMilliseconds) else {
            throw ValidationError("--slow-milliseconds is 0 to 60000")
        }
        guard (1...ReaderScript.limitActs).contains(count) else {
            throw ValidationError("--count is 1 to \(ReaderScript.limitActs)")
        }
    }

    func run() async throws {
        var played: ReaderScript
        if let script {
            do {
                played = try ReaderScript(parsing: String(decoding: try InputFile(script).bytes, as: UTF8.self))
            } catch let problem as ReaderScript.Problem { throw ValidationError("--script: \(problem)") }
        } else {
            var generator = SeededGenerator(seed: seed)
            played = ReaderScript(inventing: count, using: &generator)
        }
        await SimulatedReader(
            script: played, name: name.contains("SIMULATOR") ? name : name + " (SIMULATOR)", every: every,
            slowMilliseconds: slowMilliseconds, loops: loop
        ).run()
    }
}

/// `cermat reader token`: makes the secret of a reader.
struct ReaderToken: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Make the token of a reader at a post; the desk knows it when it is started again.",
        discussion: """
            Writes DATA/readers/POST.token, or POST-NAME.token for one of several readers, and prints the path. Copy the
            file to the reader's machine. It opens nothing but handing in readings for its post. A token that is there
            already is kept; remove the file to take it back.
            """)

    @OptionGroup var data: DataOption

    @Option(help: "The post, such as CGK.")
    var post: String

    @Option(help: "Which of several readers: one to sixteen small letters and digits.")
    var name: String?

    func run() throws {
        guard let post = PostCode(post) else {
            throw ValidationError("--post is a code of two to eight letters or digits")
        }
        guard let place = ReaderTokens.name(post: post, reader: name) else {
            throw ValidationError("--name is one to sixteen small letters and digits")
        }
        print(try ReaderTokens.make(place, in: try data.open().path))
    }
}
