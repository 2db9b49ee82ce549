// SPDX-License-Identifier: Apache-2.0

/// Carrier profiles, and the quarantine read again by them.
public enum ProfileText: String, ScreenText {
    case menu, title, heading, lead, empty, new, version, versions, savedBy, active, inactive, text, textHint, check,
        save
    case tryMessage, days, daysHint, noProblem, problems, saved, wouldRead, unchanged, difference, first, putBack,
        expected
    case replayAll, replayOne, replayed, replayedNone, replayedHow, replayBegun, replayNotBegun, replayRunning,
        replayOf, replayDone,
        program, back, added, removed, noAccess

    public var phrase: Phrase {
        switch self {
        case .menu: Phrase("Pengangkut", "Carriers")
        case .title: Phrase("Profil pengangkut", "Carrier profile")
        case .heading: Phrase("Profil pengangkut", "Carrier profiles")
        case .lead:
            Phrase(
                "Yang diketahui tentang cara tiap pengangkut mengirim: kode, jam, penyimpangan. Setiap versi tetap tersimpan; setiap pesan dibaca menurut versi saat ia datang.",
                "What is known of how each carrier sends: codes, clock, deviations. Every version is kept; each message is read by the version of the time it came."
            )
        case .empty:
            Phrase(
                "Belum ada profil. Buat satu bila pesan suatu pengangkut berulang kali menyimpang dengan cara yang sama.",
                "There is no profile yet. Make one when a carrier's messages keep departing in the same way.")
        case .new: Phrase("Profil baru", "New profile")
        case .version: Phrase("Versi", "Version")
        case .versions: Phrase("Riwayat versi", "Versions")
        case .savedBy: Phrase("Disimpan oleh", "Saved by")
        case .active: Phrase("berlaku", "in force")
        case .inactive: Phrase("tidak berlaku", "not in force")
        case .text: Phrase("Isi profil", "The profile")
        case .textHint: Phrase("YAML atau JSON.", "YAML or JSON.")
        case .check: Phrase("Periksa dan coba", "Check and try")
        case .save: Phrase("Simpan sebagai versi baru", "Save as a new version")
        case .tryMessage: Phrase("Coba pada pesan ini", "Try on this message")
        case .days: Phrase("Karantina selama (hari)", "Quarantine of the last (days)")
        case .daysHint:
            Phrase("Berapa pesan karantina yang akan terbaca.", "How many quarantined messages would now be read.")
        case .noProblem: Phrase("Profil tidak bermasalah.", "The profile has no problem.")
        case .problems: Phrase("Belum dapat disimpan:", "It cannot be saved yet:")
        case .saved: Phrase("Profil disimpan.", "The profile is saved.")
        case .wouldRead: Phrase("Pesan karantina yang akan terbaca", "Quarantined messages that would be read")
        case .unchanged:
            Phrase("Sama dengan versi yang berlaku; tidak disimpan.", "The same as the version in force; not saved.")
        case .difference: Phrase("Beda dari versi sebelumnya", "Difference from the version before")
        case .first: Phrase("Versi pertama.", "The first version.")
        case .putBack: Phrase("Berlakukan lagi", "Put back")
        case .expected: Phrase("sudah dikenal", "known")
        case .replayAll: Phrase("Baca ulang semua", "Read all again")
        case .replayOne: Phrase("Baca ulang pesan ini", "Read this message again")
        case .replayed: Phrase("Keluar dari karantina", "Out of quarantine")
        case .replayedNone: Phrase("Belum ada yang dapat dibaca.", "Nothing can be read yet.")
        case .replayedHow: Phrase("Dibaca ulang", "Read again")
        case .replayBegun:
            Phrase(
                "Karantina dibaca ulang di latar belakang; kemajuannya tampak di halaman karantina.",
                "The quarantine is read again in the background; its page shows how far it is.")
        case .replayNotBegun:
            Phrase(
                "Karantina tidak dapat dibaca ulang; mintalah di halaman karantina.",
                "The quarantine could not be read again; ask for it on its page.")
        case .replayRunning: Phrase("Sedang dibaca ulang", "Being read again")
        case .replayOf: Phrase("dari", "of")
        case .replayDone: Phrase("Selesai dibaca ulang", "Read again to the end")
        case .program: Phrase("tanpa profil", "without a profile")
        case .back: Phrase("Kembali", "Back")
        case .added: Phrase("ditambah", "added")
        case .removed: Phrase("dihapus", "removed")
        case .noAccess:
            Phrase("Hanya teknisi penerimaan data yang mengubah profil.", "Only intake engineers change profiles.")
        }
    }
}
