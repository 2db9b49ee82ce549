// SPDX-License-Identifier: Apache-2.0

/// The board of a post.
public enum BoardText: String, ScreenText {
    case title, titleDepartures, voyage, origin, destination, arrival, departure, countdown, travellers, crew, hits
    case waiting, rank, rankHint, load, status, hitsOnly, allVoyages, sortTime, sortRank, windowLabel, landed
    case onTheWay, due, applyUpdates, strip, noCrossing, legend

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Papan kedatangan", "Arrivals")
        case .titleDepartures: Phrase("Papan keberangkatan", "Departures")
        case .voyage: Phrase("Perjalanan", "Voyage")
        case .origin: Phrase("Dari", "From")
        case .destination: Phrase("Ke", "To")
        case .arrival: Phrase("Tiba", "Arrives")
        case .departure: Phrase("Berangkat", "Departs")
        case .countdown: Phrase("Waktu", "Countdown")
        case .travellers: Phrase("Penumpang", "Travellers")
        case .crew: Phrase("Awak", "Crew")
        case .hits: Phrase("Kecocokan", "Hits")
        case .waiting: Phrase("Menunggu", "Waiting")
        case .rank: Phrase("Peringkat", "Rank")
        case .rankHint:
            Phrase(
                "Urutan perhatian dari kecocokan yang masih menunggu; bukan putusan.",
                "Order of attention from the hits that wait; not a verdict.")
        case .load: Phrase("Muatan", "Load")
        case .status: Phrase("Keadaan", "State")
        case .hitsOnly: Phrase("Hanya yang ada kecocokan", "Only those with hits")
        case .allVoyages: Phrase("Semua", "All")
        case .sortTime: Phrase("Waktu", "Time")
        case .sortRank: Phrase("Peringkat", "Rank")
        case .windowLabel: Phrase("Jangka waktu", "Time span")
        case .landed: Phrase("Sudah tiba", "Landed")
        case .onTheWay: Phrase("Dalam perjalanan", "On the way")
        case .due: Phrase("Akan datang", "Due")
        case .applyUpdates: Phrase("Tampilkan pembaruan", "Show updates")
        case .strip: Phrase("Dua belas jam ke depan", "The next twelve hours")
        case .noCrossing:
            Phrase(
                "Pos ini tidak menerima pesan; ketik dokumen untuk memulai.",
                "This post receives no messages; type a document to begin.")
        case .legend: Phrase("Keterangan", "Key")
        }
    }
}
