// SPDX-License-Identifier: Apache-2.0

import Casework
import Wording

/// How the installation is, what is wrong first, with what to do.
struct HealthTable {
    let visit: Visit
    let findings: [HealthFinding]

    func write(_ html: inout Markup) {
        let words = visit.words
        html.add("h2", ["id": "pemeriksaan"], words(StatusText.health))
        html.add("table", ["aria-labelledby": "pemeriksaan"]) { html in
            html.add("thead") { html in
                html.add("tr") { html in
                    for title in [StatusText.looked, .grade, .figure, .remedy] {
                        html.add("th", ["scope": "col"], words(title))
                    }
                }
            }
            html.add("tbody") { html in
                for finding in findings.sorted(by: { $0.grade > $1.grade }) { write(finding, &html) }
            }
        }
    }

    private func write(_ finding: HealthFinding, _ html: inout Markup) {
        let words = visit.words
        let tag =
            switch finding.grade {
            case .good: "tag ok"
            case .notice: "tag warn"
            case .fault: "tag hit"
            }
        html.add("tr") { html in
            html.add("th", ["scope": "row"], words(.healthSubject, finding.subject))
            html.add("td") { html in html.add("span", ["class": tag], words(.healthGrade, finding.grade)) }
            html.add("td", finding.figure)
            html.add("td", finding.grade == .good ? "" : words(.healthRemedy, finding.subject))
        }
    }
}
