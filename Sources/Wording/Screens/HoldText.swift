// SPDX-License-Identifier: Apache-2.0

/// Legal holds: what is kept beyond its time, for which case.
public enum HoldText: String, ScreenText {
    case title, lead, none, elsewhere, caseNumber, caseHint, reviewOn, reviewOver, whole, place, placeHere, placeLead
    case placed, lift, lifted, liftHint, needsSecond, voyageNumber, travellerNumber, standing

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Penangguhan penghapusan", "Legal holds")
        case .lead:
            Phrase(
                "Selama ditangguhkan, pesan, kecocokan dan putusan perjalanan itu tidak disamarkan dan tidak dimusnahkan.",
                "While a hold stands, the messages, hits and decisions of its voyage are neither depersonalised nor destroyed."
            )
        case .none: Phrase("Tidak ada penangguhan yang berlaku.", "No hold stands.")
        case .elsewhere: Phrase("Berlaku di pos lain", "Standing at other posts")
        case .caseNumber: Phrase("Nomor perkara", "Case number")
        case .caseHint: Phrase("3 sampai 64 huruf.", "3 to 64 characters.")
        case .reviewOn: Phrase("Tinjau kembali pada", "Review on")
        case .reviewOver: Phrase("perlu ditinjau", "review is due")
        case .whole: Phrase("seluruh perjalanan", "the whole voyage")
        case .place: Phrase("Tangguhkan penghapusan", "Place a hold")
        case .placeHere: Phrase("Tangguhkan dengan nomor catatan", "Place a hold by record number")
        case .placeLead:
            Phrase(
                "Pesan memuat banyak orang, jadi seluruh perjalanan ikut disimpan.",
                "Messages name many people, so the whole voyage is kept.")
        case .placed: Phrase("Penangguhan dicatat atas nama Anda.", "The hold is recorded in your name.")
        case .lift: Phrase("Akhiri penangguhan", "Lift the hold")
        case .lifted:
            Phrase(
                "Penangguhan diakhiri; retensi berikutnya memperlakukan data menurut umurnya.",
                "The hold is lifted; the next retention run treats the data by their age.")
        case .liftHint:
            Phrase(
                "Data yang sudah lewat waktunya dimusnahkan malam ini juga.",
                "Data past their time are destroyed this very night.")
        case .needsSecond:
            Phrase(
                "Harus diakhiri oleh orang lain daripada yang menangguhkan.",
                "Somebody other than who placed it must lift it.")
        case .voyageNumber: Phrase("Nomor catatan perjalanan", "Record number of the voyage")
        case .travellerNumber: Phrase("Nomor catatan penumpang", "Record number of the traveller")
        case .standing: Phrase("Penangguhan berlaku", "Holds that stand")
        }
    }
}
