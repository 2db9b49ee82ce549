// SPDX-License-Identifier: Apache-2.0

/// Words of passenger lists made by hand: columns, why they are taken for something, odd cells and what would be right.
enum ManifestWords {
    static let field: [String: Phrase] = [
        "full-name": Phrase("nama lengkap", "full name"),
        "surname": Phrase("nama keluarga", "surname"),
        "given": Phrase("nama depan", "given names"),
        "birth-date": Phrase("tanggal lahir", "birth date"),
        "birth-place": Phrase("tempat lahir", "birth place"),
        "birth-place-and-date": Phrase("tempat dan tanggal lahir", "birth place and date"),
        "sex": Phrase("jenis kelamin", "sex"),
        "title": Phrase("sapaan (Tn, Ny, Mr)", "title (Mr, Mrs)"),
        "nationality": Phrase("kewarganegaraan", "nationality"),
        "document-type": Phrase("jenis dokumen", "document type"),
        "document-number": Phrase("nomor dokumen", "document number"),
        "document-issuer": Phrase("negara penerbit", "issuing country"),
        "document-expiry": Phrase("berlaku sampai", "valid until"),
        "nik": Phrase("NIK", "NIK"),
        "seat": Phrase("kursi", "seat"),
        "deck": Phrase("dek", "deck"),
        "role": Phrase("penumpang atau awak", "passenger or crew"),
        "voyage-number": Phrase("nomor perjalanan", "voyage number"),
        "conveyance": Phrase("nama kapal", "ship's name"),
        "imo": Phrase("nomor IMO", "IMO number"),
        "plate": Phrase("nomor polisi", "number plate"),
        "from": Phrase("dari", "from"),
        "to": Phrase("tujuan", "to"),
        "departure": Phrase("tanggal berangkat", "departure date"),
        "departure-time": Phrase("jam berangkat", "departure time"),
        "arrival": Phrase("tanggal tiba", "arrival date"),
        "arrival-time": Phrase("jam tiba", "arrival time"),
    ]

    static let ground: [String: Phrase] = [
        "header-and-content": Phrase("judul kolom dikenal dan isinya cocok", "the heading is known and the cells fit"),
        "header": Phrase("judul kolom dikenal", "the heading is known"),
        "header-against-content": Phrase(
            "judul kolom dikenal, tetapi kebanyakan isinya tidak cocok",
            "the heading is known, but most cells do not fit"),
        "content": Phrase("isinya cocok, judulnya tidak dikenal", "the cells fit, the heading is not known"),
        "not-needed": Phrase("dikenal, tidak diperlukan: tidak diambil", "known, not needed: not taken"),
        "row-numbers": Phrase("nomor urut baris", "row numbers"),
        "other-is-better": Phrase("kolom lain lebih cocok", "another column fits better"),
        "empty": Phrase("kolom kosong", "empty column"),
        "unknown": Phrase("tidak dikenal: tidak diambil", "not known: not taken"),
        "remembered": Phrase("diingat dari daftar operator ini", "remembered from this operator's lists"),
        "chosen": Phrase("dipilih petugas", "chosen by the officer"),
    ]

    static let dateEvidence: [String: Phrase] = [
        "not-needed": Phrase("tidak ada yang bermakna ganda", "nothing can be read in two ways"),
        "cells": Phrase("dipastikan oleh isi kolom", "settled by the cells"),
        "header": Phrase("dipastikan oleh judul kolom", "settled by the heading"),
        "nik": Phrase("dipastikan oleh NIK di baris yang sama", "settled by the NIK of the same rows"),
        "other-column": Phrase("sama dengan kolom tanggal lain", "as in another column of dates"),
        "remembered": Phrase("diingat dari daftar operator ini", "remembered from this operator's lists"),
        "chosen": Phrase("dipilih petugas", "chosen by the officer"),
        "conflict": Phrase(
            "isi kolom bertentangan: sebagian hari dulu, sebagian bulan dulu",
            "the cells disagree: some day first, some month first"),
        "none": Phrase("hari dan bulan tidak dapat dibedakan", "day and month cannot be told apart"),
    ]

