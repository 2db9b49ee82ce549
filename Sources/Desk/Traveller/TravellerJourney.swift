// SPDX-License-Identifier: Apache-2.0

import Civil
import Drawing
import Gazetteer
import Mandate
import Travel
import Wording

/// This journey: where they sit, with whom, with what baggage.
struct TravellerJourney {
    let visit: Visit
    let opening: TravellerOpening

    private var words: Words { visit.words }

    func write(_ html: inout Markup) {
        let traveller = opening.traveller
        let gazetteer = visit.services.gazetteer
        html.add("section", ["class": "card", "aria-labelledby": "perjalanan"]) { html in
            html.add("h2", ["id": "perjalanan"], words(TravellerText.journey))
            html.add("dl", ["class": "facts"]) { html in
                func port(_ code: String?) -> String? {
                    code.map { code in gazetteer.port(code).map { code + " " + $0.name } ?? code }
                }
                if opening.lens.mentions(.itinerary) {
                    Facts.pair(words(TravellerText.embark), port(traveller.embark.current), &html)
                    Facts.pair(words(TravellerText.debark), port(traveller.debark.current), &html)
                }
                if let time = traveller.checkedInAt {
                    Facts.pair(words(TravellerText.checkedIn), visit.clock.written(time), &html)
                }
                // A fact of the record, not a hit: the decision was somebody's, elsewhere.
                for answer in traveller.clearances.prefix(8) {
                    let said = answer.value.code + " " + words(.clearanceCode, answer.value.code)
                    let time = CivilDateTime(minutesSinceEpoch: answer.order.minutes).map { visit.clock.written($0) }
                    let text = opening.lens.shows(.sourceText) ? answer.value.text : nil
                    Facts.pair(
                        words(TravellerText.clearance), [said, time, text].compactMap(\.self).joined(separator: " · "),
                        &html)
                }
                if let bags = traveller.bags.current, opening.lens.shows(.baggage) {
                    Facts.pair(
                        words(TravellerText.baggage), words.bags(count: bags.count, kilograms: bags.weightKilograms),
                        &html)
                    Facts.pair(
                        words(TravellerText.bagTags), bags.tags.prefix(12).joined(separator: ", "), isCode: true, &html)
                }
            }
            companions(&html)
            seats(&html)
        }
    }

    private func companions(_ html: inout Markup) {
        guard opening.lens.mentions(.companions) else { return }
        html.add("h3", words(TravellerText.companions))
        let companions = opening.companions
        if companions.isEmpty { return html.add("p", ["class": "empty"], words(TravellerText.noCompanions)) }
        let day = opening.facts.arrival?.date ?? opening.facts.departure?.date
        html.add("ul", ["class": "plain"]) { html in
            for other in companions.prefix(40) {
                let own = TravellerWords(
                    traveller: other, lens: visit.lens(isHit: opening.voyage.isHit(other.id)), words: words)
                html.add("li") { html in
                    html.add("a", ["href": "/penumpang/\(other.id)"], own.name)
                    if let seat = own.seat { html.add("span", ["class": "mono quiet"], " " + seat) }
                    if let day, other.isChild(on: day) {
                        html.add("span", ["class": "tag child"], words("anak", "child"))
                    }
                    if opening.voyage.isHit(other.id) {
                        html.add("span", ["class": "tag hit"], words(FigureText.markHit))
                    }
                }
            }
        }
    }

    private func seats(_ html: inout Markup) {
        guard opening.facts.mode != .land, opening.traveller.seat.current != nil, opening.lens.shows(.seat) else {
            return
        }
        let companions = Set(opening.companions.map(\.id))
        let seats = opening.voyage.voyage.travellers.compactMap { other -> SeatMap.Seat? in
            guard let seat = other.seat.current,
                other.id == opening.traveller.id || other.status == .expected || other.status == .boarded
            else { return nil }
            let mark: SeatMap.Mark =
                other.id == opening.traveller.id
                ? .selected
                : opening.voyage.isHit(other.id) ? .hit : companions.contains(other.id) ? .companion : .taken
            let lens = visit.lens(isHit: opening.voyage.isHit(other.id))
            return SeatMap.Seat(seat, mark, label: TravellerWords(traveller: other, lens: lens, words: words).name)
        }
        let map = SeatMap(
            title: words(FigureText.seatMap),
            summary: words(TravellerText.seat) + " " + (opening.traveller.seat.current ?? ""),
            seats: seats, labels: SeatWords.labels(words))
        if !map.isEmpty { html.figure(map, tableTitle: words(CommonText.showTable)) }
    }
}
