// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Logging

/// `cermat serve`: the desk, the watched folder and the screener on one data folder.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run the desk, the watched folder and the screening on a data folder.",
        discussion: """
            Files that appear in DATA/inbox are taken after a rename from NAME.part or when unchanged for 2 s, and moved to
            DATA/inbox/taken once their messages are on disk; they are removed from there after --keep-taken-hours.
            POST /api/messages takes messages with the bearer token of DATA/feed.token.
            """)

    @OptionGroup var data: DataOption

    @Option(help: "Address and port; put a proxy with TLS in front of anything but loopback.")
    var listen = "127.0.0.1:8080"

    @Flag(help: "Sign in without passwords as invented officers; loopback only.")
    var demo = false

    @Flag(help: "Clients come over TLS that a proxy ends: secure cookies, HSTS.")
    var behindTLS = false

    @Option(help: "Hours after which files in inbox/taken are removed; they hold messages in the clear.")
    var keepTakenHours = 24

    @Option(help: "Folder off the machine, a mount, that gets signed checkpoints of the audit log; it must exist.")
    var checkpoints: String?

    @Option(help: "Minutes between checkpoints.")
    var checkpointMinutes = 15

    @Option(help: "trace, debug, info, notice, warning, error or critical.")
    var logLevel = "notice"

    func run() async throws {
        guard let level = Logger.Level(rawValue: logLevel) else {
            throw ValidationError("--log-level: no level \(logLevel)")
        }
        guard let colon = listen.lastIndex(of: ":"), let port = Int(listen[listen.index(after: colon)...]) else {
            throw ValidationError("--listen is ADDRESS:PORT")
        }
        guard checkpointMinutes >= 1 else { throw ValidationError("--checkpoint-minutes is at least 1") }
        var logger = Logger(label: "cermat")
        logger.logLevel = level
        let folder = try data.open()
        let keeper = checkpoints.map {
            CheckpointKeeper(folder, place: $0, minutes: checkpointMinutes, logger: logger)
        }
        let service = ProductService(
            folder: folder, host: String(listen[..<colon]), port: port, isDemo: demo, isBehindTLS: behindTLS,
            keepTakenHours: max(0, keepTakenHours), checkpoints: keeper, logger: logger)
        try await service.run()
    }
}
