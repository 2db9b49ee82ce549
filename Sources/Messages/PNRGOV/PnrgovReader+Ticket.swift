// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Edifact
internal import Travel

/// Tickets and payments (GR3, GR4), addresses and contacts.
extension PnrgovReader {
    /// `TKT+0062230534212:T:1`, `TKT+:1` without a ticket.
    mutating func readTicket(_ cursor: borrowing MessageCursor) {
        guard part == .name || part == .ticket || part == .booking else { return }
        part = .ticket
        currency = nil
        guard let number = cursor.scanner.value(1, 1).upper else { return }
        addTicket(number)
    }

    mutating func addTicket(_ number: String) {
        if !booking.tickets.contains(number) { booking.tickets.append(number) }
    }

    /// `MON+B:94.34:GBP+T:100.00:GBP`: the currency of the total.
    mutating func readMoney(_ cursor: borrowing MessageCursor) {
        for element in 1..<max(1, cursor.scanner.elementCount) {
            if cursor.scanner.value(element, 1).key == edifactKey("T") || currency == nil {
                currency = cursor.scanner.value(element, 3).upper ?? currency
            }
        }
    }

    /// `FOP+CC::416.00:AX:XXXXXXXXXXX1234:1211`, several composites allowed.
    mutating func readPayment(_ cursor: borrowing MessageCursor) {
        guard hasBooking, part != .history else { return }
        for element in 1..<max(1, cursor.scanner.elementCount) {
            guard let form = cursor.scanner.value(element, 1).upper else { continue }
            let account = cursor.scanner.value(element, 5).trimmed
            var payment = ReceivedPayment(
                form: form, amount: cursor.scanner.value(element, 3).upper, currency: currency, traveller: current)
            if account.count >= 4 {
                let last = account.dropping(account.count - 4)
                if last.isDigits { payment.number = last.verbatim }
                payment.token = cursor.token(of: account)
            }
            booking.payments.append(payment)
        }
    }

    /// `ADD++700:123 ANY STREET:TOWN:MN::US:55123:555 5555`.
    mutating func readAddress(_ cursor: borrowing MessageCursor) {
        guard hasBooking, part != .history else { return }
        // Release 11:1 writes e-mail and telephones with a letter in the first element.
        let kind = cursor.scanner.value(1).trimmed.key
        for element in 2..<max(2, cursor.scanner.elementCount) {
            readAddress(cursor, element, isContact: kind != 0)
        }
    }

    private mutating func readAddress(_ cursor: borrowing MessageCursor, _ element: Int, isContact: Bool) {
        let country = cursor.scanner.value(element, 6)
        let parts = [
            cursor.scanner.value(element, 2).upper, cursor.scanner.value(element, 3).upper,
            cursor.scanner.value(element, 4).upper ?? cursor.scanner.value(element, 5).upper,
            cursor.scanner.value(element, 7).upper, country.upper,
        ]
        if let address = joined(parts, by: ", ") { addContact(.address, address) }
        let last = cursor.scanner.value(element, 8).trimmed
        guard !last.isEmpty else { return }
        let text = last.extended(to: cursor.scanner.element(element))
        if let found = ContactText(text) {
            addContact(found.kind, found.value)
        } else if let phone = last.phone {
            addContact(.phone, phone)
        }
    }

    /// A contact of the person whose group it stands in, else of the booking.
    mutating func addContact(_ kind: ContactKind, _ value: String) {
        if let current, part == .name, kind != .address {
            message.travellers[current].addContact(kind, value)
        } else {
            booking.addContact(kind, value)
        }
    }
}
