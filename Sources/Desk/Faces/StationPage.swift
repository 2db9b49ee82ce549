// SPDX-License-Identifier: Apache-2.0

import Casework
import Mandate
import Safeguards
import Wording

/// The stations of the officer's post.
struct StationListPage {
    let visit: Visit

    private var words: Words { visit.words }

    func render() -> String {
        PageFrame(visit, words(StationText.title), current: .stations).render { html in
            html.add("div", ["class": "page-head"]) { html in
                html.add("h1", words(StationText.title))
                html.add("p", ["class": "quiet"], words(StationText.lead))
            }
            let post = visit.signedIn?.session.chosenPost
            let stations = visit.services.stations?.plan.stations.filter { $0.name.post == post } ?? []
            guard !stations.isEmpty else { return html.add("p", ["class": "empty"], words(StationText.none)) }
            html.add("table", ["class": "rows"]) { html in
                TableParts.head(
                    [
                        words(StationText.title), words(StationText.place), words(StationText.hours),
                        words(StationText.purpose),
                    ], &html)
                html.add("tbody") { html in
                    for station in stations {
                        html.add("tr", ["data-row": ""]) { html in
                            html.add("th", ["scope": "row"]) { html in
                                html.add(
                                    "a", ["href": "/stasiun/\(station.name)", "class": "mono", "data-open": ""],
                                    station.name.description)
                            }
                            html.add("td", station.place)
                            html.add("td", ["class": "mono"], station.hours.description)
                            html.add("td", words(.purpose, station.purpose))
                        }
                    }
                }
            }
        }
    }
}

/// A station: its banner, its camera, and what two reviewers confirmed.
struct StationPage {
    let visit: Visit
    let station: FaceStation
    let obstacle: StationRefusal?
    let matches: StationMatches

    private var words: Words { visit.words }

    func render() -> String {
        PageFrame(visit, station.place, current: .stations, script: "faces.js").render { html in
            html.add("p", ["class": "crumbs"]) { html in
                html.add("a", ["href": "/stasiun"], words(StationText.title))
            }
            html.add("h1", station.place)
            html.add("p", ["class": "station-banner", "id": "spanduk", "role": "note", "hidden": flag(true)]) { html in
                html.add("strong", words(StationText.banner))
                html.say(
                    " · " + words(.purpose, station.purpose) + " · " + station.hours.description + " · "
                        + station.name.description)
            }
            if let obstacle {
                html.add("p", ["class": "warning", "role": "alert"], words(.stationRefusal, obstacle.code))
            }
            confirmed(&html)
            camera(&html)
        }
    }

    private func camera(_ html: inout Markup) {
        html.add(
            "section",
            [
                "class": "card station", "id": "stasiun", "aria-labelledby": "judul-kamera",
                "data-frame": "/api/station/\(station.name)/frame", "data-news": "/api/station/\(station.name)",
                "data-live": "/live/station/\(station.name)", "data-act": "/stasiun/\(station.name)/",
                "data-token": visit.formToken, "data-no-camera": words(StationText.noCamera),
                "data-refused": words(StationText.cameraRefused), "data-busy": words(StationText.cameraBusy),
                "data-insecure": words(StationText.insecure), "data-lost": words(StationText.connectionLost),
                "data-on": words(StationText.running), "data-off": words(StationText.stopped),
                "data-confirmed": words(StationText.confirmed),
            ]
        ) { html in
            html.add("h2", ["id": "judul-kamera"], words(StationText.stopped))
            html.add("p", ["class": "quiet"], words(StationText.explains) + " " + words(StationText.blind))
            html.add("p", ["class": "quiet"], words(StationText.onlyHere))
            html.add("p", ["class": "warning", "role": "alert", "id": "galat", "hidden": flag(true)], "")
            html.add("p", ["class": "actions"]) { html in
                html.add(
                    "button",
                    ["class": "button primary", "id": "nyala", "type": "button", "disabled": flag(obstacle != nil)],
                    words(StationText.start))
                html.add(
                    "button", ["class": "button", "id": "padam", "type": "button", "hidden": flag(true)],
                    words(StationText.stop))
            }
            html.add("video", ["id": "kamera", "muted": "", "playsinline": "", "hidden": flag(true)], "")
            html.add("dl", ["class": "facts"]) { html in
                for (label, key) in [(StationText.frames, "bingkai"), (.faces, "wajah"), (.people, "orang")] {
                    html.add("div") { html in
                        html.add("dt", words(label))
                        html.add("dd", ["class": "mono", "id": key], "0")
                    }
                }
            }
        }
    }

    private func confirmed(_ html: inout Markup) {
        html.add(
            "section",
            ["class": "card", "id": "dipastikan", "aria-labelledby": "judul-dipastikan", "aria-live": "assertive"]
        ) { html in
            html.add("h2", ["id": "judul-dipastikan"], words(StationText.confirmed))
            html.add("p", ["class": "quiet"], words(StationText.confirmedLead))
            let waiting = matches.items.filter { $0.face.act == nil }
            html.add(
                "p", ["class": "empty", "id": "belum", "hidden": flag(!waiting.isEmpty)], words(StationText.nothing))
            html.add("div", ["id": "daftar"]) { html in for item in waiting { card(item, &html) } }
            html.add("template", ["id": "pola"]) { html in card(nil, &html) }
        }
    }

    /// One match; the empty form of it, for the script, without one.
    private func card(_ item: StationMatches.Item?, _ html: inout Markup) {
        let base = item.map { "/stasiun/\(station.name)/\($0.face.id)" }
        html.add("article", ["class": "face-match", "data-face": item.map { "\($0.face.id)" } ?? ""]) { html in
            html.add("div", ["class": "faces"]) { html in
                for (part, text, isThere) in [
                    ("wajah", StationText.probe, item?.hasProbe ?? true),
                    ("foto", .enrolled, item?.hasPortrait ?? true),
                ] {
                    html.add("figure") { html in
                        if isThere {
                            html.void(
                                "img",
                                [
                                    "alt": words(text), "width": "320", "height": "320", "data-part": part,
                                    "src": base.map { $0 + "/" + part },
                                ])
                        } else {
                            html.add("p", ["class": "empty"], words(StationText.pictureGone))
                        }
                        html.add("figcaption", words(text))
                    }
                }
            }
            html.add("dl", ["class": "facts", "data-facts": ""]) { html in
                if let item { for fact in matches.facts(item) { Facts.pair(fact.label, fact.value, &html) } }
            }
            let path = item.flatMap { matches.path($0) }
            html.add(
                "a", ["class": "button", "href": path ?? "#", "data-journey": "", "hidden": flag(path == nil)],
                words(StationText.journey))
            html.add("form", ["method": "post", "action": base ?? "#", "class": "stack"]) { html in
                FormParts.token(visit, &html)
                html.add("fieldset") { html in
                    html.add("legend", words(StationText.act))
                    for result in FaceActResult.allCases {
                        html.add("label") { html in
                            html.void(
                                "input", ["type": "radio", "name": "hasil", "value": result.rawValue, "required": ""])
                            html.say(" " + words.raised(words(.faceAct, result)))
                        }
                    }
                }
                html.add("label") { html in
                    html.say(words(StationText.note) + " ")
                    html.void("input", ["name": "catatan", "type": "text", "maxlength": "500", "autocomplete": "off"])
                }
                html.add("button", ["class": "button primary"], words(StationText.save))
            }
        }
    }
}
