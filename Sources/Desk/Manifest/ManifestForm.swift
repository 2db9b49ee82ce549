// SPDX-License-Identifier: Apache-2.0

import Civil
import Mandate
import Manifests
import Travel

/// What an officer changed on the page of a list: columns, orders of dates, the voyage.
struct ManifestForm {
    let visit: Visit

    func apply(to draft: inout ManifestDraft) {
        let form = visit.form
        if let text = form["kepala"] {
            let line = Int(text)
            if (line == 0 && !draft.headerLines.isEmpty) || (line != 0 && line != draft.headerLines.first) {
                draft.setHeader(line: line == 0 ? nil : line)
                takeVoyage(&draft)
                // The columns on the page were those of another header.
                return
            }
        }
        for column in draft.columns.indices {
            // A column that the page did not have stays as it is.
            guard let chosen = form.all("k\(column)").first else { continue }
            draft.set(column: column, to: ManifestField(rawValue: chosen))
            if let order = form["u\(column)"].flatMap({ DateOrder(rawValue: $0) }),
                draft.columns[column].dates?.order != order
            {
                draft.set(column: column, order: order)
            }
        }
        takeVoyage(&draft)
    }

    private func takeVoyage(_ draft: inout ManifestDraft) {
        let form = visit.form
        func text(_ name: String, _ limit: Int) -> String? { form[name].map { String($0.uppercased().prefix(limit)) } }
        draft.voyage.operatorCode = form["operator"].flatMap { ListVoyage.operatorCode($0) }
        draft.voyage.mode = form["lewat"].flatMap { TravelMode(rawValue: $0) }
        draft.voyage.conveyance = text("kapal", 40)
        draft.voyage.imo = text("imo", 7)
        draft.voyage.number = text("nomor", 12)
        draft.voyage.plate = text("polisi", 15)
        draft.voyage.from = text("dari", 8)
        draft.voyage.to = text("tujuan", 8)
        draft.voyage.departure = form["berangkat"].flatMap { CivilDateTime(iso: $0.prefix(16)) }
        draft.voyage.arrival = form["tiba"].flatMap { CivilDateTime(iso: $0.prefix(16)) }
    }
}
