// SPDX-License-Identifier: Apache-2.0

/// The pages about the quality of carriers' messages and the timeliness of hits.
public enum QualityText: String, ScreenText {
    case title, lateHitsColumn, lead, carriersTab, timesTab, days7, days30, days90, post, mode, everything, noMessages
    case carrier, unknownCarrier, worst, messages, voyages, late, twice, quarantined, parts, totals, fields, disagree
    case unseen, unseenLead, noUnseen, lateHits, byDay, byDayHint, weekFrom, order, sources, field, missing, travellers
    case share, noneMissing, disagreements, noneDisagree, inBoth, warnings, noWarnings, times, pushes, pushesDue
    case pushesLate, pushesMissing, noPushes, letter, route, number, day, seenBefore, timesTitle, timesLead, histogram
    case hoursBefore, orMore, afterLanding, known, judged, waiting, knownLate, noneKnownLate, cause, knownAt, judgedAt
    case landing, openCard, hit, causes, rulesHint, listMissing, bookingsMissing, nothingWrong
    case hours, notJudged

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Mutu data pengangkut", "Quality of carriers' data")
        case .lateHitsColumn: Phrase("Kecocokan telat", "Late hits")
        case .lead:
            Phrase(
                "Pesan yang terlambat, berulang, tidak terbaca, atau tidak lengkap. Tanpa data penumpang.",
                "Messages that came late, twice, unreadable or incomplete. No passenger data.")
        case .carriersTab: Phrase("Pengangkut", "Carriers")
        case .timesTab: Phrase("Ketepatan waktu", "Timeliness")
        case .days7: Phrase("7 hari", "7 days")
        case .days30: Phrase("30 hari", "30 days")
        case .days90: Phrase("90 hari", "90 days")
        case .post: Phrase("Pos", "Post")
        case .mode: Phrase("Moda", "Mode")
        case .everything: Phrase("Semua", "All")
        case .noMessages:
            Phrase(
                "Tidak ada pesan dalam masa ini. Pilih masa yang lebih panjang, atau periksa apakah pesan masih diterima di Keadaan sistem.",
                "No messages in this period. Choose a longer one, or see under System state whether messages still come."
            )
        case .carrier: Phrase("Pengangkut", "Carrier")
        case .unknownCarrier: Phrase("tidak diketahui", "not known")
        case .worst: Phrase("Yang paling mengganggu", "What hurts most")
        case .messages: Phrase("Pesan", "Messages")
        case .voyages: Phrase("Perjalanan", "Voyages")
        case .late: Phrase("Terlambat", "Late")
        case .twice: Phrase("Berulang", "Twice")
        case .quarantined: Phrase("Tak terbaca", "Unreadable")
        case .parts: Phrase("Bagian hilang", "Parts missing")
        case .totals: Phrase("Jumlah salah", "Wrong totals")
        case .fields: Phrase("Tanpa tgl lahir", "No birth date")
        case .disagree: Phrase("API ≠ PNR", "API ≠ PNR")
        case .unseen: Phrase("Tanpa pesan", "Unseen")
        case .unseenLead:
            Phrase(
                "Perjalanan yang biasa ada pada hari itu, tetapi tidak satu pun pesannya datang. Periksa apakah memang tidak berangkat.",
                "Voyages usual on that weekday of which not one message came. Check whether they really did not run.")
        case .noUnseen: Phrase("Semua perjalanan yang biasa ada terlihat.", "Every usual voyage was seen.")
        case .lateHits: Phrase("Kecocokan diketahui setelah tiba", "Hits known after landing")
        case .byDay: Phrase("Pesan bermasalah menurut hari", "Messages with trouble by day")
        case .byDayHint:
            Phrase(
                "Terlambat, berulang, tak terbaca, bagian hilang, dan jumlah salah.",
                "Late, twice, unreadable, parts missing and wrong totals.")
        case .weekFrom: Phrase("Minggu mulai", "Week from")
        case .order:
            Phrase(
                "Diurutkan menurut yang paling mengganggu: yang menyembunyikan penumpang lebih dulu.",
                "What hurts most comes first: whatever hides travellers before what only costs work.")
        case .sources: Phrase("Data yang tidak dikirim", "Data not sent")
        case .field: Phrase("Data", "Field")
        case .missing: Phrase("Tidak ada", "Missing")
        case .travellers: Phrase("Penumpang", "Travellers")
        case .share: Phrase("Bagian", "Share")
        case .noneMissing: Phrase("Semua data yang diharapkan dikirim.", "Every field expected was sent.")
        case .disagreements: Phrase("API dan PNR berbeda", "API and PNR disagree")
        case .noneDisagree: Phrase("API dan PNR selalu sama.", "API and PNR always agree.")
        case .inBoth: Phrase("Penumpang yang ada di keduanya", "Travellers in both")
        case .warnings: Phrase("Catatan pada pesan", "Warnings on messages")
        case .noWarnings: Phrase("Tidak ada catatan.", "No warnings.")
        case .times: Phrase("Kali", "Times")
        case .pushes: Phrase("Kiriman PNR pada waktunya", "Pushes of bookings")
        case .pushesDue: Phrase("Seharusnya", "Due")
        case .pushesLate: Phrase("Terlambat", "Late")
        case .pushesMissing: Phrase("Tidak dikirim", "Never sent")
        case .noPushes: Phrase("Tidak ada PNR dalam masa ini.", "No bookings were sent in this period.")
        case .letter: Phrase("Tulis surat ke pengangkut", "Write a letter to the carrier")
        case .route: Phrase("Rute", "Route")
        case .number: Phrase("Nomor", "Number")
        case .day: Phrase("Hari", "Day")
        case .seenBefore: Phrase("Terlihat sebelumnya", "Seen before")
        case .timesTitle: Phrase("Kapan kecocokan diketahui", "When hits were known")
        case .timesLead:
            Phrase(
                "Jam sebelum tiba (untuk keberangkatan: sebelum berangkat) ketika kecocokan pertama kali diketahui dan ketika diputuskan.",
                "Hours before arrival (for departures: before departure) when a hit was first known and when it was judged."
            )
        case .histogram: Phrase("Kecocokan menurut jam sebelum tiba", "Hits by hours before landing")
        case .hoursBefore: Phrase("Jam sebelum tiba", "Hours before landing")
        case .orMore: Phrase("jam atau lebih", "h or more")
        case .afterLanding: Phrase("setelah tiba", "after landing")
        case .known: Phrase("Diketahui", "Known")
        case .judged: Phrase("Diputuskan", "Judged")
        case .waiting: Phrase("Menunggu keputusan", "Waiting for a judgement")
        case .knownLate: Phrase("Diketahui setelah tiba", "Known only after landing")
        case .noneKnownLate:
            Phrase(
                "Tidak ada kecocokan yang baru diketahui setelah tiba dalam masa ini.",
                "No hit was known only after landing in this period.")
        case .cause: Phrase("Sebab", "Cause")
        case .knownAt: Phrase("Diketahui pada", "Known at")
        case .judgedAt: Phrase("Diputuskan pada", "Judged at")
        case .landing: Phrase("Tiba", "Landing")
        case .openCard: Phrase("buka kartu", "open the card")
        case .hit: Phrase("Kecocokan", "Hit")
        case .causes: Phrase("Sebab-sebab", "Causes")
        case .rulesHint:
            Phrase(
                "Batas waktu: daftar setelah berangkat, PNR sebelum berangkat, manifes sebelum tiba; lihat cermat quality --rules.",
                "Limits: lists after departure, bookings before departure, manifests before arrival; see cermat quality --rules."
            )
        case .listMissing: Phrase("Tanpa daftar", "Without a list")
        case .bookingsMissing: Phrase("Tanpa PNR", "Without bookings")
        case .nothingWrong: Phrase("tidak ada", "nothing")
        case .hours: Phrase("jam", "h")
        case .notJudged: Phrase("belum", "not yet")
        }
    }
}
