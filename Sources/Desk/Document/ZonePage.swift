// SPDX-License-Identifier: Apache-2.0

import Civil
import Mandate
import Messages
import Screening
import Travel
import Wording

/// What a zone says, digit by digit, with the repairs that somebody may accept.
struct ZonePage {
    let visit: Visit
    let reading: MRZReading
    /// The repair that the officer accepted.
    let accepted: Int?
    /// Travellers of today's voyages who bear the document.
    let found: [PresentTraveller]

    private var words: Words { visit.words }
    private var repair: MRZRepair? {
        accepted.flatMap { reading.repairs.indices.contains($0) ? reading.repairs[$0] : nil }
    }
    private var zone: MachineReadableZone? { repair?.zone ?? reading.zone }

    func render() -> String {
        PageFrame(visit, words(ZoneText.title), current: .document).render { html in
            html.add("nav", ["class": "crumbs", "aria-label": words(NavigationText.breadcrumb)]) { html in
                html.add("a", ["href": "/dokumen"], "← " + words(PostText.title))
            }
            html.add("div", ["class": "page-head"]) { html in
                html.add("h1", words(ZoneText.title))
                verdict(&html)
            }
            html.add("div", ["class": "columns"]) { html in
                html.add("div") { html in
                    lines(&html)
                    if let zone { fields(zone, &html) }
                    if let zone { checks(zone, &html) }
                }
                html.add("aside", ["class": "side", "aria-label": words(ZoneText.repairs)]) { html in
                    if zone != nil { people(&html) }
                    if repair == nil { repairs(&html) }
                    if let zone { register(zone, &html) }
                    html.add("p") { html in
                        html.add("a", ["href": "/dokumen", "class": "button"], words(ZoneText.again))
                        html.say(" ")
                        html.add("a", ["href": "/dokumen#ketik", "class": "button"], words(ZoneText.byHand))
                    }
                }
            }
        }
    }

    private func verdict(_ html: inout Markup) {
        let isRight = zone?.isVerified ?? false
        html.add("p", ["class": isRight ? "notice" : "notice problem", "role": "status"]) { html in
            html.say((isRight ? "✓ " : "✗ ") + words(isRight ? ZoneText.verified : ZoneText.notVerified))
        }
        if zone?.isNameCut ?? false { html.add("p", ["class": "warning"], "⚠ " + words(ZoneText.nameCut)) }
        if !reading.cleaning.isEmpty { html.add("p", ["class": "quiet"], words(ZoneText.tidied)) }
    }

    /// The zone's lines, changed characters marked.
    private func lines(_ html: inout Markup) {
        html.add("pre", ["class": "card mono", "tabindex": "0", "aria-label": words(ZoneText.zone)]) { html in
            if let repair {
                ZoneLines.write(repair, words, &html)
            } else {
                html.say((zone?.lines ?? reading.received).joined(separator: "\n"))
            }
        }
        if let repair {
            html.add("p", words(ZoneText.accepted) + ": " + ZoneLines.sentence(repair, words))
        }
    }

    private func fields(_ zone: MachineReadableZone, _ html: inout Markup) {
        func row(_ label: String, _ value: String?, isMono: Bool = false, _ html: inout Markup) {
            html.add("dt", label)
            html.add("dd", ["class": isMono ? "mono" : nil], value ?? "–")
        }
        html.add("section", ["class": "card", "aria-labelledby": "isi"]) { html in
            html.add("h2", ["id": "isi"], words(ZoneText.fields) + " · " + zone.format.rawValue)
            html.add("dl", ["class": "facts"]) { html in
                row(
                    words(ZoneText.name), [zone.surname, zone.given].compactMap(\.self).joined(separator: " / "), &html)
                row(words(PostText.documentNumber), zone.documentNumber, isMono: true, &html)
                row(words(PostText.issuer), zone.issuer, &html)
                row(words(PostText.nationality), zone.nationality, &html)
                row(words(ZoneText.birthDate), zone.birthDate.map { "\($0)" }, &html)
                row(words(PostText.sex), zone.sex.map { words(.sex, $0) }, &html)
                row(words(ZoneText.expiry), zone.expiry.map { "\($0)" }, &html)
                if !zone.optionalData.isEmpty {
                    row(words(ZoneText.optionalData), zone.optionalData.joined(separator: " · "), isMono: true, &html)
                }
            }
        }
    }

