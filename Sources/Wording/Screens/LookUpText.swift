// SPDX-License-Identifier: Apache-2.0

/// Who somebody at a post is.
public enum LookUpText: String, ScreenText {
    case menu, title, lead, input, inputHint, reason, reasonHint, find, nothingRead, cardGone, needsReason, tied, untied
    case result, aboard, notAboard, noHits, hits, again, nobody, needsName, openCard
    case details, askDetails, askDetailsHint, detailsUnknown, detailsRefused, units, village, postcode
    case alarms, alarmsNote, noAlarms, alarmWhen, alarmWhat, alarmWho, alarmPost, alarmCount, alarmsToday

    public var phrase: Phrase {
        switch self {
        case .menu: Phrase("Kenali", "Identify")
        case .title: Phrase("Siapa ini?", "Who is this?")
        case .lead:
            Phrase(
                "Untuk orang yang ada di pos ini atau dalam perjalanan hari ini. Setiap pencocokan dicatat dan dijatah.",
                "For somebody at this post or on today's voyages. Each look-up is recorded and counted.")
        case .input:
            Phrase("NIK, baris baca mesin (MRZ), atau keduanya", "Identity number, machine readable zone, or both")
        case .inputHint:
            Phrase(
                "Ketik, tempel, atau pindai: pembaca kartu dan paspor mengetik seperti papan tik.",
                "Type, paste or scan: card and passport readers type like a keyboard.")
        case .reason: Phrase("Alasan", "Reason")
        case .reasonHint:
            Phrase(
                "Hanya perlu bila orang itu tidak ada dalam perjalanan hari ini dan dokumennya tidak dipindai; penyelia melihatnya.",
                "Needed only where the person is on no voyage of today and no document was scanned; the supervisor sees it."
            )
        case .find: Phrase("Cocokkan", "Look up")
        case .nothingRead:
            Phrase(
                "Tidak ada NIK 16 angka atau baris baca mesin di teks itu.",
                "There is no identity number of 16 digits and no machine readable zone in that text.")
        case .cardGone:
            Phrase("Kartu itu sudah tidak ada; letakkan lagi.", "That card is no longer there; hold it again.")
        case .needsReason:
            Phrase(
                "Orang ini tidak ada dalam perjalanan hari ini. Pindai dokumennya, atau tuliskan alasan (paling sedikit 10 huruf); penyelia akan melihatnya.",
                "This person is on no voyage of today. Scan the document, or write a reason (at least 10 characters); the supervisor will see it."
            )
        case .tied: Phrase("orangnya hadir", "the person is present")
        case .untied: Phrase("tanpa kehadiran", "nobody present")
        case .result: Phrase("Menurut catatan sipil", "By the civil registry")
        case .aboard: Phrase("Dalam perjalanan hari ini", "On today's voyages")
        case .notAboard:
            Phrase("Tidak ada dalam perjalanan hari ini di pos Anda.", "On no voyage of today at your posts.")
        case .noHits: Phrase("Tidak ada kecocokan terbuka.", "No open hit.")
        case .hits: Phrase("Ada kecocokan terbuka", "There is an open hit")
        case .again: Phrase("Cocokkan orang lain", "Look up somebody else")
        case .nobody: Phrase("Catatan sipil tidak mengenal nomor ini.", "The registry does not know this number.")
        case .needsName:
            Phrase(
                "Layanan verifikasi hanya membandingkan: pindai juga dokumennya, supaya ada nama dan tanggal lahir.",
                "The verification service only compares: scan the document too, so that there are a name and a birth date."
            )
        case .details: Phrase("Ibu dan alamat", "Mother and address")
        case .askDetails: Phrase("Juga nama ibu dan alamat", "Mother's name and address too")
        case .askDetailsHint:
            Phrase(
                "Hanya bila perlu untuk memastikan orangnya; permintaan ini dicatat.",
                "Only where it takes that to be sure of the person; the request is recorded.")
        case .detailsUnknown:
            Phrase("Tidak ada nama ibu dan alamat untuk nomor ini.", "No mother's name and address under this number.")
        case .detailsRefused:
            Phrase(
                "Berkas nama ibu dan alamat rusak atau milik indeks lain, dan tidak dibaca. Beri tahu pengelola sistem.",
                "The file of mothers' names and addresses is damaged or of another index, and is not read. Tell the operator."
            )
        case .units: Phrase("RT/RW", "RT/RW")
        case .village: Phrase("Desa/kelurahan", "Village or ward")
        case .postcode: Phrase("Kode pos", "Postcode")
        case .alarms: Phrase("Alarm pencocokan", "Look-up alarms")
        case .alarmsNote:
            Phrase(
                "Tiga hari terakhir. Alarm bukan tuduhan: malam yang sibuk tampak sama. Tanyakan kepada petugasnya.",
                "The last three days. An alarm accuses nobody: a busy night looks the same. Ask the officer.")
        case .noAlarms: Phrase("Tidak ada alarm.", "No alarm.")
        case .alarmWhen: Phrase("Terakhir", "Latest")
        case .alarmWhat: Phrase("Yang terjadi", "What happened")
        case .alarmWho: Phrase("Petugas", "Officer")
        case .alarmPost: Phrase("Pos", "Post")
        case .alarmCount: Phrase("Pencocokan", "Look-ups")
        case .alarmsToday: Phrase("Alarm pencocokan, 24 jam", "Look-up alarms, 24 hours")
        case .openCard: Phrase("Buka kartu dan keluarganya", "Open the card and the family")
        }
    }
}
