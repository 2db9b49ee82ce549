// SPDX-License-Identifier: Apache-2.0

/// Words of stations and of reviews of faces.
enum FaceWords {
    static let standing: [String: Phrase] = [
        "within": Phrase("di dalam batas", "within what is allowed"),
        "above": Phrase("di atas batas", "above what is allowed"),
        "open": Phrase("belum cukup orang untuk memastikan", "too few people to tell"),
        "nobody": Phrase("belum ada yang dicari", "nobody was searched"),
    ]

    static let feature: [String: Phrase] = [
        "outline": Phrase("bentuk wajah", "outline of the face"),
        "ears": Phrase("telinga", "ears"),
        "eyes": Phrase("mata", "eyes"),
        "brows": Phrase("alis", "eyebrows"),
        "nose": Phrase("hidung", "nose"),
        "mouth": Phrase("mulut dan bibir", "mouth and lips"),
        "chin": Phrase("dagu dan rahang", "chin and jaw"),
        "proportions": Phrase("jarak antarbagian", "distances between features"),
        "marks": Phrase("tahi lalat, bekas luka, kerutan", "moles, scars, lines"),
    ]

    static let finding: [String: Phrase] = [
        "agrees": Phrase("sesuai", "agrees"),
        "differs": Phrase("berbeda", "differs"),
        "not-visible": Phrase("tidak terlihat", "not visible"),
    ]

    static let verdict: [String: Phrase] = [
        "confirmed": Phrase("dipastikan dua pemeriksa", "confirmed by two reviewers"),
        "not-confirmed": Phrase("tidak dipastikan", "not confirmed"),
        "no-reviewers": Phrase(
            "terlewat: kurang dari dua pemeriksa bertugas", "missed: fewer than two reviewers on duty"),
        "no-answer": Phrase("terlewat: tidak terjawab tepat waktu", "missed: not answered in time"),
        "restart": Phrase("terlewat: peladen dimulai ulang", "missed: the server was started anew"),
    ]

    static let act: [String: Phrase] = [
        "stopped": Phrase("dihentikan dan diserahkan ke pemeriksaan", "stopped and handed to the examination"),
        "gone": Phrase("sudah pergi", "had gone on"),
        "mistaken": Phrase("ternyata orang lain", "was somebody else"),
    ]

    /// Why a station or a review does not take something, and what to do.
    static let refusal: [String: Phrase] = [
        "unknown": Phrase("Tidak ada, atau sudah tidak ada.", "It does not exist, or no longer."),
        "no-engine": Phrase(
            "Mesin pengenal wajah belum terpasang di peladen: jalankan scripts/face-engine.sh.",
            "The face engine is not installed on the server: run scripts/face-engine.sh."),
        "no-gallery": Phrase(
            "Galeri orang yang diawasi belum ada: daftarkan foto ke entri pantau lebih dahulu.",
            "There is no gallery of persons of interest yet: enrol photographs to watchlist entries first."),
        "uncalibrated": Phrase(
            "Ambang untuk jenis gambar ini belum terbukti: tidak ada yang dicari. Ukur dengan cermat face evaluate.",
            "No threshold is proven for this kind of picture: nothing is searched. Measure with cermat face evaluate."
        ),
        "gallery-failed": Phrase(
            "Galeri tidak dapat dibaca: tidak ada yang dicari. Hubungi teknisi.",
            "The gallery cannot be read: nothing is searched. Call the engineer."),
        "closed": Phrase("Di luar jam kerja stasiun ini.", "Outside of the hours of this station."),
        "busy": Phrase("Gambar sebelumnya masih diolah.", "The frame before is still being looked at."),
        "bad-frame": Phrase("Gambar tidak dapat dibaca.", "The picture cannot be read."),
        "no-face": Phrase(
            "Tidak ada wajah dalam foto: pilih foto lain, dari depan.",
            "There is no face in the picture: choose another, from the front."),
        "several-faces": Phrase(
            "Lebih dari satu wajah dalam foto: potong sampai tinggal satu.",
            "There is more than one face in the picture: cut it down to one."),
        "over": Phrase("Tinjauan ini sudah berakhir.", "This review is over."),
        "own-station": Phrase(
            "Anda berada di stasiun asalnya: orang lain yang menilai.", "You are at its station: others decide."),
        "reviews-it": Phrase(
            "Anda sedang menilai wajah dari stasiun ini: buka stasiunnya sesudah selesai.",
            "You are reviewing a face of this station: open it when that is over."),
        "taken": Phrase("Pemeriksa lain sudah mengambilnya.", "Other reviewers have taken it."),
        "answered": Phrase("Anda sudah menjawab.", "You have answered."),
        "bad-answer": Phrase(
            "Pilih calon hanya untuk jawaban Sama.", "Choose a candidate for the answer Same, and for no other."),
        "reason-required": Phrase(
            "Alasan 3 sampai 500 huruf diperlukan.", "A reason of 3 to 500 characters is required."),
        "store-failed": Phrase(
            "Tidak dapat dicatat, jadi tidak dilakukan.", "It could not be recorded, so it is not done."),
    ]
}
