// SPDX-License-Identifier: Apache-2.0

import Casework
import Safeguards
import Wording

/// Parts that the pages of feeds share.
enum FeedForm {
    static func crumbs(_ words: Words, _ html: inout Markup) {
        html.add("nav", ["class": "crumbs", "aria-label": words(NavigationText.breadcrumb)]) { html in
            html.add("a", ["href": "/saluran"], "← " + words(FeedText.title))
        }
    }

    static func problem(_ text: String?, _ html: inout Markup) {
        if let text { html.add("p", ["class": "notice problem", "role": "alert"], text) }
    }

    /// What is said of a feed; what was just typed comes first.
    static func fields(_ visit: Visit, _ feed: MessageFeed?, _ html: inout Markup) {
        let words = visit.words
        FormParts.field(
            "pengangkut", words(FeedText.speaksFor),
            value: visit.form["pengangkut"] ?? feed?.speaksFor.joined(separator: ", "),
            hint: words(FeedText.speaksForHint), isRequired: true, limit: 400, &html)
        FormParts.field(
            "kontak", words(FeedText.contact), value: visit.form["kontak"] ?? feed?.contact,
            hint: words(FeedText.contactHint), isRequired: true, limit: 200, &html)
        FormParts.field(
            "diam", words(FeedText.silence), value: visit.form["diam"] ?? "\(feed?.silenceHours ?? 24)",
            type: "number", hint: words(FeedText.silenceHint), isRequired: true, &html)
    }
}

/// The form of a new feed.
struct FeedAddPage {
    let visit: Visit
    var problem: String?

    func render() -> String {
        let words = visit.words
        return PageFrame(visit, words(FeedText.add), current: .feeds).render { html in
            FeedForm.crumbs(words, &html)
            html.add("section", ["class": "card narrow"]) { html in
                html.add("h1", words(FeedText.add))
                FeedForm.problem(problem, &html)
                html.add("form", ["method": "post", "action": "/saluran", "class": "stack"]) { html in
                    FormParts.token(visit, &html)
                    FormParts.field(
                        "nama", words(FeedText.name), value: visit.form["nama"], hint: words(FeedText.nameHint),
                        isRequired: true, limit: 40, &html)
                    FeedForm.fields(visit, nil, &html)
                    html.add("button", ["class": "button primary"], words(FeedText.submitAdd))
                }
            }
        }
    }
}

/// A new token, the one time that it is seen.
struct FeedTokenPage {
    let visit: Visit
    let feed: MessageFeed
    let secret: BearerSecret

    func render() -> String {
        let words = visit.words
        return PageFrame(visit, "\(feed.name)", current: .feeds).render { html in
            FeedForm.crumbs(words, &html)
            html.add("section", ["class": "card"]) { html in
                html.add("h1", words(FeedText.token) + ": \(feed.name)")
                html.add("p", ["class": "notice ok", "role": "status"], words(FeedText.tokenOnce))
                html.add("p") { html in html.add("code", ["id": "token"], secret.text) }
                html.add("p", ["class": "hint"], words(FeedText.tokenUse))
                html.add("p") { html in html.add("code", "Authorization: Bearer " + secret.text) }
                if let former = feed.former, former.untilMilliseconds > visit.now {
                    html.add(
                        "p",
                        words(FeedText.formerUntil) + " "
                            + visit.clock.moment(former.untilMilliseconds, now: visit.now))
                }
                html.add("p") { html in
                    html.add("a", ["class": "button", "href": "/saluran/\(feed.name)"], words(FeedText.tokenStored))
                }
            }
        }
    }
}
