// SPDX-License-Identifier: Apache-2.0

import Casework
import Faces
import Wording

/// Where a visitor enrols their own face, sees until when it is kept, and forgets it.
struct VisitorPage {
    /// What was wrong.
    enum Problem {
        case text(VisitorText)
        /// Of the picture.
        case codes([String])
    }

    let visit: Visit
    /// Nil where nobody is enrolled.
    var untilMilliseconds: Int64?
    var problem: Problem?

    private var words: Words { visit.words }

    func render() -> String {
        PageFrame(visit, words(VisitorText.title), script: "faces.js").render { html in
            html.add("div", ["class": "page-head"]) { html in html.add("h1", words(VisitorText.title)) }
            html.add("p", ["class": "station-banner", "role": "note"]) { html in
                html.add("strong", words(VisitorText.banner))
            }
            if let problem { write(problem, &html) }
            if let untilMilliseconds { kept(untilMilliseconds, &html) }
            form(&html)
        }
    }

    private func write(_ problem: Problem, _ html: inout Markup) {
        switch problem {
        case .text(let text): html.add("p", ["class": "warning", "role": "alert"], words(text))
        case .codes(let codes):
            html.add("div", ["class": "warning", "role": "alert"]) { html in
                html.add("p", words(VisitorText.unusable) + ":")
                html.add("ul") { html in
                    for code in codes { html.add("li", words(.faceIntake, code)) }
                }
            }
        }
    }

    private func kept(_ until: Int64, _ html: inout Markup) {
        html.add("section", ["class": "card", "aria-labelledby": "judul-ada", "role": "status"]) { html in
            html.add("h2", ["id": "judul-ada"]) { html in
                html.say(words(VisitorText.enrolled) + " ")
                html.add("span", ["class": "mono"], visit.clock.moment(until, now: visit.now, seconds: true))
            }
            html.add("form", ["method": "post", "action": VisitorPlace.path + "/lupakan"]) { html in
                FormParts.token(visit, &html)
                html.add("button", ["class": "button primary"], words(VisitorText.forget))
            }
            let stations = visit.services.stations?.plan.stations.filter { $0.kind == .visitor } ?? []
            if !stations.isEmpty { html.add("p", words(VisitorText.openStation)) }
            for station in stations {
                html.add("p") { html in
                    html.add("a", ["href": "/stasiun/\(station.name)"], words(VisitorText.station))
                    html.say(" · " + station.name.description)
                }
            }
        }
    }

    private func form(_ html: inout Markup) {
        html.add(
            "section",
            [
                "class": "card", "id": "wajah-saya", "aria-labelledby": "judul-daftar",
                "data-no-camera": words(StationText.noCamera), "data-refused": words(StationText.cameraRefused),
                "data-busy": words(StationText.cameraBusy), "data-insecure": words(StationText.insecure),
                "data-taken": words(VisitorText.retake),
            ]
        ) { html in
            html.add("h2", ["id": "judul-daftar"], words(VisitorText.picture))
            html.add("p", ["class": "quiet"], words(VisitorText.lead) + " " + words(VisitorText.threshold))
            html.add("p", ["class": "actions"]) { html in
                html.add(
                    "button", ["class": "button", "id": "kamera-saya", "type": "button"], words(VisitorText.camera))
                html.add(
                    "button", ["class": "button", "id": "jepret", "type": "button", "hidden": ""],
                    words(VisitorText.shoot))
            }
            html.add("p", ["class": "quiet"], words(VisitorText.cameraHelp))
            html.add("p", ["class": "warning", "role": "alert", "id": "galat-saya", "hidden": ""], "")
            html.add("video", ["id": "cermin", "muted": "", "playsinline": "", "hidden": ""], "")
            html.add("p", ["class": "notice", "role": "status", "id": "terambil", "hidden": ""], "")
            html.add(
                "form",
                ["method": "post", "action": VisitorPlace.path, "enctype": "multipart/form-data", "class": "stack"]
            ) { html in
                FormParts.token(visit, &html)
                FormParts.picture(
                    "gambar", words(VisitorText.picture), hint: words(HolderText.probeHint), isOfPerson: true, &html)
                html.add("label") { html in
                    html.void("input", ["type": "checkbox", "name": "setuju", "value": "1", "required": ""])
                    html.say(" " + words(VisitorText.consent))
                }
                html.add("button", ["class": "button primary"], words(VisitorText.enrol))
            }
        }
    }
}
