// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Edifact
internal import Travel

/// Tickets and payments (GR3, GR4), addresses and contacts.
extension PnrgovReader {
    /// `TKT+0062230534212:T:1`, `TKT+:1` without a ticket.
    mutating func readTicket(_ segment: SegmentView) {
        guard part == .name || part == .ticket || part == .booking else { return }
        part = .ticket
        currency = nil
        guard let number = segment.value(1, 1).upper else { return }
        addTicket(number)
    }

    mutating func addTicket(_ number: String) {
        if !booking.tickets.contains(number) { booking.tickets.append(number) }
    }

    /// `MON+B:94.34:GBP+T:100.00:GBP`: the currency of the total.
    mutating func readMoney(_ segment: SegmentView) {
        for element in 1..<max(1, segment.elementCount) {
            if segment.value(element, 1).key == edifactKey("T") || currency == nil {
                currency = segment.value(element, 3).upper ?? currency
            }
        }
    }

    /// `FOP+CC::416.00:AX:XXXXXXXXXXX1234:1211`, several composites allowed.
    mutating func readPayment(_ segment: SegmentView, _ cursor: inout MessageCursor) {
        guard hasBooking, part != .history else { return }
        for element in 1..<max(1, segment.elementCount) {
            guard let form = segment.value(element, 1).upper else { continue }
            let account = segment.value(element, 5).trimmed
            var payment = ReceivedPayment(
                form: form, amount: segment.value(element, 3).upper, currency: currency, traveller: current)
            if account.count >= 4 {
                let digits = account.dropping(account.count - 4)
                if digits.isDigits { payment.number = digits.verbatim }
                payment.token = cursor.token(of: account)
            }
            booking.payments.append(payment)
        }
    }

    /// `ADD++700:123 ANY STREET:TOWN:MN::US:55123:555 5555`.
    mutating func readAddress(_ segment: SegmentView) {
        guard hasBooking, part != .history else { return }
        // Release 11:1 writes e-mail (E) and telephones (M mobile, H home, O office) with a letter in front.
        let kind = segment.value(1).trimmed
        guard kind.count != 1 else {
            for element in 2..<max(2, segment.elementCount) {
                readLetteredContact(kind[0], segment, element: element, from: 1)
            }
            return
        }
        for element in 2..<max(2, segment.elementCount) {
            let code = segment.value(element, 1).trimmed
            if code.count == 1 {
                readLetteredContact(code[0], segment, element: element, from: 2)
            } else {
                readAddress(segment, element)
            }
        }
    }

    /// A contact behind its letter; it stands wherever in the element there is one.
    @inline(never)
    private mutating func readLetteredContact(_ letter: UInt8, _ segment: SegmentView, element: Int, from: Int) {
        for component in from..<max(from, segment.componentCount(element) + 1) {
            let text = segment.value(element, component).trimmed
            if upperCased(letter) == UInt8(ascii: "E") {
                if let email = text.email { return addContact(.email, email) }
            } else if let phone = text.phone {
                return addContact(.phone, phone)
            }
        }
    }

    private mutating func readAddress(_ segment: SegmentView, _ element: Int) {
        let street = segment.value(element, 2)
        if street.trimmed.hasPrefix("CTC"), let found = ContactText(street) {
            return addContact(found.kind, found.value)
        }
        let state = segment.value(element, 4).isEmpty ? segment.value(element, 5) : segment.value(element, 4)
        if let address = joinedLine(
            street, segment.value(element, 3), state, segment.value(element, 7),
            segment.value(element, 6))
        {
            addContact(.address, address)
        }
        let last = segment.value(element, 8).trimmed
        guard !last.isEmpty else { return }
        let text = last.extended(to: segment.element(element))
        if let found = ContactText(text) {
            addContact(found.kind, found.value)
        } else if let phone = last.phone {
            addContact(.phone, phone)
        }
    }

    /// A contact of the person whose group it stands in, else of the booking.
    mutating func addContact(_ kind: ContactKind, _ value: String) {
        if let current, part == .name, kind != .address {
            people[current].addContact(kind, value)
        } else {
            booking.addContact(kind, value)
        }
    }
}
