// SPDX-License-Identifier: Apache-2.0

import Civil
import Drawing
import Gazetteer
import Mandate
import Quality
import Screening
import Travel
import Wording

/// One carrier: by day, by field, by warning with what is to be done, and what it did not send at all.
struct QualityCarrierPage {
    let visit: Visit
    let asked: QualityQuestion
    let report: QualityReport
    let standing: CarrierStanding

    private var words: Words { visit.words }
    private var parts: QualityParts { QualityParts(visit: visit, asked: asked) }
    private var counts: QualityCounts { standing.counts }

    /// The letter about the same period, ready to be read.
    private var letter: String {
        func day(_ number: Int) -> String { CivilDate(daysSinceEpoch: number)?.description ?? "" }
        return "/surat?pengangkut=" + standing.carrier + "&dari=" + day(asked.query.fromDay) + "&sampai="
            + day(asked.query.toDay)
    }

    func render() -> String {
        let name = visit.services.gazetteer.carrier(standing.carrier)
        let title = standing.carrier + (name.map { " · " + $0 } ?? "")
        return PageFrame(visit, title, current: .quality).render { html in
            html.add("p", ["class": "crumbs"]) { html in
                html.add("a", ["href": asked.address("/mutu")], words(QualityText.title))
            }
            html.add("div", ["class": "page-head"]) { html in
                html.add("h1", title)
                html.add("p", ["class": "quiet"], parts.period)
                if visit.allows(.writeLetter) {
                    html.add("a", ["class": "button small push", "href": letter], words(QualityText.letter))
                }
            }
            parts.toolbar(&html)
            guard counts[.messages] > 0 || !standing.unseen.isEmpty else {
                html.add("p", ["class": "empty"], words(QualityText.noMessages))
                return
            }
            figures(&html)
            byDay(&html)
            html.add("div", ["class": "columns"]) { html in
                html.add("div") { html in
                    fields(&html)
                    warnings(&html)
                }
                html.add("div", ["class": "side"]) { html in
                    disagreements(&html)
                    pushes(&html)
                    parts.unseen(standing.unseen, &html)
                }
            }
        }
    }

    private func figures(_ html: inout Markup) {
        html.add("dl", ["class": "figures"]) { html in
            let items: [(QualityText, Int)] = [
                (.voyages, counts[.voyages]), (.messages, counts[.messages]), (.late, counts[.late]),
                (.twice, counts[.duplicated]), (.quarantined, counts[.quarantined]), (.parts, counts[.partsMissing]),
                (.totals, counts[.totalsWrong]), (.listMissing, standing.withoutList),
                (.bookingsMissing, standing.withoutBookings), (.lateHits, standing.hitsKnownLate),
            ]
            for (text, count) in items {
                html.add("div") { html in
                    html.add("dt", words(text))
                    html.add("dd", words.number(count))
                }
            }
        }
    }

    private func byDay(_ html: inout Markup) {
        let columns = parts.columns
        let rows: [(QualityText, QualityMeasure)] = [
            (.messages, .messages), (.late, .late), (.twice, .duplicated), (.quarantined, .quarantined),
            (.parts, .partsMissing), (.totals, .totalsWrong), (.disagree, .disagreeing),
        ]
        html.add("section", ["class": "card", "aria-labelledby": "per-hari"]) { html in
            html.add("h2", ["id": "per-hari"], words(QualityText.byDay))
            html.figure(
                HeatMap(
                    id: "days", title: words(QualityText.byDay), summary: words(QualityText.byDayHint),
                    rowHead: words(QualityText.day), columnNames: columns.map(\.name),
                    rowNames: rows.map { words($0.0) },
                    counts: rows.map { row in
                        columns.map { column in
                            column.days.reduce(0) { $0 + (standing.days[$1]?[row.1] ?? 0) }
                        }
                    }), tableTitle: words(CommonText.showTable))
        }
    }

