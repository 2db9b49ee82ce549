// SPDX-License-Identifier: Apache-2.0

import Drawing
import Mandate
import Quality
import Screening
import Wording

/// How many hours before landing hits were known and judged, and which only after it, and why.
struct TimelinessPage {
    /// Hits in the list.
    static let limit = 200

    let visit: Visit
    let asked: QualityQuestion
    let report: QualityReport

    private var words: Words { visit.words }
    private var parts: QualityParts { QualityParts(visit: visit, asked: asked) }

    func render() -> String {
        let late = report.hitsKnownAfterLanding
        let distribution = report.distribution
        return PageFrame(visit, words(QualityText.timesTitle), current: .quality).render { html in
            html.add("div", ["class": "page-head"]) { html in
                html.add("h1", words(QualityText.timesTitle))
                html.add("p", ["class": "quiet"], words(QualityText.timesLead) + " " + parts.period)
            }
            parts.toolbar(&html)
            html.add("dl", ["class": "figures"]) { html in
                let items: [(QualityText, Int, Bool)] = [
                    (.hit, report.hits.count(where: \.isStanding), false), (.waiting, distribution.waiting, false),
                    (.judged, distribution.judged.reduce(0, +), false), (.knownLate, late.count, true),
                ]
                for (text, count, isAttention) in items {
                    html.add("div", ["class": isAttention && count > 0 ? "attention" : nil]) { html in
                        html.add("dt", words(text))
                        html.add("dd", words.number(count))
                    }
                }
            }
            histogram(distribution, &html)
            list(late, &html)
        }
    }

    private func histogram(_ distribution: HoursBeforeLanding, _ html: inout Markup) {
        let names = HoursBeforeLanding.classes.map { "≥ \($0) " + words(QualityText.hours) }
        html.add("section", ["class": "card", "aria-labelledby": "sebaran"]) { html in
            html.add("h2", ["id": "sebaran"], words(QualityText.histogram))
            html.figure(
                ClassBars(
                    id: "hours", title: words(QualityText.histogram), summary: words(QualityText.timesLead),
                    classHead: words(QualityText.hoursBefore), classNames: names + [words(QualityText.afterLanding)],
                    names: (words(QualityText.known), words(QualityText.judged)), first: distribution.known,
                    second: distribution.judged, marked: names.count), tableTitle: words(CommonText.showTable))
        }
    }

    private func list(_ late: [HitTimeliness], _ html: inout Markup) {
        html.add("section", ["class": "card", "aria-labelledby": "setelah"]) { html in
            html.add("h2", ["id": "setelah"], words(QualityText.knownLate))
            guard !late.isEmpty else {
                html.add("p", ["class": "empty"], words(QualityText.noneKnownLate))
                return
            }
            causes(late, &html)
            html.add("div", ["class": "scroll"]) { html in
                html.add("table", ["class": "rows"]) { html in
                    html.add("caption", words.range(first: 1, last: min(late.count, Self.limit), of: late.count))
                    TableParts.head(
                        [
                            words(QualityText.hit), words(QualityText.carrier), words(QualityText.post),
                            words(QualityText.landing), words(QualityText.knownAt), words(QualityText.judgedAt),
                            words(QualityText.cause),
                        ], &html)
                    html.add("tbody") { html in for hit in late.prefix(Self.limit) { row(hit, &html) } }
                }
            }
        }
    }

    private func causes(_ late: [HitTimeliness], _ html: inout Markup) {
        html.add("dl", ["class": "figures line"]) { html in
            for cause in LateCause.allCases {
                let count = late.count { $0.cause == cause }
                guard count > 0 else { continue }
                html.add("div") { html in
                    html.add("dt", words(.lateCause, cause))
                    html.add("dd", words.number(count))
                }
            }
        }
    }

    private func row(_ hit: HitTimeliness, _ html: inout Markup) {
        func moment(_ milliseconds: Int64?) -> String {
            milliseconds.map { visit.clock.moment($0, now: visit.now) } ?? words(QualityText.notJudged)
        }
        html.add("tr", ["data-row": ""]) { html in
            html.add("th", ["scope": "row", "class": "mono"]) { html in
                let short = String("\(hit.id)".prefix(8))
                if visit.allows(.viewVoyage) {
                    html.add("a", ["href": "/perjalanan/\(hit.voyage)", "data-open": ""], short)
                } else {
                    html.say(short)
                }
            }
            html.add("td", parts.name(hit.key.carrier))
            html.add("td", hit.key.post)
            html.add("td", moment(hit.landingMilliseconds))
            html.add("td") { html in
                html.say(moment(hit.knownAtMilliseconds))
                if let hours = hit.knownHoursBefore {
                    html.add(
                        "span", ["class": "sub"],
                        "+" + words.number(-hours, decimals: 1) + " " + words(QualityText.hours))
                }
            }
            html.add("td", moment(hit.judgedAtMilliseconds))
            html.add("td") { html in if let cause = hit.cause { html.say(words(.lateCause, cause)) } }
        }
    }
}
