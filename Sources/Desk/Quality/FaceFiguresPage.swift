// SPDX-License-Identifier: Apache-2.0

import Casework
import Drawing
import Faces
import Foundation
import Wording

/// The operator's own figures of stations and reviewers, with the share of false alerts beside what the policy allows.
struct FaceFiguresPage {
    let visit: Visit
    let asked: QualityQuestion
    let figures: FaceFigures
    let months: Int

    private var words: Words { visit.words }

    func render() -> String {
        PageFrame(visit, words(FaceFigureText.title), current: .quality).render { html in
            html.add("div", ["class": "page-head"]) { html in
                html.add("h1", words(FaceFigureText.title))
                html.add("p", ["class": "quiet"], words(FaceFigureText.lead))
            }
            toolbar(&html)
            if figures.isCut { html.add("p", ["class": "warning", "role": "note"], words(FaceFigureText.cut)) }
            guard !figures.rows.isEmpty else {
                html.add("p", ["class": "empty"], words(FaceFigureText.none))
                return
            }
            summary(&html)
            chart(&html)
            table(&html)
            definitions(&html)
        }
    }

    private func toolbar(_ html: inout Markup) {
        html.add("div", ["class": "toolbar"]) { html in
            QualityParts(visit: visit, asked: asked).views(&html)
            html.add("nav", ["class": "tabs", "aria-label": words(FaceFigureText.period)]) { html in
                for (count, text) in zip(
                    QualityQuestion.faceMonths, [FaceFigureText.months3, .months12, .months24])
                {
                    html.add(
                        "a",
                        [
                            "href": "\(QualityQuestion.faces)?bulan=\(count)",
                            "aria-current": count == months ? "true" : nil,
                        ], words(text))
                }
            }
        }
    }

    private func summary(_ html: inout Markup) {
        let total = figures.total
        html.add("dl", ["class": "figures"]) { html in
            let items: [(FaceFigureText, Int, Bool)] = [
                (.searched, total.searched, false), (.opened, total.opened, false),
                (.confirmed, total.confirmed, false), (.rejected, total.rejected, false),
                (.unclear, total.unclear, false), (.disagreements, total.disagreements, false),
                (.lapsed, total.lapsed, true), (.restarts, total.restarts, true),
            ]
            for (text, count, isAttention) in items {
                html.add("div", ["class": isAttention && count > 0 ? "attention" : nil]) { html in
                    html.add("dt", words(text))
                    html.add("dd", words.number(count))
                }
            }
        }
    }

    private func chart(_ html: inout Markup) {
        var rows = figures.stations.map { row(name($0.station, $0.kind), $0.counts) }
        if rows.count > 1 { rows.append(row(words(FaceFigureText.all), figures.total)) }
        html.add("section", ["class": "card", "aria-labelledby": "batas"]) { html in
            html.add("h2", ["id": "batas"], words(FaceFigureText.chart))
            html.add("p", ["class": "quiet"], words(FaceFigureText.chartLead))
            html.figure(
                RateIntervals(
                    title: words(FaceFigureText.chart), summary: words(FaceFigureText.chartLead),
                    columns: [
                        words(FaceFigureText.station), words(FaceFigureText.falseRate),
                        words(FaceFigureText.standing),
                    ], rows: rows,
                    ticks: (0...RateIntervals.powers).map {
                        words.percent(pow(10, -Double($0)), decimals: max(0, $0 - 2))
                    },
                    allowed: figures.allowed,
                    allowedLabel: words(FaceFigureText.allowed) + ": " + percent(figures.allowed)),
                tableTitle: words(CommonText.showTable))
        }
    }

    private func row(_ name: String, _ counts: FaceCounts) -> RateIntervals.Row {
        let share = counts.falsePositives
        return RateIntervals.Row(
            name: name, value: share.value, lower: share.lower, upper: share.upper,
            text: percent(share.value) + interval(share.lower, share.upper)
                + ", \(words.number(share.count)) / \(words.number(share.strangers))",
            standing: words(.falsePositives, share.standing(allowed: figures.allowed)))
    }

    private func table(_ html: inout Markup) {
        html.add("section", ["aria-labelledby": "per-bulan"]) { html in
            html.add("h2", ["id": "per-bulan"], words(FaceFigureText.byMonth))
            html.add("p", ["class": "quiet"], words(FaceFigureText.byMonthLead))
            html.add("div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-labelledby": "per-bulan"]) {
                html in
                html.add("table", ["class": "rows compact"]) { html in
                    let numbers: [FaceFigureText] = [
                        .searched, .opened, .confirmed, .rejected, .unclear, .disagreements, .lapsed, .restarts,
                        .mistaken, .agreement, .falseShare, .falseRate,
                    ]
                    TableParts.head(
                        [
                            words(FaceFigureText.station), words(FaceFigureText.kind), words(FaceFigureText.month),
                        ] + numbers.map { "#" + words($0) } + [words(FaceFigureText.standing)], &html)
                    html.add("tbody") { html in for row in figures.rows { line(row.key, row.counts, &html) } }
                }
            }
        }
    }

    private func line(_ key: FaceFigures.Key, _ counts: FaceCounts, _ html: inout Markup) {
        html.add("tr", ["data-row": ""]) { html in
            html.add("th", ["scope": "row", "class": "mono"], key.station.description)
            html.add("td", key.kind?.name ?? words(FaceFigureText.unknownKind))
            html.add("td", ["class": "mono nowrap"], key.month.description)
            for count in [
                counts.searched, counts.opened, counts.confirmed, counts.rejected, counts.unclear,
                counts.disagreements, counts.lapsed, counts.restarts, counts.mistaken,
            ] { html.add("td", ["class": count == 0 ? "n zero" : "n"], words.number(count)) }
            proportion(counts.agreement, &html)
            proportion(counts.falseAlertShare, &html)
            let share = counts.falsePositives
            cell(share.strangers > 0, share.value, share.lower, share.upper, &html)
            html.add("td", words(.falsePositives, share.standing(allowed: figures.allowed)))
        }
    }

    private func proportion(_ share: Proportion, _ html: inout Markup) {
        cell(share.total > 0, share.value, share.lower, share.upper, &html)
    }

    private func cell(_ isKnown: Bool, _ value: Double, _ lower: Double, _ upper: Double, _ html: inout Markup) {
        html.add("td", ["class": "n"]) { html in
            guard isKnown else { return html.say("–") }
            html.say(percent(value))
            html.add("span", ["class": "sub"], percent(lower) + "–" + percent(upper))
        }
    }

    private func definitions(_ html: inout Markup) {
        html.add("section", ["class": "card", "aria-labelledby": "cara"]) { html in
            html.add("h2", ["id": "cara"], words(FaceFigureText.definitions))
            html.add("ul") { html in
                for text in [FaceFigureText.falseMeans, .undecidedMeans, .agreementMeans] {
                    html.add("li", words(text))
                }
            }
        }
    }

    private func name(_ station: StationName, _ kind: PictureKind?) -> String {
        "\(station) · " + (kind?.name ?? words(FaceFigureText.unknownKind))
    }

    private func interval(_ lower: Double, _ upper: Double) -> String {
        " (95 %: " + percent(lower) + "–" + percent(upper) + ")"
    }

    private func percent(_ share: Double) -> String { words.percent(share, decimals: share < 0.001 ? 3 : 1) }
}
