// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Drawing
import Quality
import Screening
import Travel
import Wording

/// What the pages about quality share: tabs, filters, days as columns.
struct QualityParts {
    let visit: Visit
    let asked: QualityQuestion

    private var words: Words { visit.words }

    /// The two views, the periods, and the choice of post and mode.
    func toolbar(_ html: inout Markup) {
        html.add("div", ["class": "toolbar"]) { html in
            views(&html)
            html.add("nav", ["class": "tabs", "aria-label": words(QualityText.byDay)]) { html in
                for (days, text) in zip(
                    QualityQuestion.periods, [QualityText.days7, QualityText.days30, QualityText.days90])
                {
                    html.add(
                        "a",
                        [
                            "href": asked.address(days: days),
                            "aria-current": days == asked.days ? "true" : nil,
                        ], words(text))
                }
            }
            html.add("form", ["method": "get", "action": asked.path, "class": "inline filter"]) { html in
                html.void("input", ["type": "hidden", "name": "hari", "value": "\(asked.days)"])
                html.add("label", ["for": "q-pos"], words(QualityText.post))
                html.void(
                    "input",
                    [
                        "id": "q-pos", "name": "pos", "value": asked.post, "maxlength": "5", "size": "6",
                        "autocomplete": "off", "spellcheck": "false", "placeholder": "CGK",
                    ])
                select(
                    "moda", QualityText.mode,
                    [("", words(QualityText.everything))]
                        + TravelMode.allCases.map { ($0.rawValue, words(.travelMode, $0)) }, asked.mode, &html)
                html.add("button", ["class": "button small"], words(CommonText.filter))
            }
        }
    }

    /// Carriers, times, and stations where there are any.
    func views(_ html: inout Markup) {
        html.add("nav", ["class": "tabs", "aria-label": words(QualityText.title)]) { html in
            tab("/mutu", words(QualityText.carriersTab), &html)
            tab("/mutu/waktu", words(QualityText.timesTab), &html)
            if visit.services.stations?.plan.stations.isEmpty == false {
                tab(QualityQuestion.faces, words(FaceFigureText.tab), &html)
            }
        }
    }

    private func tab(_ path: String, _ text: String, _ html: inout Markup) {
        html.add("a", ["href": asked.address(path), "aria-current": asked.path == path ? "page" : nil], text)
    }

    private func select(
        _ name: String, _ label: QualityText, _ options: [(String, String)], _ selected: String?, _ html: inout Markup
    ) {
        html.add("label", ["for": "q-" + name], words(label))
        html.add("select", ["id": "q-" + name, "name": name]) { html in
            for option in options {
                html.add("option", ["value": option.0, "selected": flag(option.0 == (selected ?? ""))], option.1)
            }
        }
    }

    /// Days as columns; of more than a month, weeks.
    var columns: [(name: String, days: ClosedRange<Int>)] {
        let (from, to) = (asked.query.fromDay, asked.query.toDay)
        guard asked.days > 31 else { return (from...to).map { (shortDay($0), $0...$0) } }
        return stride(from: from, through: to, by: 7).map { (shortDay($0), $0...min($0 + 6, to)) }
    }

    /// `23/11`.
    func shortDay(_ day: Int) -> String {
        guard let date = CivilDate(daysSinceEpoch: day) else { return "–" }
        return "\(date.day)/\(date.month)"
    }

    /// `23 Nov 2026`.
    func fullDay(_ day: Int) -> String {
        CivilDate(daysSinceEpoch: day).map { visit.clock.date($0) } ?? "–"
    }

    /// The period in words.
    var period: String { fullDay(asked.query.fromDay) + " – " + fullDay(asked.query.toDay) }

    /// A carrier's code with its name where it is known.
    func name(_ carrier: String) -> String {
        carrier.isEmpty ? words(QualityText.unknownCarrier) : carrier
    }

    /// A number in a cell, quiet where it is zero, with a share beneath where one is given.
    func cell(_ count: Int, share: Double? = nil, isBad: Bool = true, _ html: inout Markup) {
        html.add("td", ["class": count == 0 ? "n zero" : "n"]) { html in
            html.say(words.number(count))
            if let share, count > 0 { html.add("span", ["class": "sub"], words.percent(share, decimals: 1)) }
        }
    }

    /// Voyages of which nothing came, as a table.
    func unseen(_ voyages: [UnseenVoyage], _ html: inout Markup) {
        html.add("section", ["class": "card", "aria-labelledby": "tanpa-pesan"]) { html in
            html.add("h2", ["id": "tanpa-pesan"], words(QualityText.unseen))
            guard !voyages.isEmpty else {
                html.add("p", ["class": "empty"], words(QualityText.noUnseen))
                return
            }
            html.add("p", ["class": "quiet"], words(QualityText.unseenLead))
            html.add("table", ["class": "rows"]) { html in
                html.add("caption", words.range(first: 1, last: min(voyages.count, 100), of: voyages.count))
                TableParts.head(
                    [
                        words(QualityText.number), words(QualityText.route), words(QualityText.day),
                        words(QualityText.seenBefore),
                    ], &html)
                html.add("tbody") { html in
                    for voyage in voyages.sorted(by: >).prefix(100) {
                        html.add("tr", ["data-row": ""]) { html in
                            html.add("th", ["scope": "row"], voyage.carrier + " " + voyage.number)
                            html.add("td", voyage.from + " → " + voyage.to)
                            html.add("td", fullDay(voyage.day))
                            html.add("td", "\(voyage.seenWeeks) / \(voyage.weeks)")
                        }
                    }
                }
            }
        }
    }
}
