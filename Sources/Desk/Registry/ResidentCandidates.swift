// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Identity
import Mandate
import Safeguards
import Travel
import Wording

/// The residents of a local extract who may be the traveller, each with the reasons.
struct ResidentCandidates {
    let visit: Visit
    let lens: Lens
    let claim: TravellerClaim
    let answer: ExtractDesk.Answer
    /// The card that the candidates stand on; nil at a post, where nothing is judged.
    var opening: TravellerOpening?

    private var words: Words { visit.words }

    /// The first digits of the index, and of the changes if there are any.
    private var version: String { answer.version.split(separator: "+").map { $0.prefix(8) }.joined(separator: "+") }

    func write(_ html: inout Markup) {
        html.add("p") { html in
            if let verdict = RegistryVerdict(.extract(answer, nil)) { verdict.write(words, &html) }
            html.say(" ")
            html.add(
                "span", ["class": "quiet"],
                words(RegistryText.byExtract) + " · " + words(RegistryText.version) + " " + version)
        }
        guard lens.shows(.registry) else { return }
        if answer.candidates.isEmpty { return html.add("p", ["class": "empty"], words(RegistryText.noCandidate)) }
        for (place, candidate) in answer.candidates.enumerated() where place == 0 || candidate.probability >= 0.01 {
            write(candidate, at: place, &html)
        }
        html.add(
            "p", ["class": "quiet"],
            words.raised(words(RegistryText.unregistered)) + ": " + words.probability(answer.unregistered))
    }

    private func write(_ candidate: ExtractDesk.Answer.Candidate, at place: Int, _ html: inout Markup) {
        let resident = candidate.resident
        html.add("details", ["class": "candidate", "open": place == 0 ? "" : nil]) { html in
            html.add("summary") { html in
                html.add("strong", lens.text(resident.name, .name, as: .name) ?? "–")
                html.say(" · ")
                html.add("span", ["class": "mono"], lens.text(resident.nik.description, .nik, as: .nik) ?? "–")
                html.say(" · ")
                html.add("b", words.probability(candidate.probability))
            }
            if let region = NumberRegion(visit: visit, lens: lens, nik: resident.nik).line {
                html.add("p", ["class": "quiet"], region)
            }
            WeightSteps(
                id: "bobot-\(place)", caption: words(RegistryText.explain),
                steps: candidate.evidence.flatMap(steps)
            ).write(words, &html)
            if let opening { IdentityDecision(visit: visit, opening: opening, nik: resident.nik).write(&html) }
        }
    }

    /// A step as it is; of a name, one for each of its words where the reader may see names.
    private func steps(_ step: Evidence) -> [WeightSteps.Step] {
        guard !step.words.isEmpty, lens.shows(.name) else {
            return [
                WeightSteps.Step(
                    label: words(.evidenceComparison, step.comparison), claimed: claimed(step),
                    registered: registered(step), weight: step.weight)
            ]
        }
        return step.words.map { word in
            let level = words(.wordRelation, word.relation)
            return WeightSteps.Step(
                label: words(.evidenceComparison, step.comparison) + " "
                    + (word.claimed.isEmpty ? word.registered : word.claimed), claimed: word.claimed,
                registered: word.registered.isEmpty ? level : level + ": " + word.registered, weight: word.weight)
        }
    }

    private func claimed(_ step: Evidence) -> String {
        let text = ClaimWords(claim: claim, lens: lens, words: words)
        return switch step.comparison {
        case .prior, .family, .residence: ""
        case .name: text.text(.name) ?? ""
        case .birthDate: text.text(.birthDate) ?? ""
        case .sex: text.text(.sex) ?? ""
        case .birthPlace: text.text(.birthPlace) ?? ""
        case .nik: claim.nik == nil ? numberOrigin : lens.text(step.traveller, .nik, as: .nik) ?? ""
        }
    }

    /// Where a number is from that the messages do not give: an officer confirmed it with the document, or the registry says to
    /// whom that was issued.
    private var numberOrigin: String {
        answer.hasIssuedNumber ? words(RegistryText.originIssued) : words(ReviewText.confirmedEarlier)
    }

    private func registered(_ step: Evidence) -> String {
        var value: String?
        switch step.comparison {
        case .prior: return words(RegistryText.priorDetail)
        case .name: value = lens.text(step.resident, .name, as: .name)
        case .birthDate: value = lens.text(step.resident, .birthDate, as: .date)
        case .sex: value = words(.sex, step.resident)
        case .birthPlace: value = lens.text(step.resident, .birthPlace, as: .text)
        case .nik: value = lens.text(step.resident, .nik, as: .nik)
        case .residence, .family: value = nil
        }
        let level: String
        switch step.level {
        case .population: level = ""
        case .date(let date): level = words(.dateLevel, date)
        case .agreement(let agrees): level = words(agrees ? RegistryText.agrees : RegistryText.differs)
        }
        return level + (value.map { ": " + $0 } ?? "")
    }
}
