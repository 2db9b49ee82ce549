// SPDX-License-Identifier: Apache-2.0

import Messages
import Wording

/// Lines of a zone with what a repair changes.
enum ZoneLines {
    /// The lines, changed characters marked.
    static func write(_ repair: MRZRepair, _ words: Words, _ html: inout Markup) {
        for (index, line) in repair.zone.lines.enumerated() {
            if index > 0 { html.say("\n") }
            var marked: Set<Int> = []
            for change in repair.changes where change.line == index + 1 && !change.to.isEmpty {
                marked.formUnion(change.column..<(change.column + change.to.count))
            }
            for (place, character) in line.enumerated() {
                if marked.contains(place + 1) {
                    html.add("mark", String(character))
                } else {
                    html.say(String(character))
                }
            }
        }
    }

    /// The changes in words: `baris 2 kolom 3: O → 0`.
    static func sentence(_ repair: MRZRepair, _ words: Words) -> String {
        repair.changes.map { change in
            let place = words(ZoneText.line) + " \(change.line) " + words(ZoneText.column) + " \(change.column): "
            if change.from.isEmpty { return place + change.to + " " + words(ZoneText.inserted) }
            if change.to.isEmpty { return place + change.from + " " + words(ZoneText.leftOut) }
            return place + change.from + " → " + change.to
        }.joined(separator: "; ")
    }

    static func name(_ field: MRZField, _ words: Words) -> String {
        switch field {
        case .documentNumber: words(ZoneText.documentNumber)
        case .birthDate: words(ZoneText.birthDate)
        case .expiry: words(ZoneText.expiry)
        case .optionalData: words(ZoneText.optionalData)
        case .composite: words(ZoneText.composite)
        }
    }

    /// What the next request needs of this one.
    static func hidden(_ visit: Visit, repair: Int?, _ html: inout Markup) {
        FormParts.token(visit, &html)
        html.void("input", ["type": "hidden", "name": "zona", "value": visit.form["zona"] ?? ""])
        if let repair { html.void("input", ["type": "hidden", "name": "perbaikan", "value": "\(repair)"]) }
    }
}
