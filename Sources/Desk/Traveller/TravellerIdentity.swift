// SPDX-License-Identifier: Apache-2.0

import Civil
import Drawing
import Mandate
import Safeguards
import Screening
import Travel
import Wording

/// Who the traveller is: every field with all values received for it and where each comes from; API beside PNR.
struct TravellerIdentity {
    let visit: Visit
    let opening: TravellerOpening

    private var words: Words { visit.words }
    private var traveller: Traveller { opening.traveller }
    private var lens: Lens { opening.lens }

    func write(_ html: inout Markup) {
        html.add("section", ["class": "card", "aria-labelledby": "identitas"]) { html in
            html.add("h2", ["id": "identitas"], words(TravellerText.identity))
            html.add("div", ["class": "scroll"]) { html in
                html.add("table", ["class": "sources"]) { html in
                    html.add("caption", ["class": "hidden"], words(TravellerText.identity))
                    TableParts.head(
                        [words(FigureText.field), words(CommonText.value), words(CommonText.source)], &html)
                    html.add("tbody") { html in fields(&html) }
                }
            }
        }
        documents(&html)
        comparison(&html)
    }

    private func fields(_ html: inout Markup) {
        row(words(TravellerText.surname), traveller.surname, .name, .name, &html) { $0 }
        row(words(TravellerText.given), traveller.given, .name, .name, &html) { $0 }
        row(words(TravellerText.birthDate), traveller.birthDate, .birthDate, .date, &html) {
            lens.date($0, .birthDate, words)
        }
        row(words(TravellerText.sex), traveller.sex, .sex, .text, &html) { words(.sex, $0) }
        row(words(TravellerText.nationality), traveller.nationality, .nationality, .text, &html) {
            visit.country($0)
        }
        row(words(TravellerText.residence), traveller.residence, .residence, .text, &html) { visit.country($0) }
        row(words(TravellerText.birthPlace), traveller.birthPlace, .birthPlace, .text, &html) { $0 }
        row(words(TravellerText.nik), traveller.nik, .nik, .nik, &html) {
            $0.description
        } note: {
            NumberRegion(visit: visit, lens: lens, nik: $0).line
        }
        row(words(TravellerText.seat), traveller.seat, .seat, .text, &html) { $0 }
        for contact in traveller.contacts.prefix(20) {
            let isAddress = contact.value.kind == .address
            let form: Masking.Form = isAddress ? .text : contact.value.kind == .phone ? .phone : .email
            guard let value = lens.text(contact.value.value, isAddress ? .address : .contact, as: form) else {
                continue
            }
            html.add("tr") { html in
                html.add("th", ["scope": "row"], words.raised(words(.contactKind, contact.value.kind)))
                html.add("td", ["class": contact.isSuperseded ? "mono old" : "mono"], value)
                html.add("td", ["class": "source"]) { html in source(contact.source, contact.order, contact.span, &html)
                }
            }
        }
    }

    private func row<Value: Hashable & Sendable>(
        _ label: String, _ field: SourcedField<Value>, _ kind: DataField, _ form: Masking.Form, _ html: inout Markup,
        _ text: (Value) -> String, note: (Value) -> String? = { _ in nil }
    ) {
        guard lens.mentions(kind) else { return }
        // Sources that say the same share a line.
        var lines: [(first: Observation<Value>, all: [Observation<Value>])] = []
        for observation in field.observations.prefix(8) {
            let same = lines.firstIndex {
                $0.first.value == observation.value && $0.first.isSuperseded == observation.isSuperseded
            }
            if let same { lines[same].all.append(observation) } else { lines.append((observation, [observation])) }
        }
        for (index, line) in lines.enumerated() {
            guard let value = lens.text(text(line.first.value), kind, as: form) else { continue }
            html.add("tr", ["class": index > 0 ? "further" : nil]) { html in
                html.add("th", ["scope": "row"]) { html in
                    html.add("span", ["class": index > 0 ? "hidden" : nil], label)
                }
                html.add("td") { html in
                    html.add("span", ["class": line.first.isSuperseded ? "old" : nil], value)
                    if line.first.isSuperseded { html.add("span", ["class": "tag"], words(TravellerText.superseded)) }
                    if index == 0, field.isDisputed, lens.mentions(.disagreements) {
                        html.add("span", ["class": "tag warn"], words(FigureText.differs))
                    }
                    if let note = note(line.first.value) { html.add("div", ["class": "quiet"], note) }
                }
                html.add("td", ["class": "source"]) { html in
                    for (place, observation) in line.all.enumerated() {
                        if place > 0 { html.say(" · ") }
                        source(observation.source, observation.order, observation.span, &html)
                    }
                }
            }
        }
    }

