// SPDX-License-Identifier: Apache-2.0

import Safeguards
import Wording

/// The signed reports of retention, the newest first: what each run forgot, and whether its signature holds.
struct RetentionReportTable {
    let visit: Visit
    let reports: [RetentionShelf.Kept]

    private var words: Words { visit.words }

    func write(_ html: inout Markup) {
        html.add("h2", ["id": "laporan"], words(ReportText.title))
        html.add("p", ["class": "quiet"], words(ReportText.lead))
        guard !reports.isEmpty else { return html.add("p", ["class": "empty"], words(StatusText.retentionNever)) }
        html.add("div", ["class": "scroll", "tabindex": "0", "role": "group", "aria-labelledby": "laporan"]) { html in
            html.add("table", ["class": "rows", "aria-labelledby": "laporan"]) { html in
                TableParts.head(
                    [
                        words(AuditText.when), words(ReportText.kind), "#" + words(ReportText.namesGone),
                        "#" + words(ReportText.voyagesGone), "#" + words(ReportText.facesGone),
                        "#" + words(ReportText.keysGone),
                        "#" + words(StatusText.holds), words(ReportText.signature),
                    ], &html)
                html.add("tbody") { html in for kept in reports { write(kept, &html) } }
            }
        }
    }

    private func write(_ kept: RetentionShelf.Kept, _ html: inout Markup) {
        html.add("tr", ["data-report": "\(kept.atMilliseconds)"]) { html in
            html.add("th", ["scope": "row"], visit.clock.moment(kept.atMilliseconds, now: visit.now))
            html.add("td", words(kept.mode == .run ? ReportText.run : .rehearsal))
            for measure in [RetentionMeasure.voyagesDepersonalised, .voyagesDestroyed, .facesDestroyed, .keysDestroyed]
            {
                html.add("td", ["class": "n"], kept.report.map { words.number($0.tally[measure]) } ?? "–")
            }
            html.add("td", ["class": "n"], kept.report.map { words.number($0.holds.count) } ?? "–")
            html.add("td") { html in
                let tag = kept.report == nil ? "tag hit" : "tag ok"
                html.add("span", ["class": tag], words(kept.report == nil ? ReportText.forged : .signed))
            }
        }
    }
}
