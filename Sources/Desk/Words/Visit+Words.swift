// SPDX-License-Identifier: Apache-2.0

import Civil
import Gazetteer
import Mandate
import Wording

extension Visit {
    /// The name of a country by its code, the same on every page; a masked value or an unknown code stays as it is.
    func country(_ code: String) -> String {
        let name = words.country(code)
        guard name == code, let country = services.gazetteer.country(code) else { return name }
        return words.language == .indonesian ? country.indonesianName : country.englishName
    }
}

extension Lens {
    /// A date in words where it is shown; in ISO form where ``text(_:_:as:)`` is to mask it.
    func date(_ date: PartialDate, _ field: DataField, _ words: Words) -> String {
        shows(field) ? words.date(date) : "\(date)"
    }
}
