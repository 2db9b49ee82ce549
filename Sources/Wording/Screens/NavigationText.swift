// SPDX-License-Identifier: Apache-2.0

/// The menu and the banner on top of every page.
public enum NavigationText: String, ScreenText {
    case menu, board, arrivals, departures, hits, search, handover, decisions, watchlist, quarantine, audit, accounts
    case documentAtPost, status, help, keyboard, signOut, signedInAs, purposeBanner, referenceBanner, changePurpose
    case changePost, breadcrumb, quality

    public var phrase: Phrase {
        switch self {
        case .menu: Phrase("Menu", "Menu")
        case .board: Phrase("Papan", "Board")
        case .arrivals: Phrase("Kedatangan", "Arrivals")
        case .departures: Phrase("Keberangkatan", "Departures")
        case .hits: Phrase("Kecocokan", "Hits")
        case .search: Phrase("Cari", "Search")
        case .handover: Phrase("Serah terima", "Hand-over")
        case .decisions: Phrase("Keputusan", "Decisions")
        case .watchlist: Phrase("Daftar pantau", "Watchlist")
        case .quarantine: Phrase("Karantina", "Quarantine")
        case .quality: Phrase("Mutu", "Quality")
        case .audit: Phrase("Jejak audit", "Audit trail")
        case .accounts: Phrase("Akun", "Accounts")
        case .documentAtPost: Phrase("Dokumen di pos", "Document at the post")
        case .status: Phrase("Keadaan sistem", "System state")
        case .help: Phrase("Bantuan", "Help")
        case .keyboard: Phrase("Papan tik", "Keyboard")
        case .signOut: Phrase("Keluar", "Sign out")
        case .signedInAs: Phrase("Masuk sebagai", "Signed in as")
        case .purposeBanner: Phrase("Tujuan akses", "Purpose of access")
        case .referenceBanner: Phrase("Nomor surat tugas", "Reference")
        case .changePurpose: Phrase("Ganti tujuan", "Change purpose")
        case .changePost: Phrase("Ganti pos", "Change post")
        case .breadcrumb: Phrase("Letak halaman", "Where you are")
        }
    }
}
