// SPDX-License-Identifier: Apache-2.0

/// Words of what becomes of a picture that is to be enrolled, and what to do about it.
enum GalleryWords {
    static let intake: [String: Phrase] = [
        "enrolled": Phrase("terdaftar", "enrolled"),
        "known": Phrase("sudah terdaftar", "enrolled before"),
        "described-again": Phrase(
            "sudah terdaftar; dijelaskan lagi dengan model yang dipakai",
            "enrolled before; described again by the models in use"),
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

    static let refusal: [String: Phrase] = [
        "no-engine": Phrase(
            "mesin pengenal wajah belum terpasang di peladen; jalankan scripts/face-engine.sh",
            "the face engine is not installed on the server: run scripts/face-engine.sh"),
        "no-picture": Phrase("pilih paling sedikit satu gambar", "choose at least one picture"),
        "too-many-at-once": Phrase(
            "terlalu banyak sekaligus; paling banyak dua belas", "too many at once: twelve at most"),
        "nothing-to-merge": Phrase(
            "kurang dari dua gambar oleh model yang sama", "fewer than two pictures by the same models"),
        "unlike": Phrase(
            "satu gambar tidak mirip yang lain dan mungkin menunjukkan orang lain; musnahkan yang salah dahulu",
            "one picture is unlike the others and may show somebody else: destroy the wrong one first"),
        "gone": Phrase("gambar itu sudah tidak ada", "the pictures are gone already"),
    ]

    static let level: [String: Phrase] = [
        "good": Phrase("baik", "good"), "fair": Phrase("cukup", "fair"), "weak": Phrase("lemah", "weak"),
    ]

    static let forgetting: [String: Phrase] = [
        "wrong-person": Phrase("gambar orang lain", "it shows somebody else"),
        "poor-picture": Phrase("gambar buruk", "it is a poor picture"),
        "replaced": Phrase("diganti gambar yang lebih baik", "a better one takes its place"),
        "basis-ended": Phrase("dasarnya telah berakhir", "what it rested on has ended"),
        "request": Phrase("atas permintaan orangnya", "the person asked for it"),
    ]
}
