// SPDX-License-Identifier: Apache-2.0

/// The keyboard map and other help.
public enum HelpText: String, ScreenText {
    case title, lead, search, down, up, open, back, goBoard, goHits, goHandover, goWatchlist, goAudit, same, different
    case unsure, confirm, updates, thisHelp, switchOff, switchOn, key, does

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Pintasan papan tik", "Keyboard shortcuts")
        case .lead:
            Phrase(
                "Berlaku di semua daftar. Tidak ada satu tombol pun yang langsung memutuskan.",
                "They hold on every list. No single key decides anything.")
        case .search: Phrase("Cari", "Search")
        case .down: Phrase("Baris berikutnya", "Next row")
        case .up: Phrase("Baris sebelumnya", "Previous row")
        case .open: Phrase("Buka baris", "Open the row")
        case .back: Phrase("Kembali", "Back")
        case .goBoard: Phrase("Ke papan", "To the board")
        case .goHits: Phrase("Ke kecocokan", "To the hits")
        case .goHandover: Phrase("Ke serah terima", "To the hand-over")
        case .goWatchlist: Phrase("Ke daftar pantau", "To the watchlist")
        case .goAudit: Phrase("Ke jejak audit", "To the audit trail")
        case .same: Phrase("Pilih «sama»", "Choose “same”")
        case .different: Phrase("Pilih «berbeda»", "Choose “different”")
        case .unsure: Phrase("Pilih «tidak cukup bukti»", "Choose “not enough evidence”")
        case .confirm: Phrase("Pastikan pilihan, dengan alasan", "Confirm the choice, with a reason")
        case .updates: Phrase("Tampilkan pembaruan papan", "Show the board's updates")
        case .thisHelp: Phrase("Buka atau tutup bantuan ini", "Open or close this help")
        case .switchOff: Phrase("Matikan pintasan satu huruf", "Switch single-letter shortcuts off")
        case .switchOn: Phrase("Nyalakan pintasan satu huruf", "Switch single-letter shortcuts on")
        case .key: Phrase("Tombol", "Key")
        case .does: Phrase("Kegunaan", "What it does")
        }
    }
}
