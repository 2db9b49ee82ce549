// SPDX-License-Identifier: Apache-2.0

/// Words of the Watchlists, Screening and Casework rooms' codes.
enum TargetingWords {
    static let category: [String: Phrase] = [
        "narcotics": Phrase("narkotika", "narcotics"),
        "currency": Phrase("uang tunai", "currency"),
        "wildlife": Phrase("satwa dan tumbuhan liar", "wildlife"),
        "goods": Phrase("barang kena bea atau cukai", "dutiable goods"),
        "fraud": Phrase("pemalsuan", "fraud"),
        "other": Phrase("lain-lain", "other"),
    ]

    static let hitStatus: [String: Phrase] = [
        "open": Phrase("menunggu penilaian", "waiting for judgement"),
        "reopened": Phrase("dibuka kembali: data berubah", "reopened: the facts changed"),
        "judged-same": Phrase("dinilai sama", "judged the same"),
        "judged-different": Phrase("dinilai berbeda", "judged different"),
        "judged-not-enough": Phrase("dinilai tidak cukup bukti", "judged inconclusive"),
        "different-earlier": Phrase(
            "sudah dinilai berbeda pada perjalanan terdahulu", "judged different on an earlier journey"),
        "withdrawn": Phrase("ditarik: perjalanan dibatalkan", "withdrawn: the journey was cancelled"),
        "corrected": Phrase("gugur: data diperbaiki", "dropped: the data were corrected"),
        "lapsed": Phrase("entri pantau tidak berlaku lagi", "the watchlist entry no longer holds"),
    ]

    /// Short labels; ``Words/reasonSentence(kind:observed:expected:source:)`` says the same in a sentence.
    static let hitReason: [String: Phrase] = [
        "document-equal": Phrase("nomor dokumen sama", "document number equal"),
        "document-other-issuer": Phrase("nomor dokumen sama, penerbit berbeda", "same number, other issuer"),
        "name-equal": Phrase("nama sama persis", "name equal"),
        "name-folded": Phrase("nama sama, ejaan atau urutan berbeda", "same name, other spelling or order"),
        "name-partial": Phrase("nama sama sebagian", "part of the name equal"),
        "birth-date-equal": Phrase("tanggal lahir sama", "birth date equal"),
        "birth-date-partial": Phrase("tanggal lahir sama sejauh diketahui", "birth date agrees as far as known"),
        "birth-date-differs": Phrase("tanggal lahir berbeda", "birth date differs"),
        "sex-equal": Phrase("jenis kelamin sama", "sex equal"),
        "sex-differs": Phrase("jenis kelamin berbeda", "sex differs"),
        "nationality-equal": Phrase("kewarganegaraan sama", "nationality equal"),
        "nationality-differs": Phrase("kewarganegaraan berbeda", "nationality differs"),
        "phone-equal": Phrase("nomor telepon sama", "telephone number equal"),
        "email-equal": Phrase("alamat surel sama", "e-mail address equal"),
        "card-equal": Phrase("kartu pembayaran sama", "payment card equal"),
    ]

    static let answer: [String: Phrase] = [
        "same": Phrase("Sama", "Same"),
        "different": Phrase("Berbeda", "Different"),
        "not-enough-evidence": Phrase("Tidak cukup bukti", "Not enough evidence"),
    ]

    static let disagreement: [String: Phrase] = [
        "name": Phrase("nama", "name"),
        "birth-date": Phrase("tanggal lahir", "birth date"),
        "sex": Phrase("jenis kelamin", "sex"),
        "nationality": Phrase("kewarganegaraan", "nationality"),
        "document": Phrase("dokumen", "document"),
        "seat": Phrase("kursi", "seat"),
    ]

    /// Words for a rank, so that it never speaks by colour or number alone.
    static let rankBand: [String: Phrase] = [
        "none": Phrase("tanpa kecocokan", "no hit"),
        "low": Phrase("rendah", "low"),
        "middle": Phrase("sedang", "medium"),
        "high": Phrase("tinggi", "high"),
        "highest": Phrase("sangat tinggi", "very high"),
    ]

