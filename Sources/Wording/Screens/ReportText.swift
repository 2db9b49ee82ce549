// SPDX-License-Identifier: Apache-2.0

/// The signed reports of retention.
public enum ReportText: String, ScreenText {
    case title, lead, kind, run, rehearsal, namesGone, voyagesGone, facesGone, keysGone, signature, signed, forged

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Laporan retensi", "Retention reports")
        case .lead:
            Phrase(
                "Setiap pelaksanaan meninggalkan laporan bertanda tangan di folder retention; tidak memuat data pribadi.",
                "Each run leaves a signed report in the folder retention; it holds no personal data.")
        case .kind: Phrase("Jenis", "Kind")
        case .run: Phrase("pelaksanaan", "run")
        case .rehearsal: Phrase("geladi", "rehearsal")
        case .namesGone: Phrase("Perjalanan kehilangan nama", "Voyages without names")
        case .voyagesGone: Phrase("Perjalanan dimusnahkan", "Voyages destroyed")
        case .facesGone: Phrase("Wajah dimusnahkan", "Faces destroyed")
        case .keysGone: Phrase("Kunci dimusnahkan", "Keys destroyed")
        case .signature: Phrase("Tanda tangan", "Signature")
        case .signed: Phrase("sah", "holds")
        case .forged: Phrase("tidak sah", "does not hold")
        }
    }
}
