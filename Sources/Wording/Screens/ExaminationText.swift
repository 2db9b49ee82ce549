// SPDX-License-Identifier: Apache-2.0

/// What an examination came to.
public enum ExaminationText: String, ScreenText {
    case title, record, result, nothingFound, found, missed, notExamined, whyNot, goods, goodsCode, quantity, unit
    case unitHint, addGoods, submit, saved, none

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Pemeriksaan", "Examination")
        case .record: Phrase("Catat hasil pemeriksaan", "Record the examination")
        case .result: Phrase("Hasil", "Result")
        case .nothingFound: Phrase("Tidak ditemukan apa-apa", "Nothing found")
        case .found: Phrase("Ditemukan barang", "Goods found")
        case .missed: Phrase("Terlewat: sudah pergi", "Missed: already gone")
        case .notExamined: Phrase("Tidak diperiksa", "Not examined")
        case .whyNot: Phrase("Mengapa tidak diperiksa", "Why not examined")
        case .goods: Phrase("Barang", "Goods")
        case .goodsCode: Phrase("Jenis barang", "Kind of goods")
        case .quantity: Phrase("Banyaknya", "Quantity")
        case .unit: Phrase("Satuan", "Unit")
        case .unitHint: Phrase("g, kg, butir, batang, ekor, USD …", "g, kg, tablets, sticks, animals, USD …")
        case .addGoods: Phrase("Tambah barang", "Add goods")
        case .submit: Phrase("Simpan pemeriksaan", "Save the examination")
        case .saved: Phrase("Pemeriksaan dicatat atas nama Anda.", "The examination is recorded in your name.")
        case .none: Phrase("Belum ada pemeriksaan.", "No examination yet.")
        }
    }
}
