// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Identity
import Mandate
import Safeguards
import Travel
import Wording

/// What the registry's service answered about the number that a traveller quotes.
struct VerifiedNumber {
    let visit: Visit
    let lens: Lens
    let traveller: Traveller
    let reply: RegistryReply

    private var words: Words { visit.words }

    func write(_ html: inout Markup) {
        let claim = traveller.claim
        let finding = reply.finding(about: claim)
        html.add("p") { html in
            RegistryVerdict(finding).write(words, &html)
            html.say(" ")
            html.add("span", ["class": "quiet"], origin)
        }
        if case .unusable(let reason) = finding { html.add("p", words.raised(words(.unusableReason, reason)) + ".") }
        guard lens.shows(.registry), case .compared(_, let record) = finding else { return }
        let verification = Verification(finding)
        let steps = verification.steps.map { step in
            guard let field = step.field, let answer = step.answer else {
                return WeightSteps.Step(
                    label: words(RegistryText.prior), claimed: "", registered: words(RegistryText.priorDetail),
                    weight: step.weight)
            }
            return WeightSteps.Step(
                label: words(.registryField, field), claimed: claimed(field, claim),
                registered: text(answer) + (registered(field, record).map { ": " + $0 } ?? ""), weight: step.weight)
        }
        WeightSteps(caption: words(RegistryText.title), steps: steps).write(words, &html)
    }

    /// `14.03 WIB, lewat layanan verifikasi, PKS-1`.
    private var origin: String {
        [
            visit.clock.moment(reply.atMilliseconds, now: visit.now), words(RegistryText.byVerification),
            reply.agreement,
        ].joined(separator: " · ")
    }

    private func text(_ answer: FieldAnswer) -> String {
        switch answer {
        case .agrees: words(RegistryText.agrees)
        case .differs: words(RegistryText.differs)
        case .alike(let percent):
            words(percent >= 60 ? RegistryText.agrees : RegistryText.differs) + " (\(percent)%)"
        }
    }

    private func claimed(_ field: RegistryField, _ claim: TravellerClaim) -> String {
        ClaimWords(claim: claim, lens: lens, words: words).text(field) ?? "–"
    }

    private func registered(_ field: RegistryField, _ record: RegistryRecord?) -> String? {
        guard let record else { return nil }
        switch field {
        case .name: return lens.text(record.name, .name, as: .name)
        case .birthDate: return record.birthDate.map { words.date($0) }.flatMap { lens.text($0, .birthDate, as: .date) }
        case .sex: return record.sex.map { words(.sex, $0) }
        case .birthPlace: return lens.text(record.birthPlace, .birthPlace, as: .text)
        }
    }
}

/// What a claim says of a field, as far as the reader may see it.
struct ClaimWords {
    let claim: TravellerClaim
    let lens: Lens
    let words: Words

    func text(_ field: RegistryField) -> String? {
        switch field {
        case .name:
            lens.text([claim.given, claim.surname].compactMap(\.self).joined(separator: " "), .name, as: .name)
        case .birthDate: claim.birth.flatMap { lens.text(lens.date($0, .birthDate, words), .birthDate, as: .date) }
        case .sex: claim.sex.flatMap { lens.text(words(.sex, $0), .sex, as: .text) }
        case .birthPlace: lens.text(claim.birthPlace, .birthPlace, as: .text)
        }
    }
}
