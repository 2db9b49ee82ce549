// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Foundation
internal import Logging
internal import Yams

/// How a server runs: from its one configuration file, the command line's options over it. Secrets are never in it.
struct ServerSettings: Hashable {
    var data: String?
    var listen = "127.0.0.1:8080"
    var isBehindTLS = false
    var keepTakenHours = 24
    var checkpoints: String?
    var checkpointMinutes = 15
    var logLevel = Logger.Level.notice

    /// Address and port; nil where the text is no such pair.
    var address: (host: String, port: Int)? {
        guard let colon = listen.lastIndex(of: ":"), let port = Int(listen[listen.index(after: colon)...]),
            (0...65_535).contains(port), colon > listen.startIndex
        else { return nil }
        return (String(listen[..<colon]), port)
    }
}

/// Reads the configuration file and notes everything that is wrong with it at once.
struct ServerSettingsFile {
    /// Nil where there are ``problems``.
    private(set) var settings: ServerSettings?
    private(set) var problems: [String] = []

    static let limitBytes = 64 * 1024
    private static let known = [
        "data", "listen", "behind-tls", "keep-taken-hours", "checkpoints", "checkpoint-minutes", "log-level",
    ]

    init(_ bytes: [UInt8]) {
        guard bytes.count <= Self.limitBytes, let text = String(validating: bytes, as: UTF8.self) else {
            problems = ["not UTF-8, or longer than 64 KiB"]
            return
        }
        var found = ServerSettings()
        do {
            if let root = try Yams.compose(yaml: text) { read(root, into: &found) }
        } catch { problems.append("not YAML: \(error)") }
        if found.address == nil { problems.append("listen is ADDRESS:PORT") }
        if problems.isEmpty { settings = found }
    }

    private mutating func read(_ root: Node, into found: inout ServerSettings) {
        guard let mapping = root.mapping else { return problems.append("the file is a list of keys with values") }
        var seen: Set<String> = []
        for (key, value) in mapping {
            let name = key.string ?? ""
            if !seen.insert(name).inserted { problems.append("\(name) stands twice") }
            switch name {
            case "data": found.data = value.string
            case "listen": found.listen = value.scalar?.string ?? ""
            case "behind-tls":
                if let flag = value.bool {
                    found.isBehindTLS = flag
                } else {
                    problems.append("behind-tls is true or false")
                }
            case "keep-taken-hours": set(value, name, 0...8_760, &found.keepTakenHours)
            case "checkpoints": found.checkpoints = value.string
            case "checkpoint-minutes": set(value, name, 1...1_440, &found.checkpointMinutes)
            case "log-level":
                if let level = value.string.flatMap(Logger.Level.init(rawValue:)) {
                    found.logLevel = level
                } else {
                    problems.append(
                        "log-level is one of " + Logger.Level.allCases.map(\.rawValue).joined(separator: ", "))
                }
            default: problems.append("unknown key \(name); known are \(Self.known.joined(separator: ", "))")
            }
        }
    }

    private mutating func set(_ node: Node, _ name: String, _ range: ClosedRange<Int>, _ value: inout Int) {
        guard let number = node.int, range.contains(number) else {
            return problems.append("\(name) is a number from \(range.lowerBound) to \(range.upperBound)")
        }
        value = number
    }
}
