// SPDX-License-Identifier: Apache-2.0

extension Words {
    /// `SITI (petugas jaga) menilai: sama.`
    public func judged(by officer: String, answer: String) -> String {
        pick(
            "\(officer) menilai: \(self(.judgementAnswer, answer).lowercased()).",
            "\(officer) judged: \(self(.judgementAnswer, answer).lowercased()).")
    }

    /// `Dinilai sama oleh Siti, 12 menit lalu.`
    public func judgedAgo(by officer: String, answer: String, minutes: Int) -> String {
        let answer = self(.judgementAnswer, answer).lowercased()
        return pick(
            "Dinilai \(answer) oleh \(officer), \(ago(minutes: minutes)).",
            "Judged \(answer) by \(officer), \(ago(minutes: minutes)).")
    }

    /// `Jaga diambil alih oleh Budi pukul 14.00 WIB.`
    public func shiftTaken(by officer: String, atMilliseconds: Int64, utcOffsetMinutes: Int, zone: String) -> String {
        let time = clock(
            milliseconds: atMilliseconds, utcOffsetMinutes: utcOffsetMinutes, zone: zone, withSeconds: false)
        return pick(
            "Jaga diambil alih oleh \(officer) pukul \(time).", "The shift was taken over by \(officer) at \(time).")
    }

    /// Goods found, for lists: `metamfetamina (sabu): 1,25 kg`.
    public func goods(code: String, quantity: Double, unit: String) -> String {
        "\(self(.goodsCode, code)): \(self.quantity(quantity)) \(unit)"
    }

    /// What the audit trail says, in one line: `Siti melihat kartu penumpang (ditolak)`.
    public func auditLine(who: String, action: String, outcome: String) -> String {
        let what = "\(who) \(self(.auditAction, action))"
        return outcome == "done" ? what : what + " (\(self(.auditOutcome, outcome)))"
    }

    /// The purpose banner: `Tujuan akses: pengawasan kedatangan · ST-123/2026 · berakhir pukul 22.00 WIB`.
    public func purposeBanner(
        purpose: String, reference: String, endsAtMilliseconds: Int64, utcOffsetMinutes: Int, zone: String
    ) -> String {
        self(NavigationText.purposeBanner) + ": " + self(.purpose, purpose) + " · " + reference + " · "
            + ends(atMilliseconds: endsAtMilliseconds, utcOffsetMinutes: utcOffsetMinutes, zone: zone)
    }

    /// `Terlalu pendek: paling sedikit 12 huruf.`
    public func passwordTooShort(minimumCharacters: Int) -> String {
        pick(
            "Kata sandi terlalu pendek: paling sedikit \(minimumCharacters) huruf.",
            "The password is too short: at least \(minimumCharacters) characters.")
    }

    /// `Terlalu banyak percobaan. Coba lagi dalam 2 menit.`
    public func tryAgain(inSeconds seconds: Int) -> String {
        let wait =
            seconds < 60
            ? pick("\(max(1, seconds)) detik", "\(max(1, seconds)) s") : duration(minutes: (seconds + 59) / 60)
        return pick("Terlalu banyak percobaan. Coba lagi dalam \(wait).", "Too many attempts. Try again in \(wait).")
    }

    /// The band of a rank 0...100: `none`, `low`, `middle`, `high`, `highest`; a code of ``WordFamily/rankBand``.
    public static func rankBand(_ rank: Int) -> String {
        switch rank {
        case ..<1: "none"
        case 1..<40: "low"
        case 40..<60: "middle"
        case 60..<80: "high"
        default: "highest"
        }
    }

    /// A rank in words and figures: `tinggi (72)`.
    public func rank(_ value: Int) -> String {
        value < 1 ? self(.rankBand, "none") : "\(self(.rankBand, Self.rankBand(value))) (\(min(100, value)))"
    }
}
