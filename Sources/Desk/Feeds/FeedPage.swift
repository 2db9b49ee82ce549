// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Screening
import Wording

/// One feed: what came by it, what is said of it, its token, its history.
struct FeedPage {
    let visit: Visit
    let state: FeedState
    /// Newest first.
    let history: [FeedDesk.Entry]
    let officers: [RecordID<Officer>: Officer]
    var problem: String?

    func render() -> String {
        let words = visit.words
        let feed = state.feed
        return PageFrame(visit, "\(feed.name)", current: .feeds).render { html in
            FeedForm.crumbs(words, &html)
            html.add("h1") { html in
                html.say("\(feed.name) ")
                FeedMark.write(state, words, &html)
            }
            FeedForm.problem(problem, &html)
            html.add("dl", ["class": "facts"]) { html in
                Facts.pair(words(FeedText.last), FeedMark.last(state, visit), &html)
                Facts.pair(words(FeedText.today), state.traffic.map { words.number($0.received) } ?? "–", &html)
                Facts.pair(words(FeedText.refused), words.number(state.refused), &html)
                Facts.pair(
                    words(FeedText.quarantined), state.traffic.map { words.number($0.quarantined) } ?? "–", &html)
                Facts.pair(words(FeedText.speaksFor), feed.speaksFor.joined(separator: " "), isCode: true, &html)
                Facts.pair(words(FeedText.contact), feed.contact, &html)
                Facts.pair(
                    words(FeedText.silenceHours), "\(feed.silenceHours) " + words(FeedText.hours), &html)
                if let former = feed.former, former.untilMilliseconds > visit.now {
                    Facts.pair(
                        words(FeedText.formerUntil),
                        visit.clock.moment(former.untilMilliseconds, now: visit.now), &html)
                }
            }
            if visit.allows(.editFeed), !feed.isWithdrawn { forms(&html) }
            historyTable(&html)
        }
    }

    private func forms(_ html: inout Markup) {
        let words = visit.words
        let path = "/saluran/\(state.feed.name)"
        html.add("details", ["class": "card", "open": flag(problem != nil)]) { html in
            html.add("summary", words(CommonText.edit))
            html.add("form", ["method": "post", "action": path, "class": "stack"]) { html in
                FormParts.token(visit, &html)
                FeedForm.fields(visit, state.feed, &html)
                html.add("button", ["class": "button primary"], words(FeedText.save))
            }
        }
        html.add("details", ["class": "card"]) { html in
            html.add("summary", words(FeedText.rotate))
            html.add("p", ["class": "hint"], words(FeedText.rotateLead))
            html.add("form", ["method": "post", "action": path + "/token", "class": "stack"]) { html in
                FormParts.token(visit, &html)
                html.void("input", ["type": "hidden", "name": "versi", "value": "\(state.feed.version)"])
                FormParts.field(
                    "peralihan", words(FeedText.overlap), value: "24", type: "number",
                    hint: words(FeedText.overlapHint), isRequired: true, &html)
                html.add("button", ["class": "button primary"], words(FeedText.submitRotate))
            }
        }
        html.add("details", ["class": "card"]) { html in
            html.add("summary", words(FeedText.withdraw))
            html.add("p", ["class": "hint"], words(FeedText.withdrawLead))
            html.add("form", ["method": "post", "action": path + "/cabut", "class": "stack"]) { html in
                FormParts.token(visit, &html)
                FormParts.area(
                    "alasan", words(CommonText.reason), hint: words(CommonText.reasonHint), isRequired: true, &html)
                html.add("button", ["class": "button"], words(FeedText.submitWithdraw))
            }
        }
    }

    private func historyTable(_ html: inout Markup) {
        let words = visit.words
        html.add("h2", words(FeedText.history))
        html.add("table") { html in
            html.add("caption", words(FeedText.history))
            TableParts.head(
                [
                    "#" + words(FeedText.version), words(CommonText.time), words(CommonText.actions),
                    words(CommonText.officer), words(CommonText.reason),
                ], &html)
            html.add("tbody") { html in
                for entry in history {
                    html.add("tr") { html in
                        html.add("td", ["class": "n"], "\(entry.version.feed.version)")
                        html.add("td", visit.clock.moment(entry.record.atMilliseconds, now: visit.now))
                        html.add("td", words(.feedAct, entry.version.act))
                        html.add(
                            "td",
                            DecisionWords(record: entry.record, words: words, officers: officers).officer)
                        html.add("td", entry.version.reason)
                    }
                }
            }
        }
    }
}
