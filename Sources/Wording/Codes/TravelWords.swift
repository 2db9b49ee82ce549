// SPDX-License-Identifier: Apache-2.0

/// Words of the Travel, Civil and Population rooms' codes.
enum TravelWords {
    static let sex: [String: Phrase] = [
        "M": Phrase("laki-laki", "male"),
        "F": Phrase("perempuan", "female"),
        "X": Phrase("tidak disebut", "unspecified"),
    ]

    static let mode: [String: Phrase] = [
        "air": Phrase("udara", "air"),
        "sea": Phrase("laut", "sea"),
        "land": Phrase("darat", "land"),
    ]

    static let direction: [String: Phrase] = [
        "arrival": Phrase("kedatangan", "arrival"),
        "departure": Phrase("keberangkatan", "departure"),
        "domestic": Phrase("dalam negeri", "domestic"),
        "foreign": Phrase("luar negeri", "abroad"),
    ]

    static let voyageStatus: [String: Phrase] = [
        "scheduled": Phrase("terjadwal", "scheduled"),
        "closed": Phrase("manifes ditutup", "closed"),
        "cancelled": Phrase("dibatalkan", "cancelled"),
    ]

    static let travellerStatus: [String: Phrase] = [
        "expected": Phrase("terdaftar", "expected"),
        "boarded": Phrase("di atas sarana pengangkut", "on board"),
        "not-on-board": Phrase("tidak naik", "not on board"),
        "cancelled": Phrase("dibatalkan", "cancelled"),
    ]

    static let role: [String: Phrase] = [
        "passenger": Phrase("penumpang", "passenger"),
        "crew": Phrase("awak sarana pengangkut", "crew"),
        "transit": Phrase("transit", "transit"),
        "unknown": Phrase("peran tidak diketahui", "role unknown"),
    ]

    static let source: [String: Phrase] = [
        "api": Phrase("data penumpang (API)", "advance passenger information (API)"),
        "pnr": Phrase("catatan nama penumpang (PNR)", "passenger name record (PNR)"),
        "manifest": Phrase("manifes", "manifest"),
        "desk": Phrase("dokumen di pos", "document at the post"),
    ]

    static let contact: [String: Phrase] = [
        "phone": Phrase("telepon", "telephone"),
        "email": Phrase("surel", "e-mail"),
        "address": Phrase("alamat", "address"),
    ]

    /// Document types as carriers send them (PAXLST DOC, element 1001).
    static let documentType: [String: Phrase] = [
        "P": Phrase("paspor", "passport"),
        "V": Phrase("visa", "visa"),
        "I": Phrase("kartu identitas", "identity card"),
        "ID": Phrase("kartu identitas nasional", "national identity card"),
        "A": Phrase("izin tinggal", "residence permit"),
        "C": Phrase("izin tinggal tetap", "permanent resident card"),
        "IP": Phrase("kartu paspor", "passport card"),
        "F": Phrase("dokumen perjalanan lain", "other travel document"),
        "M": Phrase("identitas militer", "military identity card"),
        "AC": Phrase("kartu awak", "crew certificate"),
        "L": Phrase("lisensi pilot", "pilot licence"),
        "N": Phrase("kartu pelintas terdaftar", "registered traveller card"),
        "B": Phrase("pas lintas batas", "border pass"),
    ]

    /// Forms of payment as carriers send them (PNRGOV FOP).
    static let paymentForm: [String: Phrase] = [
        "CC": Phrase("kartu", "card"),
        "CA": Phrase("tunai", "cash"),
        "MS": Phrase("lain-lain", "miscellaneous"),
        "CK": Phrase("cek", "cheque"),
        "GR": Phrase("faktur pemerintah", "government invoice"),
        "DP": Phrase("potongan langsung", "direct debit"),
    ]

    /// Segment states of an itinerary (IATA action codes).
    static let bookingStatus: [String: Phrase] = [
        "HK": Phrase("dipastikan", "confirmed"),
        "KK": Phrase("dipastikan maskapai", "confirmed by the carrier"),
        "HL": Phrase("daftar tunggu", "waitlisted"),
        "UN": Phrase("tidak dapat dipenuhi", "unable"),
        "NO": Phrase("tidak ada tindakan", "no action"),
        "XX": Phrase("dibatalkan", "cancelled"),
    ]

    /// What somebody is to a traveller, as family cards tell.
    static let kinship: [String: Phrase] = [
        "spouse": Phrase("suami/istri", "spouse"),
        "parent": Phrase("orang tua", "parent"),
        "child": Phrase("anak", "child"),
        "sibling": Phrase("saudara kandung", "sibling"),
        "grandparent": Phrase("kakek/nenek", "grandparent"),
        "grandchild": Phrase("cucu", "grandchild"),
        "cousin": Phrase("sepupu", "cousin"),
        "aunt-or-uncle": Phrase("paman/bibi", "aunt or uncle"),
        "niece-or-nephew": Phrase("keponakan", "niece or nephew"),
        "parent-in-law": Phrase("mertua", "parent-in-law"),
        "child-in-law": Phrase("menantu", "child-in-law"),
        "sibling-in-law": Phrase("ipar", "sibling-in-law"),
        "relative": Phrase("kerabat", "relative"),
    ]

    /// Relations of the civil registry (SHDK), by number.
    static let relation: [String: Phrase] = [
        "1": Phrase("kepala keluarga", "head of household"),
        "2": Phrase("suami", "husband"),
        "3": Phrase("istri", "wife"),
        "4": Phrase("anak", "child"),
        "5": Phrase("menantu", "child-in-law"),
        "6": Phrase("cucu", "grandchild"),
        "7": Phrase("orang tua", "parent"),
        "8": Phrase("mertua", "parent-in-law"),
        "9": Phrase("famili lain", "other relative"),
        "10": Phrase("pembantu", "household help"),
        "11": Phrase("lainnya", "other"),
    ]
}
