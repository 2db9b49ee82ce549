// SPDX-License-Identifier: Apache-2.0

/// Hits and their reasons.
public enum HitText: String, ScreenText {
    case title, lead, why, against, evidence, observed, expected, entry, category, entryReason, owner, basis, grading
    case rank, rankWhy, knownSince, seeSource, assignee, unassigned, assign, takeIt, waiting, settled, dropped
    case history, noneWaiting

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Kecocokan", "Hits")
        case .lead:
            Phrase(
                "Calon kecocokan dengan daftar pantau. Petugas yang memutuskan.",
                "Candidate matches with the watchlist. An officer decides.")
        case .why: Phrase("Mengapa", "Why")
        case .against: Phrase("Yang tidak mendukung", "What speaks against it")
        case .evidence: Phrase("Bukti", "Evidence")
        case .observed: Phrase("Pada penumpang", "On the traveller")
        case .expected: Phrase("Pada entri pantau", "On the entry")
        case .entry: Phrase("Entri pantau", "Watchlist entry")
        case .category: Phrase("Jenis perhatian", "Category")
        case .entryReason: Phrase("Alasan entri", "Reason of the entry")
        case .owner: Phrase("Pemilik entri", "Owner")
        case .basis: Phrase("Dasar", "Basis")
        case .grading: Phrase("Tingkat kepercayaan sumber", "Grading")
        case .rank: Phrase("Peringkat", "Rank")
        case .rankWhy:
            Phrase("Kekuatan kecocokan dan kepentingan entri.", "Strength of the match and urgency of the entry.")
        case .knownSince: Phrase("Diketahui sejak", "Known since")
        case .seeSource: Phrase("Lihat segmen sumber", "See the source segments")
        case .assignee: Phrase("Ditugaskan kepada", "Assigned to")
        case .unassigned: Phrase("belum ditugaskan", "not assigned")
        case .assign: Phrase("Tugaskan", "Assign")
        case .takeIt: Phrase("Saya tangani", "I take it")
        case .waiting: Phrase("Menunggu penilaian", "Waiting for judgement")
        case .settled: Phrase("Sudah dinilai", "Judged")
        case .dropped: Phrase("Gugur", "Dropped")
        case .history: Phrase("Riwayat penilaian", "Judgements so far")
        case .noneWaiting: Phrase("Tidak ada kecocokan yang menunggu.", "No hits are waiting.")
        }
    }
}