    private func fields(_ html: inout Markup) {
        var rows: [(source: SourceKind, field: ExpectedField, share: Double)] = []
        for source in SourceKind.allCases {
            for field in ExpectedField.expected(of: source) {
                if let share = counts.missingShare(field, source), share > 0 { rows.append((source, field, share)) }
            }
        }
        html.add("section", ["class": "card", "aria-labelledby": "data"]) { html in
            html.add("h2", ["id": "data"], words(QualityText.sources))
            guard !rows.isEmpty else {
                html.add("p", ["class": "empty"], words(QualityText.noneMissing))
                return
            }
            html.add("table", ["class": "rows"]) { html in
                html.add("caption", ["class": "hidden"], words(QualityText.sources))
                TableParts.head(
                    [
                        words(QualityText.field), "#" + words(QualityText.missing),
                        "#" + words(QualityText.travellers), "#" + words(QualityText.share),
                    ], &html)
                html.add("tbody") { html in
                    for row in rows.sorted(by: { $0.share > $1.share }) {
                        html.add("tr", ["data-row": ""]) { html in
                            html.add("th", ["scope": "row"]) { html in
                                html.say(words(.expectedField, row.field))
                                html.add("span", ["class": "sub"], words(.sourceKind, row.source))
                            }
                            parts.cell(counts[.missing(row.field, row.source)], &html)
                            parts.cell(counts[.named(row.source)], &html)
                            html.add("td", ["class": "n"], words.percent(row.share, decimals: 1))
                        }
                    }
                }
            }
        }
    }

    private func warnings(_ html: inout Markup) {
        let found = counts.values.compactMap { measure, count in measure.warningCode.map { ($0, count) } }
            .sorted { ($0.1, $1.0) > ($1.1, $0.0) }
        html.add("section", ["class": "card", "aria-labelledby": "catatan"]) { html in
            html.add("h2", ["id": "catatan"], words(QualityText.warnings))
            guard !found.isEmpty else {
                html.add("p", ["class": "empty"], words(QualityText.noWarnings))
                return
            }
            html.add("dl", ["class": "facts wide"]) { html in
                for (code, count) in found {
                    html.add("div") { html in
                        html.add("dt") { html in
                            html.add("strong", words.number(count) + " × ")
                            html.say(words(.warningCode, code))
                        }
                        html.add("dd", words(.warningRemedy, code))
                    }
                }
            }
        }
    }

    private func disagreements(_ html: inout Markup) {
        html.add("section", ["class": "card", "aria-labelledby": "beda"]) { html in
            html.add("h2", ["id": "beda"], words(QualityText.disagreements))
            guard counts[.disagreeing] > 0 else {
                html.add("p", ["class": "empty"], words(QualityText.noneDisagree))
                return
            }
            html.add("dl", ["class": "figures line"]) { html in
                pair(words(QualityText.inBoth), counts[.inBothSources], &html)
                for kind in DisagreementKind.allCases where counts[.disagreement(kind)] > 0 {
                    pair(words(.disagreementKind, kind), counts[.disagreement(kind)], &html)
                }
            }
        }
    }

    private func pushes(_ html: inout Markup) {
        html.add("section", ["class": "card", "aria-labelledby": "kiriman"]) { html in
            html.add("h2", ["id": "kiriman"], words(QualityText.pushes))
            guard counts[.pushesDue] > 0 else {
                html.add("p", ["class": "empty"], words(QualityText.noPushes))
                return
            }
            html.add("dl", ["class": "figures line"]) { html in
                pair(words(QualityText.pushesDue), counts[.pushesDue], &html)
                pair(words(QualityText.pushesLate), counts[.pushesLate], &html)
                pair(words(QualityText.pushesMissing), counts[.pushesMissing], &html)
            }
        }
    }

    private func pair(_ label: String, _ count: Int, _ html: inout Markup) {
        html.add("div") { html in
            html.add("dt", label)
            html.add("dd", words.number(count))
        }
    }
}
