// SPDX-License-Identifier: Apache-2.0

import CardReader
import Civil
import Identity
import Mandate
import Safeguards
import Wording

/// A card that was read at the post and waits to be looked up with, as its officer sees it.
struct CardAtPost {
    let waiting: ReaderShelf.Waiting

    init(_ waiting: ReaderShelf.Waiting) { self.waiting = waiting }

    /// Whose data are shown, for the audit record.
    func residents(_ visit: Visit) -> [String] {
        ["resident:\(visit.services.tokeniser.token(.nik, waiting.reading.nik.description))"]
    }

    /// Label and value of what the card says, as far as the reader may see it.
    func facts(_ visit: Visit) -> [(label: String, value: String)] {
        // Whoever stands at the post with a card is seen as a hit is: whole.
        let lens = visit.lens(isHit: true), words = visit.words
        let claim = ClaimWords(claim: LookUpInput(waiting.reading).claim, lens: lens, words: words)
        let nik = waiting.reading.nik
        var facts: [(label: String, value: String)] = []
        if let number = lens.text(nik.description, .nik, as: .nik) { facts.append((label: "NIK", value: number)) }
        if let region = NumberRegion(visit: visit, lens: lens, nik: nik).pair { facts.append(region) }
        return facts
            + RegistryField.allCases.compactMap { field in
                claim.text(field).map { (words.raised(words(.registryField, field)), $0) }
            }
    }
}
