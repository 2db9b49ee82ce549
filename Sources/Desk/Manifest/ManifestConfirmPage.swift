// SPDX-License-Identifier: Apache-2.0

import Casework
import Mandate
import Manifests
import Safeguards
import Screening
import Travel
import Wording

/// What handing in a list would do: for each voyage the travellers, and how they differ from the earlier list.
struct ManifestConfirmPage {
    let visit: Visit
    let draft: ManifestDraft
    let reading: ManifestReading
    let plan: ListPlan

    private var words: Words { visit.words }
    private var base: String { String(visit.path.dropLast("/periksa".count)) }
    /// Whether the purpose opens names of what is stored.
    private var showsNames: Bool { visit.lens(isHit: false).mentions(.name) }
    /// The most names of each kind.
    private static let nameLimit = 100

    /// The opaque identifiers of what is shown, for the audit record.
    var shown: [String] {
        plan.parts.flatMap { part in
            var shown = ["voyage:\(part.voyage)"]
            if let earlier = part.earlier { shown.append("message:\(earlier.id)") }
            if showsNames, let comparison = part.comparison {
                shown += (comparison.removed + comparison.changed).prefix(ManifestConfirmPage.nameLimit * 2)
                    .compactMap { $0.contribution.map { "traveller:\($0)" } }
            }
            return shown
        }
    }

    func render() -> String {
        PageFrame(visit, words(ManifestText.confirm), current: .manifest).render { html in
            html.add("nav", ["class": "crumbs", "aria-label": words(NavigationText.breadcrumb)]) { html in
                html.add("a", ["href": base], "← " + words(ManifestText.back))
            }
            html.add("h1", words(ManifestText.confirm))
            for part in plan.parts { write(part, &html) }
            if plan.isKnown {
                html.add("p", ["class": "notice", "role": "status"], words(ManifestText.sameList))
            }
            html.add("form", ["method": "post", "action": base + "/kirim", "class": "card stack"]) { html in
                FormParts.token(visit, &html)
                if !plan.isKnown, plan.parts.contains(where: { $0.earlier != nil }) { intent(&html) }
                html.add("p") { html in
                    html.add("label", ["class": "check"]) { html in
                        html.void("input", ["type": "checkbox", "name": "ingat", "value": "1", "checked": ""])
                        html.say(
                            " " + words(ManifestText.remember) + " "
                                + (draft.voyage.operatorCode ?? ""))
                    }
                }
                html.add("button", ["class": "button primary"], words(ManifestText.submit))
            }
        }
    }

    private func intent(_ html: inout Markup) {
        html.add("fieldset", ["class": "plain-set"]) { html in
            html.add("legend", words(ManifestText.intent))
            for (value, text, isFirst) in [
                ("ganti", ManifestText.replace, true), ("tambah", ManifestText.add, false),
            ] {
                html.add("p") { html in
                    html.add("label", ["class": "check"]) { html in
                        html.void(
                            "input", ["type": "radio", "name": "maksud", "value": value, "checked": flag(isFirst)])
                        html.say(" " + words(text))
                    }
                }
            }
        }
    }

    private func write(_ part: ListPlan.Part, _ html: inout Markup) {
        html.add("section", ["class": "card"]) { html in
            html.add("h2", words.name(of: part.facts))
            html.add("dl", ["class": "facts"]) { html in
                Facts.pair(words(ManifestText.operatorName), draft.voyage.operatorCode, &html)
                Facts.pair(words("Rute", "Route"), words.route(of: part.facts), &html)
                Facts.pair(words(ManifestText.ship), part.facts.conveyance.name, &html)
                Facts.pair(
                    words(ManifestText.departure), part.facts.departure.map { words.longDateTime($0) }, &html)
                Facts.pair(words(ManifestText.arrival), part.facts.arrival.map { words.longDateTime($0) }, &html)
                Facts.pair(words("Penumpang", "Travellers"), words.number(part.travellers), &html)
            }
            guard let comparison = part.comparison, let earlier = part.earlier else {
                return html.add("p", ["class": "quiet"], words(ManifestText.firstList))
            }
            html.add("p") { html in
                html.say(words(ManifestText.replaces) + " · ")
                html.say(visit.clock.moment(earlier.receivedAtMilliseconds, now: visit.now))
                html.say(" · " + words(ManifestText.version) + " \(earlier.message.revision) → \(part.revision.number)")
            }
            html.add("dl", ["class": "facts difference"]) { html in
                Facts.pair("+ " + words(ManifestText.added), words.number(comparison.added.count), &html)
                Facts.pair("− " + words(ManifestText.removed), words.number(comparison.removed.count), &html)
                Facts.pair("≠ " + words(ManifestText.changed), words.number(comparison.changed.count), &html)
                Facts.pair("= " + words(ManifestText.unchanged), words.number(comparison.unchanged), &html)
            }
            guard showsNames else {
                return html.add("p", ["class": "hint"], words(ManifestText.namesHidden))
            }
            names("+ ", ManifestText.added, comparison.added, &html)
            names("− ", ManifestText.removed, comparison.removed, &html)
            names("≠ ", ManifestText.changed, comparison.changed, &html)
        }
    }

    private func names(
        _ sign: String, _ title: ManifestText, _ people: [ListComparison.Person], _ html: inout Markup
    ) {
        if people.isEmpty { return }
        html.add("h3", sign + words(title))
        html.add("ul", ["class": "names"]) { html in
            for person in people.prefix(ManifestConfirmPage.nameLimit) {
                let name = [person.surname, person.given].compactMap(\.self).joined(separator: " / ")
                html.add("li", name.isEmpty ? "–" : name)
            }
            if people.count > ManifestConfirmPage.nameLimit { html.add("li", words(ManifestText.more)) }
        }
    }
}

/// What became of a list.
struct ManifestResultPage {
    let visit: Visit
    let result: DraftShelf.Result

    func render() -> String {
        let words = visit.words
        return PageFrame(visit, words(ManifestText.result), current: .manifest).render { html in
            html.add("h1", words(ManifestText.result))
            html.add("p", ["class": "notice ok", "role": "status"]) { html in
                html.say("✓ " + words(result.isKnown ? ManifestText.sameList : ManifestText.submitted) + " ")
                html.say(
                    words.travellers(result.travellers) + ", "
                        + words(
                            "\(result.refused.count) baris bukan penumpang",
                            "\(result.refused.count) rows that are no travellers") + ".")
            }
            html.add("div", ["class": "toolbar"]) { html in
                for voyage in result.voyages.prefix(5) where visit.allows(.viewVoyage) {
                    html.add(
                        "a", ["class": "button primary", "href": "/perjalanan/\(voyage)"],
                        words(ManifestText.openVoyage))
                }
                html.add("a", ["class": "button", "href": "/manifes"], words(ManifestText.another))
            }
            if let version = result.layoutVersion {
                html.add("p", ["class": "quiet"], words(ManifestText.layoutKept) + " \(version).")
            }
            ManifestRowLists(words: words, draft: nil).write(
                refused: result.refused, flawed: result.flawed, &html)
            if result.refused.isEmpty, result.flawed.isEmpty {
                html.add("p", ["class": "quiet"], words(ManifestText.nothingOdd))
            }
        }
    }
}
