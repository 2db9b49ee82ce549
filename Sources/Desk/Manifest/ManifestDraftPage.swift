// SPDX-License-Identifier: Apache-2.0

import Civil
import Gazetteer
import Manifests
import Travel
import Wording

/// A list under work: what is missing, its voyage, its columns with ten rows, and what is odd in the rest.
struct ManifestDraftPage {
    let visit: Visit
    let draft: ManifestDraft
    let reading: ManifestReading

    private var words: Words { visit.words }

    /// Sizes and counts for the audit record: never content.
    var counts: String {
        "rows=\(reading.rows.count) travellers=\(reading.travellers) flawed=\(reading.flawed.count)"
    }

    func render() -> String {
        PageFrame(visit, words(ManifestText.check), current: .manifest).render { html in
            html.add("nav", ["class": "crumbs", "aria-label": words(NavigationText.breadcrumb)]) { html in
                html.add("a", ["href": "/manifes"], "← " + words(ManifestText.title))
            }
            html.add("div", ["class": "page-head"]) { html in
                html.add("h1", words(ManifestText.check))
                html.add("p", ["class": "quiet"], summary)
            }
            state(&html)
            html.add("form", ["method": "post", "action": visit.path, "class": "manifest"]) { html in
                FormParts.token(visit, &html)
                voyage(&html)
                ManifestTable(words: words, draft: draft, reading: reading).write(&html)
                html.add("div", ["class": "toolbar"]) { html in
                    html.add(
                        "button", ["class": "button primary", "name": "aksi", "value": "lanjut"],
                        words(ManifestText.next) + " →")
                    html.add(
                        "button", ["class": "button", "name": "aksi", "value": "lihat"], words(ManifestText.update))
                }
            }
            ManifestRowLists(words: words, draft: draft).write(
                refused: reading.refused, flawed: reading.rows.filter { !$0.marks.isEmpty }, &html)
            html.add("form", ["method": "post", "action": visit.path + "/buang", "class": "toolbar"]) { html in
                FormParts.token(visit, &html)
                html.add("button", ["class": "button small"], words(ManifestText.discard))
            }
        }
    }

    private var summary: String {
        let separator =
            switch draft.sheet.separator {
            case "\t": "tab"
            case let mark?: "“\(mark)”"
            case nil: words("satu kolom", "one column")
            }
        var parts = [
            words.travellers(reading.travellers),
            words("\(reading.refused.count) baris bukan penumpang", "\(reading.refused.count) rows that are none"),
            words("\(reading.flawed.count) baris dengan sel salah", "\(reading.flawed.count) rows with wrong cells"),
            draft.sheet.encoding.rawValue, words("pemisah", "separator") + " " + separator,
        ]
        if let version = draft.layoutVersion { parts.append(words(ManifestText.recognised) + " \(version)") }
        return parts.joined(separator: " · ")
    }

    private func state(_ html: inout Markup) {
        guard !reading.isReady else {
            return html.add("p", ["class": "notice ok", "role": "status"], "✓ " + words(ManifestText.ready))
        }
        html.add("section", ["class": "notice problem", "role": "status", "aria-labelledby": "kurang"]) { html in
            html.add("h2", ["id": "kurang"], words(ManifestText.missing))
            html.add("ul") { html in
                for problem in reading.problems { html.add("li", words.raised(words(.listProblem, problem))) }
            }
        }
    }

    private func voyage(_ html: inout Markup) {
        html.add("fieldset", ["class": "card"]) { html in
            html.add("legend", words(ManifestText.voyage))
            html.add("div", ["class": "grid-form"]) { html in fields(&html) }
        }
    }

    /// Fields that a column of the table fills stay out of the form.
    private func lacks(_ field: ManifestField) -> Bool { !draft.columns.contains { $0.field == field } }

    private func fields(_ html: inout Markup) {
        let voyage = draft.voyage
        FormParts.field(
            "operator", words(ManifestText.operatorName), value: voyage.operatorCode, isRequired: true, limit: 30, &html
        )
        FormParts.choice(
            "lewat", words(ManifestText.mode),
            [("", "–")] + TravelMode.allCases.map { ($0.rawValue, words(.travelMode, $0)) },
            selected: voyage.mode?.rawValue ?? "", &html)
        if lacks(.from) { port("dari", ManifestText.from, voyage.from, &html) }
        if lacks(.to) { port("tujuan", ManifestText.to, voyage.to, &html) }
        if lacks(.departure) { time("berangkat", ManifestText.departure, voyage.departure, &html) }
        if lacks(.arrival) { time("tiba", ManifestText.arrival, voyage.arrival, &html) }
        if lacks(.conveyance) {
            FormParts.field("kapal", words(ManifestText.ship), value: voyage.conveyance, limit: 40, &html)
        }
        if lacks(.imo) { FormParts.field("imo", words(ManifestText.imo), value: voyage.imo, limit: 7, &html) }
        if lacks(.voyageNumber) {
            FormParts.field("nomor", words(ManifestText.number), value: voyage.number, limit: 12, &html)
        }
        if lacks(.plate) {
            FormParts.field("polisi", words(ManifestText.plate), value: voyage.plate, limit: 15, &html)
        }
    }

    private func port(_ name: String, _ label: ManifestText, _ value: String?, _ html: inout Markup) {
        let ports = visit.services.gazetteer.ports
        let near = ports.filter { $0.mode != .air } + ports.filter { $0.mode == .air }
        var options = [("", "–")] + near.map { ($0.code, "\($0.name) (\($0.code))") }
        if let value, visit.services.gazetteer.port(value) == nil { options.append((value, value)) }
        FormParts.choice(name, words(label), options, selected: value ?? "", &html)
    }

    private func time(_ name: String, _ label: ManifestText, _ value: CivilDateTime?, _ html: inout Markup) {
        FormParts.field(
            name, words(label), value: value.map { "\($0)" }, type: "datetime-local",
            hint: words(ManifestText.timeHint),
            &html)
    }
}
