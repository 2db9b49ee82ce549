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

    private var words: Words { visit.words }

    func write(_ html: inout Markup) {
        html.add("section", ["class": "card", "aria-labelledby": "keluarga"]) { html in
            html.add("h2", ["id": "keluarga"], words(RegistryText.family))
            html.add("p", ["class": "quiet"], words(RegistryText.familyNote))
            html.add("p", words(RegistryText.ownRelation) + ": " + relation(family.own))
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
