// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Travel

/// Travellers and bookings.
extension MessageJSON {
    static func write(_ traveller: ReceivedTraveller, _ json: inout JSONText) {
        json.object { json in
            json.field("role", traveller.role.rawValue)
            json.field("surname", traveller.surname)
            json.field("given", traveller.given)
            json.field("birthDate", traveller.birthDate)
            json.field("sex", traveller.sex?.rawValue)
            json.field("nationality", traveller.nationality)
            json.field("nationalityDerived", traveller.isNationalityDerived)
            json.field("residence", traveller.residence)
            json.field("birthPlace", traveller.birthPlace)
            json.field("address", traveller.address)
            json.field("embark", traveller.embark)
            json.field("debark", traveller.debark)
            json.field("recordLocator", traveller.recordLocator)
            json.field("passengerReference", traveller.passengerReference)
            json.field("seat", traveller.seat)
            json.array("seats", traveller.seats) { json, seat in
                json.object { json in
                    json.field("number", seat.number)
                    json.field("from", seat.from)
                    json.field("to", seat.to)
                }
            }
            json.field("nik", traveller.nik?.description)
            write(traveller.bags, &json)
            json.array("documents", traveller.documents) { write($1, &$0) }
            json.array("contacts", traveller.contacts) { write($1, &$0) }
            json.field("surnameReceived", traveller.surnameReceived)
            json.field("givenReceived", traveller.givenReceived)
            json.field("loyalty", traveller.loyalty)
            json.field("tickets", traveller.tickets)
            json.field("checkedInAt", traveller.checkedInAt)
            write(traveller.span, &json)
        }
    }

    private static func write(_ bags: ReceivedBags?, _ json: inout JSONText) {
        json.object("bags") { json in
            json.field("count", bags?.count)
            json.field("weightKg", bags?.weightKilograms)
            json.field("tags", bags?.tags ?? [])
            json.array("pieces", bags?.pieces ?? []) { json, piece in
                json.object { json in
                    json.field("tag", piece.tag)
                    json.field("airline", piece.airline)
                    json.field("destination", piece.destination)
                }
            }
            if let pool = bags?.pool {
                json.object("pool") { json in
                    json.field("role", pool.isHead ? "head" : "member")
                    json.field("reference", pool.reference)
                }
            }
        }
    }

    private static func write(_ document: ReceivedDocument, _ json: inout JSONText) {
        json.object { json in
            json.field("type", document.type)
            json.field("number", document.number)
            json.field("issuer", document.issuer)
            json.field("expiry", document.expiry)
            json.field("issued", document.issued)
            json.field("placeOfIssue", document.placeOfIssue)
        }
    }

    private static func write(_ contact: ReceivedContact, _ json: inout JSONText) {
        json.object { json in
            json.field("kind", contact.kind.rawValue)
            json.field("value", contact.value)
        }
    }

    private static func write(_ span: SegmentSpan?, _ json: inout JSONText) {
        json.array("segments", span.map { [Int($0.first), Int($0.last)] } ?? []) { $0.value($1) }
    }

    static func write(_ booking: ReceivedBooking, _ json: inout JSONText) {
        json.object { json in
            json.field("recordLocator", booking.recordLocator)
            json.field("carrier", booking.carrier)
            json.field("bookedAt", booking.bookedAt)
            json.object("agency") { json in
                json.field("id", booking.agency?.id)
                json.field("city", booking.agency?.city)
                json.field("country", booking.agency?.country)
            }
            json.array("travellers", booking.travellers) { $0.value($1) }
            json.array("itinerary", booking.itinerary) { json, flight in
                json.object { json in
                    json.field("carrier", flight.carrier)
                    json.field("number", flight.number)
                    json.field("from", flight.from)
                    json.field("to", flight.to)
                    json.field("departure", flight.departure)
                    json.field("status", flight.status)
                    json.field("arrival", flight.arrival)
                    json.field("operating", flight.operating)
                }
            }
            json.field("tickets", booking.tickets)
            json.array("payments", booking.payments) { json, payment in
                json.object { json in
                    json.field("form", payment.form)
                    json.field("number", payment.number)
                    json.field("amount", payment.amount)
                    json.field("currency", payment.currency)
                    json.field("traveller", payment.traveller)
                    json.field("token", payment.token)
                }
            }
            json.array("contacts", booking.contacts) { write($1, &$0) }
            json.field("remarks", booking.remarks)
            json.field("splitFrom", booking.splitFrom)
            json.field("cancelled", booking.isCancelled)
            write(booking.span, &json)
        }
    }
}
