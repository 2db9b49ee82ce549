// SPDX-License-Identifier: Apache-2.0

import Wording

/// What Casework finds wrong with a form, in the words of the form; what it does not know stays as it is.
struct FormProblemWords {
    let field: String
    let why: String
    let words: Words

    var text: String {
        switch field {
        case "surname":
            words(PostText.surname) + ": " + words("isi paling sedikit satu nama.", "give at least one name.")
        case "document":
            words(PostText.documentNumber) + ": " + words("empat huruf atau lebih.", "four characters or more.")
        case "goods": words(ExaminationText.goods) + ": " + words("pilih paling sedikit satu.", "choose at least one.")
        case "quantity":
            words(ExaminationText.quantity) + ": "
                + words("angka di atas nol, dengan satuannya.", "a number above zero, with its unit.")
        case "note", "text": words(CommonText.note) + ": " + words("terlalu panjang.", "too long.")
        case "login":
            words(SignInText.login) + ": "
                + words(
                    "3 sampai 40 huruf kecil, angka, titik, tanda hubung.",
                    "3 to 40 small letters, digits, dots, hyphens.")
        case "case number":
            words(HoldText.caseNumber) + ": " + words("3 sampai 64 huruf.", "3 to 64 characters.")
        case "review date":
            words(HoldText.reviewOn) + ": " + words("hari yang akan datang.", "a day to come.")
        case "feed-name": words(FeedText.name) + ": " + words(FeedText.nameHint)
        case "carriers": words(FeedText.speaksFor) + ": " + words(FeedText.speaksForHint)
        case "contact": words(FeedText.contact) + ": " + words(FeedText.contactHint)
        case "silence": words(FeedText.silence) + ": " + words(FeedText.silenceHint)
        case "overlap": words(FeedText.overlap) + ": " + words(FeedText.overlapHint)
        case "file": words(TableText.file) + ": " + why
        default: field + ": " + why
        }
    }
}
