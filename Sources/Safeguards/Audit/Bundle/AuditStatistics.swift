// SPDX-License-Identifier: Apache-2.0

public import Civil
import Mandate

/// How many records there are by day (UTC), who, action and outcome. Nothing about travellers: no subject is looked at.
public struct AuditStatistics: Hashable, Sendable {
    private struct Row: Hashable {
        let day: String
        let who: String
        let role: String
        let action: String
        let outcome: String

        var words: [String] { [day, who, role, action, outcome] }
    }

    private var counts: [Row: Int] = [:]

    public init() {}

    /// Counts a record; one whose event this version cannot read is counted as `unreadable`.
    public mutating func count(_ link: AuditLink) {
        guard let event = try? AuditEventCoding.event(from: link.bytes) else {
            counts[Row(day: "", who: "", role: "", action: "unreadable", outcome: ""), default: 0] += 1
            return
        }
        let (who, role) =
            switch event.actor {
            case .officer(let id, let role, _): (id.description, role.rawValue)
            case .system: ("system", "")
            case .anonymous: ("anonymous", "")
            }
        let row = Row(
            day: Self.day(event.atMilliseconds)?.description ?? "", who: who, role: role,
            action: event.action.rawValue, outcome: event.outcome.rawValue)
        counts[row, default: 0] += 1
    }

    /// `day,officer,role,action,outcome,records`, sorted, a line feed after each line.
    public var csv: String {
        let rows = counts.sorted { $0.key.words.lexicographicallyPrecedes($1.key.words) }
        return "day,officer,role,action,outcome,records\n"
            + rows.map { ($0.key.words + ["\($0.value)"]).joined(separator: ",") + "\n" }.joined()
    }

    /// The day in UTC of a moment, milliseconds since 1970.
    public static func day(_ atMilliseconds: Int64) -> CivilDate? {
        let days = (Double(atMilliseconds) / 86_400_000).rounded(.down)
        return abs(days) < 4_000_000 ? CivilDate(daysSinceEpoch: Int(days)) : nil
    }
}