    private func checks(_ zone: MachineReadableZone, _ html: inout Markup) {
        html.add("section", ["class": "card", "aria-labelledby": "periksa"]) { html in
            html.add("h2", ["id": "periksa"], words(ZoneText.checks))
            html.add("table", ["class": "rows"]) { html in
                html.add("caption", ["class": "hidden"], words(ZoneText.checks))
                TableParts.head(
                    [
                        words(ZoneText.field), words(ZoneText.place), words(ZoneText.found), words(ZoneText.expected),
                        words(ZoneText.result),
                    ], &html)
                html.add("tbody") { html in
                    for check in zone.checks {
                        html.add("tr", ["class": check.isRight ? nil : "is-hit"]) { html in
                            html.add("th", ["scope": "row"], ZoneLines.name(check.field, words))
                            html.add(
                                "td",
                                words(ZoneText.line) + " \(check.line), " + words(ZoneText.column) + " \(check.column)")
                            html.add("td", ["class": "mono"], String(check.found))
                            html.add(
                                "td", ["class": "mono"],
                                check.isRight ? "" : check.expected.map { String($0) } ?? words(ZoneText.noDigit))
                            html.add("td", check.isRight ? "✓ " + words(ZoneText.right) : "✗ " + words(ZoneText.wrong))
                        }
                    }
                }
            }
        }
    }

    private func repairs(_ html: inout Markup) {
        guard !(zone?.isVerified ?? false) || !reading.repairs.isEmpty else { return }
        html.add("section", ["class": "card", "aria-labelledby": "usul"]) { html in
            html.add("h2", ["id": "usul"], words(ZoneText.repairs))
            if reading.repairs.isEmpty { return html.add("p", words(ZoneText.noRepairs)) }
            html.add("p", ["class": "quiet"], words(ZoneText.repairsLead))
            for (index, repair) in reading.repairs.enumerated() {
                html.add("form", ["method": "post", "action": "/dokumen/zona"]) { html in
                    ZoneLines.hidden(visit, repair: index, &html)
                    html.add("pre", ["class": "mono", "tabindex": "0"]) { html in
                        ZoneLines.write(repair, words, &html)
                    }
                    html.add("p", ["class": "quiet"], ZoneLines.sentence(repair, words))
                    html.add("button", ["class": "button"], words(ZoneText.accept) + " \(index + 1)")
                }
            }
        }
    }

    private func people(_ html: inout Markup) {
        html.add("section", ["class": "card", "aria-labelledby": "perjalanan"]) { html in
            html.add("h2", ["id": "perjalanan"], words(ZoneText.onVoyages))
            if found.isEmpty { return html.add("p", ["class": "empty"], words(ZoneText.notOnVoyages)) }
            html.add("p", ["class": "quiet"], words(ZoneText.onVoyagesLead))
            html.add("ul", ["class": "plain"]) { html in
                for person in found {
                    let own = TravellerWords(
                        traveller: person.traveller, lens: visit.lens(isHit: person.isHit), words: words)
                    html.add("li") { html in
                        html.add("a", ["href": "/penumpang/\(person.traveller.id)"], own.name)
                        html.say(" · " + words.name(of: person.facts))
                        if person.isHit { html.add("span", ["class": "tag hit"], words(FigureText.markHit)) }
                    }
                }
            }
        }
    }

    private func register(_ zone: MachineReadableZone, _ html: inout Markup) {
        html.add("form", ["method": "post", "action": "/dokumen/lintas", "class": "card"]) { html in
            html.add("p", ["class": "quiet"], words(ZoneText.registerLead))
            ZoneLines.hidden(visit, repair: accepted, &html)
            FormParts.choice(
                "arah", words(PostText.direction),
                [
                    ("datang", words(.travelDirection, TravelDirection.arrival)),
                    ("berangkat", words(.travelDirection, TravelDirection.departure)),
                ], isRequired: true, &html)
            FormParts.field("polisi", words(PostText.plate), limit: 12, &html)
            FormParts.field("catatan", words(ZoneText.reference), limit: 40, &html)
            html.add(
                "button", ["class": found.isEmpty && zone.isVerified ? "button primary" : "button"],
                words(found.isEmpty ? ZoneText.register : ZoneText.registerAnyway))
        }
    }
}
