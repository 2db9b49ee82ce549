// SPDX-License-Identifier: Apache-2.0

import Civil
import Drawing
import Gazetteer
import Mandate
import Screening
import Travel
import Wording

/// One traveller's card: reasons first, then who they are, with the source of every value.
struct TravellerPage {
    let visit: Visit
    let opening: TravellerOpening

    private var words: Words { visit.words }

    func render() -> String {
        let own = TravellerWords(traveller: opening.traveller, lens: opening.lens, words: words)
        return PageFrame(visit, words(TravellerText.title), current: .board).render { html in
            head(own, &html)
            html.add("div", ["class": "columns traveller"]) { html in
                html.add("div") { html in
                    ConfirmedFaceList(visit: visit, faces: opening.faces, kept: opening.keptProbes).write(&html)
                    TravellerHits(visit: visit, opening: opening).write(&html)
                    TravellerIdentity(visit: visit, opening: opening).write(&html)
                    TravellerRegistry(visit: visit, opening: opening).write(&html)
                    PersonJourneys(visit: visit, opening: opening).write(&html)
                    TravellerHistory(visit: visit, opening: opening).write(&html)
                }
                html.add("aside", ["class": "side", "aria-label": words(TravellerText.journey)]) { html in
                    TravellerExamination(visit: visit, opening: opening).write(&html)
                    TravellerReveal(visit: visit, opening: opening).write(&html)
                    TravellerJourney(visit: visit, opening: opening).write(&html)
                    TravellerBooking(visit: visit, opening: opening).write(&html)
                    HoldForm(visit: visit, voyage: opening.facts.id, traveller: opening.traveller.id)
                        .writeCard(at: opening.facts, &html)
                }
            }
        }
    }

    private func head(_ own: TravellerWords, _ html: inout Markup) {
        let facts = opening.facts
        html.add("nav", ["class": "crumbs", "aria-label": words(NavigationText.breadcrumb)]) { html in
            html.add("a", ["href": "/perjalanan/\(facts.id)"]) { html in
                html.say("← " + words.name(of: facts) + " · " + words.route(of: facts))
            }
        }
        html.add("div", ["class": "page-head person"]) { html in
            html.add("h1", own.name)
            html.add("p", ["class": "h-state"]) { html in
                let bits = [own.sex, own.birthDate.map { birth($0) }, own.nationality.map { visit.country($0) }]
                    .compactMap(
                        \.self)
                html.say(bits.joined(separator: " · "))
                html.add(
                    "span", ["class": "tag t-" + opening.traveller.status.rawValue],
                    words(.travellerStatus, opening.traveller.status))
                if opening.traveller.role != .passenger {
                    html.add("span", ["class": "tag"], words(.travellerRole, opening.traveller.role))
                }
                if let seat = own.seat {
                    html.add("span", ["class": "tag seat"], words(TravellerText.seat) + " " + seat)
                }
            }
        }
        if opening.isChild {
            html.add("p", ["class": "notice child", "role": "note"]) { html in
                html.add("strong", words("Anak. ", "Child. "))
                html.say(words(TravellerText.child))
            }
        }
    }

    private func birth(_ text: String) -> String {
        guard opening.lens.shows(.birthDate), let birth = opening.traveller.birthDate.current,
            let day = opening.facts.arrival?.date ?? opening.facts.departure?.date
        else { return text }
        return text + " (" + words.age(born: birth, on: day) + ")"
    }
}
