// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Screening
import Travel
import Wording

/// The people of a voyage as a table; who is no hit appears masked, as the policy says.
struct VoyageTravellers {
    let visit: Visit
    let opening: VoyageOpening
    /// How they stand with the civil registry; empty where there is none.
    let registry: [RecordID<Traveller>: RegistryDesk.Standing]

    func write(_ html: inout Markup) {
        let words = visit.words
        let day = opening.facts.arrival?.date ?? opening.facts.departure?.date
        html.add("section", ["aria-labelledby": "penumpang"]) { html in
            html.add("div", ["class": "section-head"]) { html in
                html.add("h2", ["id": "penumpang"], words(VoyageText.travellers))
                html.add("label", ["class": "filter no-print"]) { html in
                    html.add("span", ["class": "hidden"], words(CommonText.filter))
                    html.void(
                        "input",
                        [
                            "type": "search", "placeholder": words("Saring nama, kursi …", "Filter name, seat …"),
                            "data-filter": "daftar", "autocomplete": "off",
                        ])
                }
            }
            html.add("div", ["class": "scroll"]) { html in
                html.add("table", ["class": "rows compact", "id": "daftar"]) { html in
                    html.add("caption", words.travellers(opening.voyage.travellers.count))
                    TableParts.head(
                        [
                            words(VoyageText.seat), words(VoyageText.name), words(VoyageText.birthDate),
                            words(VoyageText.sex), words("Warga negara", "Nationality"), words(VoyageText.document),
                            words(VoyageText.status), words(VoyageText.rank),
                        ], &html)
                    html.add("tbody") { html in
                        for traveller in sorted { row(traveller, day: day, &html) }
                    }
                }
            }
        }
    }

    /// Hits first, then by seat and name.
    private var sorted: [Traveller] {
        let rank = Dictionary(
            opening.voyage.travellers.map { traveller in
                (traveller.id, opening.hits(of: traveller.id).filter(\.status.standsOut).map(\.rank).max() ?? 0)
            }, uniquingKeysWith: { a, _ in a })
        return opening.voyage.travellers.sorted { a, b in
            let ranks = (rank[a.id] ?? 0, rank[b.id] ?? 0)
            if ranks.0 != ranks.1 { return ranks.0 > ranks.1 }
            let seats = (seatKey(a), seatKey(b))
            return seats == (seats.1, seats.0) ? a.displayName < b.displayName : seats.0 < seats.1
        }
    }

    private func seatKey(_ traveller: Traveller) -> String {
        guard let seat = traveller.seat.current else { return "~" }
        let digits = seat.prefix { $0.isNumber }
        return String(repeating: "0", count: max(0, 4 - digits.count)) + seat
    }

    private func row(_ traveller: Traveller, day: CivilDate?, _ html: inout Markup) {
        let isHit = opening.isHit(traveller.id)
        let own = TravellerWords(traveller: traveller, lens: visit.lens(isHit: isHit), words: visit.words)
        let rank = opening.hits(of: traveller.id).filter(\.status.standsOut).map(\.rank).max() ?? 0
        html.add("tr", ["class": isHit ? "is-hit" : nil, "data-row": ""]) { html in
            html.add("td", ["class": "mono"], own.seat ?? "–")
            html.add("th", ["scope": "row"]) { html in
                html.add("a", ["href": "/penumpang/\(traveller.id)", "data-open": ""], own.name)
                if let day, traveller.isChild(on: day) {
                    html.add("span", ["class": "tag child"], visit.words("anak", "child"))
                }
                if traveller.role == .crew { html.add("span", ["class": "tag"], visit.words("awak", "crew")) }
                if !traveller.disagreements.isEmpty, own.lens.mentions(.disagreements) {
                    html.add("span", ["class": "tag warn"], visit.words("API ≠ PNR", "API ≠ PNR"))
                }
            }
            html.add("td", ["class": "nowrap"], own.shortBirthDate ?? "–")
            html.add("td", own.sex ?? "–")
            html.add("td") { html in
                if let code = own.nationality {
                    html.add("abbr", ["title": visit.country(code)], code)
                } else {
                    html.say("–")
                }
            }
            html.add("td", ["class": "mono"], own.document ?? "–")
            html.add("td") { html in
                html.add(
                    "span", ["class": "tag t-" + traveller.status.rawValue],
                    visit.words(.travellerStatus, traveller.status))
                if own.lens.mentions(.registry), let standing = registry[traveller.id] {
                    html.say(" ")
                    RegistryVerdict(standing)?.writeShort(visit.words, &html)
                }
            }
            html.add("td") { html in
                if rank > 0 { RankMark.write(rank, visit.words, &html) }
            }
        }
    }
}
