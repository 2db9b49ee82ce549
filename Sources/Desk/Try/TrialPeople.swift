// SPDX-License-Identifier: Apache-2.0

import Messages
import Travel
import Wording

/// The travellers and bookings of a tried message, each with links to the parts that it was read from.
struct TrialPeople {
    let words: Words
    let trial: MessageTrial
    let number: Int
    let places: TrialPlaces

    private var message: ReceivedMessage { trial.message }

    func write(_ html: inout Markup) {
        html.add("section", ["aria-labelledby": "m\(number)-orang"]) { html in
            html.add("h3", ["id": "m\(number)-orang"]) { html in
                html.say(words(TrialText.travellers) + ": " + words.number(message.travellers.count))
            }
            if message.travellers.isEmpty { html.add("p", ["class": "empty"], words(TrialText.noTravellers)) }
            for (index, traveller) in message.travellers.enumerated().prefix(TrialPlaces.travellerLimit) {
                let name = [traveller.surname, traveller.given].compactMap(\.self).joined(separator: " / ")
                card(
                    .traveller(index), name.isEmpty ? "–" : name, words(.travellerRole, traveller.role),
                    traveller.readValues(.traveller(index)), &html)
            }
            if message.travellers.count > TrialPlaces.travellerLimit {
                html.add("p", ["class": "quiet"], words(TrialText.moreTravellers))
            }
        }
        guard !message.bookings.isEmpty else { return }
        html.add("section", ["aria-labelledby": "m\(number)-pesanan"]) { html in
            html.add("h3", ["id": "m\(number)-pesanan"]) { html in
                html.say(words(TrialText.bookings) + ": " + words.number(message.bookings.count))
            }
            for (index, booking) in message.bookings.enumerated().prefix(TrialPlaces.travellerLimit) {
                card(
                    .booking(index), booking.recordLocator ?? "–", words.travellers(booking.travellers.count),
                    booking.readValues(.booking(index)), &html)
            }
        }
    }

    private func card(
        _ owner: ReadValue.Owner, _ name: String, _ note: String, _ values: [ReadValue], _ html: inout Markup
    ) {
        html.add(
            "article",
            [
                "class": "card person", "id": TrialAnchor.id(owner, in: number),
                "data-of": TrialAnchor.id(owner, in: number), "data-row": "",
            ]
        ) { html in
            html.add("h4") { html in
                html.add("span", ["class": "mono"], name)
                html.add("span", ["class": "tag"], note)
            }
            let groups = places.groups(of: owner)
            if !groups.isEmpty {
                html.add("p", ["class": "places"]) { html in
                    for group in groups.prefix(12) {
                        html.add(
                            "a",
                            [
                                "href": "#m\(number)-g\(group.number)", "data-light": TrialAnchor.id(owner, in: number),
                                "data-open": "",
                            ], range(group))
                        html.say(" ")
                    }
                }
            }
            html.add("dl", ["class": "facts tight"]) { html in
                for value in values where value.field != .role {
                    Facts.pair(words.raised(words(.readField, value.field)), shown(value), isCode: true, &html)
                }
            }
        }
    }

    private func shown(_ value: ReadValue) -> String {
        value.field == .sex ? words(.sex, value.value) : value.value
    }

    private func range(_ group: TrialPlaces.Group) -> String {
        let numbers = group.pieces.compactMap(\.number)
        return words.segments(
            first: numbers.first ?? 0, last: numbers.last ?? 0, isManifest: trial.text.unit == .line)
    }
}
