// SPDX-License-Identifier: Apache-2.0

import Gazetteer
import Mandate
import Safeguards
import Wording

/// What stands around every page: head, menu, purpose, clock, notices, keyboard help.
struct PageFrame {
    let visit: Visit
    let title: String
    var current: NavigationItem?
    var isLive = false
    /// A further script that the page needs.
    var script: String?

    init(_ visit: Visit, _ title: String, current: NavigationItem? = nil, script: String? = nil) {
        self.visit = visit
        self.title = title
        self.current = current
        self.script = script
    }

    private var words: Words { visit.words }

    /// The whole document.
    func render(_ body: (inout Markup) -> Void) -> String {
        Markup.document(words.language.rawValue, theme: visit.signedIn?.theme) { html in
            PageHead.write(title, words, script: script, &html)
            html.add("body", ["data-keys": visit.signedIn?.isKeyboardOff == true ? "off" : "on"]) { html in
                html.add("a", ["class": "skip", "href": "#isi"], words(CommonText.skipToContent))
                header(&html)
                html.add("main", ["id": "isi", "tabindex": "-1"]) { html in
                    if let notice = visit.notice {
                        html.add(
                            "p", ["class": notice.isProblem ? "notice problem" : "notice", "role": "status"],
                            notice.text)
                    }
                    body(&html)
                }
                if let signedIn = visit.signedIn {
                    footer(signedIn, &html)
                    KeyboardHelp.dialog(visit, &html)
                }
            }
        }
    }

    private func header(_ html: inout Markup) {
        html.add("header", ["class": "top"]) { html in
            html.add("a", ["class": "brand", "href": "/"]) { html in
                html.add("span", ["class": "mark", "aria-hidden": "true"], "◈")
                html.say("Cermat")
            }
            if visit.signedIn != nil {
                html.add("nav", ["aria-label": words(NavigationText.menu)]) { html in
                    for item in NavigationItem.permitted(visit) {
                        html.add(
                            "a",
                            [
                                "href": item.path, "data-go": item.shortcut,
                                "aria-current": item == current ? "page" : nil,
                            ], item.title(words))
                    }
                }
            }
            html.add("div", ["class": "tools"]) { html in
                if visit.signedIn != nil { clock(&html) }
                switches(&html)
            }
        }
        if let signedIn = visit.signedIn { banner(signedIn, &html) }
        if visit.configuration.isDemo, visit.signedIn != nil { TourStrip.write(visit, &html) }
    }

    private func clock(_ html: inout Markup) {
        let zone = visit.clock.zone
        html.add(
            "span",
            [
                "class": "clock", "data-clock": "\(zone.utcOffsetMinutes)", "data-zone": zone.label,
                "data-now": "\(visit.now)",
            ],
            visit.clock.moment(visit.now, now: visit.now))
    }

    private func switches(_ html: inout Markup) {
        guard visit.signedIn != nil else {
            for language in Language.allCases where language != words.language {
                html.add(
                    "a",
                    [
                        "class": "chip", "href": visit.path + "?lang=" + language.rawValue,
                        "hreflang": language.rawValue,
                    ],
                    language.ownName)
            }
            return
        }
        let theme = visit.signedIn?.theme
        html.add("form", ["method": "post", "action": "/tampilan", "class": "inline"]) { html in
            FormParts.token(visit, &html)
            html.void("input", ["type": "hidden", "name": "kembali", "value": visit.path])
            for language in Language.allCases {
                html.add(
                    "button",
                    [
                        "class": "chip", "name": "bahasa", "value": language.rawValue, "lang": language.rawValue,
                        "title": language.ownName, "aria-label": language.ownName,
                        "aria-pressed": language == words.language ? "true" : "false",
                    ], language.rawValue.uppercased())
            }
            let next = theme == "dark" ? "light" : theme == "light" ? "auto" : "dark"
            let label =
                next == "dark"
                ? words(CommonText.themeDark)
                : next == "light" ? words(CommonText.themeLight) : words(CommonText.themeAuto)
            html.add(
                "button",
                [
                    "class": "chip", "name": "tema", "value": next, "data-theme-switch": "",
                    "aria-label": words(CommonText.theme) + ": " + label,
                    "title": words(CommonText.theme) + ": " + label,
                ], next == "dark" ? "☾" : next == "light" ? "☀" : "◐")
        }
    }

    private func banner(_ signedIn: SignedIn, _ html: inout Markup) {
        let session = signedIn.session
        html.add("div", ["class": "banner", "role": "region", "aria-label": words(NavigationText.purposeBanner)]) {
            html in
            if let grant = session.grant {
                let isActive = grant.isActive(atMilliseconds: visit.now)
                html.add("span", ["class": isActive ? "grant" : "grant ended"]) { html in
                    html.say(words(NavigationText.purposeBanner) + ": ")
                    html.add("strong", words(.purpose, grant.purpose))
                    html.say(" · ")
                    html.add("span", ["class": "mono"], grant.reference)
                    html.say(" · ")
                    let end = visit.clock.moment(grant.expiresAtMilliseconds, now: visit.now)
                    html.say(isActive ? words("berakhir ", "ends ") + end : words("sudah berakhir ", "ended ") + end)
                }
                html.add("a", ["href": "/tujuan"], words(NavigationText.changePurpose))
            } else if !signedIn.mustChangePassword {
                html.add("span", ["class": "grant ended"], words("Belum ada tujuan akses", "No purpose declared"))
                html.add("a", ["href": "/tujuan"], words(PurposeText.title))
            }
            html.add("span", ["class": "push"]) { html in
                if let post = session.chosenPost {
                    let name = visit.services.gazetteer.port(post.description)?.name
                    html.add(
                        "span", ["class": "post"], [post.description, name].compactMap(\.self).joined(separator: " "))
                } else if visit.allows(.viewBoard), visit.boardPosts == nil {
                    html.add("span", ["class": "post"], words(CommonText.allPosts))
                }
                html.add("a", ["href": "/sandi", "class": "who"]) { html in
                    html.say(signedIn.displayName)
                    html.add("span", ["class": "quiet"], " · " + words(.role, session.role))
                }
            }
            html.add("form", ["method": "post", "action": "/keluar", "class": "inline"]) { html in
                FormParts.token(visit, &html)
                html.add("button", ["class": "link"], words(NavigationText.signOut))
            }
        }
    }

    private func footer(_ signedIn: SignedIn, _ html: inout Markup) {
        html.add("footer") { html in
            html.add("span", words(SignInText.recorded))
            html.add("span", ["class": "print-only"]) { html in
                html.say(
                    signedIn.displayName + " · " + visit.clock.moment(visit.now, now: 0, seconds: true)
                        + (signedIn.session.grant.map { " · " + $0.reference } ?? ""))
            }
            html.add("a", ["href": "/bantuan", "class": "no-print"]) { html in
                html.say(words(HelpText.title) + " ")
                html.add("kbd", "?")
            }
        }
    }
}
