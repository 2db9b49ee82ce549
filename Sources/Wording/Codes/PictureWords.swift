// SPDX-License-Identifier: Apache-2.0

/// Words of what speaks against a picture of a face, and of what to do about it.
enum PictureWords {
    static let reason: [String: Phrase] = [
        "no-face": Phrase("tidak ada wajah", "no face"),
        "several-faces": Phrase("lebih dari satu wajah", "more than one face"),
        "eyes-too-close": Phrase("wajah terlalu kecil", "the face is too small"),
        "turned-aside": Phrase("kepala menoleh", "the head is turned aside"),
        "nodding": Phrase("kepala mendongak atau menunduk", "the head is raised or lowered"),
        "leaning": Phrase("kepala miring", "the head leans"),
        "blurred": Phrase("wajah kabur", "the face is blurred"),
        "too-dark": Phrase("wajah terlalu gelap", "the face is too dark"),
        "too-bright": Phrase("wajah terlalu terang", "the face is too bright"),
        "clipped": Phrase("sebagian wajah hitam atau putih polos", "parts of the face are plain black or white"),
        "flat": Phrase("wajah hampir tanpa kontras", "the face has hardly any contrast"),
        "cropped": Phrase("wajah terpotong tepi gambar", "the face is cut off by the edge"),
        "unsure": Phrase("hampir tidak tampak sebagai wajah", "it is hardly a face"),
    ]

    static let advice: [String: Phrase] = [
        "no-face": Phrase("Pakai foto yang menampakkan seluruh wajah.", "Use a picture that shows the whole face."),
        "several-faces": Phrase(
            "Potong foto sehingga hanya wajah yang dimaksud tersisa.", "Cut out the one that is meant."),
        "eyes-too-close": Phrase(
            "Pakai foto dari lebih dekat, atau foto asli, bukan salinannya.",
            "Use a picture taken nearer, or the original instead of a copy."),
        "turned-aside": Phrase("Pakai foto yang menghadap kamera.", "Use a picture that looks into the camera."),
        "nodding": Phrase("Pakai foto setinggi mata.", "Use a picture at eye level."),
        "leaning": Phrase("Tegakkan foto.", "Turn the picture upright."),
        "blurred": Phrase("Pakai foto yang lebih tajam.", "Use a sharper picture."),
        "too-dark": Phrase("Pakai foto dengan cahaya pada wajah.", "Use a picture with light on the face."),
        "too-bright": Phrase("Pakai foto dengan cahaya lebih sedikit.", "Use a picture with less light."),
        "clipped": Phrase("Pakai foto dengan cahaya merata.", "Use a picture with even light."),
        "flat": Phrase("Pakai foto yang lebih jelas.", "Use a clearer picture."),
        "cropped": Phrase("Pakai foto yang memuat seluruh wajah.", "Use a picture that shows all of the face."),
        "unsure": Phrase(
            "Pakai foto tanpa masker, tangan, atau rambut di depan wajah.",
            "Use a picture without mask, hand or hair before the face."),
    ]

    static let picture: [String: Phrase] = [
        "unknown-format": Phrase(
            "bukan JPEG atau PNG; simpan dalam salah satunya", "neither JPEG nor PNG; save it in one of them"),
        "too-many-bytes": Phrase("berkas terlalu besar; perkecil fotonya", "the file is too large; save it smaller"),
        "too-many-pixels": Phrase("gambar terlalu besar; perkecil fotonya", "too many pixels; save it smaller"),
        "too-many-scans": Phrase(
            "JPEG dengan terlalu banyak lapis; simpan ulang sebagai JPEG biasa",
            "a JPEG with too many passes; save it again as a plain JPEG"),
        "damaged": Phrase(
            "berkas rusak atau terpotong; minta fotonya lagi", "damaged or cut short; get the picture again"),
        "unsupported": Phrase(
            "jenis gambar ini tidak dibaca; simpan ulang dengan warna biasa",
            "this kind is not read; save it again in plain colours"),
    ]

    static let engine: [String: Phrase] = [
        "runtime-missing": Phrase(
            "mesin wajah belum dipasang; jalankan scripts/setup.sh faces",
            "the face engine is not set up; run scripts/setup.sh faces"),
        "model-missing": Phrase(
            "model wajah tidak ada; jalankan scripts/setup.sh faces",
            "a face model is missing; run scripts/setup.sh faces"),
        "bad-manifest": Phrase(
            "keterangan model tidak dapat dipakai; perbaiki berkasnya", "a model's manifest cannot be used; correct it"),
        "model-changed": Phrase(
            "berkas model bukan yang dinyatakan; ambil lagi",
            "a model is not the one that its manifest names; fetch it again"),
        "bad-model": Phrase("model tidak dapat dibaca; ambil lagi", "the model cannot be read; fetch it again"),
        "runtime-failed": Phrase(
            "mesin wajah gagal; lihat log lalu pasang ulang", "the face engine failed; see the log and set it up again"),
    ]
}