    static let decision: [String: Phrase] = [
        "judged": Phrase("kecocokan dinilai", "hit judged"),
        "assigned": Phrase("kecocokan ditugaskan", "hit assigned"),
        "examined": Phrase("pemeriksaan dicatat", "examination recorded"),
        "entry-written": Phrase("entri pantau ditulis", "watchlist entry written"),
        "entry-withdrawn": Phrase("entri pantau dicabut", "watchlist entry withdrawn"),
        "handover-written": Phrase("catatan serah terima ditulis", "hand-over note written"),
        "shift-taken": Phrase("jaga diambil alih", "shift taken over"),
        "account-written": Phrase("akun diubah", "account changed"),
        "layout-written": Phrase("tata letak daftar diingat", "list layout remembered"),
        "profile-saved": Phrase("profil pengangkut disimpan", "carrier profile saved"),
        "feed-written": Phrase("saluran pengirim diubah", "feed changed"),
        "table-changed": Phrase("tabel kode diubah", "code table changed"),
        "face": Phrase("wajah di stasiun", "face at a station"),
        "face-count": Phrase("jumlah orang yang dicari stasiun", "how many people a station searched"),
        "alarm-seen": Phrase("alarm pembacaan diperiksa", "reading alarm looked at"),
        "person-judged": Phrase("orang yang sama atau bukan", "same person or not"),
        "identity-judged": Phrase("putusan identitas", "judgement of identity"),
        "resident-looked-up": Phrase("pencocokan di pos", "look-up at a post"),
        "registry-replied": Phrase("jawaban catatan sipil", "answer of the civil registry"),
        "registry-face-replied": Phrase(
            "jawaban catatan sipil tentang foto", "answer of the civil registry about a photograph"),
        "hold-placed": Phrase("penghapusan ditangguhkan", "legal hold placed"),
        "hold-lifted": Phrase("penangguhan penghapusan diakhiri", "legal hold lifted"),
        "reveal-requested": Phrase("permintaan buka samaran", "request to unmask"),
        "reveal-answered": Phrase("permintaan buka samaran dijawab", "request to unmask answered"),
        "quarantine-replayed": Phrase("pesan karantina dibaca ulang", "quarantined message replayed"),
    ]

    static let result: [String: Phrase] = [
        "nothing-found": Phrase("Tidak ditemukan apa-apa", "Nothing found"),
        "found": Phrase("Ditemukan barang", "Goods found"),
        "missed": Phrase("Terlewat: sudah pergi sebelum diperiksa", "Missed: left before anyone could look"),
        "not-examined": Phrase("Tidak diperiksa", "Not examined"),
    ]

    static let goods: [String: Phrase] = [
        "methamphetamine": Phrase("metamfetamina (sabu)", "methamphetamine"),
        "ecstasy": Phrase("ekstasi (MDMA)", "ecstasy (MDMA)"),
        "heroin": Phrase("heroin", "heroin"),
        "cocaine": Phrase("kokain", "cocaine"),
        "cannabis": Phrase("ganja", "cannabis"),
        "currency": Phrase("uang tunai", "currency"),
        "gold": Phrase("emas", "gold"),
        "wildlife": Phrase("satwa dan tumbuhan liar", "wildlife"),
        "cigarettes": Phrase("rokok dan hasil tembakau", "cigarettes and tobacco"),
        "alcohol": Phrase("minuman mengandung etil alkohol", "alcoholic drinks"),
        "phones": Phrase("telepon seluler dan komputer", "telephones and computers"),
        "counterfeit": Phrase("barang palsu", "counterfeit goods"),
        "medicines": Phrase("obat-obatan", "medicines"),
        "weapons": Phrase("senjata dan bagiannya", "weapons and parts"),
        "other": Phrase("barang lain", "other goods"),
    ]

    static let caseworkError: [String: Phrase] = [
        "reason-required": Phrase(
            "Tuliskan alasan, 3 sampai 500 huruf.", "Give a reason of 3 to 500 characters."),
        "unknown": Phrase("Data ini tidak ada atau sudah berubah.", "There is no such record, or it has changed."),
        "invalid": Phrase("Ada isian yang belum benar.", "A field is not right yet."),
        "not-allowed": Phrase("Keadaannya tidak mengizinkan tindakan ini.", "The state does not allow this."),
        "same-person": Phrase(
            "Ini harus dilakukan oleh orang kedua.", "A second person must do this."),
        "quota-used": Phrase(
            "Jatah pencocokan Anda hari ini habis; hubungi penyelia.",
            "Your look-ups of today are used up; ask the supervisor."),
        "store-full": Phrase(
            "Penyimpanan penuh; tidak ada yang tersimpan. Beri tahu administrator.",
            "The disk is full; nothing was stored. Tell the administrator."),
        "store-busy": Phrase("Penyimpanan sedang sibuk; coba lagi.", "The store is busy; try again."),
        "store-failed": Phrase(
            "Penyimpanan gagal; tidak ada yang tersimpan. Beri tahu administrator.",
            "The store failed; nothing was stored. Tell the administrator."),
    ]
}