    static let dateOrder: [String: Phrase] = [
        "day-first": Phrase("hari/bulan/tahun", "day/month/year"),
        "month-first": Phrase("bulan/hari/tahun", "month/day/year"),
        "year-first": Phrase("tahun/bulan/hari", "year/month/day"),
    ]

    /// What is wrong with a cell.
    static let problem: [String: Phrase] = [
        "date-unreadable": Phrase("bukan tanggal", "no date"),
        "date-impossible": Phrase("tanggal ini tidak ada", "there is no such day"),
        "date-undecided": Phrase("hari atau bulan dulu?", "day or month first?"),
        "birth-in-future": Phrase("lahir setelah hari ini", "born after today"),
        "birth-too-long-ago": Phrase("lahir lebih dari 120 tahun lalu", "born more than 120 years ago"),
        "time-unreadable": Phrase("bukan jam", "no time"),
        "spreadsheet-error": Phrase("tanda galat lembar kerja", "an error mark of the spreadsheet"),
        "number-rounded": Phrase("angka dibulatkan lembar kerja", "a number that the spreadsheet rounded"),
        "nik-length": Phrase("bukan 16 angka", "not 16 digits"),
        "nik-impossible": Phrase("NIK tidak mungkin", "an impossible NIK"),
        "nik-last-digit": Phrase("angka terakhir mungkin hilang", "the last digit may be lost"),
        "nik-birth-differs": Phrase("berbeda dari NIK", "differs from the NIK"),
        "country-unknown": Phrase("negara tidak dikenal", "country not known"),
        "sex-unknown": Phrase("jenis kelamin tidak dikenal", "sex not known"),
        "document-type-unknown": Phrase("jenis dokumen tidak dikenal", "document type not known"),
        "role-unknown": Phrase("bukan penumpang atau awak", "neither passenger nor crew"),
        "document-short": Phrase("nomor terlalu pendek", "number too short"),
        "leading-zero-lost": Phrase("nol di depan mungkin hilang", "a leading zero may be lost"),
        "name-has-digits": Phrase("ada angka dalam nama", "digits in a name"),
        "name-missing": Phrase("nama kosong", "no name"),
        "port-unknown": Phrase("pelabuhan tidak dikenal", "port not known"),
        "ship-number-wrong": Phrase("nomor IMO tidak cocok", "IMO number does not check"),
        "cell-too-long": Phrase("isi terlalu panjang", "too much in one cell"),
        "quote-unclosed": Phrase("tanda kutip tidak ditutup", "a quote that is not closed"),
    ]

