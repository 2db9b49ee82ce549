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
        "no-face": Phrase(
            "tidak ada wajah; gunakan gambar yang memuat seluruh wajah",
            "no face was found: use a picture that shows the whole face"),
        "several-faces": Phrase(
            "ada beberapa wajah; potong gambar sehingga hanya wajah yang dimaksud tersisa",
            "several faces were found: cut out the one that is meant"),
        "eyes-too-close": Phrase(
            "wajah terlalu kecil; gunakan gambar dari jarak dekat atau aslinya",
            "the face is too small: use a picture taken nearer, or the original instead of a copy"),
        "turned-aside": Phrase(
            "wajah menoleh; gunakan gambar yang menghadap kamera",
            "the head is turned aside: use a picture that looks into the camera"),
        "nodding": Phrase(
            "wajah menengadah atau menunduk; gunakan gambar setinggi mata",
            "the head is raised or lowered: use a picture at eye level"),
        "leaning": Phrase("kepala miring; tegakkan gambar", "the head leans: turn the picture upright"),
        "blurred": Phrase("wajah kabur; gunakan gambar yang lebih tajam", "the face is blurred: use a sharper picture"),
        "too-dark": Phrase(
            "wajah terlalu gelap; gunakan gambar dengan cahaya pada wajah",
            "the face is too dark: use a picture with light on the face"),
        "too-bright": Phrase(
            "wajah terlalu terang; gunakan gambar dengan cahaya lebih sedikit",
            "the face is too bright: use a picture with less light"),
        "clipped": Phrase(
            "bagian wajah hitam atau putih polos; gunakan gambar dengan cahaya merata",
            "parts of the face are plain black or white: use a picture with even light"),
        "flat": Phrase(
            "wajah hampir tanpa kontras; gunakan gambar yang lebih jelas",
            "the face has hardly any contrast: use a clearer picture"),
        "cropped": Phrase(
            "wajah terpotong tepi gambar; gunakan gambar yang memuat seluruhnya",
            "the face is cut off by the edge: use a picture that shows all of it"),
        "unsure": Phrase(
            "hampir bukan wajah; gunakan gambar tanpa masker, tangan atau rambut di depannya",
            "it is hardly a face: use a picture without mask, hand or hair before it"),
        "unreadable": Phrase("berkas tidak dapat dibaca", "the file cannot be read"),
        "unknown-format": Phrase(
            "berkas bukan JPEG atau PNG; simpan dalam salah satunya",
            "the file is neither JPEG nor PNG: save the picture in one of them"),
        "too-many-bytes": Phrase("berkas terlalu besar; simpan lebih kecil", "the file is too large: save it smaller"),
        "too-many-pixels": Phrase(
            "gambar terlalu besar; simpan lebih kecil", "the picture has too many pixels: save it smaller"),
        "too-many-scans": Phrase(
            "JPEG ini berlapis terlalu banyak; simpan ulang sebagai JPEG biasa",
            "the JPEG has too many passes: save it again as a plain JPEG"),
        "damaged": Phrase(
            "gambar rusak atau terpotong; minta lagi", "the picture is damaged or cut short: get it again"),
        "unsupported": Phrase(
            "jenis gambar ini tidak dibaca; simpan ulang dalam warna biasa",
            "this kind of picture is not read: save it again in plain colours"),
    ]

    static let forgetting: [String: Phrase] = [
        "wrong-person": Phrase("gambar orang lain", "it shows somebody else"),
        "poor-picture": Phrase("gambar buruk", "it is a poor picture"),
        "replaced": Phrase("diganti gambar yang lebih baik", "a better one takes its place"),
        "basis-ended": Phrase("dasarnya telah berakhir", "what it rested on has ended"),
        "request": Phrase("atas permintaan orangnya", "the person asked for it"),
    ]
}
