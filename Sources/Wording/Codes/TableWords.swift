// SPDX-License-Identifier: Apache-2.0

/// Words of tables of codes: tables, columns, acts, origins, mistakes.
enum TableWords {
    static let table: [String: Phrase] = [
        "ports": Phrase("pelabuhan dan pos", "ports and posts"),
        "carriers": Phrase("pengangkut", "carriers"),
        "countries": Phrase("negara", "countries"),
        "regions": Phrase("wilayah", "regions"),
    ]

    static let column: [String: Phrase] = [
        "CODE": Phrase("Kode", "Code"),
        "NAME": Phrase("Nama", "Name"),
        "COUNTRY": Phrase("Negara (tiga huruf)", "Country (three letters)"),
        "ZONE": Phrase("Zona waktu (IANA)", "Time zone (IANA)"),
        "OFFSET": Phrase("Selisih dari UTC (menit)", "Offset from UTC (minutes)"),
        "MODE": Phrase("Moda", "Mode"),
        "ICAO": Phrase("Kode ICAO", "ICAO code"),
        "LAT": Phrase("Lintang", "Latitude"),
        "LON": Phrase("Bujur", "Longitude"),
        "ALPHA3": Phrase("Kode tiga huruf", "Three-letter code"),
        "ALPHA2": Phrase("Kode dua huruf", "Two-letter code"),
        "NAME_EN": Phrase("Nama Inggris", "English name"),
        "NAME_ID": Phrase("Nama Indonesia", "Indonesian name"),
    ]

    static let act: [String: Phrase] = [
        "added": Phrase("baris ditambahkan", "row added"),
        "corrected": Phrase("baris dibetulkan", "row corrected"),
        "withdrawn": Phrase("baris dicabut", "row withdrawn"),
        "returned": Phrase("kembali ke bawaan", "returned to the shipped row"),
        "imported": Phrase("CSV diterapkan", "CSV applied"),
        "undone": Phrase("perubahan dibatalkan", "change taken back"),
    ]

    static let origin: [String: Phrase] = [
        "shipped": Phrase("bawaan", "shipped"),
        "added": Phrase("ditambahkan di sini", "added here"),
        "corrected": Phrase("dibetulkan di sini", "corrected here"),
        "withdrawn": Phrase("dicabut di sini", "withdrawn here"),
    ]

    /// What is wrong, with what is expected.
    static let problem: [String: Phrase] = [
        "missing": Phrase("isi kolom ini", "fill in this column"),
        "too-long": Phrase("paling banyak 80 huruf", "at most 80 characters"),
        "bad-character": Phrase(
            "hapus ganti baris dan tanda kurung sudut", "take out line breaks and angle brackets"),
        "bad-code": Phrase(
            "bandara: tiga huruf IATA; tempat lain: UN/LOCODE lima huruf yang diawali kode negaranya; maskapai: dua huruf atau angka IATA; negara: tiga dan dua huruf; wilayah: dua, empat, atau enam angka",
            "an airport: three IATA letters; another place: a UN/LOCODE of five that begins with its country's code; an airline: two IATA letters or digits; a country: three and two letters; a region: two, four or six digits"
        ),
        "unknown-country": Phrase(
            "kode negara tiga huruf yang dikenal, misalnya IDN", "a known three-letter country code, for example IDN"),
        "unknown-zone": Phrase(
            "nama zona IANA, misalnya Asia/Jakarta", "the name of an IANA zone, for example Asia/Jakarta"),
        "wrong-offset": Phrase(
            "selisih waktu standar zona itu dalam menit, misalnya 420 untuk Asia/Jakarta",
            "the zone's standard offset in minutes, for example 420 for Asia/Jakarta"),
        "unknown-mode": Phrase("air, sea, atau land", "air, sea or land"),
        "bad-icao": Phrase(
            "bandara: empat huruf atau angka; pengangkut: tiga huruf",
            "an airport: four letters or digits; a carrier: three letters"),
        "bad-coordinate": Phrase(
            "derajat desimal: lintang -90 sampai 90, bujur -180 sampai 180",
            "decimal degrees: latitude -90 to 90, longitude -180 to 180"),
        "half-coordinate": Phrase("isi lintang dan bujur, atau kosongkan keduanya", "give both or leave both empty"),
        "repeated": Phrase("kode ini sudah dipakai baris lain", "another row holds this code already"),
    ]
}
