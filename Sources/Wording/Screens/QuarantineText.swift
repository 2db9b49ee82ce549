// SPDX-License-Identifier: Apache-2.0

/// Messages that could not be read.
public enum QuarantineText: String, ScreenText {
    case title, lead, receivedAt, origin, size, kind, why, position, segment, warnings, raw, rawHint, openRaw, none
    case warned, noneWarned, expires

    public var phrase: Phrase {
        switch self {
        case .title: Phrase("Karantina", "Quarantine")
        case .lead:
            Phrase(
                "Pesan yang tidak dapat dibaca, utuh dan terkunci. Tidak ada yang hilang.",
                "Messages that cannot be read, whole and sealed. Nothing is lost.")
        case .receivedAt: Phrase("Diterima", "Received")
        case .origin: Phrase("Asal", "Origin")
        case .size: Phrase("Ukuran", "Size")
        case .kind: Phrase("Jenis pesan", "Kind")
        case .why: Phrase("Sebab", "Why")
        case .position: Phrase("Letak", "Position")
        case .segment: Phrase("Segmen", "Segment")
        case .warnings: Phrase("Catatan", "Warnings")
        case .raw: Phrase("Pesan seperti diterima", "The message as received")
        case .rawHint:
            Phrase(
                "Dapat memuat data pribadi; setiap pembukaan dicatat.",
                "May hold personal data; every opening is recorded.")
        case .openRaw: Phrase("Buka pesan", "Open the message")
        case .none: Phrase("Tidak ada pesan di karantina.", "There is no message in quarantine.")
        case .warned: Phrase("Diterima dengan catatan", "Accepted with warnings")
        case .noneWarned: Phrase("Tidak ada pesan dengan catatan.", "There is no message with warnings.")
        case .expires: Phrase("Dimusnahkan pada", "Destroyed on")
        }
    }
}
