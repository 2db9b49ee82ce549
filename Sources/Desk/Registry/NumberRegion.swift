// SPDX-License-Identifier: Apache-2.0

import Civil
import Gazetteer
import Mandate
import Wording

/// Where an identity number was issued, by its first six digits and the table of regions.
///
/// Shown only where the whole number is: a covered one does not show these digits. A code that the table lacks is said to
/// be so and no more: codes of regions that were divided since stay in use, and the table may be older than the number.
struct NumberRegion {
    let visit: Visit
    let lens: Lens
    let nik: NIK

    /// `NIK terbit di`, and the region's names, the smallest first; nil where the number is not shown.
    var pair: (label: String, value: String)? {
        guard lens.shows(.nik) else { return nil }
        let names = visit.services.gazetteer.regions(ofNIK: nik.region).map(\.name)
        let code = nik.description.prefix(2)
        let value =
            names.isEmpty ? "\(code): " + visit.words(RegistryText.regionUnknown) : names.joined(separator: ", ")
        return (visit.words(RegistryText.regionIssued), value)
    }

    /// Label and names in one line.
    var line: String? { pair.map { $0.label + " " + $0.value } }

    /// As one of a list of facts.
    func write(_ html: inout Markup) {
        guard let pair else { return }
        Facts.pair(pair.label, pair.value, &html)
    }
}
