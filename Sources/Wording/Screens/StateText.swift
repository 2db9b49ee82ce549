// SPDX-License-Identifier: Apache-2.0

/// Errors, empty and stale states.
public enum StateText: String, ScreenText {
    case dataAsOf, live, stale, lineDown, reconnecting, feedQuiet, empty, emptyBoard, loading, problem, notFoundTitle
    case forgottenTitle, forgotten
    case notFound, refusedTitle, refused, invalidTitle, tooLarge, timedOut, tooMany, busyTitle, busy, auditDown,
        internalTitle
    case `internal`, expired, withoutScript, diskLow

    public var phrase: Phrase {
        switch self {
        case .dataAsOf: Phrase("Data per", "Data as of")
        case .live: Phrase("Langsung", "Live")
        case .stale: Phrase("Aliran data terputus", "The feed has stopped")
        case .lineDown: Phrase("Sambungan ke server terputus", "The line to the server is down")
        case .reconnecting: Phrase("Menyambung lagi …", "Connecting again …")
        case .feedQuiet: Phrase("Belum ada pesan baru", "No new messages")
        case .empty: Phrase("Tidak ada yang perlu ditampilkan.", "There is nothing to show.")
        case .emptyBoard: Phrase("Tidak ada kedatangan dalam jangka waktu ini.", "No arrivals in this time span.")
        case .loading: Phrase("Memuat …", "Loading …")
        case .problem: Phrase("Ada yang tidak berhasil", "Something did not work")
        case .forgottenTitle: Phrase("Sudah dihapus sesuai jadwal", "Forgotten in time")
        case .forgotten:
            Phrase(
                "Data penumpang pelayaran atau penerbangan ini sudah dihapus menurut jadwal retensi. Yang tersisa hanya jumlah dan putusan tanpa nama; lihat Keadaan sistem.",
                "The passenger data of this voyage were forgotten by the retention schedule. Only counts and decisions without names are left; see System state."
            )
        case .notFoundTitle: Phrase("Tidak ditemukan", "Not found")
        case .notFound:
            Phrase(
                "Halaman atau data ini tidak ada, atau bukan untuk pos Anda.",
                "There is no such page or record, or it is not for your post.")
        case .refusedTitle: Phrase("Tidak diizinkan", "Not allowed")
        case .refused:
            Phrase(
                "Penolakan ini dicatat. Jika Anda memerlukannya, hubungi penyelia.",
                "This refusal is recorded. If you need it, ask your supervisor.")
        case .invalidTitle: Phrase("Isian perlu diperbaiki", "Please correct the form")
        case .tooLarge: Phrase("Kiriman terlalu besar.", "The request is too large.")
        case .timedOut: Phrase("Kiriman tidak selesai pada waktunya.", "The request did not arrive in time.")
        case .tooMany:
            Phrase("Terlalu banyak permintaan; coba lagi sebentar.", "Too many requests; try again in a moment.")
        case .busyTitle: Phrase("Sedang sibuk", "Busy")
        case .busy:
            Phrase(
                "Penyimpanan penuh atau sibuk; tidak ada yang hilang. Coba lagi sebentar.",
                "The store is full or busy; nothing is lost. Try again in a moment.")
        case .auditDown:
            Phrase(
                "Jejak audit tidak dapat ditulis; karena itu tidak ada data yang ditampilkan.",
                "The audit trail cannot be written; therefore nothing is shown.")
        case .internalTitle: Phrase("Kesalahan pada program", "A fault in the program")
        case .internal:
            Phrase(
                "Sudah dicatat tanpa data pribadi. Sebutkan nomor ini bila melapor:",
                "It is noted without personal data. Quote this number when you report it:")
        case .expired:
            Phrase(
                "Formulir ini sudah terlalu lama terbuka. Muat ulang, lalu coba lagi.",
                "This form was open for too long. Load it again, then retry.")
        case .withoutScript:
            Phrase(
                "Tanpa JavaScript halaman ini tetap berfungsi; muat ulang untuk pembaruan.",
                "The page works without JavaScript; reload it for updates.")
        case .diskLow: Phrase("Ruang disk hampir habis", "Disk space is nearly used up")
        }
    }
}
