// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Identity
import Mandate
import Screening
import Travel
import Wording

/// The other journeys of a traveller's person, why they are held to be, and what officers said of it.
struct PersonJourneys {
    let visit: Visit
    let opening: TravellerOpening

    private var words: Words { visit.words }
    private var mayJudge: Bool { visit.allows(.reviewIdentity, at: opening.facts) && opening.lens.shows(.history) }

    func write(_ html: inout Markup) {
        guard opening.lens.mentions(.history) else { return }
        guard let person = opening.person else { return gathering(&html) }
        html.add("section", ["class": "card", "aria-labelledby": "orang"]) { html in
            html.add("h2", ["id": "orang"], words(PersonText.title))
            html.add("p", ["class": "quiet"], words(PersonText.lead))
            if person.journeys.isEmpty {
                html.add("p", ["class": "empty"], words(PersonText.none))
            } else {
                table(person, &html)
            }
            unjoined(person, &html)
            said(person, &html)
        }
    }

    /// Travellers just received, or many of like names before them, are not gathered yet.
    private func gathering(_ html: inout Markup) {
        guard visit.services.persons != nil, opening.traveller.status != .cancelled else { return }
        html.add("section", ["class": "card", "aria-labelledby": "orang"]) { html in
            html.add("h2", ["id": "orang"], words(PersonText.title))
            html.add("p", ["class": "empty"], words(PersonText.gathering))
        }
    }

    private func table(_ person: PersonDesk.View, _ html: inout Markup) {
        html.add("div", ["class": "scroll"]) { html in
            html.add("table", ["class": "rows"]) { html in
                html.add("caption", words.voyages(person.journeys.count))
                TableParts.head(
                    [
                        words(CommonText.date), words(BoardText.voyage), words(PersonText.why),
                        mayJudge ? words(PersonText.split) : words(VoyageText.route),
                    ], &html)
                html.add("tbody") { html in
                    for journey in person.journeys {
                        guard let facts = opening.personVoyages[journey.voyage] else { continue }
                        html.add("tr") { html in
                            voyage(facts, journey.traveller, &html)
                            html.add("td", reasons(journey.link))
                            html.add("td") { html in
                                if mayJudge {
                                    form(journey.traveller, .different, &html)
                                } else {
                                    html.say(words.route(of: facts))
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func voyage(_ facts: VoyageFacts, _ traveller: RecordID<Traveller>, _ html: inout Markup) {
        html.add("td") { html in
            html.say(
                (facts.arrival ?? facts.departure).map { words.shortDate($0.date, withYear: true) } ?? "–")
        }
        html.add("th", ["scope": "row"]) { html in
            if visit.allows(.viewTraveller, at: facts) {
                html.add("a", ["href": "/penumpang/\(traveller)"], words.name(of: facts))
            } else {
                html.say(words.name(of: facts))
            }
        }
    }

    private func reasons(_ link: PersonLink?) -> String {
        guard let link else { return words(PersonText.throughAnother) }
        var parts: [String] = []
        switch link.documentLevel {
        case .same, .sameWithoutIssuer: parts.append(words(PersonText.sameDocument))
        case .renewed: parts.append(words(PersonText.renewedDocument))
        case .slip: parts.append(words(PersonText.slippedDocument))
        case .missing, .sameOfOtherIssuer, .other, .sideBySide: break
        }
        if link.name > 0 { parts.append(words(PersonText.nameAgrees)) }
        if link.birth > 0 {
            parts.append(
                link.birthLevel == .same
                    ? words(PersonText.birthAgrees)
                    : words(.registryField, RegistryField.birthDate) + " " + words(.dateLevel, link.birthLevel))
        }
        return parts.joined(separator: ", ")
    }

    /// Journeys that share a token with this one and are of another person by now: an officer may join them.
    private func unjoined(_ person: PersonDesk.View, _ html: inout Markup) {
        guard mayJudge else { return }
        let joined = Set(person.journeys.map(\.traveller))
        let others = opening.journeys.filter { !joined.contains($0.traveller) && $0.traveller != opening.traveller.id }
        for journey in others.prefix(10) where visit.allows(.viewTraveller, at: journey.facts) {
            html.add("p") { html in
                html.add("a", ["href": "/penumpang/\(journey.traveller)"], words.name(of: journey.facts))
                html.say(" ")
                form(journey.traveller, .same, &html)
            }
        }
    }

    private func form(
        _ other: RecordID<Traveller>, _ verdict: PersonJudgement.Verdict, _ html: inout Markup
    ) {
        html.add(
            "form", ["method": "post", "action": "/penumpang/\(opening.traveller.id)/orang", "class": "inline"]
        ) { html in
            FormParts.token(visit, &html)
            html.void("input", ["type": "hidden", "name": "lain", "value": "\(other)"])
            html.void("input", ["type": "hidden", "name": "putusan", "value": verdict.rawValue])
            reason("\(other)", &html)
            html.add("button", ["class": "button"], words(verdict == .same ? PersonText.merge : PersonText.split))
        }
    }

    private func reason(_ name: String, _ html: inout Markup) {
        html.add("label", ["class": "hidden", "for": "sebab-\(name)"], words(CommonText.reason))
        html.void(
            "input",
            [
                "id": "sebab-\(name)", "name": "alasan", "required": "", "minlength": "3", "maxlength": "500",
                "autocomplete": "off", "placeholder": words(CommonText.reason),
            ])
    }

    private func said(_ person: PersonDesk.View, _ html: inout Markup) {
        guard mayJudge, !person.judgements.isEmpty else { return }
        html.add("h3", words(PersonText.undoLead))
        for judgement in person.judgements {
            html.add("div", ["class": "assignment"]) { html in
                html.add(
                    "span",
                    words(judgement.verdict == .same ? PersonText.merge : PersonText.differentSaid) + " · "
                        + visit.clock.moment(Int64(judgement.made), now: visit.now))
                html.add(
                    "form",
                    ["method": "post", "action": "/penumpang/\(opening.traveller.id)/orang/batal", "class": "inline"]
                ) { html in
                    FormParts.token(visit, &html)
                    html.void("input", ["type": "hidden", "name": "putusan", "value": "\(judgement.id)"])
                    reason("\(judgement.id)", &html)
                    html.add("button", ["class": "button"], words(PersonText.undo))
                }
            }
        }
    }
}
