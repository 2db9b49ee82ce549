// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Population
import Safeguards
import Travel
import Wording

/// Who of the family card is on the voyage: information with its reason, never an alert (R21, R22).
struct FamilyMembers {
    let visit: Visit
    let opening: TravellerOpening
    let family: FamilyAboard
    /// Journeys of relatives who are not on this voyage.
    var journeys: FamilyJourneys?

    private var words: Words { visit.words }

    func write(_ html: inout Markup) {
        html.add("section", ["class": "card", "aria-labelledby": "keluarga"]) { html in
            html.add("h2", ["id": "keluarga"], words(RegistryText.family))
            html.add("p", ["class": "quiet"], words(RegistryText.familyNote))
            html.add("p", words(RegistryText.ownRelation) + ": " + relation(family.own))
            if family.bookings > 1 {
                html.add("p", words(RegistryText.familyBookings) + ": " + words.number(family.bookings))
            }
            if family.members.isEmpty { html.add("p", ["class": "empty"], words(RegistryText.familyNone)) }
            html.add("ul", ["class": "people"]) { html in
                for member in family.members { write(member, &html) }
                for former in family.former {
                    write(
                        former.traveller,
                        tie: words(RegistryText.formerHousehold) + " " + words(RegistryText.until) + " "
                            + words.date(former.until),
                        former.probability, isBookedApart: former.isBookedApart, &html)
                }
                for relative in family.wider {
                    write(
                        relative.traveller, tie: tie(relative), relative.probability,
                        isBookedApart: relative.isBookedApart, &html)
                }
            }
            if !family.others.isEmpty {
                let others = family.others.sorted { $0.key.rawValue < $1.key.rawValue }.map { relation, count in
                    self.relation(relation) + (count > 1 ? " ×\(count)" : "")
                }
                html.add(
                    "p", ["class": "quiet"],
                    words.raised(words(RegistryText.notAboard)) + ": " + others.joined(separator: ", "))
            }
            if family.formerOthers > 0 {
                html.add(
                    "p", ["class": "quiet"],
                    words.raised(words(RegistryText.formerHousehold)) + ", " + words(RegistryText.notAboard)
                        + ": \(family.formerOthers)")
            }
            if !family.widerOthers.isEmpty {
                let others = family.widerOthers.sorted { $0.key.rawValue < $1.key.rawValue }.map { kinship, count in
                    words(.kinship, kinship) + (count > 1 ? " ×\(count)" : "")
                }
                html.add(
                    "p", ["class": "quiet"],
                    words(RegistryText.otherCards) + ", " + words(RegistryText.notAboard) + ": "
                        + others.joined(separator: ", "))
            }
            write(journeys?.journeys ?? [], &html)
        }
    }

    /// How a relative of another card is tied to the traveller, and over whom.
    private func tie(_ relative: FamilyAboard.Wider) -> String {
        var text = words(.kinship, relative.kinship)
        if !relative.through.isEmpty {
            let way = relative.through.map { words(.kinship, $0) }.joined(separator: ", ")
            text += " · " + words(RegistryText.through) + " " + way
        }
        guard let until = relative.until else { return text }
        return text + " · " + words(RegistryText.formerHousehold) + " " + words(RegistryText.until) + " "
            + words.date(until)
    }

    /// Journeys at posts that are not open to the reader are counted.
    private func write(_ journeys: [FamilyJourneys.Journey], _ html: inout Markup) {
        guard !journeys.isEmpty else { return }
        let open = journeys.filter { visit.allows(.viewTraveller, at: $0.place.facts) }
        html.add("h3", words(RegistryText.familyElsewhere))
        html.add("ul", ["class": "people"]) { html in
            for journey in open {
                html.add("li") { html in
                    html.add(
                        "a", ["href": "/penumpang/\(journey.place.traveller)"], words.name(of: journey.place.facts))
                    html.say(" · " + tie(journey.tie))
                }
            }
        }
        guard open.count < journeys.count else { return }
        html.add(
            "p", ["class": "quiet"],
            words(RegistryText.familyOtherPosts) + ": " + words.number(journeys.count - open.count))
    }

    private func tie(_ tie: FamilyAboard.Tie) -> String {
        switch tie {
        case .card(let relation): self.relation(relation)
        case .wider(let kinship): words(.kinship, kinship)
        case .former(let until):
            words(RegistryText.formerHousehold) + " " + words(RegistryText.until) + " " + words.date(until)
        }
    }

    private func write(_ member: FamilyAboard.Member, _ html: inout Markup) {
        write(
            member.traveller, tie: relation(member.relation), member.probability,
            isBookedApart: member.isBookedApart, &html)
    }

    private func write(
        _ id: RecordID<Traveller>, tie: String, _ probability: Double, isBookedApart: Bool, _ html: inout Markup
    ) {
        guard let traveller = opening.voyage.traveller(id) else { return }
        let lens = visit.lens(isHit: opening.voyage.isHit(traveller.id))
        let own = TravellerWords(traveller: traveller, lens: lens, words: words)
        html.add("li") { html in
            html.add("a", ["href": "/penumpang/\(traveller.id)"], own.name)
            html.say(" · " + tie + " · " + words.probability(probability) + " ")
            if isBookedApart { html.add("span", ["class": "tag"], words(RegistryText.bookedApart)) }
        }
    }

    private func relation(_ relation: Relation) -> String { words(.relation, "\(relation.rawValue)") }
}
