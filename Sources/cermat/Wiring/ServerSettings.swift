// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Desk
internal import Logging
internal import Safeguards
internal import Yams

/// How a server runs: from its one configuration file, the command line's options over it. Secrets are never in it.
struct ServerSettings: Hashable {
    var data: String?
    var listen = "127.0.0.1:8080"
    var isBehindTLS = false
    var tlsCertificate: String?
    var tlsKey: String?
    var keepTakenHours = 24
    var checkpoints: String?
    var checkpointMinutes = 15
    var logLevel = Logger.Level.notice
    var limits = DeskLimits()

    /// The files with which the server ends TLS; nil where it does not.
    var certificateFiles: CertificateFiles? {
        guard let tlsCertificate, let tlsKey else { return nil }
        return CertificateFiles(certificate: tlsCertificate, key: tlsKey)
    }

    /// Address and port; nil where the text is no such pair.
    var address: (host: String, port: Int)? {
        guard let colon = listen.lastIndex(of: ":"), let port = Int(listen[listen.index(after: colon)...]),
            (0...65_535).contains(port), colon > listen.startIndex
        else { return nil }
        return (String(listen[..<colon]), port)
    }
}

extension ServerSettings {
    /// The settings of a file; ends the command with all that is wrong with it.
    init(file path: String) throws {
        let file = ServerSettingsFile(try InputFile(path).bytes)
        guard let read = file.settings else {
            throw CommandFailure.exit(path + ": " + file.problems.joined(separator: "; "), ExitCode(64))
        }
        self = read
    }
}

/// Reads the configuration file and notes everything that is wrong with it at once.
struct ServerSettingsFile {
    /// Nil where there are ``problems``.
    private(set) var settings: ServerSettings?
    private(set) var problems: [String] = []

    private static let keys = [
        "data", "listen", "behind-tls", "tls-certificate", "tls-key", "keep-taken-hours", "checkpoints",
        "checkpoint-minutes", "log-level", "limits",
    ]

    init(_ bytes: [UInt8]) {
        var found = ServerSettings()
        var reader = SettingsReader()
        if let root = reader.root(bytes) {
            let top = reader.entries(root, "the file", ServerSettingsFile.keys)
            found.data = top["data"]?.string
            if let node = top["listen"] { found.listen = node.scalar?.string ?? "" }
            reader.set(top["behind-tls"], "behind-tls", &found.isBehindTLS)
            found.tlsCertificate = top["tls-certificate"]?.string
            found.tlsKey = top["tls-key"]?.string
            reader.set(top["keep-taken-hours"], "keep-taken-hours", 0...8_760, &found.keepTakenHours)
            found.checkpoints = top["checkpoints"]?.string
            reader.set(top["checkpoint-minutes"], "checkpoint-minutes", 1...1_440, &found.checkpointMinutes)
            reader.set(top["log-level"], "log-level", &found.logLevel)
            if let node = top["limits"] {
                let keys = [
                    "connections", "head-seconds", "body-seconds", "idle-seconds", "feed-per-second", "body-megabytes",
                ]
                let own = reader.entries(node, "limits", keys)
                reader.set(own["connections"], "connections", 10...100_000, &found.limits.connections)
                reader.set(own["head-seconds"], "head-seconds", 1...600, &found.limits.headSeconds)
                reader.set(own["body-seconds"], "body-seconds", 1...3_600, &found.limits.bodySeconds)
                reader.set(own["idle-seconds"], "idle-seconds", 1...3_600, &found.limits.idleSeconds)
                reader.set(own["feed-per-second"], "feed-per-second", 1...1_000, &found.limits.feedPerSecond)
                reader.set(own["body-megabytes"], "body-megabytes", 64...65_536, &found.limits.bodyMegabytes)
            }
        }
        if found.address == nil { reader.note("listen is ADDRESS:PORT") }
        if (found.tlsCertificate == nil) != (found.tlsKey == nil) {
            reader.note("tls-certificate and tls-key are given together")
        }
        problems = reader.problems
        if problems.isEmpty { settings = found }
    }
}
