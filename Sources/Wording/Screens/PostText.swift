// SPDX-License-Identifier: Apache-2.0

/// A document typed or read at a post.
public enum PostText: String, ScreenText {
    case title, lead, machineZone, machineZoneHint, orType, surname, given, documentType, documentNumber, issuer
    case birthDate, sex, nationality, expiry, direction, plate, submit, crossing, saved

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Dokumen di pos", "Document at the post")
        case .lead:
            Phrase(
                "Di pos tanpa pesan pengangkut, dokumen yang diketik menjadi penumpang pada lintasan hari ini.",
                "At a post without messages a typed document makes the traveller on today's crossing.")
        case .machineZone: Phrase("Baris baca mesin (MRZ)", "Machine readable zone (MRZ)")
        case .machineZoneHint:
            Phrase("Dua atau tiga baris di bagian bawah dokumen", "The two or three lines at the foot of the document")
        case .orType: Phrase("atau ketik", "or type")
        case .surname: Phrase("Nama keluarga", "Surname")
        case .given: Phrase("Nama depan", "Given names")
        case .documentType: Phrase("Jenis dokumen", "Document type")
        case .documentNumber: Phrase("Nomor dokumen", "Document number")
        case .issuer: Phrase("Negara penerbit (tiga huruf)", "Issued by (three letters)")
        case .birthDate: Phrase("Tanggal lahir (TTTT-BB-HH)", "Birth date (YYYY-MM-DD)")
        case .sex: Phrase("Jenis kelamin", "Sex")
        case .nationality: Phrase("Kewarganegaraan (tiga huruf)", "Nationality (three letters)")
        case .expiry: Phrase("Berlaku sampai (TTTT-BB-HH)", "Valid until (YYYY-MM-DD)")
        case .direction: Phrase("Arah", "Direction")
        case .plate: Phrase("Nomor polisi kendaraan", "Number plate")
        case .submit: Phrase("Simpan dan periksa", "Save and check")
        case .crossing: Phrase("Lintasan hari ini", "Today's crossing")
        case .saved: Phrase("Tersimpan.", "Stored.")
        }
    }
}
