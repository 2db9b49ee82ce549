// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Safeguards
import Travel
import Wording

/// What the civil registry says of who a traveller is, by whichever access the agreement gives.
struct TravellerRegistry {
    let visit: Visit
    let opening: TravellerOpening

    private var words: Words { visit.words }

    func write(_ html: inout Markup) {
        guard opening.lens.mentions(.registry) else { return }
        if case .none = opening.registry { return }
        html.add("section", ["class": "card", "aria-labelledby": "catatan-sipil"]) { html in
            html.add("h2", ["id": "catatan-sipil"], words(RegistryText.title))
            switch opening.registry {
            case .none: break
            case .noAgreement: html.add("p", ["class": "notice"], words(RegistryText.agreementOver))
            case .foreign: html.add("p", ["class": "empty"], words(RegistryText.foreign))
            case .service(.noNumber): html.add("p", ["class": "empty"], words(RegistryText.noNumber))
            case .service(.notVerified(let hold)):
                html.add("p") { html in
                    RegistryVerdict(opening.registry)?.write(words, &html)
                    html.say(" " + RegistryHoldWords.text(hold, visit))
                }
                origin(&html)
            case .service(.answered(let reply)):
                VerifiedNumber(
                    visit: visit, lens: opening.lens, claim: opening.traveller.claim, reply: reply
                )
                .write(&html)
                origin(&html)
                if opening.lens.shows(.registry) {
                    IdentityDecision(visit: visit, opening: opening, nik: reply.nik).write(&html)
                }
                note(&html)
            case .extract(let answer, _):
                ResidentCandidates(
                    visit: visit, lens: opening.lens, claim: opening.traveller.claim, answer: answer,
                    opening: opening
                ).write(&html)
                note(&html)
            }
        }
        if case .extract(_, let family?) = opening.registry, opening.lens.shows(.family) {
            FamilyMembers(visit: visit, opening: opening, family: family, journeys: opening.familyJourneys).write(&html)
        }
    }

    /// Where the number comes from that was asked about.
    private func origin(_ html: inout Markup) {
        guard let origin = opening.numberOrigin else { return }
        html.add("p", ["class": "quiet", "data-origin": ""]) { html in
            switch origin {
            case .quoted: html.say(words(RegistryText.originQuoted))
            case .confirmed: html.say(words(RegistryText.originConfirmed))
            case .earlier(let number):
                html.say(words(number.basis == .document ? RegistryText.originDocument : .originPerson))
                guard let facts = opening.personVoyages[number.voyage], visit.allows(.viewTraveller, at: facts) else {
                    return
                }
                html.say(" ")
                html.add("a", ["href": "/penumpang/\(number.traveller)"], words.name(of: facts))
            }
        }
    }

    private func note(_ html: inout Markup) { html.add("p", ["class": "quiet"], words(RegistryText.note)) }
}

/// Why the registry is not asked, in words.
enum RegistryHoldWords {
    static func text(_ hold: RegistryHold?, _ visit: Visit) -> String {
        let words = visit.words
        switch hold {
        case nil: return words(RegistryText.waiting)
        case .off: return words(RegistryText.off)
        case .noAgreement: return words(RegistryText.agreementOver)
        case .quota: return words(RegistryText.quota)
        case .failing(let why, let retry):
            return words(RegistryText.failing) + ": " + words(.registryFailure, why) + ". "
                + words("Dicoba lagi ", "Tried again at ")
                + visit.clock.moment(retry, now: visit.now, seconds: true) + "."
        }
    }
}
