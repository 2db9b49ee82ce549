// SPDX-License-Identifier: Apache-2.0

/// The state of the system, without personal data.
public enum StatusText: String, ScreenText {
    case title, stored, pending, quarantined, duplicates, lastMessage, processed, ledger, ledgerBalances, disk, uptime
    case retention, retentionNever, lastRun, namesGone, dueNow, dueInAWeek
    case health, looked, figure, grade, remedy, keptWithNames, keptWithout, forgotten
    case holds, heldNow, entriesDue, accountVersionsDue, facesDue

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Keadaan sistem", "System state")
        case .stored: Phrase("Tersimpan", "Stored")
        case .pending: Phrase("Menunggu diolah", "Waiting to be screened")
        case .quarantined: Phrase("Dikarantina", "Quarantined")
        case .duplicates: Phrase("Berulang", "Repeats")
        case .lastMessage: Phrase("Pesan terakhir", "Last message")
        case .processed: Phrase("Selesai diolah", "Screened")
        case .ledger: Phrase("Neraca pesan", "Ledger of messages")
        case .ledgerBalances:
            Phrase("Neraca seimbang: tidak ada pesan yang hilang.", "The ledger balances: no message is lost.")
        case .disk: Phrase("Ruang disk", "Disk space")
        case .forgotten: Phrase("Dihapus sesuai jadwal", "Forgotten in time")
        case .health: Phrase("Pemeriksaan", "Checks")
        case .looked: Phrase("Yang diperiksa", "Looked at")
        case .figure: Phrase("Hasil", "Found")
        case .grade: Phrase("Penilaian", "Grade")
        case .remedy: Phrase("Yang perlu dilakukan", "What to do")
        case .retention: Phrase("Retensi", "Retention")
        case .retentionNever: Phrase("Retensi belum pernah dijalankan.", "Retention has never been run.")
        case .lastRun: Phrase("Terakhir dijalankan", "Last run")
        case .namesGone: Phrase("Perjalanan tanpa nama (terakhir)", "Voyages without names (last run)")
        case .dueNow: Phrase("Jatuh tempo sekarang", "Due now")
        case .dueInAWeek: Phrase("Jatuh tempo dalam 7 hari", "Due within 7 days")
        case .entriesDue: Phrase("Entri daftar pantau jatuh tempo", "Watchlist entries due")
        case .accountVersionsDue: Phrase("Versi lama akun jatuh tempo", "Old versions of accounts due")
        case .facesDue: Phrase("Wajah jatuh tempo", "Faces due")
        case .keptWithNames: Phrase("Disimpan dengan nama (hari)", "Kept with names (days)")
        case .keptWithout: Phrase("Disimpan tanpa nama (hari)", "Kept without names (days)")
        case .holds: Phrase("Penangguhan penghapusan", "Legal holds")
        case .heldNow: Phrase("Jatuh tempo tetapi ditangguhkan", "Due but held")
        case .uptime: Phrase("Berjalan sejak", "Running since")
        }
    }
}
