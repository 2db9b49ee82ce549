// SPDX-License-Identifier: Apache-2.0

import Civil
import Mandate
import Safeguards
import Travel
import Wording

/// How a traveller's own values are written for a reader, through the lens of the policy.
struct TravellerWords {
    let traveller: Traveller
    let lens: Lens
    let words: Words

    /// The name as it may appear; a plain phrase where none is known or shown.
    var name: String {
        guard !traveller.displayName.isEmpty else { return words("(tanpa nama)", "(no name)") }
        return lens.text(traveller.displayName, .name, as: .name) ?? words(CommonText.notShown)
    }

    var birthDate: String? {
        guard let date = traveller.birthDate.current else { return nil }
        return lens.shows(.birthDate) ? words.date(date) : lens.text("\(date)", .birthDate, as: .date)
    }

    /// The birth date in the width of a column.
    var shortBirthDate: String? {
        guard let date = traveller.birthDate.current else { return nil }
        guard lens.shows(.birthDate), let full = date.date else { return birthDate }
        return words.shortDate(full, withYear: true)
    }

    var nationality: String? { lens.text(traveller.nationality.current, .nationality, as: .text) }

    var sex: String? { traveller.sex.current.flatMap { lens.shows(.sex) ? words(.sex, $0) : nil } }

    /// The best document's number.
    var document: String? {
        lens.text(traveller.documents.first { $0.value.number != nil }?.value.number, .document, as: .document)
    }

    var seat: String? { lens.text(traveller.seat.current, .seat, as: .text) }
}
