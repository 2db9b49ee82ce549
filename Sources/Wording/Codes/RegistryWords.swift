// SPDX-License-Identifier: Apache-2.0

/// Words of what the civil registry answers, and of how a traveller is compared with it.
enum RegistryWords {
    static let field: [String: Phrase] = [
        "name": Phrase("nama", "name"),
        "birthDate": Phrase("tanggal lahir", "birth date"),
        "sex": Phrase("jenis kelamin", "sex"),
        "birthPlace": Phrase("tempat lahir", "place of birth"),
    ]

    static let failure: [String: Phrase] = [
        "quota-exhausted": Phrase("kuota hari ini habis", "today's quota is used up"),
        "login-refused": Phrase("pengguna atau sandi ditolak", "user or password refused"),
        "address-refused": Phrase("alamat jaringan ditolak", "network address refused"),
        "agency-inactive": Phrase("instansi tidak aktif di catatan sipil", "the agency is not active at the registry"),
        "unreachable": Phrase("layanan tidak menjawab", "the service does not answer"),
        "timed-out": Phrase("layanan terlalu lambat", "the service is too slow"),
    ]

    static let lookUpAlarm: [String: Phrase] = [
        "untied": Phrase("tanpa kehadiran, dengan alasan saja", "nobody present, a reason alone"),
        "own-number": Phrase("NIK petugas sendiri", "the officer's own number"),
        "several-officers": Phrase("orang yang sama oleh beberapa petugas", "the same person by several officers"),
        "night": Phrase("banyak dalam satu jam malam", "many in an hour of the night"),
        "limit": Phrase("jatah habis", "all that the limit allows"),
    ]

    static let readAlarm: [String: Phrase] = [
        "own-name": Phrase("orang dengan nama petugas sendiri", "a person with the officer's own name"),
        "own-number": Phrase("NIK petugas sendiri", "the officer's own number"),
        "own-family": Phrase("kartu keluarga petugas sendiri", "the officer's own family card"),
        "fishing": Phrase(
            "banyak orang tanpa kecocokan dalam satu jam", "many people without a hit within an hour"),
        "night": Phrase("malam, di luar jam biasanya", "at night, away from the usual hours"),
        "repeated": Phrase("orang yang sama pada beberapa hari", "the same person on several days"),
    ]

    static let readerFault: [String: Phrase] = [
        "damaged-card": Phrase("cip kartu rusak; ketik nomornya", "the card's chip is damaged; type the number"),
        "removed-early": Phrase(
            "kartu diangkat terlalu cepat; letakkan lagi", "the card was taken away too early; hold it again"),
        "other-card": Phrase("ini bukan KTP elektronik", "this is no electronic identity card"),
        "slow-card": Phrase("kartu tidak menjawab; letakkan lagi", "the card does not answer; hold it again"),
        "device": Phrase("pembaca kartu bermasalah", "the reader has trouble"),
    ]

    static let unusable: [String: Phrase] = [
        "deceased": Phrase("menurut catatan sipil pemiliknya meninggal", "the registry holds the owner for dead"),
        "duplicate": Phrase("data ganda di catatan sipil", "duplicate data at the registry"),
        "inactive": Phrase("data tidak aktif di catatan sipil", "the registry's record is not active"),
    ]

    /// What the registry answered about its photograph.
    static let faceAnswer: [String: Phrase] = [
        "agrees": Phrase("sesuai", "agrees"),
        "differs": Phrase("tidak sesuai", "does not agree"),
        "scored": Phrase("hanya sebuah angka, tanpa putusan", "a figure alone, without a verdict"),
        "photograph-given": Phrase("fotonya diberikan", "its photograph was given"),
        "not-found": Phrase("NIK tidak ditemukan", "nobody has the identity number"),
        "no-photograph": Phrase("tidak punya foto orang ini", "it has no photograph of this person"),
        "deceased": Phrase("pemilik NIK meninggal menurut catatan sipil", "the registry holds the owner for dead"),
        "duplicate": Phrase("data ganda di catatan sipil", "duplicate data at the registry"),
        "inactive": Phrase("data tidak aktif di catatan sipil", "the registry's record is not active"),
        "no-face": Phrase("tidak melihat wajah pada gambar", "it saw no face in the picture"),
        "picture-refused": Phrase("gambar tidak diterima", "it did not take the picture"),
        "not-offered": Phrase("layanan foto tidak termasuk perjanjian", "the agreement does not cover photographs"),
        "unreadable": Phrase("jawabannya tidak dapat dibaca", "its answer could not be read"),
    ]

    static let comparison: [String: Phrase] = [
        "prior": Phrase("awal", "prior"),
        "name": Phrase("nama", "name"),
        "birth date": Phrase("tanggal lahir", "birth date"),
        "sex": Phrase("jenis kelamin", "sex"),
        "birth place": Phrase("tempat lahir", "place of birth"),
        "NIK": Phrase("NIK", "identity number"),
        "residence": Phrase("tempat tinggal", "residence"),
        "family card of companions": Phrase("satu KK dengan teman seperjalanan", "one family card with companions"),
    ]

    static let wordRelation: [String: Phrase] = [
        "same": Phrase("sama", "same"),
        "spelling": Phrase("ejaan lain", "another spelling"),
        "alias": Phrase("bentuk lain nama yang sama", "another form of the name"),
        "initial": Phrase("huruf awal", "initial"),
        "cut": Phrase("terpotong", "cut off"),
        "tail": Phrase("bagian belakang", "its end"),
        "slip": Phrase("salah ketik atau baca", "slip of keying or reading"),
        "near": Phrase("mirip", "alike"),
        "together": Phrase("kata tersambung", "run together"),
        "father": Phrase("nama ayah", "the father's name"),
        "extra": Phrase("tidak ada pada penduduk", "the resident lacks it"),
        "omitted": Phrase("tidak disebut", "left out"),
        "one origin": Phrase("kata-kata seasal", "words of one origin"),
        "limit": Phrase("bacaan lain", "another reading"),
    ]

    static let dateLevel: [String: Phrase] = [
        "missing": Phrase("tidak ada", "missing"),
        "same": Phrase("sama", "same"),
        "swapped": Phrase("hari dan bulan tertukar", "day and month swapped"),
        "day": Phrase("hari meleset", "day off by a slip"),
        "month": Phrase("bulan meleset", "month off by a slip"),
        "year": Phrase("tahun meleset 1, 10 atau 100", "year off by 1, 10 or 100"),
        "digits": Phrase("angka tahun keliru", "digits of the year wrong"),
        "heaped": Phrase("tahun sama, hari perkiraan", "same year, day a guess"),
        "sameYear": Phrase("tahun sama", "same year"),
        "sameDayAndMonth": Phrase("hari dan bulan sama", "same day and month"),
        "other": Phrase("tanggal lain", "another date"),
        "partialSame": Phrase("cocok sejauh diketahui", "agrees as far as known"),
        "partialNear": Phrase("selisih satu tahun", "a year off"),
        "partialOther": Phrase("tahun lain", "another year"),
    ]
}
