// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Drawing
import Gazetteer
import Mandate
import Safeguards
import Screening
import Travel
import Wording

/// One voyage: facts, hits that wait, seats, people, bookings, messages.
struct VoyagePage {
    let visit: Visit
    let opening: VoyageOpening
    let messages: [VoyageMessage]
    let series: [PartSeries]
    let registry: [RecordID<Traveller>: RegistryDesk.Standing]

    private var words: Words { visit.words }
    private var facts: VoyageFacts { opening.facts }

    func render() -> String {
        PageFrame(visit, words.name(of: facts), current: .board).render { html in
            head(&html)
            figures(&html)
            html.add("div", ["class": "columns voyage"]) { html in
                html.add("div") { html in
                    if visit.allows(.viewHits, at: facts) {
                        ConfirmedFaceList(visit: visit, faces: opening.faces).write(&html)
                    }
                    waiting(&html)
                    VoyageTravellers(visit: visit, opening: opening, registry: registry).write(&html)
                }
                html.add("aside", ["class": "side", "aria-label": words(VoyageText.title)]) { html in
                    particulars(&html)
                    seats(&html)
                    VoyageMessages(visit: visit, voyage: facts.id, messages: messages, series: series).write(&html)
                    bookings(&html)
                    HoldForm(visit: visit, voyage: facts.id).writeCard(at: facts, &html)
                }
            }
        }
    }

    private func head(_ html: inout Markup) {
        html.add("nav", ["class": "crumbs", "aria-label": words(NavigationText.breadcrumb)]) { html in
            html.add("a", ["href": facts.direction == .departure ? "/papan?arah=berangkat" : "/papan?arah=datang"]) {
                html in
                html.say("← " + words(facts.direction == .departure ? BoardText.titleDepartures : BoardText.title))
            }
        }
        html.add("div", ["class": "page-head"]) { html in
            html.add("h1") { html in
                html.say(words.name(of: facts))
                html.add("span", ["class": "h-route"], words.route(of: facts))
            }
            html.add("p", ["class": "h-state"]) { html in
                html.add(
                    "span", ["class": "tag status-" + facts.status.rawValue],
                    words.raised(words(.voyageStatus, facts.status)))
                if let minutes = facts.postTimeUTC {
                    let left = minutes - Int(visit.now / 60_000)
                    html.say(
                        facts.direction == .departure
                            ? words.departure(inMinutes: left)
                            : words.arrival(inMinutes: left, mode: facts.mode.rawValue))
                }
            }
        }
    }

    private func figures(_ html: inout Markup) {
        let summary = opening.summary
        html.add("dl", ["class": "figures"]) { html in
            let items: [(String, Int, Bool)] = [
                (words(VoyageText.travellers), summary.travellers, false),
                (words(VoyageText.crew), summary.crew, false),
                (words(VoyageText.boarded), summary.boarded, false),
                (words(VoyageText.notOnBoard), summary.notOnBoard, false),
                (words(VoyageText.cancelled), summary.cancelled, false),
                (words(TravellerText.disagreements), summary.disputed, false),
                (words(HitText.waiting), summary.waitingHits, summary.waitingHits > 0),
            ]
            for item in items {
                html.add("div", ["class": item.2 ? "attention" : nil]) { html in
                    html.add("dt", item.0)
                    html.add("dd", words.number(item.1))
                }
            }
        }
    }

    private func waiting(_ html: inout Markup) {
        let hits = opening.hits.filter(\.status.isWaiting)
        guard visit.allows(.viewHits, at: facts) else { return }
        html.add("section", ["aria-labelledby": "menunggu"]) { html in
            html.add("h2", ["id": "menunggu"], words(HitText.waiting))
            if hits.isEmpty { html.add("p", ["class": "empty"], words(HitText.noneWaiting)) }
            for hit in hits {
                guard let traveller = opening.traveller(hit.traveller) else { continue }
                HitCard(visit: visit, hit: hit, traveller: traveller, facts: facts).write(&html)
            }
        }
    }

