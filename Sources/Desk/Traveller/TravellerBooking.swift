// SPDX-License-Identifier: Apache-2.0

import Civil
import Mandate
import Safeguards
import Travel
import Wording

/// The bookings behind a traveller: who booked, when, how it was paid, and where else it goes.
struct TravellerBooking {
    let visit: Visit
    let opening: TravellerOpening

    private var words: Words { visit.words }
    private var lens: Lens { opening.lens }

    func write(_ html: inout Markup) {
        guard lens.mentions(.booking) || lens.mentions(.itinerary) else { return }
        for (index, booking) in opening.bookings.prefix(4).enumerated() {
            html.add("section", ["class": "card", "aria-labelledby": "pesan-\(index)"]) { html in
                html.add("h2", ["id": "pesan-\(index)"]) { html in
                    html.say(words(TravellerText.booking) + " ")
                    html.add(
                        "span", ["class": "mono"],
                        lens.text(booking.record.recordLocator, .booking, as: .document) ?? "")
                }
                if booking.record.isCancelled { html.add("span", ["class": "tag warn"], words(VoyageText.cancelled)) }
                facts(booking.record, &html)
                payments(booking, &html)
                itinerary(booking.record, &html)
                remarks(booking.record, &html)
            }
        }
    }

    private func facts(_ record: ReceivedBooking, _ html: inout Markup) {
        guard lens.shows(.booking) else { return }
        html.add("dl", ["class": "facts"]) { html in
            Facts.pair(words(TravellerText.bookedAt), record.bookedAt.map { words.shortDateTime($0) }, &html)
            if let agency = record.agency {
                Facts.pair(
                    words(TravellerText.agency),
                    [agency.id, agency.city, agency.country].compactMap(\.self).joined(separator: " · "), &html)
            }
            Facts.pair(
                words(TravellerText.tickets), record.tickets.prefix(8).joined(separator: ", "), isCode: true, &html)
            Facts.pair(words(TravellerText.splitFrom), record.splitFrom, isCode: true, &html)
            Facts.pair(
                words(TravellerText.loyalty), opening.traveller.loyalty.joined(separator: ", "), isCode: true, &html)
        }
    }

    /// The payments of this traveller's tickets and of the booking as a whole, not those of companions.
    private func payments(_ booking: Booking, _ html: inout Markup) {
        let indices = Set(
            opening.traveller.contributions.filter { $0.order.message == booking.order.message }.map(\.index))
        let payments = booking.record.payments.filter { $0.traveller.map(indices.contains) ?? true }
        guard lens.shows(.payment), !payments.isEmpty else { return }
        html.add("h3", words(TravellerText.payment))
        html.add("ul", ["class": "plain"]) { html in
            for payment in payments.prefix(12) {
                html.add("li") { html in
                    html.add("strong", words.raised(words(.paymentForm, payment.form)))
                    if let number = payment.number { html.add("span", ["class": "mono"], " •••• " + number.suffix(4)) }
                    if let amount = payment.amount { html.say(" · " + amount + " " + (payment.currency ?? "")) }
                }
            }
        }
    }

    private func itinerary(_ record: ReceivedBooking, _ html: inout Markup) {
        guard lens.shows(.itinerary), !record.itinerary.isEmpty else { return }
        html.add("h3", words(TravellerText.itinerary))
        html.add("ol", ["class": "legs"]) { html in
            for flight in record.itinerary.prefix(16) {
                html.add("li") { html in
                    html.add(
                        "span", ["class": "mono"],
                        [flight.carrier, flight.number].compactMap(\.self).joined(separator: " "))
                    html.say(" " + [flight.from, flight.to].map { $0 ?? "–" }.joined(separator: " → "))
                    if let time = flight.departure {
                        html.add("span", ["class": "quiet"], " " + words.shortDateTime(time))
                    }
                    if let status = flight.status {
                        html.add("span", ["class": "quiet"], " " + words(.bookingStatus, status))
                    }
                }
            }
        }
    }

    private func remarks(_ record: ReceivedBooking, _ html: inout Markup) {
        guard lens.shows(.remarks), !record.remarks.isEmpty else { return }
        html.add("h3", words(TravellerText.remarks))
        html.add("ul", ["class": "plain mono"]) { html in
            for remark in record.remarks.prefix(20) {
                html.add("li") { html in OverwrittenText.write(remark, words, &html) }
            }
        }
    }
}
