// SPDX-License-Identifier: Apache-2.0

import Watchlists
import Wording

/// What an entry's form lacks, in the words of the form.
struct WatchlistDraftWords {
    let error: WatchlistDraftError
    let words: Words

    /// The label of the field that is wrong.
    var field: String {
        let labels: [String: WatchlistText] = [
            "KIND": .subject, "SURNAME": .surname, "DOB": .birthDate, "SEX": .sex, "DOC_NO": .documentNumber,
            "CONTACT_KIND": .contactKind, "CONTACT": .contactValue, "CARD": .card, "OWNER": .owner, "BASIS": .basis,
            "CATEGORY": .category, "GRADING": .grading, "REVIEW_DATE": .reviewDate, "EXPIRY": .expiry,
            "REASON": .reason,
        ]
        return labels[error.field].map { words($0) } ?? error.field
    }

    /// What is expected of it.
    var why: String {
        switch error {
        case .missing: words("harus diisi.", "must be filled in.")
        case .invalid("REVIEW_DATE", let expected) where expected.hasPrefix("on or before"):
            words("paling lambat pada akhir masa berlaku.", "on the day of expiry at the latest.")
        case .invalid("REVIEW_DATE", _), .invalid("EXPIRY", _):
            words("tanggal lengkap, misalnya 2026-12-31.", "a full date such as 2026-12-31.")
        case .invalid("DOB", _):
            words("tanggal, bulan, atau tahun: 1985-04-12, 1985-04, 1985.", "1985-04-12, 1985-04 or 1985.")
        case .invalid("CARD", _): words("13 sampai 19 angka.", "13 to 19 digits.")
        case .invalid("CONTACT", _): words("paling sedikit tujuh angka.", "seven digits or more.")
        case .invalid: words("belum benar.", "is not right yet.")
        }
    }
}
