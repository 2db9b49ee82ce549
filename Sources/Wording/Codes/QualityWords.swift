// SPDX-License-Identifier: Apache-2.0

/// Words of the Quality room's codes.
enum QualityWords {
    static let lateCause: [String: Phrase] = [
        "message-late": Phrase("pengangkut baru mengirim setelah tiba", "the carrier sent it after landing"),
        "message-delayed": Phrase(
            "dikirim tepat waktu, tetapi lama di jalan", "sent in time, and long on its way"),
        "only-close-out": Phrase(
            "sebelumnya hanya ada penutupan tanpa nama", "only a close-out without names had come before"),
        "part-missing": Phrase("bagian daftar datang kemudian", "a part of the list came later"),
        "message-quarantined": Phrase("pesan tertahan di karantina", "the message lay in quarantine"),
        "entry-added": Phrase("entri pantau ditulis setelah tiba", "the watchlist entry was written after landing"),
        "screening-delayed": Phrase("pengolahan kita terlambat", "our screening was late"),
    ]

    static let trouble: [String: Phrase] = [
        "unseen-voyages": Phrase("perjalanan tanpa satu pun pesan", "voyages without any message"),
        "hits-known-late": Phrase("kecocokan diketahui setelah tiba", "hits known after landing"),
        "quarantined": Phrase("pesan tak terbaca", "unreadable messages"),
        "list-missing": Phrase("perjalanan tanpa daftar", "voyages without a list"),
        "bookings-missing": Phrase("penerbangan tanpa PNR", "flights without bookings"),
        "late": Phrase("pesan terlambat", "late messages"),
        "parts-missing": Phrase("daftar dengan bagian hilang", "lists with parts missing"),
        "disagreeing": Phrase("penumpang dengan API dan PNR berbeda", "travellers with API and PNR at odds"),
        "fields-missing": Phrase("penumpang tanpa data wajib", "travellers without a required field"),
        "totals-wrong": Phrase("jumlah yang dinyatakan salah", "wrong declared totals"),
        "duplicated": Phrase("pesan berulang", "repeated messages"),
    ]

    static let field: [String: Phrase] = [
        "surname": Phrase("nama keluarga", "surname"),
        "given": Phrase("nama depan", "given name"),
        "birth-date": Phrase("tanggal lahir", "birth date"),
        "sex": Phrase("jenis kelamin", "sex"),
        "nationality": Phrase("kewarganegaraan", "nationality"),
        "document-number": Phrase("nomor dokumen", "document number"),
        "document-issuer": Phrase("penerbit dokumen", "document issuer"),
        "document-expiry": Phrase("masa berlaku dokumen", "document expiry"),
        "record-locator": Phrase("kode pemesanan", "record locator"),
    ]
}
