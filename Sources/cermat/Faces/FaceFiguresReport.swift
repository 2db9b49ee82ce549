// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Faces
internal import Foundation

/// The figures of stations as `cermat face figures` prints them.
struct FaceFiguresReport {
    private struct Share: Encodable {
        let count, of: Int
        let value, lower, upper: Double

        init(_ count: Int, _ of: Int, _ value: Double, _ lower: Double, _ upper: Double) {
            func rounded(_ share: Double) -> Double { (share * 1e7).rounded() / 1e7 }
            (self.count, self.of) = (count, of)
            (self.value, self.lower, self.upper) = (rounded(value), rounded(lower), rounded(upper))
        }

        init(_ share: Proportion) { self.init(share.count, share.total, share.value, share.lower, share.upper) }
    }

    private struct Row: Encodable {
        let station: String?
        let kind: String?
        let month: String?
        let searched, opened, confirmed, rejected, notEnoughEvidence, disagreements, lapsed, restarts, waiting,
            mistaken: Int
        let agreement, falseAlerts, falsePositives: Share
        let standing: String

        init(_ counts: FaceCounts, _ key: FaceFigures.Key?, allowed: Double) {
            (station, kind, month) = (key?.station.description, key?.kind?.name, key?.month.description)
            (searched, opened, confirmed, rejected) = (
                counts.searched, counts.opened, counts.confirmed, counts.rejected
            )
            (notEnoughEvidence, disagreements, lapsed) = (counts.unclear, counts.disagreements, counts.lapsed)
            (restarts, waiting, mistaken) = (counts.restarts, counts.waiting, counts.mistaken)
            (agreement, falseAlerts) = (Share(counts.agreement), Share(counts.falseAlertShare))
            let strangers = counts.falsePositives
            falsePositives = Share(
                strangers.count, strangers.strangers, strangers.value, strangers.lower, strangers.upper)
            standing = strangers.standing(allowed: allowed).rawValue
        }
    }

    private struct Whole: Encodable {
        let from: String
        let allowed: Double
        let cut: Bool
        let rows: [Row]
        let total: Row
    }

    private let whole: Whole

    init(_ figures: FaceFigures) {
        whole = Whole(
            from: figures.from.description, allowed: figures.allowed, cut: figures.isCut,
            rows: figures.rows.map { Row($0.counts, $0.key, allowed: figures.allowed) },
            total: Row(figures.total, nil, allowed: figures.allowed))
    }

    func json() throws -> String { try SortedJSON.line(whole) }

    /// A line a row, for people.
    func lines() -> [String] {
        let head =
            "station, kind, month: searched, reviews, confirmed, rejected, not enough evidence, disagreements, lapsed; "
            + "reviewers agree; false alerts of those decided; of strangers searched (allowed \(percent(whole.allowed)))"
        return [head] + whole.rows.map { line($0) } + [line(whole.total)]
            + (whole.cut ? ["more decisions than are read: the earliest months are not whole"] : [])
    }

    private func line(_ row: Row) -> String {
        let name = [row.station ?? "all", row.station == nil ? nil : row.kind ?? "kind not noted", row.month]
        let counts = [
            row.searched, row.opened, row.confirmed, row.rejected, row.notEnoughEvidence, row.disagreements, row.lapsed,
        ].map(String.init).joined(separator: ", ")
        return name.compactMap(\.self).joined(separator: " ") + ": \(counts); " + share(row.agreement) + "; "
            + share(row.falseAlerts) + "; " + share(row.falsePositives) + " " + row.standing
    }

    private func share(_ share: Share) -> String {
        share.of == 0
            ? "-" : "\(percent(share.value)) (95 %: \(percent(share.lower)) to \(percent(share.upper)))"
    }

    private func percent(_ share: Double) -> String { String(format: "%.3g %%", share * 100) }
}
