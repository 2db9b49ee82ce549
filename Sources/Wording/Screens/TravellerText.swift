// SPDX-License-Identifier: Apache-2.0

/// The traveller card.
public enum TravellerText: String, ScreenText {
    case title, identity, surname, given, birthDate, birthPlace, sex, nationality, derived, residence, nik, documents
    case documentType, documentNumber, issuer, expiry, issued, contacts, address, journey, embark, debark, seat
    case baggage, bagCount, bagTags, checkedIn, booking, recordLocator, bookedAt, agency, payment, tickets, remarks
    case itinerary, splitFrom, loyalty, companions, noCompanions, sameBooking, history, noHistory, historyBasis
    case disagreements, disagreementsLead, noDisagreements, comparison, sources, highlighted, timeline, superseded
    case received, hits, noHits, child, asOf, clearance

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Kartu penumpang", "Traveller card")
        case .identity: Phrase("Identitas", "Identity")
        case .surname: Phrase("Nama keluarga", "Surname")
        case .given: Phrase("Nama depan", "Given names")
        case .birthDate: Phrase("Tanggal lahir", "Birth date")
        case .birthPlace: Phrase("Tempat lahir", "Place of birth")
        case .sex: Phrase("Jenis kelamin", "Sex")
        case .nationality: Phrase("Kewarganegaraan", "Nationality")
        case .derived: Phrase("disimpulkan dari dokumen", "concluded from the document")
        case .residence: Phrase("Negara tempat tinggal", "Country of residence")
        case .nik: Phrase("NIK (calon, belum dipadankan)", "National identity number (candidate, not matched yet)")
        case .documents: Phrase("Dokumen perjalanan", "Travel documents")
        case .documentType: Phrase("Jenis", "Type")
        case .documentNumber: Phrase("Nomor dokumen", "Document number")
        case .issuer: Phrase("Negara penerbit", "Issued by")
        case .expiry: Phrase("Berlaku sampai", "Valid until")
        case .issued: Phrase("Diterbitkan", "Issued")
        case .contacts: Phrase("Telepon dan surel", "Telephone and e-mail")
        case .address: Phrase("Alamat", "Address")
        case .journey: Phrase("Perjalanan ini", "This journey")
        case .embark: Phrase("Naik di", "Boards at")
        case .debark: Phrase("Turun di", "Leaves at")
        case .seat: Phrase("Kursi", "Seat")
        case .baggage: Phrase("Bagasi", "Baggage")
        case .bagCount: Phrase("Jumlah koli", "Pieces")
        case .bagTags: Phrase("Label bagasi", "Bag tags")
        case .clearance: Phrase("Jawaban izin naik", "Clearance answer")
        case .checkedIn: Phrase("Lapor masuk", "Checked in")
        case .booking: Phrase("Pemesanan", "Booking")
        case .recordLocator: Phrase("Kode pemesanan", "Record locator")
        case .bookedAt: Phrase("Dipesan", "Booked")
        case .agency: Phrase("Agen perjalanan", "Travel agency")
        case .payment: Phrase("Cara pembayaran", "Form of payment")
        case .tickets: Phrase("Tiket", "Tickets")
        case .remarks: Phrase("Catatan pemesanan", "Booking remarks")
        case .itinerary: Phrase("Rute", "Itinerary")
        case .splitFrom: Phrase("Dipecah dari", "Split from")
        case .loyalty: Phrase("Nomor penumpang setia", "Frequent flyer numbers")
        case .companions: Phrase("Teman seperjalanan", "Co-travellers")
        case .noCompanions: Phrase("Bepergian sendiri menurut pesan.", "Travels alone, as far as the messages tell.")
        case .sameBooking: Phrase("pemesanan yang sama", "same booking")
        case .history: Phrase("Perjalanan terdahulu", "Earlier journeys")
        case .noHistory: Phrase("Tidak ada perjalanan terdahulu yang diketahui.", "No earlier journey is known.")
        case .historyBasis:
            Phrase(
                "Dihubungkan lewat dokumen, atau nama dengan tanggal lahir.",
                "Linked by document, or by name and birth date.")
        case .disagreements: Phrase("API berbeda dengan PNR", "API and PNR disagree")
        case .disagreementsLead:
            Phrase(
                "Bisa salah ketik, bisa petunjuk. Lihat kedua pesan.",
                "It may be a slip or a sign. See both messages.")
        case .noDisagreements: Phrase("API dan PNR sesuai.", "API and PNR agree.")
        case .comparison: Phrase("API dan PNR berdampingan", "API beside PNR")
        case .sources: Phrase("Pesan sumber", "Source messages")
        case .highlighted:
            Phrase(
                "Segmen yang disorot adalah asal data ini.",
                "The highlighted segments are where these data come from.")
        case .timeline: Phrase("Garis waktu", "Timeline")
        case .superseded: Phrase("nilai lama", "earlier value")
        case .received: Phrase("seperti diterima", "as received")
        case .hits: Phrase("Kecocokan", "Hits")
        case .noHits: Phrase("Tidak ada kecocokan.", "No hits.")
        case .child:
            Phrase(
                "Anak di bawah 18 tahun: tangani terpisah, libatkan penyelia.",
                "Under 18: handle apart, involve the supervisor.")
        case .asOf: Phrase("Menurut pesan sampai", "According to messages up to")
        }
    }
}
