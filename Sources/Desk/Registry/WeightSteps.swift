// SPDX-License-Identifier: Apache-2.0

import Drawing
import Identity
import Safeguards
import Wording

/// The steps from prior to total as a table, each with its weight in bits.
struct WeightSteps {
    struct Step {
        let label: String
        /// What the messages say, and what the registry says.
        let claimed: String
        let registered: String
        let weight: Double
    }

    /// Unique on its page.
    let id: String
    let caption: String
    let steps: [Step]

    var total: Double { steps.reduce(0) { $0 + $1.weight } }

    func write(_ words: Words, _ html: inout Markup) {
        if steps.count > 1 { html.picture(waterfall(words)) }
        html.add("div", ["class": "scroll"]) { html in
            html.add("table", ["class": "weights"]) { html in
                html.add("caption", ["class": "hidden"], caption)
                TableParts.head(
                    [
                        words(RegistryText.field), words(RegistryText.message), words(RegistryText.answer),
                        "#" + words(RegistryText.weight),
                    ], &html)
                html.add("tbody") { html in
                    for step in steps {
                        html.add("tr", ["class": step.weight < 0 ? "against" : nil]) { html in
                            html.add("th", ["scope": "row"], words.raised(step.label))
                            html.add("td", step.claimed)
                            html.add("td", step.registered)
                            html.add("td", ["class": "n"], signed(step.weight, words))
                        }
                    }
                    html.add("tr", ["class": "total"]) { html in
                        html.add("th", ["scope": "row", "colspan": "3"], words(RegistryText.total))
                        html.add("td", ["class": "n"], signed(total, words))
                    }
                }
            }
        }
    }

    /// The picture of the steps; the table below says the same.
    private func waterfall(_ words: Words) -> Waterfall {
        Waterfall(
            id: id, title: caption, summary: words(RegistryText.waterfall),
            columns: [words(RegistryText.field), words(RegistryText.answer), words(RegistryText.weight)],
            steps: steps.map {
                Waterfall.Step(
                    label: words.raised($0.label), detail: $0.registered, weight: $0.weight,
                    text: signed($0.weight, words))
            }, totalLabel: words(RegistryText.total), totalText: signed(total, words),
            evenLabel: words(RegistryText.threshold))
    }

    private func signed(_ value: Double, _ words: Words) -> String {
        (value > 0 ? "+" : "") + words.number(value, decimals: 1)
    }
}
