// SPDX-License-Identifier: Apache-2.0

/// A voyage with its travellers.
public enum VoyageText: String, ScreenText {
    case title, route, carrier, number, conveyance, codeshares, scheduled, travellers, crew, seat, seatMap, noSeats
    case withoutSeat, bookings, messages, messagesLead, name, birthDate, sex, nationality, document, hits, rank
    case status, party, expected, boarded, notOnBoard, cancelled, load, children, sortSeat, sortName, sortRank
    case onlyHits, refreshed, crossing, unnumbered, border

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Manifes", "Manifest")
        case .route: Phrase("Rute", "Route")
        case .crossing: Phrase("Lintas pos", "Post crossing")
        case .unnumbered: Phrase("Tanpa nomor", "Number unknown")
        case .border: Phrase("perbatasan", "border")
        case .carrier: Phrase("Maskapai atau pengangkut", "Airline or carrier")
        case .number: Phrase("Nomor", "Number")
        case .conveyance: Phrase("Sarana pengangkut", "Means of transport")
        case .codeshares: Phrase("Nomor bersama", "Codeshares")
        case .scheduled: Phrase("Jadwal", "Scheduled")
        case .travellers: Phrase("Penumpang", "Travellers")
        case .crew: Phrase("Awak sarana pengangkut", "Crew")
        case .seat: Phrase("Kursi", "Seat")
        case .seatMap: Phrase("Denah kursi", "Seat map")
        case .noSeats: Phrase("Belum ada nomor kursi.", "No seats are known yet.")
        case .withoutSeat: Phrase("tanpa nomor kursi", "without a seat")
        case .bookings: Phrase("Pemesanan", "Bookings")
        case .messages: Phrase("Pesan", "Messages")
        case .messagesLead:
            Phrase("Perjalanan ini disusun dari pesan berikut.", "This voyage is made from these messages.")
        case .name: Phrase("Nama", "Name")
        case .birthDate: Phrase("Tanggal lahir", "Birth date")
        case .sex: Phrase("Jenis kelamin", "Sex")
        case .nationality: Phrase("Kewarganegaraan", "Nationality")
        case .document: Phrase("Dokumen", "Document")
        case .hits: Phrase("Kecocokan", "Hits")
        case .rank: Phrase("Peringkat", "Rank")
        case .status: Phrase("Keadaan", "State")
        case .party: Phrase("Rombongan", "Party")
        case .expected: Phrase("Terdaftar", "Listed")
        case .boarded: Phrase("Di atas sarana pengangkut", "On board")
        case .notOnBoard: Phrase("Tidak naik", "Not on board")
        case .cancelled: Phrase("Dibatalkan", "Cancelled")
        case .load: Phrase("Muatan", "Load")
        case .children: Phrase("Anak", "Children")
        case .sortSeat: Phrase("Menurut kursi", "By seat")
        case .sortName: Phrase("Menurut nama", "By name")
        case .sortRank: Phrase("Menurut peringkat", "By rank")
        case .onlyHits: Phrase("Hanya yang ada kecocokan", "Only those with hits")
        case .refreshed: Phrase("Manifes ini berubah sejak dibuka.", "This manifest has changed since it was opened.")
        }
    }
}
