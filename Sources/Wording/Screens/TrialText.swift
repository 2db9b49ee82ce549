// SPDX-License-Identifier: Apache-2.0

/// The page that tries a message.
public enum TrialText: String, ScreenText {
    case menu, title, lead, nothingStored, paste, file, fileHint, run, again, result, messages, raw, read, travellers
    case bookings, voyage, warnings, noWarnings, meaning, remedy, overwritten, overwrittenHint, nothingOverwritten
    case totals, segmentsOf, readFrom, nothingRead, wholeMessage, empty, tooLarge, moreMessages, moreSegments
    case moreTravellers, letter, noTravellers, envelope, selectHint, uncounted, atSegment, readHere

    public var phrase: Phrase {
        switch self {
        case .menu: Phrase("Coba pesan", "Try a message")
        case .title: Phrase("Coba pesan", "Try a message")
        case .lead:
            Phrase(
                "Tempel atau jatuhkan pesan pengangkut: PAXLST, PNRGOV, manifes dan lain-lain. Pembacaannya persis seperti pesan masuk.",
                "Paste or drop a carrier's message: PAXLST, PNRGOV, a manifest and others. It is read exactly as an arriving message is."
            )
        case .nothingStored:
            Phrase(
                "Tidak ada isi yang disimpan. Yang dicatat hanya bahwa pesan dicoba: ukuran dan jumlahnya.",
                "No content is stored. Only that a message was tried is recorded: sizes and counts.")
        case .paste: Phrase("Teks pesan", "Text of the message")
        case .file: Phrase("Atau berkas", "Or a file")
        case .fileHint: Phrase("Boleh dijatuhkan di sini; paling besar 1 MiB.", "May be dropped here; at most 1 MiB.")
        case .run: Phrase("Coba", "Try")
        case .again: Phrase("Coba pesan lain", "Try another message")
        case .result: Phrase("Hasil", "Result")
        case .messages: Phrase("Pesan di dalamnya", "Messages in it")
        case .raw: Phrase("Pesan", "Message")
        case .read: Phrase("Yang terbaca", "What was read")
        case .travellers: Phrase("Penumpang", "Travellers")
        case .bookings: Phrase("Pemesanan", "Bookings")
        case .voyage: Phrase("Perjalanan", "Voyage")
        case .warnings: Phrase("Catatan", "Warnings")
        case .noWarnings: Phrase("Tidak ada yang janggal.", "Nothing is odd.")
        case .meaning: Phrase("Artinya", "What it means")
        case .remedy: Phrase("Yang harus dilakukan pengirim", "What the sender is to do")
        case .overwritten: Phrase("Ditimpa di pintu masuk", "Overwritten at the edge")
        case .overwrittenHint:
            Phrase(
                "Yang bergaris tidak pernah disimpan; huruf aslinya pun tidak ditampilkan.",
                "What is hatched is never stored; the original characters are not shown either.")
        case .nothingOverwritten: Phrase("Tidak ada yang ditimpa.", "Nothing was overwritten.")
        case .totals: Phrase("Jumlah", "Totals")
        case .segmentsOf: Phrase("letaknya", "where it stands")
        case .readFrom: Phrase("Dibaca dari sini", "Read from here")
        case .nothingRead: Phrase("Tidak ada nilai yang dibaca dari sini.", "No value was read from here.")
        case .wholeMessage: Phrase("seluruh pesan", "the whole message")
        case .empty:
            Phrase(
                "Belum ada pesan: tempel teksnya atau pilih berkas.",
                "No message yet: paste its text or choose a file.")
        case .tooLarge:
            Phrase(
                "Pesan lebih besar dari 1 MiB. Coba sebagian saja, misalnya satu kiriman dari UNB sampai UNZ.",
                "The message is larger than 1 MiB. Try a part of it, such as one interchange from UNB to UNZ.")
        case .moreMessages:
            Phrase(
                "Pesan selebihnya tidak ditampilkan; coba sebagian saja.",
                "Further messages are not shown; try a part of the input.")
        case .moreSegments: Phrase("Bagian selebihnya tidak ditampilkan.", "Further parts are not shown.")
        case .moreTravellers: Phrase("Penumpang selebihnya tidak ditampilkan.", "Further travellers are not shown.")
        case .letter: Phrase("Susun surat kepada pengangkut", "Write a letter to the carrier")
        case .noTravellers: Phrase("Tidak ada penumpang di pesan ini.", "There is no traveller in this message.")
        case .envelope: Phrase("Amplop", "Envelope")
        case .selectHint:
            Phrase(
                "Pilih orang: bagiannya di pesan menyala. Pilih nomor bagian: yang dibaca darinya terbuka.",
                "Choose a person: their part of the message lights up. Choose a part's number: what was read from it opens."
            )
        case .uncounted: Phrase("tidak dihitung", "not counted")
        case .atSegment: Phrase("letak", "at")
        case .readHere: Phrase("terbaca", "read")
        }
    }
}
