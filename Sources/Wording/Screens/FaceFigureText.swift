// SPDX-License-Identifier: Apache-2.0

/// The operator's own figures of stations and reviewers.
public enum FaceFigureText: String, ScreenText {
    case title, lead, none, tab, months3, months12, months24, period
    case station, kind, unknownKind, month, searched, opened, confirmed, rejected, unclear, disagreements, lapsed
    case restarts, waiting, agreement, falseShare, falseRate, allowed, standing, byMonth, byMonthLead, chart, chartLead
    case definitions, falseMeans, undecidedMeans, agreementMeans, all, cut, share, mistaken

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Angka pengenalan wajah", "Figures of face recognition")
        case .lead:
            Phrase(
                "Dihitung dari keputusan pemeriksa sendiri. Tanpa data orang.",
                "Counted from the reviewers' own decisions. Nobody is in it.")
        case .none:
            Phrase(
                "Belum ada stasiun yang mencari dalam masa ini. Angka muncul setelah stasiun berjalan.",
                "No station searched in this period. Figures appear once one runs.")
        case .tab: Phrase("Wajah", "Faces")
        case .months3: Phrase("3 bulan", "3 months")
        case .months12: Phrase("12 bulan", "12 months")
        case .months24: Phrase("24 bulan", "24 months")
        case .period: Phrase("Masa", "Period")
        case .station: Phrase("Stasiun", "Station")
        case .kind: Phrase("Jenis gambar", "Kind of picture")
        case .unknownKind: Phrase("tidak dicatat", "not noted")
        case .month: Phrase("Bulan", "Month")
        case .searched: Phrase("Orang dicari", "People searched")
        case .opened: Phrase("Tinjauan", "Reviews")
        case .confirmed: Phrase("Dipastikan", "Confirmed")
        case .rejected: Phrase("Ditolak", "Rejected")
        case .unclear: Phrase("Tidak cukup bukti", "Not enough evidence")
        case .disagreements: Phrase("Berbeda jawaban", "Disagreements")
        case .lapsed: Phrase("Kurang pemeriksa", "Lapsed for want of reviewers")
        case .restarts: Phrase("Peladen dimulai ulang", "Server restarted")
        case .waiting: Phrase("Masih terbuka", "Still open")
        case .agreement: Phrase("Pemeriksa sepakat", "Reviewers agree")
        case .falseShare: Phrase("Peringatan keliru dari yang diputuskan", "False alerts of those decided")
        case .falseRate: Phrase("Peringatan keliru per orang asing", "False alerts of strangers searched")
        case .allowed: Phrase("Diizinkan kebijakan", "The policy allows")
        case .standing: Phrase("Dibanding kebijakan", "Against the policy")
        case .byMonth: Phrase("Menurut stasiun, jenis gambar, dan bulan", "By station, kind of picture and month")
        case .byMonthLead: Phrase("Bulan menurut jam pos stasiun.", "Months by the clock of the station's post.")
        case .chart: Phrase("Peringatan keliru dibanding kebijakan", "False alerts against the policy")
        case .chartLead:
            Phrase(
                "Bagian orang asing yang menimbulkan peringatan, dengan selang 95 %, pada skala logaritmik.",
                "The share of strangers who raised an alert, with its 95 % interval, on a logarithmic scale.")
        case .definitions: Phrase("Cara menghitung", "How it is counted")
        case .falseMeans:
            Phrase(
                "Keliru: dua pemeriksa menjawab berbeda, atau di stasiun ternyata orang lain.",
                "False: two reviewers said different, or at the station it was somebody else.")
        case .undecidedMeans:
            Phrase(
                "Ujung atas selang menghitung yang tidak diputuskan sebagai keliru; ujung bawah tidak.",
                "The upper end of the interval counts what nobody decided as false; the lower end does not.")
        case .agreementMeans:
            Phrase(
                "Sepakat: dua jawaban pertama sama, juga tentang entri yang mana.",
                "Agree: the first two answers are the same, also on which entry.")
        case .all: Phrase("Semua stasiun", "All stations")
        case .cut:
            Phrase(
                "Lebih banyak keputusan daripada yang dibaca: bulan paling awal tidak lengkap.",
                "There are more decisions than are read: the earliest months are not whole.")
        case .share: Phrase("Bagian", "Share")
        case .mistaken: Phrase("Ternyata orang lain", "Somebody else after all")
        }
    }
}
