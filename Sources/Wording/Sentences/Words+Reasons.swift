// SPDX-License-Identifier: Apache-2.0

internal import Civil

extension Words {
    /// Why an entry matches a traveller, in one plain sentence.
    ///
    /// - Parameters:
    ///   - kind: the raw value of a `HitReasonKind`.
    ///   - observed: what the messages say: dates in ISO form, sexes and countries as codes; masked values stay.
    ///   - expected: what the entry says.
    ///   - source: the raw value of a `SourceKind`, nil where unknown.
    public func reasonSentence(kind: String, observed: String, expected: String, source: String?) -> String {
        let seen = readable(observed, of: kind)
        let wanted = readable(expected, of: kind)
        let place =
            source.map { pick("menurut ", "in the ") + sourceName($0) } ?? pick("menurut pesan", "in the message")
        switch kind {
        case "document-equal":
            return pick(
                "Nomor dokumen \(seen) \(place) sama persis dengan entri pantau.",
                "Document number \(seen) \(place) is exactly that of the entry.")
        case "document-other-issuer":
            return pick(
                "Nomor dokumen sama, tetapi penerbitnya berbeda: \(seen) \(place), \(wanted) pada entri.",
                "The document number is the same but the issuer differs: \(seen) \(place), \(wanted) on the entry.")
        case "name-equal":
            return pick(
                "Nama \(seen) \(place) sama persis dengan entri pantau.",
                "The name \(seen) \(place) is exactly that of the entry.")
        case "name-folded":
            return pick(
                "Nama \(seen) \(place) sama dengan \(wanted) pada entri; hanya ejaan atau urutannya berbeda.",
                "The name \(seen) \(place) is \(wanted) on the entry; only spelling or order differ.")
        case "name-partial":
            return pick(
                "Sebagian nama sama: \(seen) \(place), \(wanted) pada entri.",
                "Part of the name is the same: \(seen) \(place), \(wanted) on the entry.")
        default:
            return fact(kind, seen: seen, wanted: wanted, place: place)
        }
    }

    private func fact(_ kind: String, seen: String, wanted: String, place: String) -> String {
        switch kind {
        case "birth-date-equal":
            pick("Tanggal lahir sama: \(seen).", "The birth date is the same: \(seen).")
        case "birth-date-partial":
            pick(
                "Tanggal lahir sama sejauh diketahui: \(seen) \(place), \(wanted) pada entri.",
                "The birth date agrees as far as known: \(seen) \(place), \(wanted) on the entry.")
        case "sex-equal": pick("Jenis kelamin sama: \(seen).", "The sex is the same: \(seen).")
        case "nationality-equal": pick("Kewarganegaraan sama: \(seen).", "The nationality is the same: \(seen).")
        case "birth-date-differs": differs(Phrase("Tanggal lahir", "birth date"), seen, wanted, place)
        case "sex-differs": differs(Phrase("Jenis kelamin", "sex"), seen, wanted, place)
        case "nationality-differs": differs(Phrase("Kewarganegaraan", "nationality"), seen, wanted, place)
        case "phone-equal":
            pick(
                "Nomor telepon \(seen) \(place) ada pada entri pantau.",
                "Telephone number \(seen) \(place) is on the entry.")
        case "email-equal":
            pick(
                "Alamat surel \(seen) \(place) ada pada entri pantau.",
                "E-mail address \(seen) \(place) is on the entry.")
        case "card-equal":
            pick(
                "Tiket dibayar dengan kartu pada entri pantau (berakhir \(seen)).",
                "The ticket was paid with the card on the entry (ending \(seen)).")
        default: self(.hitReason, kind) + ": " + seen + " / " + wanted
        }
    }

    private func differs(_ what: Phrase, _ seen: String, _ wanted: String, _ place: String) -> String {
        pick(
            "\(what.indonesian) berbeda: \(seen) \(place), \(wanted) pada entri.",
            "The \(what.english) differs: \(seen) \(place), \(wanted) on the entry.")
    }

    /// A short name of a source for the middle of a sentence: `API`, `PNR`, `manifes`.
    public func sourceName(_ code: String) -> String {
        switch code {
        case "api": "API"
        case "pnr": "PNR"
        case "manifest": pick("manifes", "manifest")
        case "desk": pick("dokumen di pos", "document at the post")
        default: code
        }
    }

    /// A value of a reason as a table shows it: dates, sexes and countries in words, masked values as they are.
    public func readable(_ value: String, of kind: String) -> String {
        switch kind {
        case "birth-date-equal", "birth-date-partial", "birth-date-differs":
            PartialDate(iso: value).map { date($0) } ?? value
        case "sex-equal", "sex-differs": self(.sex, value)
        case "nationality-equal", "nationality-differs": country(value)
        default: value
        }
    }
}
