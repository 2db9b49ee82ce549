// SPDX-License-Identifier: Apache-2.0

/// Judging a hit, and the list of decisions.
public enum DecisionText: String, ScreenText {
    case title, judge, question, same, different, notEnough, chooseOne, confirm, recorded, changed, already, holds
    case kind, about, by, none, ofShift, systemActor

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Keputusan", "Decisions")
        case .judge: Phrase("Nilai kecocokan ini", "Judge this hit")
        case .question:
            Phrase("Apakah penumpang ini orang yang dimaksud entri?", "Is this traveller the one whom the entry means?")
        case .same: Phrase("Sama", "Same")
        case .different: Phrase("Berbeda", "Different")
        case .notEnough: Phrase("Tidak cukup bukti", "Not enough evidence")
        case .chooseOne: Phrase("Pilih satu jawaban.", "Choose one answer.")
        case .confirm: Phrase("Pastikan penilaian", "Confirm the judgement")
        case .recorded: Phrase("Penilaian dicatat atas nama Anda.", "The judgement is recorded in your name.")
        case .changed:
            Phrase(
                "Data penumpang ini berubah sementara Anda membaca. Baca lagi, lalu nilai.",
                "The data have changed while you read. Read again, then judge.")
        case .already: Phrase("Sudah dinilai oleh", "Already judged by")
        case .holds:
            Phrase(
                "Berlaku selama datanya sama; jika berubah, dibuka kembali.",
                "It holds while the facts stay the same; if they change, the hit opens again.")
        case .kind: Phrase("Jenis keputusan", "Kind of decision")
        case .about: Phrase("Tentang", "About")
        case .by: Phrase("Oleh", "By")
        case .none: Phrase("Belum ada keputusan.", "No decisions yet.")
        case .ofShift: Phrase("Keputusan selama jaga ini", "Decisions of this shift")
        case .systemActor: Phrase("saat penyiapan", "at set-up")
        }
    }
}
