// SPDX-License-Identifier: Apache-2.0

/// Words of the Messages room's codes and of the inbox.
enum MessageWords {
    static let kind: [String: Phrase] = [
        "PAXLST": Phrase("PAXLST · data penumpang (API)", "PAXLST · advance passenger information"),
        "PNRGOV": Phrase("PNRGOV · catatan nama penumpang (PNR)", "PNRGOV · passenger name records"),
        "CUSRES": Phrase("CUSRES · jawaban", "CUSRES · response"),
        "ACKRES": Phrase("ACKRES · tanda terima", "ACKRES · acknowledgement"),
        "GOVREQ": Phrase("GOVREQ · permintaan data", "GOVREQ · request for data"),
        "MANIFEST": Phrase("manifes (CSV)", "manifest (CSV)"),
        "MRZ": Phrase("baris baca mesin (MRZ)", "machine readable zone (MRZ)"),
        "UNKNOWN": Phrase("tidak dikenal", "unknown"),
    ]

    static let state: [String: Phrase] = [
        "pending": Phrase("menunggu", "waiting"),
        "screened": Phrase("selesai diolah", "screened"),
        "quarantined": Phrase("dikarantina", "quarantined"),
        "replayed": Phrase("keluar dari karantina", "out of quarantine"),
        "forgotten": Phrase("dihapus sesuai jadwal", "forgotten in time"),
    ]

    static let status: [String: Phrase] = [
        "accepted": Phrase("diterima", "accepted"),
        "warned": Phrase("diterima dengan catatan", "accepted with warnings"),
        "quarantined": Phrase("dikarantina", "quarantined"),
    ]

    static let effect: [String: Phrase] = [
        "report": Phrase("melaporkan penumpang", "reports travellers"),
        "replaceTravellers": Phrase("mengganti data penumpang", "replaces travellers"),
        "cancelTravellers": Phrase("membatalkan penumpang", "cancels travellers"),
        "closeWithBoarded": Phrase("menutup manifes: yang naik", "closes: those on board"),
        "closeWithNotBoarded": Phrase("menutup manifes: yang tidak naik", "closes: those not on board"),
        "cancelVoyage": Phrase("membatalkan perjalanan", "cancels the voyage"),
        "changeVoyage": Phrase("mengubah waktu atau pelabuhan", "changes times or ports"),
        "clearance": Phrase("jawaban izin naik", "clearance answer"),
        "acknowledge": Phrase("menyatakan terima atau tolak", "accepts or rejects"),
        "request": Phrase("meminta data", "asks for data"),
    ]

    /// What a state's system answered a carrier about one traveller.
    static let clearance: [String: Phrase] = [
        "0Z": Phrase("boleh naik", "may board"),
        "1Z": Phrase("tidak boleh naik", "may not board"),
        "2Z": Phrase("perlu pemeriksaan lanjut", "further checks"),
        "4Z": Phrase("data kurang", "insufficient data"),
    ]

    static let receipt: [String: Phrase] = [
        "stored": Phrase("tersimpan", "stored"),
        "duplicate": Phrase("sudah pernah diterima", "received before"),
        "quarantined": Phrase("dikarantina", "quarantined"),
    ]

    static let sensitive: [String: Phrase] = [
        "meal": Phrase("permintaan makanan", "meal wishes"),
        "medical": Phrase("kesehatan dan bantuan", "health and assistance"),
        "religion": Phrase("agama atau kepercayaan", "religion or belief"),
        "card": Phrase("nomor kartu", "card numbers"),
    ]

    /// What is odd in a message, by its stable code.
    static let warning: [String: Phrase] = [
        "segment-count": Phrase(
            "Jumlah segmen tidak sama dengan yang dinyatakan.", "The number of segments is not the one declared."),
        "reference-mismatch": Phrase(
            "Nomor acuan di awal dan akhir pesan berbeda.",
            "The references at the beginning and end of the message differ."),
        "message-end-missing": Phrase("Akhir pesan tidak ada.", "The end of the message is missing."),
        "part-missing": Phrase(
            "Satu bagian dari pesan bersambung belum diterima.", "A part of the divided message is missing."),
        "total-mismatch": Phrase(
            "Jumlah penumpang atau pemesanan tidak sama dengan yang dinyatakan.",
            "The number of travellers or bookings is not the one declared."),
        "unknown-segment": Phrase("Segmen tidak dikenal; dilewati.", "Unknown segment; passed over."),
        "unknown-qualifier": Phrase("Penanda tidak dikenal; dilewati.", "Unknown qualifier; passed over."),
        "unknown-message-type": Phrase("Jenis pesan tidak dikenal.", "Unknown type of message."),
        "unknown-function": Phrase(
            "Fungsi pesan tidak dikenal; dibaca sebagai laporan.", "Unknown message function; read as a report."),
        "unreadable-date": Phrase("Tanggal tidak terbaca.", "A date cannot be read."),
        "unreadable-value": Phrase("Nilai tidak terbaca.", "A value cannot be read."),
        "unreadable-segment": Phrase("Segmen tidak terbaca.", "A segment cannot be read."),
        "dangling-release": Phrase(
            "Tanda lepas di akhir segmen tanpa huruf sesudahnya.",
            "A release character at the end of a segment with nothing after it."),
        "segment-too-long": Phrase("Segmen terlalu panjang.", "A segment is too long."),
        "voyage-missing": Phrase("Penerbangan atau pelayaran tidak disebut.", "The flight or voyage is not named."),
        "name-missing": Phrase("Penumpang tanpa nama.", "A traveller has no name."),
        "identity-conflict": Phrase(
            "Data satu penumpang saling bertentangan.", "The data of one traveller contradict each other."),
        "interchange-header-missing": Phrase(
            "Kepala kiriman (UNB) tidak ada.", "The interchange header (UNB) is missing."),
        "bad-row": Phrase("Baris manifes tidak terbaca.", "A row of the manifest cannot be read."),
        "unknown-column": Phrase("Kolom tidak dikenal; dilewati.", "Unknown column; passed over."),
        "missing-column": Phrase("Kolom wajib tidak ada.", "A required column is missing."),
        "bad-encoding": Phrase("Huruf tidak terbaca (bukan UTF-8).", "Characters cannot be read (not UTF-8)."),
        "check-digit": Phrase(
            "Angka periksa zona dokumen tidak cocok.", "A check digit of the document's zone does not agree."),
        "name-cut": Phrase(
            "Nama memenuhi kolomnya; mungkin terpotong.", "The name fills its field; it may be cut."),
        "zone-repaired": Phrase(
            "Zona dokumen dirapikan agar terbaca.", "The document's zone was tidied to be read."),
        "no-message": Phrase("Tidak ada pesan di dalamnya.", "There is no message in it."),
        "too-many-warnings": Phrase("Catatan selebihnya tidak ditampilkan.", "Further warnings are left out."),
    ]
}
