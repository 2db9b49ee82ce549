// SPDX-License-Identifier: Apache-2.0

/// The pages that take an operator's passenger list.
public enum ManifestText: String, ScreenText {
    case menu, title, lead, leastData, file, fileHint, paste, pasteHint, operatorName, operatorHint, run
    case layouts, noLayouts, version, columns, rememberedBy, check, ready, missing, voyage, mode, ship, imo, number
    case plate, from, to, departure, arrival, timeHint, table, header, noHeader, column, takenFor, notTaken, order
    case askOrder, preview, line, update, next, discard, discarded, notTravellers, oddCells, reason, wrong, right,
        inCell
    case confirm, replaces, standsAlone, added, removed, changed, unchanged, sameList, intent, replace, add, remember
    case submit, submitted, another, result, openVoyage, nothingOdd, more, back, expired, rowGood, rowOdd, rowNone
    case namesHidden, layoutKept, firstList, recognised

    public var phrase: Phrase {
        switch self {
        case .menu: Phrase("Manifes dari berkas", "Manifest from a file")
        case .title: Phrase("Manifes dari berkas", "Manifest from a file")
        case .lead:
            Phrase(
                "Jatuhkan daftar penumpang dari operator feri atau pos darat, atau tempel dari lembar kerja. Kolomnya dikenali, Anda yang memastikan.",
                "Drop the passenger list of a ferry operator or land post, or paste it from a spreadsheet. Its columns are recognised; you confirm."
            )
        case .leastData:
            Phrase(
                "Hanya kolom yang dipakai yang disimpan. Kolom lain tidak pernah masuk.",
                "Only the columns that are used are stored. Others never enter.")
        case .file: Phrase("Berkas (CSV atau teks)", "File (CSV or text)")
        case .fileHint:
            Phrase(
                "Koma, titik koma, tab, atau garis tegak; paling besar 2 MiB. Boleh dijatuhkan di sini.",
                "Comma, semicolon, tab or bar; at most 2 MiB. May be dropped here.")
        case .paste: Phrase("Atau tempel dari lembar kerja", "Or paste from a spreadsheet")
        case .pasteHint: Phrase("Sertakan baris judul kolomnya.", "Include the row of headings.")
        case .operatorName: Phrase("Operator", "Operator")
        case .operatorHint:
            Phrase(
                "Kode atau nama; tata letak daftarnya diingat.", "Code or name; the layout of its list is remembered.")
        case .run: Phrase("Baca daftar", "Read the list")
        case .layouts: Phrase("Tata letak yang diingat", "Layouts remembered")
        case .noLayouts:
            Phrase(
                "Belum ada. Tata letak diingat saat daftar pertama sebuah operator diserahkan.",
                "None yet. A layout is remembered when an operator's first list is handed in.")
        case .version: Phrase("Versi", "Version")
        case .columns: Phrase("Kolom yang diambil", "Columns taken")
        case .rememberedBy: Phrase("Oleh", "By")
        case .check: Phrase("Periksa daftar", "Check the list")
        case .ready: Phrase("Daftar siap diserahkan.", "The list is ready to be handed in.")
        case .missing: Phrase("Yang masih kurang", "What is still missing")
        case .voyage: Phrase("Perjalanan", "Voyage")
        case .mode: Phrase("Lewat", "By")
        case .ship: Phrase("Nama kapal", "Ship's name")
        case .imo: Phrase("Nomor IMO", "IMO number")
        case .number: Phrase("Nomor perjalanan", "Voyage number")
        case .plate: Phrase("Nomor polisi", "Number plate")
        case .from: Phrase("Dari", "From")
        case .to: Phrase("Tujuan", "To")
        case .departure: Phrase("Berangkat", "Departure")
        case .arrival: Phrase("Tiba", "Arrival")
        case .timeHint: Phrase("Waktu setempat pelabuhan", "Local time of the port")
        case .table: Phrase("Kolom dan pratinjau", "Columns and preview")
        case .header: Phrase("Baris judul", "Heading row")
        case .noHeader: Phrase("tanpa judul", "no heading")
        case .column: Phrase("Kolom", "Column")
        case .takenFor: Phrase("diambil sebagai", "taken for")
        case .notTaken: Phrase("– tidak diambil –", "– not taken –")
        case .order: Phrase("Urutan tanggal", "Order of dates")
        case .askOrder: Phrase("– pilih urutan –", "– choose the order –")
        case .preview: Phrase("Pratinjau baris pertama", "Preview of the first rows")
        case .line: Phrase("Baris", "Line")
        case .update: Phrase("Perbarui pratinjau", "Update the preview")
        case .next: Phrase("Lanjut", "Continue")
        case .discard: Phrase("Buang daftar ini", "Discard this list")
        case .discarded:
            Phrase("Daftar dibuang; tidak ada yang disimpan.", "The list was discarded; nothing was stored.")
        case .notTravellers: Phrase("Baris yang bukan penumpang", "Rows that are no travellers")
        case .oddCells: Phrase("Sel yang perlu dilihat", "Cells to look at")
        case .reason: Phrase("Alasan", "Reason")
        case .wrong: Phrase("Yang salah", "What is wrong")
        case .right: Phrase("Yang benar", "What would be right")
        case .inCell: Phrase("Isi sel", "The cell")
        case .confirm: Phrase("Pastikan dan serahkan", "Confirm and hand in")
        case .replaces: Phrase("Menggantikan daftar sebelumnya", "Takes the place of an earlier list")
        case .standsAlone: Phrase("Berdiri di samping daftar sebelumnya", "Stands beside earlier lists")
        case .added: Phrase("Bertambah", "Added")
        case .removed: Phrase("Hilang", "Removed")
        case .changed: Phrase("Berubah", "Changed")
        case .unchanged: Phrase("Tetap", "Unchanged")
        case .sameList:
            Phrase(
                "Daftar ini sama dengan yang sudah diterima; tidak ada yang perlu diserahkan.",
                "This list is the same as the one taken before; there is nothing to hand in.")
        case .intent: Phrase("Terhadap daftar sebelumnya", "Towards the earlier list")
        case .replace:
            Phrase(
                "Menggantikan: yang tidak tercantum lagi ditarik",
                "Replace it: whoever is no longer listed is withdrawn")
        case .add: Phrase("Menambah: daftar sebelumnya tetap", "Add to it: the earlier list stays")
        case .remember: Phrase("Ingat tata letak ini untuk operator", "Remember this layout for the operator")
        case .submit: Phrase("Serahkan daftar", "Hand in the list")
        case .submitted: Phrase("Daftar diterima dan tersimpan.", "The list was taken and stored.")
        case .another: Phrase("Serahkan daftar lain", "Hand in another list")
        case .result: Phrase("Hasil", "Result")
        case .openVoyage: Phrase("Buka perjalanan", "Open the voyage")
        case .nothingOdd: Phrase("Tidak ada yang janggal.", "Nothing is odd.")
        case .more: Phrase("dan lainnya", "and more")
        case .back: Phrase("Kembali ke kolom", "Back to the columns")
        case .expired:
            Phrase(
                "Daftar ini sudah tidak dipegang. Serahkan berkasnya lagi.",
                "This list is no longer held. Hand in the file again.")
        case .rowGood: Phrase("terbaca", "read")
        case .rowOdd: Phrase("perlu dilihat", "look at it")
        case .rowNone: Phrase("bukan penumpang", "no traveller")
        case .namesHidden:
            Phrase("Nama tidak ditampilkan untuk tujuan ini.", "Names are not shown under this purpose.")
        case .layoutKept: Phrase("Tata letak diingat, versi", "Layout remembered, version")
        case .firstList:
            Phrase(
                "Daftar pertama operator ini untuk perjalanan ini.", "The operator's first list for this voyage.")
        case .recognised: Phrase("Tata letak operator dikenali, versi", "The operator's layout was recognised, version")
        }
    }
}
