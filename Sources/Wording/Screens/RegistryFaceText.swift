// SPDX-License-Identifier: Apache-2.0

/// Comparing a face with the civil registry's photograph at a post.
public enum RegistryFaceText: String, ScreenText {
    case title, leadSends, leadFetches, picture, source, person, chip, ask, askHere
    case word, figure, noRates, ours, notKept, notAsked, noNumber, noPicture

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Foto catatan sipil", "The civil registry's photograph")
        case .leadSends:
            Phrase(
                "Gambar yang Anda pilih dikirim bersama NIK kepada layanan catatan sipil, yang membandingkannya dengan fotonya sendiri. Memakai satu jatah hari ini.",
                "The picture that you choose is sent with the identity number to the civil registry's service, which compares it with its own photograph. It takes one of today's quota."
            )
        case .leadFetches:
            Phrase(
                "Foto diminta dari layanan catatan sipil menurut NIK dan dibandingkan di sini; gambar Anda tidak dikirim. Memakai satu jatah hari ini.",
                "The photograph is asked of the civil registry's service by the identity number and compared here; your picture is not sent. It takes one of today's quota."
            )
        case .picture: Phrase("Gambar yang dibandingkan", "The picture to compare")
        case .source: Phrase("Gambar ini", "This picture is")
        case .person: Phrase("foto orang di pos ini", "of the person at this post")
        case .chip: Phrase("foto dari cip paspor", "the photograph of the passport's chip")
        case .ask: Phrase("Tanyakan kepada catatan sipil", "Ask the civil registry")
        case .askHere: Phrase("Ambil foto dan bandingkan", "Fetch the photograph and compare")
        case .word: Phrase("Kata catatan sipil", "The registry's word")
        case .figure: Phrase("Angka dari catatan sipil", "The registry's figure")
        case .noRates:
            Phrase(
                "Ini jawaban catatan sipil, bukan perbandingan Cermat. Seberapa sering jawaban itu keliru, dan apa arti angkanya, tidak disampaikan layanan itu. Lihat sendiri wajah dan dokumennya.",
                "This is the registry's answer and not a comparison by Cermat. How often that answer is wrong, and what its figure means, the service does not tell. Look at the face and the document yourself."
            )
        case .ours:
            Phrase(
                "Dibandingkan oleh Cermat dengan foto yang baru saja diberikan catatan sipil.",
                "Compared by Cermat with the photograph that the registry has just given.")
        case .notKept:
            Phrase(
                "Kedua gambar sudah dibuang; tidak ada yang disimpan atau ditampilkan.",
                "Both pictures are gone; none is kept or shown.")
        case .notAsked: Phrase("Tidak ada jawaban", "There is no answer")
        case .noNumber:
            Phrase(
                "NIK orang ini tidak diketahui, jadi foto tidak dapat ditanyakan.",
                "The identity number of this person is not known, so no photograph can be asked for.")
        case .noPicture: Phrase("Pilih gambar yang dibandingkan.", "Choose the picture to compare.")
        }
    }
}
