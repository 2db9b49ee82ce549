// SPDX-License-Identifier: Apache-2.0

import Casework
import Mandate
import Safeguards
import Screening
import Travel
import Wording

/// What is due, and what is kept beyond its time for which case.
struct HoldsPage {
    let visit: Visit
    let list: HoldList
    let outlook: RetentionOutlook?

    private var words: Words { visit.words }

    func render() -> String {
        PageFrame(visit, words(HoldText.title), current: .holds).render { html in
            html.add("div", ["class": "page-head"]) { html in
                html.add("h1", words(HoldText.title))
                html.add("p", ["class": "quiet"], words(HoldText.lead))
            }
            if let outlook { RetentionFigures(visit: visit, outlook: outlook).write(&html) }
            html.add("h2", ["id": "berlaku"], words(HoldText.standing))
            if list.rows.isEmpty {
                html.add("p", ["class": "empty"], words(HoldText.none))
            } else {
                table(&html)
            }
            if list.elsewhere > 0 {
                html.add(
                    "p", ["class": "quiet"], words(HoldText.elsewhere) + ": " + words.number(list.elsewhere))
            }
            if visit.allows(.manageHolds) {
                HoldForm(visit: visit, voyage: nil).write(words(HoldText.placeHere), &html)
            }
            if let outlook { RetentionReportTable(visit: visit, reports: outlook.reports).write(&html) }
        }
    }

    private func table(_ html: inout Markup) {
        html.add("div", ["class": "scroll"]) { html in
            html.add("table", ["class": "rows", "aria-labelledby": "berlaku"]) { html in
                TableParts.head(
                    [
                        words(VoyageText.title), words(TravellerText.title), words(HoldText.caseNumber),
                        words(CommonText.reason), words(DecisionText.by), words(HoldText.reviewOn),
                        words(CommonText.actions),
                    ], &html)
                html.add("tbody") { html in for row in list.rows { write(row, &html) } }
            }
        }
    }

    private func write(_ row: HoldList.Row, _ html: inout Markup) {
        let standing = row.standing
        let hold = standing.hold
        let isForgotten = row.voyage.summary.forgottenAtMilliseconds != nil
        html.add("tr", ["data-row": ""]) { html in
            html.add("th", ["scope": "row"]) { html in
                let name = words.name(of: row.voyage.facts)
                if isForgotten || !visit.allows(.viewVoyage, at: row.voyage.facts) {
                    html.say(name)
                } else {
                    html.add("a", ["href": "/perjalanan/\(hold.voyage)", "data-open": ""], name)
                }
            }
            html.add("td") { html in
                guard let traveller = hold.traveller else { return html.say(words(HoldText.whole)) }
                let name = "\(traveller)".prefix(8) + "…"
                if isForgotten || !visit.allows(.viewTraveller, at: row.voyage.facts) {
                    html.add("span", ["class": "mono"], String(name))
                } else {
                    html.add("a", ["href": "/penumpang/\(traveller)", "class": "mono"], String(name))
                }
            }
            html.add("td", ["class": "mono"], hold.caseNumber)
            html.add("td", hold.reason)
            html.add("td") { html in
                html.say(standing.officer.flatMap { list.officers[$0]?.displayName } ?? "–")
                html.add("small", visit.clock.moment(standing.atMilliseconds, now: visit.now))
            }
            html.add("td") { html in review(hold, &html) }
            html.add("td") { html in
                if visit.allows(.manageHolds, at: row.voyage.facts) { lift(standing, &html) } else { html.say("–") }
            }
        }
    }

    private func review(_ hold: LegalHold, _ html: inout Markup) {
        guard let day = hold.reviewOn else { return html.say("–") }
        html.say(visit.clock.date(day))
        if let today = visit.clock.today(visit.now), day <= today {
            html.add("span", ["class": "tag warn"], words(HoldText.reviewOver))
        }
    }

    private func lift(_ standing: LegalHolds.Standing, _ html: inout Markup) {
        guard standing.officer != visit.signedIn?.session.officer else {
            return html.add("small", words(HoldText.needsSecond))
        }
        html.add("details", ["class": "do"]) { html in
            html.add("summary", words(HoldText.lift))
            html.add("form", ["method": "post", "action": "/penangguhan/\(standing.id)/akhiri", "class": "stack"]) {
                html in
                FormParts.token(visit, &html)
                html.add("p", ["class": "hint"], words(HoldText.liftHint))
                let field = "alasan-\(standing.id)"
                html.add("label", ["for": field], words(CommonText.reason))
                html.add(
                    "textarea", ["id": field, "name": "alasan", "rows": "2", "maxlength": "500", "required": ""], "")
                html.add("button", ["class": "button primary"], words(HoldText.lift))
            }
        }
    }
}
