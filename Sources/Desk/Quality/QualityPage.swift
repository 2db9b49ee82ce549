// SPDX-License-Identifier: Apache-2.0

import Drawing
import Gazetteer
import Quality
import Screening
import Travel
import Wording

/// All carriers over a period, what hurts most first.
struct QualityPage {
    let visit: Visit
    let asked: QualityQuestion
    let report: QualityReport

    private var words: Words { visit.words }
    private var parts: QualityParts { QualityParts(visit: visit, asked: asked) }

    func render() -> String {
        let carriers = report.carriers
        return PageFrame(visit, words(QualityText.title), current: .quality).render { html in
            html.add("div", ["class": "page-head"]) { html in
                html.add("h1", words(QualityText.title))
                html.add("p", ["class": "quiet"], words(QualityText.lead) + " " + parts.period)
            }
            parts.toolbar(&html)
            guard !carriers.isEmpty else {
                html.add("p", ["class": "empty"], words(QualityText.noMessages))
                return
            }
            figures(carriers, &html)
            table(carriers, &html)
            strip(carriers, &html)
            parts.unseen(report.unseen, &html)
            html.add("p", ["class": "hint"], words(QualityText.rulesHint))
        }
    }

    private func figures(_ carriers: [CarrierStanding], _ html: inout Markup) {
        let total = report.total
        html.add("dl", ["class": "figures"]) { html in
            let items: [(QualityText, Int, Bool)] = [
                (.messages, total[.messages], false), (.late, total[.late], false), (.twice, total[.duplicated], false),
                (.quarantined, total[.quarantined], true), (.parts, total[.partsMissing], false),
                (.unseen, report.unseen.count, true),
                (.lateHits, report.hitsKnownAfterLanding.count, true),
            ]
            for (text, count, isAttention) in items {
                html.add("div", ["class": isAttention && count > 0 ? "attention" : nil]) { html in
                    html.add("dt", words(text))
                    html.add("dd", words.number(count))
                }
            }
        }
    }

    private func table(_ carriers: [CarrierStanding], _ html: inout Markup) {
        html.add("div", ["class": "scroll"]) { html in
            html.add("table", ["class": "rows compact"]) { html in
                html.add("caption", words(QualityText.order))
                TableParts.head(
                    [
                        words(QualityText.carrier), words(QualityText.worst), "#" + words(QualityText.messages),
                        "#" + words(QualityText.late), "#" + words(QualityText.twice),
                        "#" + words(QualityText.quarantined), "#" + words(QualityText.parts),
                        "#" + words(QualityText.fields), "#" + words(QualityText.disagree),
                        "#" + words(QualityText.unseen), "#" + words(QualityText.lateHitsColumn),
                    ], &html)
                html.add("tbody") { html in for carrier in carriers { row(carrier, &html) } }
            }
        }
    }

    private func row(_ standing: CarrierStanding, _ html: inout Markup) {
        let counts = standing.counts
        func share(_ count: Int, of whole: QualityMeasure) -> Double? {
            counts[whole] > 0 ? Double(count) / Double(counts[whole]) : nil
        }
        html.add("tr", ["data-row": ""]) { html in
            html.add("th", ["scope": "row"]) { html in
                if QualityQuestion.isCode(standing.carrier) {
                    html.add(
                        "a", ["href": asked.address("/mutu/pengangkut/" + standing.carrier)],
                        parts.name(standing.carrier))
                } else {
                    html.say(parts.name(standing.carrier))
                }
                let name = visit.services.gazetteer.carrier(standing.carrier)
                html.add("span", ["class": "sub"], name ?? standing.posts.joined(separator: ", "))
            }
            html.add("td") { html in html.say(worst(standing)) }
            parts.cell(counts[.messages], &html)
            parts.cell(counts[.late], share: share(counts[.late], of: .messages), &html)
            parts.cell(counts[.duplicated], share: share(counts[.duplicated], of: .messages), &html)
            parts.cell(counts[.quarantined], &html)
            parts.cell(counts[.partsMissing], &html)
            let noBirth = SourceKind.allCases.reduce(0) { $0 + counts[.missing(.birthDate, $1)] }
            let listed = counts[.named(.api)] + counts[.named(.manifest)]
            parts.cell(noBirth, share: listed > 0 ? Double(noBirth) / Double(listed) : nil, &html)
            parts.cell(counts[.disagreeing], share: share(counts[.disagreeing], of: .inBothSources), &html)
            parts.cell(standing.unseen.count, &html)
            parts.cell(standing.hitsKnownLate, &html)
        }
    }

    /// The trouble that weighs most: how many of what.
    private func worst(_ standing: CarrierStanding) -> String {
        let found = Trouble.allCases.max {
            Double(standing.count($0)) * $0.weight < Double(standing.count($1)) * $1.weight
        }
        guard let found, standing.count(found) > 0 else { return words(QualityText.nothingWrong) }
        return words.number(standing.count(found)) + " " + words(.trouble, found)
    }

    private func strip(_ carriers: [CarrierStanding], _ html: inout Markup) {
        let shown = carriers.prefix(20)
        let columns = parts.columns
        html.add("section", ["class": "card", "aria-labelledby": "per-hari"]) { html in
            html.add("h2", ["id": "per-hari"], words(QualityText.byDay))
            html.figure(
                HeatMap(
                    id: "troubles", title: words(QualityText.byDay), summary: words(QualityText.byDayHint),
                    rowHead: words(QualityText.carrier), columnNames: columns.map(\.name),
                    rowNames: shown.map { parts.name($0.carrier) },
                    counts: shown.map { standing in
                        columns.map { column in
                            column.days.reduce(0) { $0 + (standing.days[$1]?.troubledMessages ?? 0) }
                        }
                    }), tableTitle: words(CommonText.showTable))
        }
    }
}
