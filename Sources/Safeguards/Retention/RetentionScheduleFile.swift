// SPDX-License-Identifier: Apache-2.0

import Yams

/// Reads `retention.yaml` and notes everything that is wrong with it at once.
public struct RetentionScheduleFile: Sendable {
    /// Nil where there are ``problems``.
    public private(set) var schedule: RetentionSchedule?
    public private(set) var problems: [String] = []

    public static let name = "retention.yaml"
    /// The longest file.
    public static let limitBytes = 64 * 1024

    public init(_ bytes: [UInt8]) {
        guard bytes.count <= Self.limitBytes, let text = String(validating: bytes, as: UTF8.self) else {
            problems = ["not UTF-8, or longer than 64 KiB"]
            return
        }
        var found = RetentionSchedule()
        do {
            if let root = try Yams.compose(yaml: text) { read(root, into: &found) }
        } catch { problems.append("not YAML: \(error)") }
        if found.destroyDays < found.depersonaliseDays {
            problems.append("destroy-days is at least depersonalise-days")
        }
        if problems.isEmpty { schedule = found }
    }

    private mutating func read(_ root: Node, into found: inout RetentionSchedule) {
        guard let mapping = root.mapping else { return problems.append("the file is a list of keys with values") }
        var seen: Set<String> = []
        for (key, value) in mapping {
            let name = key.string ?? ""
            if !seen.insert(name).inserted { problems.append("\(name) stands twice") }
            switch name {
            case "depersonalise-days": set(value, name, &found.depersonaliseDays)
            case "destroy-days": set(value, name, &found.destroyDays)
            case "quarantine-days": set(value, name, &found.quarantineDays)
            case "nightly-at-utc": setMinute(value, &found.nightlyMinute)
            default:
                problems.append(
                    "unknown key \(name); known are depersonalise-days, destroy-days, quarantine-days, nightly-at-utc")
            }
        }
    }

    private mutating func set(_ node: Node, _ name: String, _ value: inout Int) {
        guard let number = node.int, (1...RetentionSchedule.mostDays).contains(number) else {
            return problems.append("\(name) is a number of days from 1 to \(RetentionSchedule.mostDays)")
        }
        value = number
    }

    private mutating func setMinute(_ node: Node, _ value: inout Int) {
        // YAML 1.1 reads an unquoted 19:00 as a number in base sixty.
        let words = (node.scalar?.string ?? "").split(separator: ":")
        guard words.count == 2, words.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(words[0]),
            let minute = Int(words[1]), (0..<24).contains(hour), (0..<60).contains(minute)
        else { return problems.append("nightly-at-utc is a time HH:MM") }
        value = hour * 60 + minute
    }
}
