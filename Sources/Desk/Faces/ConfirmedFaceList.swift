// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Safeguards
import Wording

/// On a voyage, on a traveller's card and among the hits: the faces that two reviewers confirmed at a station.
struct ConfirmedFaceList {
    let visit: Visit
    let faces: [ConfirmedFace]
    /// Whether each leads to its station's page, for those who may open it.
    var leadsToStation = false
    /// Those whose picture is kept, for those who may see it.
    var kept: Set<RecordID<ReviewedFace>> = []

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
                        station(face, &html)
                        if let journey = face.match.journey {
                            html.say(" · ")
                            html.add("a", ["href": "/penumpang/\(journey.traveller)"], words(StationText.journey))
                        }
                        if let act = face.act { html.say(" · " + words(.faceAct, act.result)) }
                        if kept.contains(face.id) {
                            html.say(" · ")
                            html.add("a", ["href": "/wajah-pasti/\(face.id)"], words(StationText.keptOpen))
                        }
                    }
                }
            }
        }
    }

    private func station(_ face: ConfirmedFace, _ html: inout Markup) {
        guard let station = face.origin.station else { return }
        let name = station.description
        if leadsToStation, visit.allows(.runStation), visit.signedIn?.session.chosenPost == station.post {
            html.add("a", ["href": "/stasiun/" + name, "class": "mono"], name)
        } else {
            html.add("span", ["class": "mono"], name)
        }
    }
}