    /// What would be right.
    static let remedy: [String: Phrase] = [
        "date-unreadable": Phrase(
            "tulis seperti 31/12/1985 atau 1985-12-31", "write it as 31/12/1985 or 1985-12-31"),
        "date-impossible": Phrase("periksa hari dan bulan pada dokumen", "check day and month in the document"),
        "date-undecided": Phrase(
            "pilih urutan tanggal di kepala kolom", "choose the order of dates at the head of the column"),
        "birth-in-future": Phrase("tulis tahun dengan empat angka", "write the year with four digits"),
        "birth-too-long-ago": Phrase("periksa tahun pada dokumen", "check the year in the document"),
        "time-unreadable": Phrase("tulis seperti 14:30", "write it as 14:30"),
        "spreadsheet-error": Phrase(
            "lebarkan kolom atau perbaiki rumus, lalu ekspor lagi",
            "widen the column or mend the formula, then export again"),
        "number-rounded": Phrase(
            "jadikan kolom berformat Teks, ketik lagi nomornya, lalu ekspor lagi",
            "format the column as Text, type the number again, then export again"),
        "nik-length": Phrase("NIK terdiri atas 16 angka", "a NIK has 16 digits"),
        "nik-impossible": Phrase(
            "angka 7 sampai 12 adalah tanggal lahir (perempuan: hari + 40)",
            "digits 7 to 12 are the birth date (women: day + 40)"),
        "nik-last-digit": Phrase(
            "semua berakhir 0: jadikan kolom berformat Teks sebelum mengetik",
            "all end in 0: format the column as Text before typing"),
        "nik-birth-differs": Phrase("periksa keduanya pada dokumen", "check both in the document"),
        "country-unknown": Phrase("tulis IDN, ID, atau Indonesia", "write IDN, ID or Indonesia"),
        "sex-unknown": Phrase("tulis L atau P, M atau F", "write M or F, L or P"),
        "document-type-unknown": Phrase("tulis paspor, KTP, atau PLB", "write passport, identity card or border pass"),
        "role-unknown": Phrase("tulis penumpang atau awak", "write passenger or crew"),
        "document-short": Phrase("periksa nomor pada dokumen", "check the number in the document"),
        "leading-zero-lost": Phrase(
            "lebih pendek dari yang lain: jadikan kolom berformat Teks",
            "shorter than the others: format the column as Text"),
        "name-has-digits": Phrase("periksa apakah kolomnya benar", "check whether the column is the right one"),
        "name-missing": Phrase("isi nama seperti di dokumen", "fill in the name as in the document"),
        "port-unknown": Phrase(
            "tulis kode seperti IDBTC, atau nama pelabuhan", "write a code such as IDBTC, or the port's name"),
        "ship-number-wrong": Phrase("tujuh angka, yang terakhir angka periksa", "seven digits, the last a check digit"),
        "cell-too-long": Phrase("satu sel paling banyak 400 huruf", "at most 400 characters in a cell"),
        "quote-unclosed": Phrase("ekspor lagi dari lembar kerja", "export again from the spreadsheet"),
    ]

    static let row: [String: Phrase] = [
        "total": Phrase("baris jumlah", "a total"),
        "note": Phrase("tidak menyebut penumpang", "names no traveller"),
        "repeated-header": Phrase("judul kolom terulang", "the headings again"),
        "repeated": Phrase("penumpang yang sama sudah ada", "the same traveller stands above"),
    ]

    /// What keeps a list from being handed in, with what to do.
    static let list: [String: Phrase] = [
        "no-travellers": Phrase("tidak ada penumpang yang terbaca", "no traveller was read"),
        "no-names": Phrase(
            "pilih kolom nama atau nomor dokumen", "choose the column of names or of document numbers"),
        "operator-missing": Phrase("isi operator", "fill in the operator"),
        "mode-missing": Phrase("pilih laut, darat, atau udara", "choose sea, land or air"),
        "from-missing": Phrase("isi pelabuhan asal", "fill in where it comes from"),
        "to-missing": Phrase("isi pelabuhan tujuan", "fill in where it goes"),
        "time-missing": Phrase("isi waktu berangkat atau tiba", "fill in departure or arrival"),
        "dates-undecided": Phrase(
            "pilih urutan hari dan bulan pada kolom yang bertanda",
            "choose the order of day and month in the marked columns"),
        "same-port": Phrase("asal dan tujuan sama", "from and to are the same"),
    ]

    /// Why a file is no table.
    static let refusal: [String: Phrase] = [
        "empty": Phrase(
            "Tidak ada isi. Pilih berkas atau tempel isi tabel.",
            "There is nothing in it. Choose a file or paste a table."),
        "workbook": Phrase(
            "Ini buku kerja Excel. Simpan sebagai CSV, atau salin tabelnya dan tempel di sini.",
            "This is an Excel workbook. Save it as CSV, or copy the table and paste it here."),
        "not-text": Phrase(
            "Ini bukan teks. Simpan tabel sebagai CSV, atau tempel isinya.",
            "This is no text. Save the table as CSV, or paste it."),
        "too-large": Phrase("Berkas terlalu besar. Bagi per perjalanan.", "The file is too large. Split it by voyage."),
        "too-many-rows": Phrase(
            "Barisnya terlalu banyak. Bagi per perjalanan.", "There are too many rows. Split it by voyage."),
        "too-many-columns": Phrase(
            "Kolomnya terlalu banyak. Hapus kolom yang tidak diperlukan.",
            "There are too many columns. Take out those that are not needed."),
    ]
}
