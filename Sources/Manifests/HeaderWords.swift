// SPDX-License-Identifier: Apache-2.0

/// The words of headers, Indonesian, Malay and English, as operators write them.
enum HeaderWords {
    /// What a header's word means.
    enum Meaning: Hashable, Sendable {
        case field(ManifestField)
        /// Known, and not needed: never taken (least data).
        case notNeeded
    }

    /// How a header cell was understood.
    struct Reading: Hashable, Sendable {
        var meanings: [Meaning]
        /// The word of the list that it was found by.
        var word: String
        var isExact: Bool
    }

    /// Understands a header cell; nil where no word of it is known.
    static func read(_ cell: String) -> Reading? {
        let bare = withoutBrackets(cell)
        let whole = CellText.folded(bare)
        guard !whole.isEmpty, whole.utf8.count <= 80 else { return nil }
        if let meanings = byWord[whole] { return Reading(meanings: meanings, word: whole, isExact: true) }
        // Both languages in one cell: `Nama / Name`.
        for part in bare.split(whereSeparator: { $0 == "/" || $0 == "|" || $0 == "–" }) {
            let word = CellText.folded(part)
            if word.utf8.count >= 3, let meanings = byWord[word] {
                return Reading(meanings: meanings, word: word, isExact: true)
            }
        }
        let words = whole.split(separator: " ")
        guard words.count >= 2, words.count <= 10 else { return nil }
        for length in stride(from: words.count - 1, through: 1, by: -1) {
            for start in 0...(words.count - length) {
                let phrase = words[start..<(start + length)].joined(separator: " ")
                if phrase.utf8.count >= 3, !vague.contains(phrase), let meanings = byWord[phrase] {
                    return Reading(meanings: meanings, word: phrase, isExact: false)
                }
            }
        }
        return nil
    }

    /// The order of day, month and year that a header asks for: `(DD/MM/YYYY)`, `TT-BB-HH`.
    static func dateOrder(_ cell: String) -> DateOrder? {
        let letters = cell.uppercased().filter(\.isLetter)
        if letters.contains("DDMMYY") || letters.contains("HHBBTT") || letters.contains("TGBLTH") { return .dayFirst }
        if letters.contains("MMDDYY") { return .monthFirst }
        if letters.contains("YYMMDD") || letters.contains("TTBBHH") { return .yearFirst }
        return nil
    }

    private static func withoutBrackets(_ cell: String) -> String {
        var depth = 0
        var text = ""
        for character in cell {
            switch character {
            case "(", "[": depth += 1
            case ")", "]": depth = max(0, depth - 1)
            default: if depth == 0 { text.append(character == "_" ? " " : character) }
            }
        }
        return text
    }

    /// Words that say too little inside a longer header.
    private static let vague: Set<String> = [
        "number", "date", "tanggal", "tgl", "time", "waktu", "jam", "country", "negara", "from", "dari", "asal",
        "title",
        "type", "trip", "status", "class", "kode", "code", "issued", "born", "port", "name", "nama", "exp",
    ]

    private static let byWord: [String: [Meaning]] = {
        var table: [String: [Meaning]] = [:]
        for (field, words) in fields {
            for word in words { table[word, default: []].append(.field(field)) }
        }
        for word in notNeeded { table[word, default: []].append(.notNeeded) }
        return table
    }()

