// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Faces
import Mandate
import Travel
import Wording

/// What comparing a picture with the registry's photograph came to: the registry's own word, or a comparison of ours with
/// the photograph that it gave, which is gone by now.
enum RegistryFaceComparison {
    case notOffered
    case noNumber
    case noPicture
    case noEngine
    /// Our own comparison, or why a picture cannot be compared.
    case compared(HolderDesk.Answer)
    case told(RegistryFaceFinding, agreement: String, atMilliseconds: Int64)
    case notAsked(RegistryHold)

    /// Asks the registry; whatever can be found out before is, so that nothing leaves in vain.
    static func made(
        _ input: LookUpInput, _ traveller: Traveller?, _ visit: Visit
    ) async throws -> RegistryFaceComparison {
        guard let service = visit.services.registry.verification, service.faceAccess != .none else {
            return .notOffered
        }
        guard let nik = input.nik ?? traveller?.nik.current else { return .noNumber }
        guard let source = visit.form["asal"].flatMap({ HolderDesk.Source(rawValue: $0) }) else {
            throw DeskError.badRequest(field: "asal")
        }
        guard let probe = visit.form.file("gambar"), !probe.isEmpty else { return .noPicture }
        let isOurs = service.faceAccess == .data
        let engine = visit.services.holders
        if isOurs, engine == nil { return .noEngine }
        if let obstacle = try await engine?.obstacle(to: probe, from: source, needsRates: isOurs) {
            return .compared(obstacle)
        }
        let question: RegistryFaceQuestion
        if isOurs {
            question = .photograph(nik)
        } else {
            do throws(PictureError) {
                let picture = try PictureReader().read(probe)
                guard let sent = picture.plainJPEG(atMostBytes: RegistryFaceQuestion.limitBytes) else {
                    throw .tooManyBytes(limit: RegistryFaceQuestion.limitBytes)
                }
                question = .compare(nik, picture: sent)
            } catch { return .compared(.unusable(.probe, codes: [error.code])) }
        }
        switch try await service.ask(question, about: traveller, by: try visit.mandate()) {
        case .notAsked(let hold): return .notAsked(hold)
        case .answered(.photograph(let kept), _, _):
            guard isOurs, let engine else { return .noEngine }
            return .compared(
                try await engine.compare(probe, with: .registry(kept), from: source, atMilliseconds: visit.now))
        case .answered(let finding, let agreement, let time):
            return .told(finding, agreement: agreement, atMilliseconds: time)
        }
    }

    /// One word for the audit log.
    var code: String {
        switch self {
        case .notOffered: "not-offered"
        case .noNumber: "no-number"
        case .noPicture: "no-picture"
        case .noEngine: "no-engine"
        case .compared(let answer): HolderComparison.answer(answer).code
        case .told(let finding, _, _): "told:" + finding.answer.rawValue
        case .notAsked(.quota): "quota"
        case .notAsked(.failing(let why, _)): why.rawValue
        case .notAsked(.off), .notAsked(.noAgreement): "no-agreement"
        }
    }

    func write(_ visit: Visit, _ html: inout Markup) {
        let words = visit.words
        if case .compared(let answer) = self {
            HolderComparison.answer(answer).write(words, &html)
            if case .verified = answer { return note([.ours, .notKept], words, &html) }
            return
        }
        html.add("section", ["class": "card", "aria-labelledby": "foto-hasil", "role": "status"]) { html in
            html.add("h2", ["id": "foto-hasil"], words(RegistryFaceText.title))
            switch self {
            case .notOffered:
                html.add(
                    "p", ["class": "notice"], words.raised(words(.registryFaceAnswer, RegistryFaceAnswer.notOffered)))
            case .noNumber: html.add("p", ["class": "notice"], words(RegistryFaceText.noNumber))
            case .noPicture: html.add("p", ["class": "notice problem"], words(RegistryFaceText.noPicture))
            case .noEngine: html.add("p", ["class": "notice"], words(HolderText.noEngine))
            case .compared: break
            case .told(let finding, let agreement, let time): told(finding, agreement, time, visit, &html)
            case .notAsked(let hold):
                html.add("p", ["class": "notice"]) { html in
                    html.add("strong", words(RegistryFaceText.notAsked) + ": ")
                    html.say(RegistryHoldWords.text(hold, visit))
                }
            }
        }
    }

    /// The registry's word as its own: no verdict, no rate and no colour of ours.
    private func told(
        _ finding: RegistryFaceFinding, _ agreement: String, _ time: Int64, _ visit: Visit, _ html: inout Markup
    ) {
        let words = visit.words
        html.add("p", ["class": "notice"]) { html in
            html.say(words(RegistryFaceText.word) + ": ")
            html.add("strong", words(.registryFaceAnswer, finding.answer))
        }
        html.add("dl", ["class": "facts"]) { html in
            if let score = finding.score {
                let text = String((score * 100).rounded() / 100)
                Facts.pair(
                    words(RegistryFaceText.figure),
                    words.language == .indonesian ? text.replacing(".", with: ",") : text, &html)
            }
            Facts.pair(
                words(CommonText.time), visit.clock.moment(time, now: visit.now) + " · " + agreement, &html)
        }
        html.add("p", ["class": "quiet"], words(RegistryFaceText.noRates))
    }

    private func note(_ texts: [RegistryFaceText], _ words: Words, _ html: inout Markup) {
        html.add("p", ["class": "quiet"], texts.map { words($0) }.joined(separator: " "))
    }
}
