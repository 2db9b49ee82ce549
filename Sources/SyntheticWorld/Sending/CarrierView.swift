// SPDX-License-Identifier: Apache-2.0

import Civil

/// What one system of a carrier holds of a person: names, birth date and document as written into a message.
struct CarrierView {
    var surname: String
    var given: String
    var birthDate: CivilDate?
    var document: Passport?

    /// The person as the reservation system has them (PNR).
    static func reservation(_ passenger: WorldPassenger) -> CarrierView {
        var view = plain(passenger)
        let isWoman = passenger.person.sex == .female
        let isChild = passenger.passport.issued.year - passenger.person.birthDate.year < 12
        let title = isChild ? (isWoman ? "MISS" : "MSTR") : (isWoman ? "MRS" : "MR")
        switch passenger.disagreement {
        case .titleGlued: view.given += title
        default: if passenger.firstTag % 2 == 0 { view.given += view.given.isEmpty ? title : " " + title }
        }
        return view
    }

    /// The person as the departure control system has them (API), with the usual disagreements.
    ///
    /// - Parameter isCorrected: whether the carrier has put things right since.
    static func passengerData(_ passenger: WorldPassenger, isCorrected: Bool) -> CarrierView {
        var view = plain(passenger)
        view.surname = withoutApostrophe(view.surname)
        guard !isCorrected else { return view }
        switch passenger.disagreement {
        case nil, .titleGlued: break
        case .namesSwapped: if !view.given.isEmpty { swap(&view.surname, &view.given) }
        case .givenTruncated: if view.given.utf8.count > 5 { view.given = String(view.given.prefix(5)) }
        case .birthSlip: view.birthDate = slipped(passenger.person.birthDate)
        case .birthMissing: view.birthDate = nil
        case .documentMissing: view.document = nil
        case .documentMistyped: view.document?.number = mistyped(passenger.passport.number)
        }
        return view
    }

    private static func plain(_ passenger: WorldPassenger) -> CarrierView {
        CarrierView(
            surname: passenger.person.surname, given: passenger.person.given,
            birthDate: passenger.person.birthDate, document: passenger.passport)
    }

    private static func withoutApostrophe(_ name: String) -> String {
        guard name.utf8.contains(UInt8(ascii: "'")) else { return name }
        return String(decoding: name.utf8.filter { $0 != UInt8(ascii: "'") }, as: UTF8.self)
    }

    private static func slipped(_ date: CivilDate) -> CivilDate? {
        if date.day <= 12, date.day != date.month {
            return CivilDate(year: date.year, month: date.day, day: date.month)
        }
        return date.day % 2 == 0
            ? date.adding(days: 1) : CivilDate(year: date.year + 1, month: date.month, day: min(date.day, 28))
    }

    /// Two neighbouring digits exchanged, or the last one raised.
    private static func mistyped(_ number: String) -> String {
        var bytes = Array(number.utf8)
        guard bytes.count > 3 else { return number }
        if bytes[bytes.count - 1] != bytes[bytes.count - 2] {
            bytes.swapAt(bytes.count - 1, bytes.count - 2)
        } else {
            bytes[bytes.count - 1] = bytes[bytes.count - 1] == 57 ? 48 : bytes[bytes.count - 1] + 1
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
