// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Foundation
internal import Quality
internal import Screening
internal import Travel

/// The report as `cermat quality --json` prints it.
struct QualityJSON: Encodable {
    struct Line: Encodable {
        var carrier: String
        var post: String?
        var mode: String?
        var day: String
        var counts: [String: Int]
    }

    struct Missing: Encodable {
        var source: String
        var field: String
        var count: Int
        var travellers: Int
        var share: Double
    }

    struct Standing: Encodable {
        var carrier: String
        var posts: [String]
        var modes: [String]
        var hurt: Double
        var troubles: [String: Int]
        var counts: [String: Int]
        var missing: [Missing]
        var warnings: [String: Int]
    }

    struct HourClass: Encodable {
        /// Hours before landing at least; null: after landing.
        var fromHours: Int?
        var known: Int
        var judged: Int
    }

    struct LateHit: Encodable {
        var hit: String
        var voyage: String
        var carrier: String
        var post: String
        var landing: String?
        var knownAt: String
        var knownHoursBefore: Double?
        var judgedAt: String?
        var judgedHoursBefore: Double?
        var status: String
        var cause: String?
    }

    struct Unseen: Encodable {
        var day: String
        var carrier: String
        var number: String
        var from: String
        var to: String
        var seenWeeks: Int
        var weeks: Int
    }

    struct Hits: Encodable {
        var standing: Int
        var waiting: Int
        var withoutLanding: Int
        var hoursBefore: [HourClass]
        var times: [LateHit]
        var knownAfterLanding: [LateHit]
        var causes: [String: Int]
    }

    var from: String
    var to: String
    var rules: QualityRules
    var total: [String: Int]
    var carriers: [Standing]
    var days: [Line]
    var hits: Hits
    var unseen: [Unseen]

    init(_ report: QualityReport) {
        from = QualityJSON.day(report.query.fromDay)
        to = QualityJSON.day(report.query.toDay)
        rules = report.rules
        total = QualityJSON.plain(report.total)
        carriers = report.carriers.map(Standing.init)
        days = report.days.map { line in
            Line(
                carrier: line.key.carrier, post: line.key.post.isEmpty ? nil : line.key.post,
                mode: line.key.mode.isEmpty ? nil : line.key.mode, day: QualityJSON.day(line.key.day),
                counts: QualityJSON.plain(line.counts))
        }
        let late = report.hitsKnownAfterLanding
        let distribution = report.distribution
        let ends: [Int?] = HoursBeforeLanding.classes + [nil]
        hits = Hits(
            standing: report.hits.count(where: \.isStanding), waiting: distribution.waiting,
            withoutLanding: distribution.unplaced,
            hoursBefore: ends.enumerated().map {
                HourClass(fromHours: $1, known: distribution.known[$0], judged: distribution.judged[$0])
            }, times: report.hits.map(LateHit.init), knownAfterLanding: late.map(LateHit.init),
            causes: Dictionary(late.compactMap { $0.cause.map { ($0.rawValue, 1) } }, uniquingKeysWith: +))
        unseen = report.unseen.map {
            Unseen(
                day: QualityJSON.day($0.day), carrier: $0.carrier, number: $0.number, from: $0.from, to: $0.to,
                seenWeeks: $0.seenWeeks, weeks: $0.weeks)
        }
    }

    /// The report as one line with sorted keys.
    func text() throws -> String { try SortedJSON.line(self) }

    static func day(_ number: Int) -> String { CivilDate(daysSinceEpoch: number)?.description ?? "-" }

    static func moment(_ milliseconds: Int64) -> String { WallClock.text(milliseconds) }

    fileprivate static func plain(_ counts: QualityCounts) -> [String: Int] {
        Dictionary(counts.values.map { ($0.key.description, $0.value) }, uniquingKeysWith: +)
    }
}

extension QualityJSON.Standing {
    init(_ standing: CarrierStanding) {
        self.init(
            carrier: standing.carrier, posts: standing.posts, modes: standing.modes,
            hurt: (standing.hurt * 10).rounded() / 10,
            troubles: Dictionary(
                Trouble.allCases.map { ($0.rawValue, standing.count($0)) }, uniquingKeysWith: { a, _ in a }),
            counts: QualityJSON.plain(standing.counts), missing: [], warnings: [:])
        for source in SourceKind.allCases {
            for field in ExpectedField.expected(of: source) {
                guard let share = standing.counts.missingShare(field, source), share > 0 else { continue }
                missing.append(
                    QualityJSON.Missing(
                        source: source.rawValue, field: field.rawValue, count: standing.counts[.missing(field, source)],
                        travellers: standing.counts[.named(source)], share: (share * 10_000).rounded() / 10_000))
            }
        }
        for (measure, count) in standing.counts.values { if let code = measure.warningCode { warnings[code] = count } }
    }
}

extension QualityJSON.LateHit {
    init(_ hit: HitTimeliness) {
        func rounded(_ hours: Double?) -> Double? { hours.map { ($0 * 100).rounded() / 100 } }
        self.init(
            hit: "\(hit.id)", voyage: "\(hit.voyage)", carrier: hit.key.carrier, post: hit.key.post,
            landing: hit.landingMilliseconds.map(QualityJSON.moment),
            knownAt: QualityJSON.moment(hit.knownAtMilliseconds), knownHoursBefore: rounded(hit.knownHoursBefore),
            judgedAt: hit.judgedAtMilliseconds.map(QualityJSON.moment),
            judgedHoursBefore: rounded(hit.judgedHoursBefore), status: hit.status.rawValue,
            cause: hit.cause?.rawValue)
    }
}
