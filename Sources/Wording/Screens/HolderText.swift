// SPDX-License-Identifier: Apache-2.0

/// The one at the counter against a photograph of whom they say they are.
public enum HolderText: String, ScreenText {
    case title, lead, probe, probeHint, document, documentHint, compare, same, different, inconclusive, falseMatch,
        falseNonMatch, decide
    case noPhotograph, uncalibrated, unusableProbe, unusableDocument, unusableRegistry, noEngine, noPicture

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Wajah pemegang", "The holder's face")
        case .lead:
            Phrase(
                "Bandingkan orang di depan Anda dengan foto catatan sipil atau foto paspornya. Foto tidak disimpan.",
                "Compare whoever stands before you with the registry's or their passport's photograph. No picture is kept."
            )
        case .probe: Phrase("Foto orang di pos ini", "Picture of the person at this post")
        case .probeHint:
            Phrase("JPEG atau PNG, satu wajah, dari depan.", "JPEG or PNG, one face, from the front.")
        case .document: Phrase("Foto dari cip atau halaman dokumen", "Picture of the document's chip or page")
        case .documentHint:
            Phrase(
                "Kosongkan untuk membandingkan dengan foto yang terdaftar.",
                "Leave empty to compare with the photograph on record.")
        case .compare: Phrase("Bandingkan", "Compare")
        case .same: Phrase("Orang yang sama", "The same person")
        case .different: Phrase("Orang yang berbeda", "Different persons")
        case .inconclusive: Phrase("Tidak dapat dipastikan", "The pictures decide nothing")
        case .falseMatch: Phrase("Dua orang berbeda terbaca sama", "Two persons read as the same")
        case .falseNonMatch: Phrase("Satu orang terbaca berbeda", "One person read as different")
        case .decide:
            Phrase(
                "Hasil ini bukan keputusan: lihat sendiri kedua wajah dan dokumennya.",
                "This is no decision: look at both faces and the document yourself.")
        case .noPhotograph:
            Phrase(
                "Tidak ada foto orang ini yang terdaftar. Pakai foto dari cip atau halaman dokumen.",
                "There is no photograph of this person on record. Use the picture of the chip or page.")
        case .uncalibrated:
            Phrase(
                "Galat mesin untuk foto di pos belum diukur: tidak ada jawaban. Minta teknisi menaruh kalibrasi holder-at-post.",
                "The engine's errors on pictures at posts are not measured: there is no answer. Ask the engineer for a calibration of holder-at-post."
            )
        case .unusableProbe: Phrase("Foto di pos tidak dapat dipakai", "The picture at the post cannot be used")
        case .unusableDocument: Phrase("Foto dokumen tidak dapat dipakai", "The document's picture cannot be used")
        case .unusableRegistry:
            Phrase("Foto catatan sipil tidak dapat dipakai", "The registry's photograph cannot be used")
        case .noEngine:
            Phrase(
                "Mesin pengenal wajah belum terpasang di peladen: jalankan scripts/face-engine.sh.",
                "The face engine is not installed on the server: run scripts/face-engine.sh.")
        case .noPicture: Phrase("Pilih foto orang di pos ini.", "Choose a picture of the person at this post.")
        }
    }
}