    private func particulars(_ html: inout Markup) {
        let gazetteer = visit.services.gazetteer
        html.add("section", ["class": "card", "aria-labelledby": "keterangan"]) { html in
            html.add("h2", ["id": "keterangan"], words(VoyageText.scheduled))
            let stops = [(facts.from, facts.departure), (facts.to, facts.arrival)].map { code, time in
                RouteLine.Stop(
                    code: code ?? "–", name: code.flatMap { gazetteer.port($0)?.name } ?? "",
                    time: time.map {
                        visit.clock.written($0)
                            + (code.flatMap { gazetteer.port($0)?.indonesianZone?.label }.map { " " + $0 } ?? "")
                    } ?? "",
                    isMarked: code == facts.post)
            }
            html.figure(
                RouteLine(
                    title: words(VoyageText.route), stops: stops,
                    columns: [words(NavigationText.board), words(VoyageText.name), words(CommonText.time)]),
                tableTitle: words(CommonText.showTable))
            html.add("dl", ["class": "facts"]) { html in
                Facts.pair(words(VoyageText.carrier), facts.carrier.map { gazetteer.carrier($0) ?? $0 }, &html)
                Facts.pair(
                    words(VoyageText.conveyance),
                    [facts.conveyance.name, facts.conveyance.imo, facts.conveyance.plate].compactMap(\.self).joined(
                        separator: " · "), &html)
                Facts.pair(words(VoyageText.codeshares), facts.codeshares.joined(separator: ", "), isCode: true, &html)
                if let total = messages.last(where: { $0.declared != nil }), let declared = total.declared {
                    Facts.pair(words(CommonText.total), words.totals(declared: declared, found: total.found), &html)
                }
            }
        }
    }

    private func seats(_ html: inout Markup) {
        guard facts.mode != .land else { return }
        var seats: [SeatMap.Seat] = []
        var parties = Set<RecordID<Traveller>>()
        for traveller in opening.voyage.travellers where opening.isHit(traveller.id) {
            parties.formUnion(opening.companions(of: traveller).map(\.id))
        }
        for traveller in opening.voyage.travellers {
            let lens = visit.lens(isHit: opening.isHit(traveller.id))
            guard traveller.status != .cancelled, traveller.status != .notOnBoard, lens.shows(.seat),
                let seat = traveller.seat.current
            else { continue }
            let mark: SeatMap.Mark =
                opening.isHit(traveller.id) ? .hit : parties.contains(traveller.id) ? .companion : .taken
            seats.append(
                SeatMap.Seat(seat, mark, label: TravellerWords(traveller: traveller, lens: lens, words: words).name))
        }
        let map = SeatMap(
            title: words(VoyageText.seatMap) + " " + words.name(of: facts), summary: words.travellers(seats.count),
            seats: seats,
            labels: SeatWords.labels(words))
        html.add("section", ["class": "card seats", "aria-labelledby": "denah"]) { html in
            html.add("h2", ["id": "denah"], words(VoyageText.seatMap))
            if map.isEmpty {
                html.add("p", ["class": "empty"], words(VoyageText.noSeats))
            } else {
                html.figure(map, tableTitle: words(CommonText.showTable))
            }
        }
    }

    private func bookings(_ html: inout Markup) {
        let bookings = opening.voyage.bookings.filter { $0.travellers.count > 1 }
        guard !bookings.isEmpty else { return }
        html.add("section", ["class": "card", "aria-labelledby": "pemesanan"]) { html in
            html.add("h2", ["id": "pemesanan"], words(VoyageText.party))
            html.add("ul", ["class": "plain"]) { html in
                for booking in bookings.prefix(60) {
                    let isHit = booking.travellers.contains { opening.isHit($0) }
                    let lens = visit.lens(isHit: isHit)
                    guard lens.mentions(.companions) else { continue }
                    html.add("li") { html in
                        html.add(
                            "span", ["class": "mono"],
                            lens.text(booking.record.recordLocator, .booking, as: .document) ?? "")
                        html.say(" " + words.travellers(booking.travellers.count))
                        if isHit { html.add("span", ["class": "tag hit"], words(FigureText.markHit)) }
                    }
                }
            }
        }
    }
}

/// The words of seat maps.
enum SeatWords {
    static func labels(_ words: Words) -> SeatMap.Labels {
        SeatMap.Labels(
            seat: words(FigureText.seat), who: words(VoyageText.name), mark: words(FigureText.mark),
            marks: [
                .taken: words(FigureText.markTaken), .companion: words(FigureText.markCompanion),
                .hit: words(FigureText.markHit), .selected: words(FigureText.markSelected),
            ])
    }
}
