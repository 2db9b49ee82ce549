// SPDX-License-Identifier: Apache-2.0

/// Stations: a camera at a post that looks for persons of interest.
public enum StationText: String, ScreenText {
    case title, lead, none, place, hours, purpose, open, running, stopped, banner, start, stop, nothing, explains, blind
    case noCamera, cameraRefused, cameraBusy, noPicture, insecure, connectionLost, faces, people, confirmed,
        confirmedLead
    case probe, enrolled, pictureGone, why, basis, instruction, journey, noJourney, actDone, act, note, save,
        wrongPurpose
    case kind, since, frames, onlyHere, onBoard, keptTitle, keptLead, keptOpen, confirmedAt

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Stasiun wajah", "Face stations")
        case .lead:
            Phrase(
                "Kamera di pos mencari orang yang diawasi. Dua pemeriksa memastikan sebelum apa pun ditampilkan.",
                "A camera at the post looks for persons of interest. Two reviewers confirm before anything is shown.")
        case .none:
            Phrase(
                "Belum ada stasiun di pos ini. Administrator menuliskannya di stations.yaml dalam folder data.",
                "There is no station at this post yet. The administrator writes it in stations.yaml in the data folder."
            )
        case .place: Phrase("Tempat", "Place")
        case .hours: Phrase("Jam kerja", "Hours")
        case .purpose: Phrase("Tujuan", "Purpose")
        case .kind: Phrase("Jenis gambar", "Kind of picture")
        case .open: Phrase("Buka stasiun", "Open the station")
        case .running: Phrase("Kamera berjalan", "The camera runs")
        case .stopped: Phrase("Kamera mati", "The camera is off")
        case .banner:
            Phrase(
                "Di sini wajah dibandingkan dengan daftar orang yang diawasi",
                "Here faces are compared with a list of persons of interest")
        case .start: Phrase("Nyalakan kamera", "Start the camera")
        case .stop: Phrase("Matikan kamera", "Stop the camera")
        case .nothing: Phrase("Belum ada yang dipastikan.", "Nothing is confirmed.")
        case .explains:
            Phrase(
                "Gambar hanya melewati memori. Yang tidak cocok dengan siapa pun tidak pernah disimpan.",
                "Pictures only pass through memory. What matches nobody is never stored.")
        case .blind:
            Phrase(
                "Halaman ini tidak menampilkan apa pun tentang seseorang sebelum dua pemeriksa memastikan.",
                "This page shows nothing about a person before two reviewers have confirmed.")
        case .noCamera:
            Phrase(
                "Tidak ada kamera: sambungkan kamera lalu nyalakan lagi.",
                "There is no camera: connect one and start again.")
        case .cameraRefused:
            Phrase(
                "Peramban menolak kamera: izinkan kamera untuk halaman ini lalu nyalakan lagi.",
                "The browser refuses the camera: allow it for this page and start again.")
        case .cameraBusy:
            Phrase(
                "Kamera dipakai program lain: tutup program itu lalu nyalakan lagi.",
                "Another program uses the camera: close it and start again.")
        case .noPicture: Phrase("Kamera tidak memberi gambar.", "The camera gives no picture.")
        case .insecure:
            Phrase(
                "Peramban memberi kamera hanya lewat TLS atau di komputer ini sendiri.",
                "The browser gives the camera over TLS or on this machine only.")
        case .connectionLost:
            Phrase("Peladen tidak terhubung: tidak ada yang dicari.", "The server is away: nothing is searched.")
        case .faces: Phrase("Wajah dalam gambar", "Faces in the picture")
        case .people: Phrase("Orang dicari", "People searched")
        case .frames: Phrase("Gambar diolah", "Frames looked at")
        case .confirmed: Phrase("Dipastikan dua pemeriksa", "Confirmed by two reviewers")
        case .confirmedLead:
            Phrase(
                "Petunjuk untuk bertindak, bukan bukti kesalahan. Pastikan lagi dengan dokumen.",
                "A lead to act on, no proof of wrong. Make sure with the document.")
        case .probe: Phrase("Wajah di stasiun", "The face at the station")
        case .enrolled: Phrase("Foto entri pantau", "The entry's photograph")
        case .pictureGone: Phrase("Gambar tidak lagi ada.", "The picture is no longer there.")
        case .why: Phrase("Mengapa dicari", "Why looked for")
        case .basis: Phrase("Dasar", "Basis")
        case .instruction: Phrase("Yang dilakukan", "What to do")
        case .journey: Phrase("Buka kartu penumpang", "Open the traveller card")
        case .noJourney:
            Phrase(
                "Tidak ditemukan dalam perjalanan di pos ini hari ini.", "Found on no journey at this post today.")
        case .act: Phrase("Yang terjadi", "What happened")
        case .note: Phrase("Catatan", "Note")
        case .save: Phrase("Catat", "Record")
        case .actDone: Phrase("Tercatat.", "Recorded.")
        case .wrongPurpose:
            Phrase(
                "Stasiun ini berjalan untuk tujuan lain: nyatakan tujuannya lebih dahulu.",
                "This station runs for another purpose: declare that one first.")
        case .since: Phrase("sejak", "since")
        case .keptTitle: Phrase("Gambar wajah yang dipastikan", "Picture of a confirmed face")
        case .keptLead:
            Phrase(
                "Disimpan tersegel sebagai bukti sampai nama perjalanan itu dihapus. Setiap kali dibuka, dicatat.",
                "Kept sealed as evidence until the names of that journey are forgotten. Each look at it is recorded.")
        case .keptOpen: Phrase("Tampilkan gambar", "Show the picture")
        case .confirmedAt: Phrase("Dipastikan", "Confirmed")
        case .onBoard: Phrase("Wajah dipastikan", "Face confirmed")
        case .onlyHere:
            Phrase(
                "Siapa pun yang membuka stasiun tidak dapat menilai wajah dari stasiun itu.",
                "Whoever opens a station cannot review faces of that station.")
        }
    }
}
