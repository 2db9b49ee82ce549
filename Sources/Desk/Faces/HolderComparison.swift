// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Faces
import Mandate
import Messages
import Travel
import Wording

/// What comparing the one at the counter with a photograph came to.
enum HolderComparison {
    case answer(HolderDesk.Answer)
    case noEngine
    case noPicture

    /// Compares the uploaded picture with the document's, or with the photograph on record of whom the look-up names.
    static func made(_ input: LookUpInput, _ traveller: Traveller?, _ visit: Visit) async throws -> HolderComparison {
        guard let desk = visit.services.holders else { return .noEngine }
        guard let probe = visit.form.file("foto"), !probe.isEmpty else { return .noPicture }
        let document = visit.form.file("foto-dokumen") ?? []
        let reference: HolderDesk.Reference =
            document.isEmpty ? .holders(holders(input, traveller, visit)) : .picture(document)
        return .answer(try await desk.compare(probe, with: reference, atMilliseconds: visit.now))
    }

    /// Whom the number and the document name; the number first.
    private static func holders(_ input: LookUpInput, _ traveller: Traveller?, _ visit: Visit) -> [PhotographHolder] {
        let tokeniser = visit.services.tokeniser
        var holders: [PhotographHolder] = []
        if let nik = input.nik ?? traveller?.nik.current {
            holders.append(PhotographHolder(resident: nik, tokeniser: tokeniser))
        }
        if let number = input.zone?.documentNumber, let issuer = input.zone?.issuer,
            let holder = PhotographHolder(document: number, issuer: issuer, tokeniser: tokeniser)
        {
            holders.append(holder)
        }
        return holders
    }

    /// One word for the audit log.
    var code: String {
        switch self {
        case .answer(.verified(let found)): found.outcome.rawValue
        case .answer(.noPhotograph): "no-photograph"
        case .answer(.uncalibrated): "uncalibrated"
        case .answer(.unusable(let picture, let codes)): "\(picture.rawValue):" + codes.joined(separator: ",")
        case .noEngine: "no-engine"
        case .noPicture: "no-picture"
        }
    }

    func write(_ words: Words, _ html: inout Markup) {
        html.add("section", ["class": "card", "aria-labelledby": "wajah-hasil", "role": "status"]) { html in
            html.add("h2", ["id": "wajah-hasil"], words(HolderText.title))
            switch self {
            case .answer(.verified(let found)): HolderComparison.verdict(found, words, &html)
            case .answer(.noPhotograph): html.add("p", ["class": "notice"], words(HolderText.noPhotograph))
            case .answer(.uncalibrated): html.add("p", ["class": "notice"], words(HolderText.uncalibrated))
            case .answer(.unusable(let picture, let codes)):
                HolderComparison.unusable(picture, codes, words, &html)
            case .noEngine: html.add("p", ["class": "notice"], words(HolderText.noEngine))
            case .noPicture: html.add("p", ["class": "notice problem"], words(HolderText.noPicture))
            }
        }
    }

    private static func verdict(_ found: Verification, _ words: Words, _ html: inout Markup) {
        let (sign, text): (String, HolderText) =
            switch found.outcome {
            case .same: ("✓ ", .same)
            case .different: ("⚠ ", .different)
            case .inconclusive: ("? ", .inconclusive)
            }
        html.add("p", ["class": found.outcome == .different ? "notice problem" : "notice"]) { html in
            html.add("strong", sign + words(text))
        }
        html.add("dl", ["class": "facts"]) { html in
            Facts.pair(words(HolderText.falseMatch), rate(found.falseMatchRate, words), &html)
            Facts.pair(words(HolderText.falseNonMatch), rate(found.falseNonMatchRate, words), &html)
        }
        html.add("p", ["class": "quiet"], words(HolderText.decide))
    }

    private static func rate(_ share: Proportion, _ words: Words) -> String {
        func percent(_ value: Double) -> String {
            let text = String((value * 1_000_000).rounded() / 10_000)
            return (words.language == .indonesian ? text.replacing(".", with: ",") : text) + " %"
        }
        return percent(share.value) + words(" (95 %: sampai ", " (95 %: up to ") + percent(share.upper) + ")"
    }

    private static func unusable(
        _ picture: HolderDesk.Answer.Picture, _ codes: [String], _ words: Words, _ html: inout Markup
    ) {
        html.add("p", ["class": "notice problem"]) { html in
            let text: HolderText =
                switch picture {
                case .probe: .unusableProbe
                case .document: .unusableDocument
                case .registry: .unusableRegistry
                }
            html.add("strong", words(text))
        }
        html.add("ul") { html in
            for code in codes { html.add("li", words(.faceIntake, code)) }
        }
    }
}
