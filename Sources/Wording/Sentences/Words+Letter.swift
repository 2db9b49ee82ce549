// SPDX-License-Identifier: Apache-2.0

extension Words {
    /// `Diperiksa 120 pesan dengan 9.431 penumpang; 98 tanpa catatan, 2 tidak terbaca.`
    public func letterCounts(messages: Int, travellers: Int, clean: Int, quarantined: Int) -> String {
        pick(
            "Diperiksa \(number(messages)) pesan dengan \(number(travellers)) penumpang; \(number(clean)) tanpa catatan, "
                + "\(number(quarantined)) tidak terbaca.",
            "Checked: \(self.messages(messages)) with \(self.travellers(travellers)); \(number(clean)) without remark, "
                + "\(number(quarantined)) unreadable.")
    }

    /// `12 kali dalam 3 pesan PAXLST`.
    public func findingCounts(occurrences: Int, messages: Int, kind: String) -> String {
        let name = kind == "UNKNOWN" ? "" : kind + " "
        return pick(
            "\(number(occurrences)) kali dalam \(number(messages)) pesan \(name)",
            (occurrences == 1 ? "once" : "\(number(occurrences)) times")
                + " in \(number(messages)) \(name)\(messages == 1 ? "message" : "messages")"
        ).trimmedEnd
    }

    /// `segmen 14 (NAD), pesan GA825260115, disusun 2026-01-15T04:10`.
    public func findingPlace(
        segment: Int?, tag: String?, reference: String?, preparedAt: String?, isManifest: Bool
    ) -> String {
        var parts: [String] = []
        if let segment {
            parts.append(
                segments(first: segment, last: segment, isManifest: isManifest) + (tag.map { " (\($0))" } ?? ""))
        } else {
            parts.append(self(LetterText.wholeMessage))
        }
        if let reference { parts.append(pick("acuan ", "reference ") + reference) }
        if let preparedAt { parts.append(pick("disusun ", "prepared ") + preparedAt) }
        return parts.joined(separator: ", ")
    }

    /// `Masa 1 November 2026 sampai 23 November 2026.`
    public func letterPeriod(from: String, to: String) -> String {
        pick("Masa \(from) sampai \(to), menurut hari diterima.", "Period \(from) to \(to), by day of receipt.")
    }

    /// `Pengangkut: GA. Pengirim: GA*APIS.`
    public func letterParties(carriers: [String], senders: [String]) -> String {
        var parts: [String] = []
        if !carriers.isEmpty {
            parts.append(pick("Pengangkut: ", "Carrier: ") + carriers.joined(separator: ", ") + ".")
        }
        if !senders.isEmpty { parts.append(pick("Pengirim: ", "Sender: ") + senders.joined(separator: ", ") + ".") }
        return parts.joined(separator: " ")
    }
}

extension String {
    /// Without blanks at the end.
    fileprivate var trimmedEnd: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
