// SPDX-License-Identifier: Apache-2.0

/// Words of the letter to a carrier: how urgent a fault is, and which document says how to do it.
enum ConformanceWords {
    static let urgency: [String: Phrase] = [
        "traveller-lost": Phrase("Mendesak: penumpang dapat tidak terlihat", "Urgent: travellers may go unseen"),
        "field-lost": Phrase("Perlu: sebagian data hilang", "Needed: some data are lost"),
        "cosmetic": Phrase("Rapikan: semua tetap terbaca", "Tidy up: everything was read all the same"),
    ]

    static let guide: [String: Phrase] = [
        "syntax": Phrase("ISO 9735 (sintaks EDIFACT)", "ISO 9735 (EDIFACT syntax)"),
        "api": Phrase(
            "Panduan API WCO/IATA/ICAO (PAXLST, CUSRES)", "WCO/IATA/ICAO API guide (PAXLST, CUSRES)"),
        "pnrgov": Phrase("Panduan PNRGOV WCO/IATA/ICAO", "WCO/IATA/ICAO PNRGOV guide"),
        "manifest": Phrase("Pola kolom manifes", "Manifest column template"),
        "documents": Phrase("ICAO Doc 9303", "ICAO Doc 9303"),
    ]
}
