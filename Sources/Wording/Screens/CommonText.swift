// SPDX-License-Identifier: Apache-2.0

/// Words that several pages share.
public enum CommonText: String, ScreenText {
    case productName, productLine, synthetic, skipToContent, save, cancel, confirm, close, back, open, edit, remove
    case add, next, previous, showAll, showTable, showPicture, print, yes, no, none, unknown, notGiven, optional
    case required, masked, notShown, value, source, time, date, state, actions, reason, reasonHint, note, officer
    case post, allPosts, number, language, theme, themeLight, themeDark, themeAuto, from, to, filter, sortBy, total
    case more, less, version

    public var phrase: Phrase {
        switch self {
        case .productName: Phrase("Cermat", "Cermat")
        case .productLine: Phrase("Analisis penumpang kepabeanan", "Customs passenger analysis")
        case .synthetic:
            Phrase("Data peraga: semua orang di sini rekaan.", "Demonstration data: everybody here is invented.")
        case .skipToContent: Phrase("Langsung ke isi", "Skip to content")
        case .save: Phrase("Simpan", "Save")
        case .cancel: Phrase("Batal", "Cancel")
        case .confirm: Phrase("Pastikan", "Confirm")
        case .close: Phrase("Tutup", "Close")
        case .back: Phrase("Kembali", "Back")
        case .open: Phrase("Buka", "Open")
        case .edit: Phrase("Ubah", "Change")
        case .remove: Phrase("Hapus", "Remove")
        case .add: Phrase("Tambah", "Add")
        case .next: Phrase("Berikutnya", "Next")
        case .previous: Phrase("Sebelumnya", "Previous")
        case .showAll: Phrase("Tampilkan semua", "Show all")
        case .showTable: Phrase("Tampilkan sebagai tabel", "Show as a table")
        case .showPicture: Phrase("Tampilkan sebagai gambar", "Show as a picture")
        case .print: Phrase("Cetak", "Print")
        case .yes: Phrase("ya", "yes")
        case .no: Phrase("tidak", "no")
        case .none: Phrase("tidak ada", "none")
        case .unknown: Phrase("tidak diketahui", "unknown")
        case .notGiven: Phrase("tidak disebut", "not given")
        case .optional: Phrase("boleh dikosongkan", "optional")
        case .required: Phrase("wajib diisi", "required")
        case .masked: Phrase("disamarkan", "masked")
        case .notShown: Phrase("tidak ditampilkan", "not shown")
        case .value: Phrase("Nilai", "Value")
        case .source: Phrase("Sumber", "Source")
        case .time: Phrase("Waktu", "Time")
        case .date: Phrase("Tanggal", "Date")
        case .state: Phrase("Keadaan", "State")
        case .actions: Phrase("Tindakan", "Actions")
        case .reason: Phrase("Alasan", "Reason")
        case .reasonHint:
            Phrase(
                "3 sampai 500 huruf; menjadi bagian dari catatan keputusan.",
                "3 to 500 characters; part of the decision record.")
        case .note: Phrase("Catatan", "Note")
        case .officer: Phrase("Petugas", "Officer")
        case .post: Phrase("Pos", "Post")
        case .allPosts: Phrase("semua pos", "all posts")
        case .number: Phrase("Jumlah", "Number")
        case .language: Phrase("Bahasa", "Language")
        case .theme: Phrase("Tampilan", "Appearance")
        case .themeLight: Phrase("Terang", "Light")
        case .themeDark: Phrase("Gelap", "Dark")
        case .themeAuto: Phrase("Mengikuti perangkat", "As the device")
        case .from: Phrase("Dari", "From")
        case .to: Phrase("Ke", "To")
        case .filter: Phrase("Saring", "Filter")
        case .sortBy: Phrase("Urutkan menurut", "Sort by")
        case .total: Phrase("Jumlah seluruhnya", "Total")
        case .more: Phrase("selengkapnya", "more")
        case .less: Phrase("ringkas", "less")
        case .version: Phrase("Versi", "Version")
        }
    }
}
