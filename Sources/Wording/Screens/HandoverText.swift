// SPDX-License-Identifier: Apache-2.0

/// The hand-over of a shift.
public enum HandoverText: String, ScreenText {
    case title, lead, openHits, decisions, examinations, note, noteHint, writeNote, noteSaved, takeOver, takeOverHint
    case takenOver, lastNote, noNote, shiftSince, onDuty, nobody

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Serah terima jaga", "Shift hand-over")
        case .lead:
            Phrase(
                "Yang masih terbuka, yang sudah diputuskan, dan catatan untuk jaga berikutnya.",
                "What is open, what was decided, and a note for the next shift.")
        case .openHits: Phrase("Kecocokan yang masih terbuka", "Hits still open")
        case .decisions: Phrase("Keputusan selama jaga", "Decisions of the shift")
        case .examinations: Phrase("Pemeriksaan selama jaga", "Examinations of the shift")
        case .note: Phrase("Catatan untuk jaga berikutnya", "Note for the next shift")
        case .noteHint:
            Phrase(
                "Tulis apa yang harus diketahui; jangan menulis data pribadi yang tidak perlu.",
                "Write what must be known; no personal data that is not needed.")
        case .writeNote: Phrase("Simpan catatan", "Save the note")
        case .noteSaved: Phrase("Catatan serah terima disimpan.", "The hand-over note is saved.")
        case .takeOver: Phrase("Ambil alih jaga", "Take over the shift")
        case .takeOverHint:
            Phrase(
                "Dengan ini Anda bertanggung jawab atas kecocokan yang masih terbuka.",
                "From now on you answer for the open hits.")
        case .takenOver: Phrase("Jaga diambil alih atas nama Anda.", "The shift is taken over in your name.")
        case .lastNote: Phrase("Catatan terakhir", "Last note")
        case .noNote: Phrase("Belum ada catatan.", "No note yet.")
        case .shiftSince: Phrase("Jaga sejak", "Shift since")
        case .onDuty: Phrase("Bertugas", "On duty")
        case .nobody: Phrase("belum ada yang mengambil alih", "nobody has taken over")
        }
    }
}
