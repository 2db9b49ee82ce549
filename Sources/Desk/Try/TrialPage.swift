// SPDX-License-Identifier: Apache-2.0

import Foundation
import Mandate
import Messages
import Travel
import Wording

/// The form that takes a message, and under it what was read of the one handed in.
struct TrialPage {
    let visit: Visit
    var trials: MessageTrials?
    /// What was handed in; only so that a letter can be written about it.
    var input: [UInt8] = []
    var problem: TrialInput.Problem?

    private var words: Words { visit.words }

    func render() -> String {
        PageFrame(visit, words(TrialText.title), current: .trial).render { html in
            html.add("div", ["class": "page-head"]) { html in
                html.add("h1", words(TrialText.title))
                html.add("p", ["class": "quiet"], words(TrialText.nothingStored))
            }
            if let problem { html.add("p", ["class": "notice problem", "role": "alert"], words(problem.text)) }
            guard let trials else {
                html.add("p", words(TrialText.lead))
                form(&html)
                guard visit.allows(.writeLetter) else { return }
                return html.add("p", ["class": "hint"]) { html in
                    html.add("a", ["href": "/surat"], words(LetterText.title) + ": " + words(LetterText.form))
                }
            }
            html.add("details", ["class": "card"]) { html in
                html.add("summary", words(TrialText.again))
                form(&html)
            }
            letter(&html)
            if trials.found > 1 { list(trials, &html) }
            html.add("p", ["class": "hint"], words(TrialText.selectHint))
            var room = TrialPlaces.segmentLimit
            for (index, trial) in trials.trials.enumerated() {
                let message = TrialMessage(words: words, trial: trial, number: index + 1, segmentLimit: room)
                message.write(&html)
                room = max(100, room - trial.text.pieces.count)
            }
        }
    }

    private func form(_ html: inout Markup) {
        html.add(
            "form",
            [
                "method": "post", "action": "/coba", "enctype": "multipart/form-data", "class": "stack",
                "data-drop": "f-berkas",
            ]
        ) { html in
            FormParts.token(visit, &html)
            html.add("div", ["class": "field wide"]) { html in
                html.add("label", ["for": "f-pesan"], words(TrialText.paste))
                html.add(
                    "textarea",
                    [
                        "id": "f-pesan", "name": "pesan", "rows": "12", "class": "mono", "spellcheck": "false",
                        "autocomplete": "off",
                    ], "")
            }
            FormParts.field(
                "berkas", words(TrialText.file), type: "file", hint: words(TrialText.fileHint), completion: nil, &html)
            html.add("button", ["class": "button primary"], words(TrialText.run))
        }
    }

    private func letter(_ html: inout Markup) {
        guard visit.allows(.writeLetter), !input.isEmpty else { return }
        html.add("form", ["method": "post", "action": "/surat", "enctype": "multipart/form-data"]) { html in
            FormParts.token(visit, &html)
            html.void(
                "input", ["type": "hidden", "name": "isi", "value": Data(input).base64EncodedString()])
            html.add("button", ["class": "button"], words(TrialText.letter))
        }
    }

    private func list(_ trials: MessageTrials, _ html: inout Markup) {
        html.add("section", ["class": "card", "aria-labelledby": "isi-kiriman"]) { html in
            html.add("h2", ["id": "isi-kiriman"], words(TrialText.messages) + ": " + words.messages(trials.found))
            html.add("ol") { html in
                for (index, trial) in trials.trials.enumerated() {
                    html.add("li") { html in
                        html.add("a", ["href": "#m\(index + 1)"], TrialMessage.name(trial.message, words))
                        html.say(" · " + words(.messageStatus, trial.message.status))
                        html.say(" · " + words.travellers(trial.message.travellers.count))
                        if !trial.message.warnings.isEmpty {
                            html.say(" · " + words.warnings(trial.message.warnings.count))
                        }
                    }
                }
            }
            if trials.found > trials.trials.count {
                html.add("p", ["class": "warning"], words(TrialText.moreMessages))
            }
        }
    }
}
