// SPDX-License-Identifier: Apache-2.0

/// The state of the system, without personal data.
public enum StatusText: String, ScreenText {
    case title, stored, pending, quarantined, duplicates, lastMessage, processed, ledger, ledgerBalances, disk, uptime

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
        case .uptime: Phrase("Berjalan sejak", "Running since")
        }
    }
}
