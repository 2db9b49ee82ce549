// SPDX-License-Identifier: Apache-2.0

import Casework
import Mandate
import Screening
import Wording

/// All feeds with what came by them.
struct FeedListPage {
    let visit: Visit
    let states: [FeedState]

    func render() -> String {
        let words = visit.words
        return PageFrame(visit, words(FeedText.title), current: .feeds).render { html in
            html.add("div", ["class": "page-head"]) { html in
                html.add("h1", words(FeedText.title))
                html.add("p", ["class": "quiet"], words(FeedText.lead))
            }
            if visit.allows(.editFeed) {
                html.add("p", ["class": "toolbar"]) { html in
                    html.add("a", ["class": "button primary", "href": "/saluran/baru"], words(FeedText.add))
                }
            } else {
                html.add("p", ["class": "hint"], words(FeedText.noAccess))
            }
            if states.isEmpty {
                html.add("p", ["class": "empty"], words(FeedText.empty))
            } else {
                table(&html)
                html.add("p", ["class": "hint"], words(FeedText.refusedSince))
            }
            for name in visit.configuration.feeds.keys.sorted() {
                html.add("p", ["class": "hint"]) { html in
                    html.add("span", ["class": "mono"], name)
                    html.say(": " + words(FeedText.fileFeed))
                }
            }
        }
    }

    private func table(_ html: inout Markup) {
        let words = visit.words
        html.add("div", ["class": "scroll"]) { html in
            html.add("table", ["class": "rows"]) { html in
                html.add("caption", words("\(states.count) saluran", "\(states.count) feeds"))
                TableParts.head(
                    [
                        words(FeedText.name), words(FeedText.speaksFor), words(CommonText.state),
                        words(FeedText.last), "#" + words(FeedText.today), "#" + words(FeedText.refused),
                        "#" + words(FeedText.quarantined), words(FeedText.silenceHours),
                    ], &html)
                html.add("tbody") { html in for state in states { row(state, &html) } }
            }
        }
    }

    private func row(_ state: FeedState, _ html: inout Markup) {
        let words = visit.words
        html.add("tr", ["data-row": ""]) { html in
            html.add("th", ["scope": "row"]) { html in
                html.add(
                    "a", ["href": "/saluran/\(state.feed.name)", "data-open": "", "class": "mono"],
                    "\(state.feed.name)")
            }
            html.add("td", ["class": "mono"], state.feed.speaksFor.joined(separator: " "))
            html.add("td") { html in FeedMark.write(state, words, &html) }
            html.add("td", FeedMark.last(state, visit))
            html.add("td", ["class": "n"], state.traffic.map { words.number($0.received) } ?? "–")
            html.add("td", ["class": "n"], words.number(state.refused))
            html.add("td", ["class": "n"], state.traffic.map { words.number($0.quarantined) } ?? "–")
            html.add("td", "\(state.feed.silenceHours) " + words(FeedText.hours))
        }
    }
}

/// How a feed is, in a word.
enum FeedMark {
    static func write(_ state: FeedState, _ words: Words, _ html: inout Markup) {
        if state.feed.isWithdrawn {
            html.add("span", ["class": "tag"], words(FeedText.withdrawn))
        } else if state.isSilent {
            html.add(
                "span", ["class": "tag warn"],
                words(FeedText.silent) + " \(state.quietHours) " + words(FeedText.hours))
        } else {
            html.add("span", ["class": "tag ok"], words(FeedText.inUse))
        }
    }

    static func last(_ state: FeedState, _ visit: Visit) -> String {
        guard let traffic = state.traffic else { return "–" }
        return traffic.lastReceivedAtMilliseconds.map { visit.clock.moment($0, now: visit.now) }
            ?? visit.words(FeedText.never)
    }
}
