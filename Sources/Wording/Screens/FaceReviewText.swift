// SPDX-License-Identifier: Apache-2.0

/// Reviewing faces: two decide, each not knowing the other's answer.
public enum FaceReviewText: String, ScreenText {
    case title, lead, onDuty, offDuty, reviewers, waits, none, open, needTwo, lapsed, timeLeft, probe, candidate,
        noPicture
    case checklist, checklistHint, zoom, zoomIn, zoomOut, answer, whichOne, reason, confirm, recorded, scoreHidden,
        score
    case ended, figures, opened, missed, thirds, keys, keyHelp, lineDown, period, actsTitle

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Tinjauan wajah", "Face reviews")
        case .lead:
            Phrase(
                "Dua pemeriksa menilai tanpa mengetahui jawaban yang lain. Jika berbeda, orang ketiga menilai.",
                "Two reviewers decide without knowing each other's answer. Where they differ a third decides.")
        case .onDuty: Phrase("Anda bertugas selama halaman ini terbuka", "You are on duty while this page is open")
        case .offDuty: Phrase("Tidak terhubung: Anda tidak bertugas", "Not connected: you are not on duty")
        case .reviewers: Phrase("Pemeriksa bertugas", "Reviewers on duty")
        case .needTwo:
            Phrase(
                "Kurang dari dua pemeriksa bertugas: tidak ada yang ditampilkan, dan yang lewat dihitung terlewat.",
                "Fewer than two reviewers on duty: nothing is shown, and whoever goes by is counted as missed.")
        case .waits: Phrase("Satu wajah menunggu", "A face waits")
        case .none: Phrase("Tidak ada wajah yang menunggu.", "No face waits.")
        case .open: Phrase("Ambil dan nilai", "Take and decide")
        case .lapsed: Phrase("Waktu habis; gambar dihapus.", "The time is over; the picture is gone.")
        case .timeLeft: Phrase("Sisa waktu", "Time left")
        case .probe: Phrase("Wajah di stasiun", "The face at the station")
        case .candidate: Phrase("Calon", "Candidate")
        case .noPicture: Phrase("Foto tidak tersedia.", "No photograph is available.")
        case .checklist: Phrase("Yang dibandingkan", "What is compared")
        case .checklistHint:
            Phrase(
                "Mulai dari yang jarang berubah. Cahaya, sudut, dan ekspresi bukan perbedaan.",
                "Begin with what seldom changes. Light, angle and expression are no differences.")
        case .zoom: Phrase("Perbesaran", "Zoom")
        case .zoomIn: Phrase("Perbesar", "Zoom in")
        case .zoomOut: Phrase("Perkecil", "Zoom out")
        case .answer: Phrase("Jawaban", "Answer")
        case .whichOne: Phrase("Calon yang sama", "Which candidate is the same")
        case .reason: Phrase("Alasan", "Reason")
        case .confirm: Phrase("Pastikan jawaban", "Confirm the answer")
        case .recorded: Phrase("Jawaban Anda tercatat.", "Your answer is recorded.")
        case .scoreHidden:
            Phrase("Skor disembunyikan sampai Anda menjawab.", "The score is hidden until you have answered.")
        case .score: Phrase("Skor mesin", "Score of the engine")
        case .ended: Phrase("Hasil", "Result")
        case .figures: Phrase("Angka stasiun sendiri", "The stations' own figures")
        case .period: Phrase("Tiga puluh hari terakhir", "The last thirty days")
        case .opened: Phrase("Tinjauan dimulai", "Reviews begun")
        case .missed: Phrase("Terlewat karena kurang pemeriksa", "Missed for want of reviewers")
        case .thirds: Phrase("Dinilai orang ketiga", "Decided by a third")
        case .actsTitle: Phrase("Sesudah dipastikan", "After confirmation")
        case .keys: Phrase("Tombol", "Keys")
        case .keyHelp:
            Phrase(
                "y sama, n berbeda, u tidak cukup bukti, 1 sampai 9 memilih calon, + dan − perbesaran, panah menggeser, Enter memastikan",
                "y same, n different, u not enough evidence, 1 to 9 choose a candidate, + and − zoom, arrows move, Enter confirms"
            )
        case .lineDown: Phrase("Sambungan terputus", "The line is down")
        }
    }
}
