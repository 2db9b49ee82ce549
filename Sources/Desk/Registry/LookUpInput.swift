// SPDX-License-Identifier: Apache-2.0

import CardReader
import Civil
import Identity
import Messages

/// What an officer typed, pasted or scanned, or what a reader read: an identity number, a document's zone, a card.
struct LookUpInput {
    /// The longest text that is looked through.
    static let limit = 2_000

    let nik: NIK?
    let zone: MachineReadableZone?
    /// A card that a reader at the post read.
    let card: CardReading?

    /// Nil where the text holds neither. A zone that needs repair counts as read and not as scanned.
    init?(_ text: String, today: CivilDate?) {
        let text = String(text.prefix(Self.limit))
        let found = MRZSearch.zones(in: Array(text.utf8)).first
        zone = found.flatMap { MRZReading(lines: $0.lines, today: today)?.zone }
        // A number alone on its line, blanks and dots between its digits left out.
        nik =
            text.split(whereSeparator: \.isNewline).lazy.compactMap { line -> NIK? in
                let digits = line.filter { !$0.isWhitespace && $0 != "." && $0 != "-" }
                return try? NIK(parsing: digits)
            }.first
        card = nil
        if nik == nil, zone == nil { return nil }
    }

    /// A card that lies on the reader.
    init(_ card: CardReading) {
        self.card = card
        nik = card.nik
        zone = nil
    }

    /// Whether a card was read, or a document whose check digits are all right.
    var isScanned: Bool { card != nil || zone?.isVerified ?? false }

    /// What the document says, with the number.
    var claim: TravellerClaim {
        if let card {
            return TravellerClaim(
                surname: nil, given: card.name, birth: card.birthDate.map { PartialDate($0) }, sex: card.sex,
                birthPlace: card.birthPlace, nik: nik)
        }
        return TravellerClaim(
            surname: zone?.surname, given: zone?.given, birth: zone?.birthDate, sex: zone?.sex, nik: nik)
    }
}
