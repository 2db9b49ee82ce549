// SPDX-License-Identifier: Apache-2.0

internal import Quality
internal import Screening
internal import Travel

/// The report as a table for a terminal.
enum QualityTable {
    static func lines(_ report: QualityReport) -> [String] {
        var lines = [
            "\(QualityJSON.day(report.query.fromDay)) to \(QualityJSON.day(report.query.toDay)),"
                + " what hurts most first"
        ]
        let heads = [
            "carrier", "voyages", "messages", "late", "twice", "quarantined", "parts", "no list", "unseen",
            "no birth date",
            "disagree", "late hits",
        ]
        var rows = [heads]
        for standing in report.carriers {
            let counts = standing.counts
            rows.append([
                standing.carrier.isEmpty ? "-" : standing.carrier, "\(counts[.voyages])", "\(counts[.messages])",
                "\(counts[.late])", "\(counts[.duplicated])", "\(counts[.quarantined])", "\(counts[.partsMissing])",
                "\(standing.withoutList)", "\(standing.unseen.count)", share(counts.missingShare(.birthDate, .api)),
                "\(counts[.disagreeing])", "\(standing.hitsKnownLate)",
            ])
        }
        lines += aligned(rows)
        if report.carriers.isEmpty { lines.append("no message in this period") }
        let distribution = report.distribution
        lines.append("")
        var hours = [["hours before landing", "hits known", "judged"]]
        for (place, from) in HoursBeforeLanding.classes.enumerated() {
            hours.append(["\(from) or more", "\(distribution.known[place])", "\(distribution.judged[place])"])
        }
        let last = HoursBeforeLanding.classes.count
        hours.append(["after landing", "\(distribution.known[last])", "\(distribution.judged[last])"])
        lines += aligned(hours)
        lines.append("\(distribution.waiting) hits wait for a judgement")
        for hit in report.hitsKnownAfterLanding.prefix(50) {
            lines.append(
                "known after landing: \(hit.id) \(hit.key.carrier) \(hit.key.post) \(hit.cause?.rawValue ?? "-")")
        }
        for voyage in report.unseen.prefix(50) {
            lines.append(
                "unseen: \(QualityJSON.day(voyage.day)) \(voyage.carrier) \(voyage.number) \(voyage.from)-\(voyage.to),"
                    + " seen in \(voyage.seenWeeks) of \(voyage.weeks) weeks before")
        }
        return lines
    }

    private static func share(_ share: Double?) -> String {
        guard let share else { return "-" }
        return "\(Int((share * 1000).rounded()) / 10).\(Int((share * 1000).rounded()) % 10)%"
    }

    /// Columns side by side: the first to the left, numbers to the right.
    private static func aligned(_ rows: [[String]]) -> [String] {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            row.enumerated().map { column, text in
                let space = String(repeating: " ", count: widths[column] - text.count)
                return column == 0 ? text + space : space + text
            }.joined(separator: "  ")
        }
    }
}
