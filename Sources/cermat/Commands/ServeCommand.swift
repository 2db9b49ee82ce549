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

    @Option(help: "A configuration file (YAML); options given here outrank it. See Packaging/cermat.yaml.")
    var config: String?

    @Option(help: "The data folder (made by cermat init).")
    var data: String?

    @Option(
        help: "Address and port; anything but loopback needs TLS, here or in front. (default: 127.0.0.1:8080)")
    var listen: String?

    @Flag(help: "Sign in without passwords as invented officers; loopback only.")
    var demo = false

    @Flag(help: "Clients come over TLS that a proxy ends: secure cookies, HSTS.")
    var behindTLS = false

    @Option(
        help: "The server's certificate chain (PEM), with which it ends TLS itself; renewed files are taken at once.")
    var tlsCertificate: String?

    @Option(help: "The certificate's key (PEM, no passphrase, not readable by others).")
    var tlsKey: String?

    @Option(help: "Hours after which files in inbox/taken are removed; they hold messages in the clear. (default: 24)")
    var keepTakenHours: Int?

    @Option(help: "Folder off the machine, a mount, that gets signed checkpoints of the audit log; it must exist.")
    var checkpoints: String?

    @Option(help: "Minutes between checkpoints. (default: 15)")
    var checkpointMinutes: Int?

    @Option(help: "trace, debug, info, notice, warning, error or critical. (default: notice)")
    var logLevel: String?

    func run() async throws {
        let settings = try settings()
        FreeMemory.boundArenas()
        guard let path = settings.data else {
            throw ValidationError("name the data folder: --data DIR, or data in the file")
        }
        guard let address = settings.address else { throw ValidationError("--listen is ADDRESS:PORT") }
        var logger = Logger(label: "cermat")
        logger.logLevel = settings.logLevel
        let folder = try DataFolder(opening: path)
        let meter = OperatingMeter()
        let keeper = settings.checkpoints.map {
            CheckpointKeeper(
                folder, place: $0, minutes: settings.checkpointMinutes, meter: meter,
                logger: logger)
        }
        let service = ProductService(
            folder: folder, host: address.host, port: address.port, isDemo: demo, isBehindTLS: settings.isBehindTLS,
            certificate: settings.certificateFiles, keepTakenHours: settings.keepTakenHours, limits: settings.limits,
            checkpoints: keeper, meter: meter, logger: logger)
        try await service.run()
    }

    /// The file's settings with the options over them.
    private func settings() throws -> ServerSettings {
        var settings = try config.map { try ServerSettings(file: $0) } ?? ServerSettings()
        settings.data = data ?? settings.data
        settings.listen = listen ?? settings.listen
        settings.isBehindTLS = behindTLS || settings.isBehindTLS
        settings.tlsCertificate = tlsCertificate ?? settings.tlsCertificate
        settings.tlsKey = tlsKey ?? settings.tlsKey
        guard (settings.tlsCertificate == nil) == (settings.tlsKey == nil) else {
            throw ValidationError("--tls-certificate and --tls-key are given together")
        }
        settings.checkpoints = checkpoints ?? settings.checkpoints
        if let keepTakenHours { settings.keepTakenHours = max(0, keepTakenHours) }
        if let checkpointMinutes {
            guard checkpointMinutes >= 1 else { throw ValidationError("--checkpoint-minutes is at least 1") }
            settings.checkpointMinutes = checkpointMinutes
        }
        if let logLevel {
            guard let level = Logger.Level(rawValue: logLevel) else {
                throw ValidationError("--log-level: no level \(logLevel)")
            }
            settings.logLevel = level
        }
        return settings
    }
}
