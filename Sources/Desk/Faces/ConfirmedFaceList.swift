// SPDX-License-Identifier: Apache-2.0

import Casework
import Wording

/// On a voyage and on a traveller's card: the faces that two reviewers confirmed at a station.
struct ConfirmedFaceList {
    let visit: Visit
    let faces: [ConfirmedFace]

    private var words: Words { visit.words }

    func write(_ html: inout Markup) {
        guard !faces.isEmpty else { return }
        html.add("section", ["class": "card", "aria-labelledby": "wajah"]) { html in
            html.add("h2", ["id": "wajah"], words(StationText.confirmed))
            html.add("p", ["class": "quiet"], words(StationText.confirmedLead))
            html.add("ul") { html in
                for face in faces {
                    html.add("li") { html in
                        html.say(visit.clock.moment(face.atMilliseconds, now: visit.now) + " · ")
                        html.add("span", ["class": "mono"], face.station.description)
                        html.say(" · ")
                        if let journey = face.match.journey {
                            html.add("a", ["href": "/penumpang/\(journey.traveller)"], words(StationText.journey))
                        }
                        if let act = face.act { html.say(" · " + words(.faceAct, act.result)) }
                    }
                }
            }
        }
    }
}
