// SPDX-License-Identifier: Apache-2.0

import Yams

/// Reads `retention.yaml` and notes everything that is wrong with it at once.
public struct RetentionScheduleFile: Sendable {
    /// Nil where there are ``problems``.
    public private(set) var schedule: RetentionSchedule?
    public private(set) var problems: [String] = []

    public static let name = "retention.yaml"
    public init(_ bytes: [UInt8]) {
        var found = RetentionSchedule()
        var reader = SettingsReader()
        if let root = reader.root(bytes) {
            let keys = ["depersonalise-days", "destroy-days", "quarantine-days", "nightly-at-utc"]
            let top = reader.entries(root, "the file", keys)
            let days = 1...RetentionSchedule.mostDays
            reader.set(top["depersonalise-days"], "depersonalise-days", days, &found.depersonaliseDays)
            reader.set(top["destroy-days"], "destroy-days", days, &found.destroyDays)
            reader.set(top["quarantine-days"], "quarantine-days", days, &found.quarantineDays)
            if let node = top["nightly-at-utc"] {
                if let minute = RetentionScheduleFile.minute(node) {
                    found.nightlyMinute = minute
                } else {
                    reader.note("nightly-at-utc is a time HH:MM")
                }
            }
        }
        if found.destroyDays < found.depersonaliseDays {
            reader.note("destroy-days is at least depersonalise-days")
        }
        problems = reader.problems
        if problems.isEmpty { schedule = found }
    }

    /// The minute of the day.
    private static func minute(_ node: Node) -> Int? {
        // YAML 1.1 reads an unquoted 19:00 as a number in base sixty.
        let words = (node.scalar?.string ?? "").split(separator: ":")
        guard words.count == 2, words.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(words[0]),
            let minute = Int(words[1]), (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        return hour * 60 + minute
    }
}
