// SPDX-License-Identifier: Apache-2.0

import Casework
import Mandate
import Messages
import Wording

/// The form of a profile: its text, a message to try it on, and how far back to look in the quarantine.
struct CarrierForm {
    let visit: Visit
    let text: String
    var days = 7

    /// What a new profile begins from.
    static let pattern = """
        id: zz-air
        title: "ZZ Air"
        active: true
        senders: [ZZ]
        carriers: [ZZ]
        kinds: [PAXLST]
        codes:
          document-types: {PP: P}
          qualifiers: {"RFF+LOCATOR": "RFF+AVF"}
        clock: {voyage: local}
        deviations: [wrong-totals]
        """

    static func crumbs(_ words: Words, _ html: inout Markup) {
        html.add("nav", ["class": "crumbs", "aria-label": words(NavigationText.breadcrumb)]) { html in
            html.add("a", ["href": "/pengangkut"], "← " + words(ProfileText.heading))
        }
    }

    func write(_ html: inout Markup) {
        let words = visit.words
        html.add(
            "form", ["method": "post", "action": "/pengangkut", "enctype": "multipart/form-data", "class": "stack"]
        ) { html in
            FormParts.token(visit, &html)
            area("teks", words(ProfileText.text), text, rows: 16, hint: words(ProfileText.textHint), &html)
            area("pesan", words(ProfileText.tryMessage), visit.form["pesan"] ?? "", rows: 4, hint: nil, &html)
            FormParts.field(
                "hari", words(ProfileText.days), value: "\(days)", type: "number", hint: words(ProfileText.daysHint),
                &html)
            html.add("div", ["class": "inline"]) { html in
                html.add("button", ["class": "button", "name": "aksi", "value": "coba"], words(ProfileText.check))
                html.add(
                    "button", ["class": "button primary", "name": "aksi", "value": "simpan"], words(ProfileText.save))
            }
        }
    }

    private func area(
        _ name: String, _ label: String, _ value: String, rows: Int, hint: String?, _ html: inout Markup
    ) {
        html.add("div", ["class": "field wide"]) { html in
            html.add("label", ["for": "f-" + name], label)
            html.add(
                "textarea",
                ["id": "f-" + name, "name": name, "rows": "\(rows)", "class": "mono", "spellcheck": "false"], value)
            if let hint { html.add("p", ["class": "hint"], hint) }
        }
    }
}

/// A profile that is being written, with what was found of it.
struct CarrierDraft {
    let text: String
    let problems: [ProfileFile.Problem]
    var note: ProfileText?
    var days = 7
    var count: QuarantineReplay.Outcome?
    var trials: MessageTrials?
}

/// The form again, with all problems at once, or with what the profile would do.
struct CarrierDraftPage {
    let visit: Visit
    let draft: CarrierDraft

    func render() -> String {
        let words = visit.words
        return PageFrame(visit, words(ProfileText.title), current: .carriers).render { html in
            CarrierForm.crumbs(words, &html)
            html.add("h1", words(ProfileText.title))
            if !draft.problems.isEmpty {
                html.add("div", ["class": "notice problem", "role": "alert"]) { html in
                    html.add("p", words(ProfileText.problems))
                    html.add("ul", ["lang": "en"]) { html in
                        for problem in draft.problems.prefix(50) { html.add("li", problem.description) }
                    }
                }
            }
            if let note = draft.note {
                html.add("p", ["class": "notice", "role": "status"]) { html in
                    html.say(words(note))
                    if let count = draft.count {
                        html.say(
                            " " + words(ProfileText.wouldRead) + " (\(draft.days)): "
                                + words.number(count.readable) + " / " + words.number(count.looked))
                    }
                }
            }
            html.add("div", ["class": "card"]) { html in
                CarrierForm(visit: visit, text: draft.text, days: draft.days).write(&html)
            }
            for (index, trial) in (draft.trials?.trials ?? []).enumerated() {
                TrialMessage(
                    words: words, trial: trial, number: index + 1, segmentLimit: TrialPlaces.segmentLimit / 4
                ).write(&html)
            }
        }
    }
}
