// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Identity
import Mandate
import Safeguards
import Travel
import Wording

/// What a look-up found: who the registry says it is, what disagrees, and whether the person is on a voyage with hits.
struct LookUpResultPage {
    let visit: Visit
    let input: LookUpInput
    let places: [PresentTraveller]
    let finding: LookUpFinding
    /// Mother's name and address, where they were asked for.
    var details: ExtractDesk.Details?
    /// What comparing faces came to, where that was asked.
    var comparison: HolderComparison?
    /// What comparing with the registry's photograph came to, where that was asked.
    var registryFace: RegistryFaceComparison?

    private var words: Words { visit.words }
    /// Whoever stands at the post with a document is seen as a hit is: whole.
    private var lens: Lens { visit.lens(isHit: true) }

    func render() -> String {
        PageFrame(visit, words(LookUpText.title), current: .lookUp).render { html in
            html.add("nav", ["class": "crumbs", "aria-label": words(NavigationText.breadcrumb)]) { html in
                html.add("a", ["href": "/kenali"], "← " + words(LookUpText.again))
            }
            html.add("div", ["class": "page-head"]) { html in html.add("h1", words(LookUpText.title)) }
            comparison?.write(words, &html)
            registryFace?.write(visit, &html)
            aboard(&html)
            HolderForm(visit: visit, input: input).write(&html)
            RegistryFaceForm(
                visit: visit, input: input, nik: input.nik ?? places.first?.traveller.nik.current
            ).write(&html)
            html.add("section", ["class": "card", "aria-labelledby": "hasil"]) { html in
                html.add("h2", ["id": "hasil"], words(LookUpText.result))
                registry(&html)
                if let details { DetailsPart(visit: visit, details: details).write(&html) }
                html.add("p", ["class": "quiet"], words(RegistryText.note))
            }
        }
    }

    private func aboard(_ html: inout Markup) {
        html.add("section", ["class": "card", "aria-labelledby": "perjalanan"]) { html in
            html.add("h2", ["id": "perjalanan"], words(LookUpText.aboard))
            if places.isEmpty { html.add("p", ["class": "empty"], words(LookUpText.notAboard)) }
            for place in places {
                let own = TravellerWords(
                    traveller: place.traveller, lens: visit.lens(isHit: place.isHit), words: words)
                html.add("p", ["class": place.isHit ? "notice problem" : "notice"]) { html in
                    html.add("strong", own.name)
                    html.say(" · " + words.name(of: place.opening.facts) + " · ")
                    html.say(place.isHit ? "⚠ " + words(LookUpText.hits) : "✓ " + words(LookUpText.noHits))
                    html.say(" · ")
                    html.add("a", ["href": "/penumpang/\(place.traveller.id)"], words(LookUpText.openCard))
                }
            }
        }
    }

    private func registry(_ html: inout Markup) {
        switch finding {
        case .nothingToAsk: html.add("p", ["class": "notice"], words(LookUpText.needsName))
        case .standing(let claim, .answered(let reply)):
            VerifiedNumber(visit: visit, lens: lens, claim: claim, reply: reply).write(&html)
            if let region = NumberRegion(visit: visit, lens: lens, nik: reply.nik).line {
                html.add("p", ["class": "quiet"], region)
            }
        case .standing(_, .notVerified(let hold)):
            html.add("p", ["class": "notice"]) { html in
                html.add("strong", words(RegistryText.notVerified) + ": ")
                html.say(RegistryHoldWords.text(hold, visit))
            }
        case .standing(_, .noNumber): html.add("p", ["class": "notice"], words(RegistryText.noNumber))
        case .record(_, nil): html.add("p", ["class": "notice"], words(LookUpText.nobody))
        case .record(let claim, let record?):
            RecordFacts(visit: visit, lens: lens, claim: claim, record: record).write(&html)
        case .candidates(let claim, let answer):
            ResidentCandidates(visit: visit, lens: lens, claim: claim, answer: answer).write(&html)
        }
    }
}

/// A registry's record beside what document or messages say.
struct RecordFacts {
    let visit: Visit
    let lens: Lens
    let claim: TravellerClaim
    let record: RegistryRecord

    private var words: Words { visit.words }

    func write(_ html: inout Markup) {
        let finding = RegistryFinding.compared(RecordComparison.answers(claim, record), record: record)
        let hasClaim = claim.surname != nil || claim.given != nil
        if hasClaim { html.add("p") { html in RegistryVerdict(finding).write(words, &html) } }
        html.add("dl", ["class": "facts"]) { html in
            Facts.pair("NIK", lens.text(record.nik.description, .nik, as: .nik), isCode: true, &html)
            NumberRegion(visit: visit, lens: lens, nik: record.nik).write(&html)
            let told = ClaimWords(claim: claim, lens: lens, words: words)
            for field in RegistryField.allCases {
                Facts.pair(words.raised(words(.registryField, field)), told.text(field, of: record), &html)
            }
        }
        guard hasClaim else { return }
        VerifiedNumber.weights(finding, claim, lens: lens, words: words).write(words, &html)
    }
}
