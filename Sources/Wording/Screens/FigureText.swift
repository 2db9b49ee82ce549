// SPDX-License-Identifier: Apache-2.0

/// Titles, keys and column heads of pictures.
public enum FigureText: String, ScreenText {
    case seatMap, seat, row, mark, markHit, markCompanion, markSelected, markTaken, markEmpty, rank, load, timeline
    case arrivals, now, hour, voyages, travellers, hits, route, leg, comparison, field, agrees, differs, oneSided
    case access, reads, countdown, event

    public var phrase: Phrase {
        switch self {
        case .seatMap: Phrase("Denah kursi", "Seat map")
        case .seat: Phrase("Kursi", "Seat")
        case .row: Phrase("Baris", "Row")
        case .mark: Phrase("Tanda", "Mark")
        case .markHit: Phrase("kecocokan", "hit")
        case .markCompanion: Phrase("teman seperjalanan", "co-traveller")
        case .markSelected: Phrase("penumpang ini", "this traveller")
        case .markTaken: Phrase("terisi", "taken")
        case .markEmpty: Phrase("kosong", "empty")
        case .rank: Phrase("Peringkat", "Rank")
        case .load: Phrase("Muatan", "Load")
        case .timeline: Phrase("Garis waktu perjalanan dan pesan", "Timeline of journeys and messages")
        case .arrivals: Phrase("Kedatangan dua belas jam ke depan", "Arrivals of the next twelve hours")
        case .now: Phrase("sekarang", "now")
        case .hour: Phrase("Jam", "Hour")
        case .voyages: Phrase("Perjalanan", "Voyages")
        case .travellers: Phrase("Penumpang", "Travellers")
        case .hits: Phrase("Kecocokan", "Hits")
        case .route: Phrase("Rute", "Route")
        case .leg: Phrase("Segmen perjalanan", "Leg")
        case .comparison: Phrase("API dan PNR berdampingan", "API beside PNR")
        case .field: Phrase("Data", "Field")
        case .agrees: Phrase("sesuai", "agrees")
        case .differs: Phrase("berbeda", "differs")
        case .oneSided: Phrase("hanya satu sumber", "one source only")
        case .access: Phrase("Akses per petugas dan jam", "Access by officer and hour")
        case .reads: Phrase("pembacaan", "reads")
        case .countdown: Phrase("Hitung mundur", "Countdown")
        case .event: Phrase("Peristiwa", "Event")
        }
    }
}
