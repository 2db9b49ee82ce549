// SPDX-License-Identifier: Apache-2.0

import Civil

/// The hidden fields by which a form on the page of a look-up repeats it: token, what was looked up, and the reason.
struct LookUpAgain {
    let visit: Visit
    let input: LookUpInput

    func write(_ html: inout Markup) {
        FormParts.token(visit, &html)
        // A card is forgotten once it was read: its number stands for it.
        let text = visit.form["isi"] ?? input.nik?.description ?? ""
        html.void("input", ["type": "hidden", "name": "isi", "value": text])
        html.void("input", ["type": "hidden", "name": "alasan", "value": visit.form["alasan"] ?? ""])
    }
}
