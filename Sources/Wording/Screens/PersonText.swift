// SPDX-License-Identifier: Apache-2.0

/// A person across journeys.
public enum PersonText: String, ScreenText {
    case title, lead, none, gathering, why, split, merge, undo, undoLead, differentSaid, recorded, undone
    case sameDocument, renewedDocument, slippedDocument, nameAgrees, birthAgrees, throughAnother

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Orang yang sama", "The same person")
        case .lead:
            Phrase(
                "Dikumpulkan dari dokumen, nama, dan tanggal lahir, juga bila paspor diganti atau ejaan berubah.",
                "Gathered from documents, names and birth dates, also over renewed passports and changed spellings.")
        case .none: Phrase("Perjalanan lain orang ini belum diketahui.", "No other journey of this person is known.")
        case .gathering:
            Phrase(
                "Perjalanan lain orang ini belum dikumpulkan. Muat ulang halaman ini sebentar lagi.",
                "The other journeys of this person are not gathered yet. Reload this page in a moment.")
        case .why: Phrase("Mengapa", "Why")
        case .split: Phrase("Bukan orang yang sama", "Not the same person")
        case .merge: Phrase("Orang yang sama", "The same person")
        case .undo: Phrase("Batalkan", "Undo")
        case .undoLead: Phrase("Ditetapkan petugas", "Said by officers")
        case .differentSaid: Phrase("dinyatakan orang lain", "said to be somebody else")
        case .recorded: Phrase("Penetapan dicatat; dapat dibatalkan.", "It is recorded, and can be undone.")
        case .undone: Phrase("Penetapan dibatalkan.", "It is taken back.")
        case .sameDocument: Phrase("dokumen sama", "same document")
        case .renewedDocument: Phrase("dokumen diperbarui", "renewed document")
        case .slippedDocument: Phrase("nomor dokumen mirip", "document number a slip away")
        case .nameAgrees: Phrase("nama cocok", "name agrees")
        case .birthAgrees: Phrase("tanggal lahir cocok", "birth date agrees")
        case .throughAnother: Phrase("lewat perjalanan lain", "through another journey")
        }
    }
}