    private static let fields: [(ManifestField, [String])] = [
        (
            .fullName,
            [
                "nama", "name", "names", "nama lengkap", "full name", "fullname", "nama penumpang", "passenger name",
                "passengers name", "name of passenger", "passenger", "penumpang", "nama sesuai paspor",
                "name as in passport", "name as per passport", "pax name", "guest name", "traveller name",
                "traveler name", "nama pelintas", "pelintas", "nama awak", "crew name", "nama sesuai ktp",
                "nama pax", "nama kru", "nama dan gelar", "nama di paspor", "complete name",
            ]
        ),
        (
            .surname,
            [
                "surname", "last name", "lastname", "family name", "familyname", "nama keluarga", "nama belakang",
                "marga", "last", "nama akhir",
            ]
        ),
        (
            .given,
            [
                "given", "given name", "given names", "first name", "firstname", "nama depan", "forename",
                "forenames", "nama kecil", "first", "first and middle name", "nama depan dan tengah", "givenname",
                "nama awal", "first middle name", "other names",
            ]
        ),
        (
            .birthDate,
            [
                "dob", "date of birth", "birth date", "birthdate", "birthday", "tanggal lahir", "tgl lahir",
                "tgllahir", "lahir", "tarikh lahir", "born", "tanggal kelahiran", "date birth", "birth",
                "tgl kelahiran", "d o b", "tanggallahir",
            ]
        ),
        (
            .birthPlace,
            [
                "place of birth", "birth place", "birthplace", "pob", "tempat lahir", "tmp lahir", "tmpt lahir",
                "kota lahir", "city of birth", "kota kelahiran",
            ]
        ),
        (
            .birthPlaceAndDate,
            [
                "ttl", "tempat tanggal lahir", "tempat tgl lahir", "tmpt tgl lahir", "place and date of birth",
                "place date of birth", "tempat dan tanggal lahir", "tempat dan tgl lahir",
                "place of birth date of birth",
            ]
        ),
        (
            .sex,
            [
                "sex", "gender", "jenis kelamin", "jk", "j k", "kelamin", "l p", "p l", "m f", "f m", "jantina",
                "jns kelamin", "jnskelamin", "jeniskelamin", "pria wanita", "lk pr",
            ]
        ),
        (.title, ["title", "gelar", "sapaan", "salutation", "mr mrs", "mr ms", "tn ny", "prefix"]),
        (
            .nationality,
            [
                "nationality", "nat", "kewarganegaraan", "kebangsaan", "warga negara", "wn", "warganegara",
                "citizenship", "country", "negara", "nationality code", "wni wna", "kebangsaan negara", "nation",
                "natl", "warga", "country of nationality", "kewarganegaran",
            ]
        ),
        (
            .documentType,
            [
                "doc type", "document type", "jenis dokumen", "type of document", "id type", "jenis identitas",
                "tipe dokumen", "travel document type", "type", "jenis id", "tanda pengenal", "jenis paspor",
                "passport type",
            ]
        ),
        (
            .documentNumber,
            [
                "passport", "passport no", "passport number", "passport nr", "paspor", "no paspor", "nomor paspor",
                "doc no", "document no", "document number", "no dokumen", "nomor dokumen", "travel document no",
                "travel document number", "pp no", "no pp", "no identitas", "nomor identitas", "id no", "id number",
                "identity no", "ic no", "passport ic no", "no passport", "no id", "nomor passport", "no pasport",
                "pasport", "pasport no", "ic passport no", "travel document", "dokumen perjalanan", "docno",
                "passportno", "no dokumen perjalanan", "paspor no", "no pas", "document", "nomor tanda pengenal",
            ]
        ),
        (
            .documentIssuer,
            [
                "issuing country", "country of issue", "doc issuer", "issuer", "issued by", "negara penerbit",
                "penerbit", "issuing state", "negara penerbit paspor", "diterbitkan oleh", "country", "negara",
                "issue country", "passport country", "negara paspor",
            ]
        ),
        (
            .documentExpiry,
            [
                "expiry", "expiry date", "date of expiry", "expiration", "expiration date", "exp", "exp date",
                "valid until", "berlaku sampai", "masa berlaku", "tanggal berakhir", "tgl berakhir",
                "berlaku hingga", "habis berlaku", "tgl habis berlaku", "tanggal habis berlaku", "passport expiry",
                "doc expiry", "tanggal kadaluarsa", "tgl kadaluarsa", "kadaluarsa", "kedaluwarsa",
                "tanggal kedaluwarsa", "tgl kedaluwarsa", "expired", "expired date", "date expired",
                "masa berlaku paspor", "valid to",
                "validity", "doe", "exp paspor", "berlaku s d", "expires",
            ]
        ),
        (.nik, ["nik", "no ktp", "nomor ktp", "ktp", "no nik", "nomor induk kependudukan", "nomor nik", "nik ktp"]),
        (
            .seat,
            [
                "seat", "seat no", "seat number", "kursi", "no kursi", "nomor kursi", "tempat duduk",
                "no tempat duduk", "nomor tempat duduk", "seatno",
            ]
        ),
        (.deck, ["deck", "dek", "geladak", "deck no"]),
        (
            .role,
            [
                "role", "peran", "crew passenger", "status penumpang", "passenger type", "jenis penumpang", "pax type",
                "category", "kategori", "penumpang awak", "awak penumpang",
            ]
        ),
        (
            .voyageNumber,
            [
                "voyage", "voyage no", "voyage number", "voy no", "voy", "no voyage", "trip", "trip no", "flight",
                "flight no", "flight number", "no pelayaran", "nomor pelayaran", "sailing", "sailing no", "number",
                "no penerbangan", "no perjalanan",
            ]
        ),
        (
            .conveyance,
            [
                "ship", "vessel", "vessel name", "ship name", "nama kapal", "kapal", "ferry", "ferry name",
                "name of vessel", "name of ship", "conveyance", "mv", "boat", "nama feri", "feri", "ships name",
            ]
        ),
        (.imo, ["imo", "imo no", "imo number", "nomor imo", "no imo"]),
        (
            .plate,
            [
                "plate", "plate no", "nopol", "no polisi", "nomor polisi", "no kendaraan", "nomor kendaraan",
                "vehicle no", "license plate", "licence plate", "no plat", "plat nomor", "vehicle number", "no bus",
                "plat", "nomor plat", "vehicle", "kendaraan",
            ]
        ),
        (
            .from,
            [
                "from", "origin", "port of departure", "departure port", "port of loading", "embark", "embarkation",
                "pelabuhan asal", "asal", "dari", "berangkat dari", "port of embarkation", "pelabuhan muat",
                "pelabuhan keberangkatan", "last port", "naik", "pelabuhan naik", "embarkation port", "pol",
            ]
        ),
        (
            .to,
            [
                "to", "destination", "dest", "arrival port", "port of arrival", "tujuan", "ke", "pelabuhan tujuan",
                "port of disembarkation", "debark", "disembark", "pelabuhan kedatangan", "turun", "next port",
                "pelabuhan turun", "disembarkation port", "pod", "port of destination", "disembarkation",
            ]
        ),
        (
            .departure,
            [
                "departure", "etd", "std", "keberangkatan", "departure date", "date of departure",
                "tanggal berangkat", "tgl berangkat", "tanggal keberangkatan", "tgl keberangkatan", "sailing date",
                "date", "tanggal", "tgl", "travel date", "tanggal perjalanan", "date of travel", "trip date",
                "waktu berangkat", "waktu keberangkatan", "departure date time", "depart", "departure time",
                "tanggal pelayaran", "date of sailing",
            ]
        ),
        (
            .departureTime,
            [
                "departure time", "time of departure", "jam berangkat", "jam keberangkatan", "jam", "time", "waktu",
                "sailing time", "etd", "std", "pukul", "departure", "waktu berangkat",
            ]
        ),
        (
            .arrival,
            [
                "arrival", "eta", "sta", "kedatangan", "arrival date", "date of arrival", "tanggal tiba", "tgl tiba",
                "tanggal kedatangan", "tgl kedatangan", "waktu tiba", "waktu kedatangan", "arrival time", "tiba",
            ]
        ),
        (
            .arrivalTime,
            ["arrival time", "time of arrival", "jam tiba", "jam kedatangan", "eta", "sta", "arrival", "waktu tiba"]
        ),
    ]

