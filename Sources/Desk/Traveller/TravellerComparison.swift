// SPDX-License-Identifier: Apache-2.0

import Civil
import Drawing
import Mandate
import Safeguards
import Travel
import Wording

/// API beside PNR, field by field, as far as the reader may see them.
struct TravellerComparison {
    let traveller: Traveller
    let lens: Lens
    let words: Words
    let country: (String) -> String

    /// Whether there is anything to compare.
    var hasBothSides: Bool {
        let sources = Set(traveller.contributions.map(\.source))
        return sources.contains(.pnr) && sources.count > 1
    }

    var figure: ComparisonStrip {
        var fields: [ComparisonStrip.Field] = []
        func add<Value: Hashable & Sendable>(
            _ label: String, _ field: SourcedField<Value>, _ kind: DataField, _ form: Masking.Form,
            _ text: (Value) -> String
        ) {
            let api = field.observations.first { $0.source != .pnr && !$0.isSuperseded }?.value
            let pnr = field.observations.first { $0.source == .pnr && !$0.isSuperseded }?.value
            guard api != nil || pnr != nil, lens.mentions(kind) else { return }
            let verdict: ComparisonStrip.Field.Verdict =
                api == nil || pnr == nil ? .oneSided : api == pnr ? .agrees : .differs
            fields.append(
                ComparisonStrip.Field(
                    label, first: lens.text(api.map(text), kind, as: form) ?? "–",
                    second: lens.text(pnr.map(text), kind, as: form) ?? "–", verdict: verdict))
        }
        add(words(TravellerText.surname), traveller.surname, .name, .name) { $0 }
        add(words(TravellerText.given), traveller.given, .name, .name) { $0 }
        add(words(TravellerText.birthDate), traveller.birthDate, .birthDate, .date) { lens.date($0, .birthDate, words) }
        add(words(TravellerText.sex), traveller.sex, .sex, .text) { words(.sex, $0) }
        add(words(TravellerText.nationality), traveller.nationality, .nationality, .text, country)
        let passports = SourcedField(
            observations: traveller.documents.filter { $0.value.type == "P" || $0.value.type == nil }.compactMap {
                seen in
                seen.value.number.map {
                    Observation(
                        value: $0, source: seen.source, order: seen.order, span: seen.span,
                        isSuperseded: seen.isSuperseded)
                }
            })
        add(words(TravellerText.documentNumber), passports, .document, .document) { $0 }
        add(words(TravellerText.seat), traveller.seat, .seat, .text) { $0 }
        return ComparisonStrip(
            title: words(FigureText.comparison), fields: fields,
            labels: ComparisonStrip.Labels(
                field: words(FigureText.field), first: "API", second: "PNR", verdict: words(CommonText.state),
                verdicts: [
                    .agrees: words(FigureText.agrees), .differs: words(FigureText.differs),
                    .oneSided: words(FigureText.oneSided),
                ]))
    }
}
