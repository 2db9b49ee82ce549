// SPDX-License-Identifier: Apache-2.0

/// The search page.
public enum SearchText: String, ScreenText {
    case title, lead, term, reason, reasonHint, submit, none, tooShort, tooMany, results, matched

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Cari penumpang", "Find a traveller")
        case .lead:
            Phrase(
                "Hanya orang yang bepergian, dengan alasan yang dicatat.",
                "Only people who travel, with a reason that is recorded.")
        case .term:
            Phrase(
                "Nama, nomor dokumen, kode pemesanan, atau nomor penerbangan",
                "Name, document number, record locator or voyage")
        case .reason: Phrase("Alasan pencarian", "Reason of the search")
        case .reasonHint: Phrase("Dicatat; penyelia dapat melihatnya.", "Recorded; the supervisor can see it.")
        case .submit: Phrase("Cari", "Find")
        case .none:
            Phrase(
                "Tidak ditemukan. Periksa ejaan, atau cari dengan nomor dokumen.",
                "Nothing found. Check the spelling, or use the document number.")
        case .tooShort: Phrase("Paling sedikit tiga huruf.", "At least three characters.")
        case .tooMany: Phrase("Terlalu banyak hasil; persempit pencarian.", "Too many results; narrow the search.")
        case .results: Phrase("Hasil", "Results")
        case .matched: Phrase("Ditemukan lewat", "Found by")
        }
    }
}