    private static let notNeeded: [String] = [
        "no", "nr", "num", "nomor", "number", "no urut", "nomor urut", "urut", "sl no", "s n", "sn", "seq", "serial",
        "serial no", "line", "id", "phone", "phone no", "phone number", "hp", "no hp", "nomor hp", "telp", "telepon",
        "no telp", "no telepon", "mobile", "contact", "contact no", "whatsapp", "wa", "email", "e mail", "alamat",
        "address", "agama", "religion", "pekerjaan", "occupation", "profession", "harga", "fare", "price", "ticket",
        "ticket no", "ticket number", "tiket", "no tiket", "nomor tiket", "remark", "remarks", "keterangan", "ket",
        "catatan", "note", "notes", "golongan darah", "blood type", "umur", "usia", "age", "berat", "weight", "bagasi",
        "baggage", "date of issue", "issue date", "tanggal terbit", "tgl terbit", "tanggal pengeluaran", "issued",
        "tanggal dikeluarkan", "place of issue", "tempat terbit", "tempat dikeluarkan", "kantor penerbit",
        "issuing office", "emergency contact", "kontak darurat", "emergency contact name", "emergency contact no",
        "status", "class", "kelas", "booking code",
        "kode booking", "booking", "pnr", "payment", "pembayaran", "tanda tangan", "signature", "paraf", "visa",
        "visa no", "nomor visa", "health", "kesehatan", "vaksin", "vaccine", "makanan", "meal", "hubungan", "relation",
        "status perkawinan", "marital status", "boarding", "check in", "adult child", "kewarganegaraan ibu",
    ]
}
