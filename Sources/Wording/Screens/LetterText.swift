// SPDX-License-Identifier: Apache-2.0

/// The letter that tells a carrier what is wrong with its messages.
public enum LetterText: String, ScreenText {
    case title, subject, greeting, opening, noFindings, places, noted, instead, clause, example, closing, privacy
    case download, print, otherLanguage, back, menu, form, carrier, from, to, write, periodHint, noMessages, tooMany
    case wholeMessage, urgencyHead

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Surat kepada pengangkut", "Letter to the carrier")
        case .subject: Phrase("Kesesuaian pesan data penumpang", "Conformance of passenger data messages")
        case .greeting:
            Phrase(
                "Kepada pengelola pesan data penumpang pada pengangkut,",
                "To those who manage passenger data messages at the carrier,")
        case .opening:
            Phrase(
                "Setiap pesan itu kami periksa. Berikut yang menyimpang dari panduan, mulai dari yang paling mendesak, dengan letak dan cara memperbaikinya.",
                "We looked at each of these messages. Below is what departs from the guides, the most urgent first, with the place and the remedy."
            )
        case .noFindings:
            Phrase(
                "Tidak ada yang menyimpang dari panduan. Terima kasih.",
                "Nothing departs from the guides. Thank you.")
        case .places: Phrase("Letak (contoh)", "Where (examples)")
        case .noted: Phrase("Yang tercatat", "Noted")
        case .instead: Phrase("Yang perlu dikirim", "To be sent instead")
        case .clause: Phrase("Acuan", "Reference")
        case .example: Phrase("Contoh rekaan", "Invented example")
        case .closing:
            Phrase(
                "Mohon kirim perbaikannya pada pesan berikutnya. Kami siap mencoba pesan contoh sebelum Anda mengubah sistem.",
                "Please send it right in your next messages. We are glad to try sample messages before you change your system."
            )
        case .privacy:
            Phrase(
                "Surat ini tidak memuat data penumpang; pesan dikenali dari nomor acuan dan nomor segmennya.",
                "This letter holds no data of passengers; messages are named by their reference and segment number.")
        case .download: Phrase("Unduh sebagai teks", "Download as text")
        case .print:
            Phrase(
                "Cetak dari menu peramban (Ctrl+P); hanya suratnya yang tercetak.",
                "Print from the browser's menu (Ctrl+P); only the letter is printed.")
        case .otherLanguage: Phrase("Dalam bahasa Inggris", "In Indonesian")
        case .back: Phrase("Kembali", "Back")
        case .menu: Phrase("Surat", "Letter")
        case .form: Phrase("Semua pesan satu pengangkut", "All messages of one carrier")
        case .carrier: Phrase("Kode pengangkut", "Carrier code")
        case .from: Phrase("Sejak tanggal", "From date")
        case .to: Phrase("Sampai tanggal", "To date")
        case .write: Phrase("Susun surat", "Write the letter")
        case .periodHint:
            Phrase("Menurut hari diterimanya, paling lama 92 hari.", "By day of receipt, at most 92 days.")
        case .noMessages:
            Phrase(
                "Tidak ada pesan pengangkut itu pada masa tersebut.",
                "There is no message of that carrier in that period.")
        case .tooMany:
            Phrase(
                "Hanya pesan terbaru yang dihitung; persempit masanya untuk menghitung semua.",
                "Only the latest messages are counted; narrow the period to count all.")
        case .wholeMessage: Phrase("seluruh pesan", "the whole message")
        case .urgencyHead: Phrase("Seberapa mendesak", "How urgent")
        }
    }
}
