// SPDX-License-Identifier: Apache-2.0

/// Words of what becomes of a picture that is to be enrolled, and what to do about it.
enum GalleryWords {
    static let intake: [String: Phrase] = [
        "enrolled": Phrase("terdaftar", "enrolled"),
        "known": Phrase("sudah terdaftar", "enrolled before"),
        "forgotten": Phrase(
            "gambar ini pernah dimusnahkan dan tidak didaftarkan lagi",
            "this picture was destroyed before and is not enrolled again"),
        "no-entry": Phrase("entri daftar pantau tidak ada", "there is no such watchlist entry"),
        "entry-ended": Phrase(
            "entri daftar pantau sudah dicabut atau berakhir; perbarui dahulu",
            "the watchlist entry was withdrawn or has expired: renew it first"),
        "gallery-full": Phrase(
            "galeri penuh; tunggu sampai entri lama berakhir", "the gallery is full: let old entries end first"),
        "too-many-pictures": Phrase(
            "entri ini sudah mempunyai gambar sebanyak batasnya; musnahkan satu dahulu",
            "the entry has as many pictures as it may: destroy one first"),
        "unreadable": Phrase("berkas tidak dapat dibaca", "the file cannot be read"),
    ].merging(picture) { own, _ in own }

    /// What speaks against a picture with what to do about it, and why one is not read.
    private static let picture = PictureWords.picture.merging(
        PictureWords.reason.map { code, reason in
            let advice = PictureWords.advice[code] ?? Phrase("", "")
            return (
                code,
                Phrase(reason.indonesian + ". " + advice.indonesian, reason.english + ". " + advice.english)
            )
        }, uniquingKeysWith: { own, _ in own })

    static let forgetting: [String: Phrase] = [
        "wrong-person": Phrase("gambar orang lain", "it shows somebody else"),
        "poor-picture": Phrase("gambar buruk", "it is a poor picture"),
        "replaced": Phrase("diganti gambar yang lebih baik", "a better one takes its place"),
        "basis-ended": Phrase("dasarnya telah berakhir", "what it rested on has ended"),
        "request": Phrase("atas permintaan orangnya", "the person asked for it"),
    ]
}
