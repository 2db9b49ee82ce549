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
    let claim: TravellerClaim
    let reply: RegistryReply

    private var words: Words { visit.words }

    func write(_ html: inout Markup) {
        let finding = reply.finding(about: claim)
        html.add("p") { html in
            RegistryVerdict(finding).write(words, &html)
            html.say(" ")
            html.add("span", ["class": "quiet"], origin)
        }
        if case .unusable(let reason) = finding { html.add("p", words.raised(words(.unusableReason, reason)) + ".") }
        guard lens.shows(.registry), case .compared = finding else { return }
        VerifiedNumber.weights(finding, claim, lens: lens, words: words).write(words, &html)
    }

    /// The steps from the prior to the probability that a number is its bearer's own.
    static func weights(
        _ finding: RegistryFinding, _ claim: TravellerClaim, lens: Lens, words: Words
    ) -> WeightSteps {
        let told = ClaimWords(claim: claim, lens: lens, words: words)
        var record: RegistryRecord?
        if case .compared(_, let found) = finding { record = found }
        let steps = Verification(finding).steps.map { step in
            guard let field = step.field, let answer = step.answer else {
                return WeightSteps.Step(
                    label: words(RegistryText.prior), claimed: "", registered: words(RegistryText.priorDetail),
                    weight: step.weight)
            }
            let value = record.flatMap { told.text(field, of: $0) }
            return WeightSteps.Step(
                label: words(.registryField, field), claimed: told.text(field) ?? "–",
                registered: words.answer(answer) + (value.map { ": " + $0 } ?? ""), weight: step.weight)
        }
        return WeightSteps(id: "bobot", caption: words(RegistryText.title), steps: steps)
    }

    /// `14.03 WIB, lewat layanan verifikasi, PKS-1`.
    private var origin: String {
        [
            visit.clock.moment(reply.atMilliseconds, now: visit.now), words(RegistryText.byVerification),
            reply.agreement,
        ].joined(separator: " · ")
    }
}

extension Words {
    /// `sesuai`, `tidak sesuai (40%)`.
    func answer(_ answer: FieldAnswer) -> String {
        switch answer {
        case .agrees: self(RegistryText.agrees)
        case .differs: self(RegistryText.differs)
        case .alike(let percent): self(percent >= 60 ? RegistryText.agrees : RegistryText.differs) + " (\(percent)%)"
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

    /// What the registry says of it.
    func text(_ field: RegistryField, of record: RegistryRecord) -> String? {
        switch field {
        case .name: lens.text(record.name, .name, as: .name)
        case .birthDate: record.birthDate.map { words.date($0) }.flatMap { lens.text($0, .birthDate, as: .date) }
        case .sex: record.sex.map { words(.sex, $0) }
        case .birthPlace: lens.text(record.birthPlace, .birthPlace, as: .text)
        }
    }
}