    private func source(_ source: SourceKind, _ order: MessageOrder, _ span: SegmentSpan?, _ html: inout Markup) {
        var text = words.sourceName(source.rawValue)
        if let span {
            text +=
                " "
                + words.segments(
                    first: Int(span.first), last: Int(span.last), isManifest: source == .manifest || source == .desk)
        }
        if lens.shows(.sourceText) {
            html.add("a", ["href": "/pesan/\(order.message)?untuk=\(traveller.id)#sorot"], text)
        } else {
            html.say(text)
        }
    }

    private func documents(_ html: inout Markup) {
        guard lens.mentions(.document), !traveller.documents.isEmpty else { return }
        html.add("section", ["class": "card", "aria-labelledby": "dokumen"]) { html in
            html.add("h2", ["id": "dokumen"], words(TravellerText.documents))
            html.add("div", ["class": "scroll"]) { html in
                html.add("table", ["class": "sources"]) { html in
                    html.add("caption", ["class": "hidden"], words(TravellerText.documents))
                    TableParts.head(
                        [
                            words(TravellerText.documentType), words(TravellerText.documentNumber),
                            words(TravellerText.issuer),
                            words(TravellerText.expiry), words(CommonText.source),
                        ], &html)
                    html.add("tbody") { html in
                        for document in traveller.documents.prefix(12) {
                            html.add("tr") { html in
                                html.add(
                                    "td", document.value.type.map { words.raised(words(.documentType, $0)) } ?? "–")
                                html.add(
                                    "td", ["class": document.isSuperseded ? "mono old" : "mono"],
                                    lens.text(document.value.number, .document, as: .document) ?? "–")
                                html.add("td", document.value.issuer.map { visit.country($0) } ?? "–")
                                html.add(
                                    "td", ["class": "nowrap"],
                                    document.value.expiry.map { expiry($0) } ?? "–")
                                html.add("td", ["class": "source"]) { html in
                                    source(document.source, document.order, document.span, &html)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func expiry(_ date: PartialDate) -> String {
        lens.text(lens.date(date, .document, words), .document, as: .date) ?? "–"
    }

    private func comparison(_ html: inout Markup) {
        guard lens.shows(.disagreements) else { return }
        let comparison = TravellerComparison(
            traveller: traveller, lens: lens, words: words, country: { visit.country($0) })
        guard comparison.hasBothSides else { return }
        html.add("section", ["class": "card", "aria-labelledby": "beda"]) { html in
            html.add("h2", ["id": "beda"], words(TravellerText.comparison))
            if traveller.disagreements.isEmpty {
                html.add("p", words(TravellerText.noDisagreements))
            } else {
                html.add("p", ["class": "warning"]) { html in
                    html.add("strong", words(TravellerText.disagreements) + ": ")
                    html.say(
                        traveller.disagreements.map { words(.disagreementKind, $0) }.joined(separator: ", ") + ". ")
                    html.say(words(TravellerText.disagreementsLead))
                }
            }
            html.figure(comparison.figure, tableTitle: words(CommonText.showTable))
        }
    }
}
