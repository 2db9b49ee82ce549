// SPDX-License-Identifier: Apache-2.0

/// The gallery of persons of interest: which entries have pictures, and what can be done with them.
public enum GalleryText: String, ScreenText {
    case title, lead, none, noneHint, entries, pictures, room, engineMissing, elsewhere, elsewhereHint, elsewhereOne
    case whom, basis, ends, count, quality, state, mergedTag, searchable, noEngine, ended, back, addFrom
    case listTitle, noPictures, enrolled, number, eyes, notMeasured, show, shown, portrait, hiddenLead
    case add, addLead, choose, chooseHint, take, verdicts, verdictsLead, file, verdict, keptNone
    case merge, mergeLead, merged
    case forget, forgetLead, which, every, why, sure, sureLead, forgotten, keep, onlyPersons, faces

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Galeri orang yang dicari", "Gallery of persons of interest")
        case .lead:
            Phrase(
                "Wajah bertumpu pada entri daftar pantau dan berakhir bersamanya. Gambar tidak ditampilkan di sini.",
                "A face rests on a watchlist entry and ends with it. No picture is shown here.")
        case .none: Phrase("Belum ada wajah yang terdaftar.", "No face is enrolled yet.")
        case .noneHint:
            Phrase(
                "Buka entri di daftar pantau dan pilih Wajah untuk mendaftarkan gambar.",
                "Open an entry of the watchlist and choose Faces to enrol pictures.")
        case .entries: Phrase("Entri dengan wajah", "Entries with a face")
        case .pictures: Phrase("Gambar", "Pictures")
        case .room: Phrase("Batas entri", "Most entries")
        case .engineMissing:
            Phrase(
                "Mesin pengenal wajah belum terpasang di peladen: jalankan scripts/face-engine.sh. Sampai itu tidak ada yang dicari atau didaftarkan.",
                "The face engine is not installed on the server: run scripts/face-engine.sh. Until then nothing is searched or enrolled."
            )
        case .elsewhere: Phrase("Oleh model lain", "By other models")
        case .elsewhereHint:
            Phrase(
                "Gambar yang dijelaskan model lain tidak ikut dicari. Minta teknisi menjalankan cermat face redescribe.",
                "Pictures that other models described are not searched. Ask the engineer to run cermat face redescribe."
            )
        case .elsewhereOne: Phrase("model lain: tidak dicari", "other models: not searched")
        case .whom: Phrase("Siapa", "Whom")
        case .basis: Phrase("Dasar", "Basis")
        case .ends: Phrase("Berakhir", "Ends")
        case .count: Phrase("Jumlah gambar", "Number of pictures")
        case .quality: Phrase("Mutu terbaik", "Best quality")
        case .state: Phrase("Keadaan", "State")
        case .mergedTag: Phrase("dihitung satu", "counts as one")
        case .searchable: Phrase("ikut dicari", "searched")
        case .noEngine: Phrase("tidak dicari", "not searched")
        case .ended: Phrase("berakhir", "ended")
        case .back: Phrase("Kembali ke galeri", "Back to the gallery")
        case .addFrom: Phrase("Pilih entri di daftar pantau", "Choose an entry of the watchlist")
        case .listTitle: Phrase("Gambar yang terdaftar", "Enrolled pictures")
        case .noPictures: Phrase("Entri ini belum mempunyai gambar.", "This entry has no picture yet.")
        case .enrolled: Phrase("Didaftarkan", "Enrolled")
        case .number: Phrase("Nomor", "Number")
        case .eyes: Phrase("piksel antara mata", "pixels between the eyes")
        case .notMeasured: Phrase("tidak diukur", "not measured")
        case .show: Phrase("Tampilkan gambar", "Show the pictures")
        case .shown:
            Phrase("Bahwa Anda melihat gambar ini sudah tercatat.", "That you see these pictures is recorded.")
        case .portrait: Phrase("Gambar", "Picture")
        case .hiddenLead:
            Phrase(
                "Gambar ditampilkan hanya bila perlu untuk tujuan Anda, dan setiap kali tercatat.",
                "Show pictures only where your purpose needs it; each time is recorded.")
        case .add: Phrase("Daftarkan gambar", "Enrol pictures")
        case .addLead:
            Phrase(
                "Satu orang di setiap gambar. Gambar yang ditolak tidak disimpan; dari yang diterima hanya potongan wajah yang disimpan.",
                "One person in each picture. Refused pictures are not kept; of the others only the cut-out face is kept."
            )
        case .choose: Phrase("Berkas JPEG atau PNG", "JPEG or PNG files")
        case .chooseHint:
            Phrase(
                "Seret ke sini atau pilih, paling banyak dua belas sekaligus. Entri menyimpan paling banyak enam.",
                "Drop them here or choose them, twelve at one time at most. An entry keeps six at most.")
        case .take: Phrase("Periksa dan daftarkan", "Check and enrol")
        case .verdicts: Phrase("Hasil pemeriksaan", "What became of them")
        case .verdictsLead:
            Phrase("Perbaiki yang ditolak lalu kirim lagi.", "Mend those that were refused and hand them in again.")
        case .file: Phrase("Berkas", "File")
        case .verdict: Phrase("Hasil dan yang perlu dilakukan", "Verdict and what to do")
        case .keptNone: Phrase("Tidak ada yang disimpan.", "Nothing was kept.")
        case .merge: Phrase("Hitung sebagai satu", "Count as one")
        case .mergeLead:
            Phrase(
                "Gambar dibandingkan bersama, sebagai rata-ratanya. Ditolak bila satu gambar tidak mirip yang lain.",
                "The pictures are compared together, as their mean. Refused where one is unlike the others.")
        case .merged: Phrase("Gambar dihitung sebagai satu.", "The pictures count as one.")
        case .forget: Phrase("Musnahkan gambar", "Destroy pictures")
        case .forgetLead:
            Phrase(
                "Kuncinya dimusnahkan, juga dari cadangan. Tidak dapat dikembalikan.",
                "The key is destroyed, in backups too. It cannot be undone.")
        case .which: Phrase("Gambar yang mana", "Which picture")
        case .every: Phrase("Semua gambar entri ini", "All pictures of this entry")
        case .why: Phrase("Alasan", "Reason")
        case .sure: Phrase("Ya, musnahkan", "Yes, destroy")
        case .sureLead: Phrase("Yakin memusnahkan untuk selamanya?", "Destroy for good?")
        case .forgotten: Phrase("Gambar dimusnahkan.", "Pictures destroyed.")
        case .keep: Phrase("Tidak, biarkan", "No, keep them")
        case .onlyPersons:
            Phrase(
                "Entri ini dicabut atau berakhir: perbarui dahulu di daftar pantau.",
                "This entry was withdrawn or has expired: renew it on the watchlist first.")
        case .faces: Phrase("Wajah", "Faces")
        }
    }
}
