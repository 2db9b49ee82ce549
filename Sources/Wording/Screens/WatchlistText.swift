// SPDX-License-Identifier: Apache-2.0

/// The watchlist.
public enum WatchlistText: String, ScreenText {
    case title, lead, list, subject, person, document, contact, card, surname, given, birthDate, sex, nationality
    case documentNumber, issuer, contactKind, contactValue, owner, basis, category, grading, gradingHint, reason
    case reviewDate, expiry, expiryHint, add, submit, saved, withdraw, withdrawReason, withdrawn, expired
    case dueForReview, active, showWithdrawn, hits, none, addedBy, imported, kinRule, alreadyExpired

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Daftar pantau", "Watchlist")
        case .alreadyExpired:
            Phrase(
                "tanggal ini sudah lewat; entri yang tidak berlaku lagi tidak mencari siapa pun.",
                "this date has passed; an entry that is no longer valid looks for nobody.")
        case .lead:
            Phrase(
                "Setiap entri punya pemilik, dasar, tanggal tinjau, dan masa berlaku.",
                "Every entry has an owner, a basis, a review date and an expiry.")
        case .list: Phrase("Daftar", "List")
        case .subject: Phrase("Yang dipantau", "Subject")
        case .person: Phrase("Orang", "Person")
        case .document: Phrase("Dokumen", "Document")
        case .contact: Phrase("Telepon atau surel", "Telephone or e-mail")
        case .card: Phrase("Kartu pembayaran", "Payment card")
        case .surname: Phrase("Nama keluarga", "Surname")
        case .given: Phrase("Nama depan", "Given names")
        case .birthDate:
            Phrase("Tanggal lahir (TTTT-BB-HH, TTTT-BB atau TTTT)", "Birth date (YYYY-MM-DD, YYYY-MM or YYYY)")
        case .sex: Phrase("Jenis kelamin", "Sex")
        case .nationality: Phrase("Kewarganegaraan", "Nationality")
        case .documentNumber: Phrase("Nomor dokumen", "Document number")
        case .issuer: Phrase("Negara penerbit", "Issued by")
        case .contactKind: Phrase("Jenis kontak", "Kind of contact")
        case .contactValue: Phrase("Nomor atau alamat surel", "Number or e-mail address")
        case .owner: Phrase("Unit pemilik", "Owning unit")
        case .basis: Phrase("Dasar (nomor surat)", "Basis (number of the letter)")
        case .category: Phrase("Jenis perhatian", "Category")
        case .grading: Phrase("Tingkat kepercayaan sumber", "Grading of the source")
        case .gradingHint: Phrase("Misalnya B2", "For example B2")
        case .reason: Phrase("Alasan dan apa yang harus dilakukan", "Why, and what to do")
        case .reviewDate: Phrase("Tanggal tinjau", "Review date")
        case .expiry: Phrase("Berlaku sampai", "Valid until")
        case .expiryHint: Phrase("Hari terakhir entri ini mencocokkan.", "The last day on which the entry matches.")
        case .add: Phrase("Tambah entri", "Add an entry")
        case .submit: Phrase("Simpan entri", "Save the entry")
        case .saved:
            Phrase(
                "Entri disimpan; penumpang yang sudah terdaftar ikut diperiksa.",
                "The entry is saved; travellers already listed are checked too.")
        case .withdraw: Phrase("Cabut entri", "Withdraw the entry")
        case .withdrawReason: Phrase("Alasan pencabutan", "Reason of the withdrawal")
        case .withdrawn: Phrase("Dicabut", "Withdrawn")
        case .expired: Phrase("Kedaluwarsa", "Expired")
        case .dueForReview: Phrase("Perlu ditinjau", "Due for review")
        case .active: Phrase("Berlaku", "Active")
        case .showWithdrawn: Phrase("Tampilkan yang dicabut", "Show withdrawn entries")
        case .hits: Phrase("Kecocokan entri ini", "Hits of this entry")
        case .none: Phrase("Daftar pantau masih kosong.", "The watchlist is empty.")
        case .addedBy: Phrase("Ditambahkan oleh", "Added by")
        case .imported: Phrase("diimpor", "imported")
        case .kinRule:
            Phrase("Hubungan keluarga saja bukan dasar sebuah entri.", "A family link alone founds no entry.")
        }
    }
}
