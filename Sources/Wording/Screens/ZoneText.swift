// SPDX-License-Identifier: Apache-2.0

/// A document's zone read at a post.
public enum ZoneText: String, ScreenText {
    case menu, lead, zone, zoneHint, read, title, fields, checks, right, wrong, noDigit, verified, notVerified, nameCut
    case none, tidied, repairs, repairsLead, noRepairs, accept, accepted, inserted, leftOut, again, byHand
    case name, field, found, expected, place, line, column, result
    case documentNumber, birthDate, expiry, optionalData, composite
    case onVoyages, onVoyagesLead, notOnVoyages, register, registerLead, registerAnyway, reference
    case registered, hitsFound, nothingFound, notYet, openCrossing, next

    public var phrase: Phrase {
        switch self {
        case .menu: Phrase("Pindai atau tempel", "Scan or paste")
        case .lead:
            Phrase(
                "Pembaca dokumen mengetik seperti papan tik: letakkan kursor di kotak, pindai, lalu baca.",
                "A document reader types like a keyboard: put the cursor into the box, scan, then read.")
        case .zone: Phrase("Baris baca mesin (MRZ)", "Machine readable zone (MRZ)")
        case .zoneHint:
            Phrase(
                "Dua atau tiga baris di bagian bawah dokumen.", "The two or three lines at the foot of the document.")
        case .read: Phrase("Baca dokumen", "Read the document")
        case .title: Phrase("Dokumen terbaca", "Document read")
        case .fields: Phrase("Isi zona", "What the zone says")
        case .checks: Phrase("Angka periksa", "Check digits")
        case .right: Phrase("cocok", "right")
        case .wrong: Phrase("tidak cocok", "wrong")
        case .noDigit: Phrase("tak terhitung", "cannot be computed")
        case .verified: Phrase("Semua angka periksa cocok.", "Every check digit is right.")
        case .notVerified:
            Phrase(
                "Ada angka periksa yang tidak cocok: salah baca, atau dokumennya harus diperiksa lebih teliti.",
                "A check digit is wrong: a misreading, or the document needs a closer look.")
        case .nameCut:
            Phrase(
                "Nama memenuhi kolomnya dan mungkin terpotong; lihat halaman data.",
                "The name fills its field and may be cut; see the data page.")
        case .none:
            Phrase(
                "Tidak ada zona yang terbaca di teks itu. Pindai ulang, atau ketik dokumennya.",
                "There is no zone that can be read in that text. Scan again, or type the document.")
        case .tidied:
            Phrase("Dirapikan: huruf kecil dan spasi.", "Tidied: lower case and blanks.")
        case .repairs: Phrase("Usul perbaikan", "Repairs offered")
        case .repairsLead:
            Phrase(
                "Setiap usul membuat semua angka periksa cocok. Bandingkan dengan dokumennya; tidak ada yang dipakai tanpa Anda.",
                "Each makes every check digit right. Compare with the document; none is used without you.")
        case .noRepairs:
            Phrase(
                "Tidak ada perbaikan yang membuat semua angka cocok. Pindai ulang, atau ketik dokumennya.",
                "No repair makes every digit right. Scan again, or type the document.")
        case .accept: Phrase("Pakai perbaikan ini", "Use this repair")
        case .accepted: Phrase("Perbaikan yang Anda pakai", "The repair that you use")
        case .inserted: Phrase("disisipkan", "put in")
        case .leftOut: Phrase("dibuang", "left out")
        case .again: Phrase("Pindai ulang", "Scan again")
        case .byHand: Phrase("Ketik dokumen", "Type the document")
        case .name: Phrase("Nama", "Name")
        case .field: Phrase("Kolom", "Field")
        case .found: Phrase("Terbaca", "Read")
        case .expected: Phrase("Seharusnya", "Should be")
        case .place: Phrase("Tempat", "Place")
        case .line: Phrase("baris", "line")
        case .column: Phrase("kolom", "column")
        case .result: Phrase("Hasil", "Result")
        case .documentNumber: Phrase("Nomor dokumen", "Document number")
        case .birthDate: Phrase("Tanggal lahir", "Birth date")
        case .expiry: Phrase("Berlaku sampai", "Valid until")
        case .optionalData: Phrase("Data tambahan", "Optional data")
        case .composite: Phrase("Gabungan", "Composite")
        case .onVoyages: Phrase("Pada perjalanan hari ini", "On today's voyages")
        case .onVoyagesLead:
            Phrase(
                "Pengangkut sudah menyebut orang ini; buka kartunya.",
                "A carrier has already named this person; open the card.")
        case .notOnVoyages:
            Phrase(
                "Dokumen ini tidak ada pada perjalanan hari ini di pos Anda.",
                "The document is on none of today's voyages of your post.")
        case .register: Phrase("Catat kedatangan ini", "Register this arrival")
        case .registerLead:
            Phrase(
                "Menjadi penumpang pada lintasan hari ini; disimpan dulu, lalu diperiksa.",
                "Makes the traveller on today's crossing; stored first, then checked.")
        case .registerAnyway: Phrase("Tetap catat lintasan ini", "Register this crossing all the same")
        case .reference: Phrase("Catatan petugas (tanpa nama)", "Officer's reference (no names)")
        case .registered: Phrase("Lintasan tercatat", "Crossing registered")
        case .hitsFound: Phrase("Ada kecocokan untuk dinilai.", "There is a match to judge.")
        case .nothingFound:
            Phrase(
                "Tidak ditemukan apa pun pada daftar pengawasan.", "Nothing was found on the watchlists.")
        case .notYet:
            Phrase(
                "Tersimpan, pemeriksaannya belum selesai. Muat ulang halaman ini.",
                "Stored; the check is not finished yet. Load this page again.")
        case .openCrossing: Phrase("Buka lintasan", "Open the crossing")
        case .next: Phrase("Dokumen berikutnya", "Next document")
        }
    }
}
