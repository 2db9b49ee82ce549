// SPDX-License-Identifier: Apache-2.0

/// Feeds: carriers' ways in over HTTP, and their tokens.
public enum FeedText: String, ScreenText {
    case menu, title, lead, empty, fileFeed, name, nameHint, speaksFor, speaksForHint, contact, contactHint
    case silence, silenceHint, silenceHours, last, never, today, refused, refusedSince, quarantined
    case inUse, silent, withdrawn, nameTaken
    case add, submitAdd, changed, save, rotate, rotateLead, overlap, overlapHint, submitRotate, withdraw, withdrawLead
    case submitWithdraw, done, token, tokenOnce, tokenUse, tokenStored, formerUntil, history, noAccess, hours, version

    public var phrase: Phrase {
        switch self {
        case .menu: Phrase("Saluran", "Feeds")
        case .title: Phrase("Saluran pengirim", "Feeds")
        case .lead:
            Phrase(
                "Setiap pengangkut atau gerbang mengirim pesan lewat POST /api/messages dengan tokennya sendiri.",
                "Each carrier or gateway sends messages to POST /api/messages with a token of its own.")
        case .empty:
            Phrase(
                "Belum ada saluran bernama. Tambahkan satu untuk setiap pengangkut, agar yang diam atau bocor diketahui.",
                "No named feed yet. Add one for each carrier, so that a silent or leaked one is known.")
        case .fileFeed:
            Phrase(
                "Dari berkas feed.token di folder data; diganti dengan mengubah berkas itu.",
                "From the file feed.token in the data folder; replaced by changing that file.")
        case .name: Phrase("Nama saluran", "Name of the feed")
        case .nameHint:
            Phrase(
                "2 sampai 40 huruf a-z, angka, tanda hubung, diawali huruf; bukan feed atau desk",
                "2 to 40 of a-z, digits and hyphen, a letter first; not feed or desk")
        case .speaksFor: Phrase("Mengirim untuk", "Sends for")
        case .speaksForHint:
            Phrase(
                "Kode pengangkut atau pengirim, dipisah koma, misalnya GA, QG",
                "Codes of carriers or senders with commas, for example GA, QG")
        case .contact: Phrase("Kontak", "Contact")
        case .contactHint:
            Phrase(
                "Meja atau nomor yang dihubungi bila diam, 3 sampai 200 huruf",
                "Desk or number to call when it is silent, 3 to 200 characters")
        case .silence: Phrase("Diam yang tidak biasa (jam)", "Unusual silence (hours)")
        case .silenceHint: Phrase("Antara 1 dan 1440 jam", "Between 1 and 1440 hours")
        case .silenceHours: Phrase("Batas diam", "Silence limit")
        case .last: Phrase("Pesan terakhir", "Last message")
        case .never: Phrase("belum pernah", "never")
        case .today: Phrase("Hari ini", "Today")
        case .refused: Phrase("Ditolak", "Refused")
        case .refusedSince:
            Phrase(
                "Yang ditolak dihitung sejak server menyala: token lama, isi kosong, terlalu besar, atau tidak ada ruang.",
                "Refusals are counted since the server started: an old token, an empty body, too large, or no room.")
        case .quarantined: Phrase("Karantina", "Quarantined")
        case .inUse: Phrase("berlaku", "in force")
        case .silent: Phrase("diam", "silent")
        case .withdrawn: Phrase("dicabut", "withdrawn")
        case .nameTaken:
            Phrase(
                "Sudah ada saluran dengan nama itu. Pilih nama lain, atau ganti token saluran yang ada.",
                "There is a feed of that name. Choose another name, or replace the token of the one there is.")
        case .add: Phrase("Tambah saluran", "Add a feed")
        case .submitAdd: Phrase("Tambah dan tampilkan token", "Add and show the token")
        case .changed: Phrase("Keterangan saluran disimpan", "The feed's description is saved")
        case .save: Phrase("Simpan keterangan", "Save the description")
        case .rotate: Phrase("Ganti token", "Replace the token")
        case .rotateLead:
            Phrase(
                "Token lama tetap diterima selama masa peralihan, agar pengirim sempat menggantinya. Jika bocor, pilih 0 jam.",
                "The old token is taken for the overlap, so that the sender has time to change it. If it leaked, choose 0 hours."
            )
        case .overlap: Phrase("Masa peralihan (jam)", "Overlap (hours)")
        case .overlapHint: Phrase("Antara 0 dan 720 jam", "Between 0 and 720 hours")
        case .submitRotate: Phrase("Ganti dan tampilkan token baru", "Replace and show the new token")
        case .withdraw: Phrase("Cabut saluran", "Withdraw the feed")
        case .withdrawLead:
            Phrase(
                "Semua tokennya langsung ditolak. Pesan yang sudah diterima tetap ada.",
                "All its tokens are refused at once. Messages already taken stay.")
        case .submitWithdraw: Phrase("Cabut", "Withdraw")
        case .done: Phrase("Saluran dicabut", "The feed is withdrawn")
        case .token: Phrase("Token", "Token")
        case .tokenOnce:
            Phrase(
                "Salin sekarang: token ini tidak dapat ditampilkan lagi. Yang disimpan hanya sidik SHA-256.",
                "Copy it now: this token cannot be shown again. Only its SHA-256 is kept.")
        case .tokenUse: Phrase("Pengirim menyertakan kepala ini:", "The sender gives this header:")
        case .tokenStored: Phrase("Kembali ke saluran", "Back to the feed")
        case .formerUntil: Phrase("Token lama diterima sampai", "The old token is taken until")
        case .history: Phrase("Riwayat", "History")
        case .noAccess:
            Phrase("Hanya administrator yang mengubah saluran.", "Only an administrator changes feeds.")
        case .hours: Phrase("jam", "hours")
        case .version: Phrase("Versi", "Version")
        }
    }
}
