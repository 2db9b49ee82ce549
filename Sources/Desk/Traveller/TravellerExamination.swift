// SPDX-License-Identifier: Apache-2.0

import Casework
import Mandate
import Screening
import Travel
import Wording

/// What examinations of a traveller came to, and the form for another.
struct TravellerExamination {
    let visit: Visit
    let opening: TravellerOpening

    private var words: Words { visit.words }

    func write(_ html: inout Markup) {
        let past = opening.decisions.compactMap { record -> (DecisionRecord, Examination)? in
            if case .examined(let examination) = record.decision { (record, examination) } else { nil }
        }
        let may = visit.allows(.recordOutcome, at: opening.facts)
        guard may || !past.isEmpty else { return }
        html.add("section", ["class": "card", "aria-labelledby": "pemeriksaan"]) { html in
            html.add("h2", ["id": "pemeriksaan"], words(ExaminationText.title))
            if past.isEmpty { html.add("p", ["class": "empty"], words(ExaminationText.none)) }
            html.add("ol", ["class": "history"]) { html in
                for (record, examination) in past {
                    html.add("li") { html in
                        html.add("strong", ExaminationWords.text(examination.result, words))
                        if !examination.note.isEmpty { html.say(" – " + examination.note) }
                        html.add(
                            "span", ["class": "quiet"],
                            " " + (opening.officerName(record.officer) ?? "") + ", "
                                + visit.clock.moment(record.atMilliseconds, now: visit.now))
                    }
                }
            }
            if may { form(&html) }
        }
    }

    private func form(_ html: inout Markup) {
        html.add("details", ["class": "do"]) { html in
            html.add("summary", words(ExaminationText.record))
            html.add(
                "form",
                ["method": "post", "action": "/penumpang/\(opening.traveller.id)/pemeriksaan", "class": "stack"]
            ) { html in
                FormParts.token(visit, &html)
                html.add("fieldset", ["class": "options tight"]) { html in
                    html.add("legend", words(ExaminationText.result))
                    for code in ["nothing-found", "found", "missed", "not-examined"] {
                        html.add("label", ["class": "option"]) { html in
                            html.void("input", ["type": "radio", "name": "hasil", "value": code, "required": ""])
                            html.add("span", words(.examinationResult, code))
                        }
                    }
                }
                goods(&html)
                FormParts.field("sebab", words(ExaminationText.whyNot), limit: 500, &html)
                FormParts.area("catatan", words(CommonText.note), rows: 2, limit: 2000, &html)
                html.add("button", ["class": "button primary"], words(ExaminationText.submit))
            }
        }
    }

    private func goods(_ html: inout Markup) {
        html.add("fieldset", ["class": "goods", "data-rows": ""]) { html in
            html.add("legend", words(ExaminationText.goods))
            for row in 1...2 {
                html.add("div", ["class": "goods-row"]) { html in
                    html.add("select", ["name": "barang", "aria-label": words(ExaminationText.goodsCode) + " \(row)"]) {
                        html in
                        html.add("option", ["value": ""], words(ExaminationText.goodsCode))
                        for code in GoodsCode.allCases {
                            html.add("option", ["value": code.rawValue], words(.goodsCode, code))
                        }
                    }
                    html.void(
                        "input",
                        [
                            "name": "banyak", "inputmode": "decimal", "autocomplete": "off",
                            "placeholder": words(ExaminationText.quantity),
                            "aria-label": words(ExaminationText.quantity) + " \(row)",
                        ])
                    html.void(
                        "input",
                        [
                            "name": "satuan", "maxlength": "12", "autocomplete": "off",
                            "placeholder": words(ExaminationText.unit),
                            "title": words(ExaminationText.unitHint),
                            "aria-label": words(ExaminationText.unit) + " \(row)",
                        ])
                }
            }
        }
    }
}

/// Results of examinations in words.
enum ExaminationWords {
    static func text(_ result: ExaminationResult, _ words: Words) -> String {
        switch result {
        case .nothingFound: words(.examinationResult, "nothing-found")
        case .missed: words(.examinationResult, "missed")
        case .notExamined(let why): words(.examinationResult, "not-examined") + ": " + why
        case .found(let goods):
            words(.examinationResult, "found") + ": "
                + goods.map { words.goods(code: $0.code.rawValue, quantity: $0.quantity, unit: $0.unit) }.joined(
                    separator: "; ")
        }
    }
}
