// SPDX-License-Identifier: Apache-2.0

/// Tables of codes: what was shipped, and an installation's own rows over it.
public enum TableText: String, ScreenText {
    case menu, title, lead, rows, ownRows, inForce, find, findHint, ownOnly, none, noOwn
    case origin, add, correct, addLead, save, saved, withdraw, withdrawLead, submitWithdraw, withdrawn
    case returnToShipped, returnLead, submitReturn, returned, shippedRow, column, shippedValue, ownValue
    case export, importTitle, importLead, file, fileHint, preview, previewTitle, nothingNew, added, changed, refused
    case unchanged, line, take, taken, before, after, other
    case history, historyNone, undo, undone, undoLead, act, page, noAccess, again, changedSince

    public var phrase: Phrase {
        switch self {
        case .menu: Phrase("Tabel kode", "Code tables")
        case .title: Phrase("Tabel kode", "Code tables")
        case .lead:
            Phrase(
                "Pelabuhan, pengangkut, negara, dan wilayah: baris bawaan, dan baris kantor ini di atasnya.",
                "Ports, carriers, countries and regions: the shipped rows, and this office's own over them.")
        case .rows: Phrase("Baris berlaku", "Rows in force")
        case .ownRows: Phrase("Baris sendiri", "Own rows")
        case .inForce: Phrase("Berlaku", "In force")
        case .find: Phrase("Cari kode atau nama", "Find a code or name")
        case .findHint: Phrase("Misalnya CGK, Batam, SGP", "For example CGK, Batam, SGP")
        case .ownOnly: Phrase("hanya baris sendiri", "own rows only")
        case .none:
            Phrase(
                "Tidak ada baris yang cocok. Hapus kata pencarian, atau tambahkan barisnya.",
                "No row fits. Clear the search, or add the row.")
        case .noOwn:
            Phrase("Belum ada baris sendiri di tabel ini.", "This table has no own rows yet.")
        case .origin: Phrase("Asal", "Origin")
        case .add: Phrase("Tambah baris", "Add a row")
        case .correct: Phrase("Betulkan baris", "Correct the row")
        case .addLead:
            Phrase(
                "Berlaku untuk pesan berikutnya tanpa mulai ulang; perjalanan mendatang di pelabuhan itu diolah ulang.",
                "In force for the next message without a restart; coming voyages at that port are screened anew.")
        case .save: Phrase("Simpan baris", "Save the row")
        case .saved: Phrase("Baris disimpan", "The row is saved")
        case .withdraw: Phrase("Cabut baris", "Withdraw the row")
        case .withdrawLead:
            Phrase(
                "Kode ini tidak dikenal lagi di kantor ini. Riwayat dan baris bawaannya tetap ada.",
                "The code is no longer known at this office. Its history and the shipped row stay.")
        case .submitWithdraw: Phrase("Cabut", "Withdraw")
        case .withdrawn: Phrase("Baris dicabut", "The row is withdrawn")
        case .returnToShipped: Phrase("Kembali ke baris bawaan", "Return to the shipped row")
        case .returnLead:
            Phrase(
                "Pembetulan atau pencabutan kantor ini dilepas.", "This office's correction or withdrawal is given up.")
        case .submitReturn: Phrase("Kembalikan", "Return")
        case .returned: Phrase("Baris bawaan berlaku lagi", "The shipped row is in force again")
        case .shippedRow: Phrase("Baris bawaan", "Shipped row")
        case .column: Phrase("Kolom", "Column")
        case .shippedValue: Phrase("Bawaan", "Shipped")
        case .ownValue: Phrase("Berlaku", "In force")
        case .export: Phrase("Unduh CSV", "Download CSV")
        case .importTitle: Phrase("Masukkan CSV", "Import a CSV")
        case .importLead:
            Phrase(
                "Baris baru ditambahkan, baris berbeda dibetulkan; kode yang tidak ada di berkas tetap. Pratinjau dahulu.",
                "New rows are added, differing ones corrected; codes that the file does not name stay. A preview comes first."
            )
        case .file: Phrase("Berkas CSV", "CSV file")
        case .fileHint:
            Phrase(
                "UTF-8, baris pertama nama kolom seperti pada unduhan, paling besar 2 MiB",
                "UTF-8, column names in the first line as in the download, at most 2 MiB")
        case .preview: Phrase("Pratinjau", "Preview")
        case .previewTitle: Phrase("Yang akan berubah", "What would change")
        case .nothingNew:
            Phrase(
                "Berkas ini tidak membawa hal baru. Periksa baris yang ditolak, jika ada.",
                "The file says nothing new. Check the refused rows, if any.")
        case .added: Phrase("Ditambahkan", "Added")
        case .changed: Phrase("Dibetulkan", "Corrected")
        case .refused: Phrase("Ditolak", "Refused")
        case .unchanged: Phrase("Sama", "Unchanged")
        case .line: Phrase("Baris", "Line")
        case .take: Phrase("Terapkan", "Apply")
        case .taken: Phrase("Baris diterapkan", "Rows applied")
        case .before: Phrase("Sebelum", "Before")
        case .after: Phrase("Sesudah", "After")
        case .other: Phrase("lainnya", "more")
        case .history: Phrase("Riwayat perubahan", "History of changes")
        case .historyNone: Phrase("Belum ada perubahan.", "No change yet.")
        case .undo: Phrase("Batalkan perubahan", "Take the change back")
        case .undone: Phrase("Perubahan dibatalkan", "The change is taken back")
        case .undoLead:
            Phrase(
                "Dapat dibatalkan selama kodenya belum diubah lagi.",
                "Can be taken back as long as its codes were not changed again.")
        case .act: Phrase("Perubahan", "Change")
        case .page: Phrase("Halaman", "Page")
        case .noAccess:
            Phrase(
                "Perubahan dilakukan administrator atau teknisi pesan.",
                "Administrators and intake engineers make changes.")
        case .again:
            Phrase(
                "Tabel berubah sejak pratinjau. Ini pratinjau barunya; periksa, lalu terapkan.",
                "The table changed since the preview. This is the new one; check it, then apply.")
        case .changedSince:
            Phrase(
                "Salah satu kodenya sudah diubah lagi; batalkan perubahan yang lebih baru dahulu.",
                "One of its codes was changed again; take the newer change back first.")
        }
    }
}
