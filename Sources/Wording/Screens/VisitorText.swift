// SPDX-License-Identifier: Apache-2.0

/// A visitor's own face in a demonstration.
public enum VisitorText: String, ScreenText {
    case title, banner, lead, threshold, picture, consent, enrol, camera, shoot, retake, cameraHelp
    case enrolled, forget, forgotten, full, noEngine, unusable, consentNeeded, noPicture, station, openStation, why

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Wajah Anda sendiri", "Your own face")
        case .banner:
            Phrase(
                "Peraga. Wajah Anda hanya ada di memori program ini dan dilupakan saat Anda keluar, saat program berhenti, atau sesudah 30 menit. Tidak ada yang ditulis ke cakram, catatan, atau cadangan.",
                "Demonstration. Your face is in the memory of this program alone, and is forgotten when you sign out, when the program stops, or after 30 minutes. Nothing of it is written to disk, log or backup."
            )
        case .lead:
            Phrase(
                "Daftarkan wajah Anda seolah-olah Anda dicari. Stasiun pengunjung lalu dapat menemukan Anda, dan dua petugas memutuskan seperti biasa.",
                "Enrol your face as if you were looked for. The visitors' station can then find you, and two officers decide as always."
            )
        case .threshold:
            Phrase(
                "Ambangnya diukur pada foto orang terkenal (LFW), bukan pada Anda atau kamera ini: peraga menunjukkan alurnya, bukan ketepatannya.",
                "Its threshold was measured on photographs of celebrities (LFW), not on you or this camera: the demonstration shows the way it goes, not how accurate it is."
            )
        case .picture: Phrase("Foto wajah Anda", "A picture of your face")
        case .consent: Phrase("Ini wajah saya sendiri, dan saya setuju.", "This is my own face, and I agree.")
        case .enrol: Phrase("Daftarkan di memori", "Enrol in memory")
        case .camera: Phrase("Nyalakan kamera", "Turn the camera on")
        case .shoot: Phrase("Ambil gambar", "Take the picture")
        case .retake: Phrase("Gambar diambil; boleh diulang.", "The picture is taken; you may take it again.")
        case .cameraHelp:
            Phrase(
                "Kamera hanya dipakai di halaman ini; tidak ada yang dikirim sebelum Anda mendaftar.",
                "The camera is used on this page alone; nothing is sent before you enrol.")
        case .enrolled: Phrase("Wajah Anda ada di memori sampai", "Your face is in memory until")
        case .forget: Phrase("Lupakan sekarang", "Forget it now")
        case .forgotten: Phrase("Wajah Anda dilupakan.", "Your face is forgotten.")
        case .full:
            Phrase("Tempat pengunjung penuh; coba sebentar lagi.", "All places of visitors are taken; try again soon.")
        case .noEngine:
            Phrase(
                "Mesin pengenal wajah belum terpasang: jalankan scripts/setup.sh faces.",
                "The face engine is not installed: run scripts/setup.sh faces.")
        case .unusable: Phrase("Gambar ini tidak dapat dipakai", "This picture cannot be used")
        case .consentNeeded:
            Phrase("Centang bahwa ini wajah Anda sendiri.", "Tick that this is your own face.")
        case .noPicture: Phrase("Pilih atau ambil gambar dahulu.", "Choose or take a picture first.")
        case .station: Phrase("Stasiun pengunjung", "The visitors' station")
        case .openStation:
            Phrase(
                "Buka stasiun pengunjung dan berdirilah di depan kamera; dua petugas lain meninjau di jendela lain.",
                "Open the visitors' station and stand before its camera; two other officers review in other windows.")
        case .why:
            Phrase(
                "Pengunjung peraga yang mendaftarkan wajahnya sendiri; hanya di memori",
                "A visitor of the demonstration who enrolled their own face; in memory alone")
        }
    }
}
