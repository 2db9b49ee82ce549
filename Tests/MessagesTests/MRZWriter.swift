// SPDX-License-Identifier: Apache-2.0

import Civil
import Messages

/// Writes zones of invented people, every check digit right.
struct MRZWriter {
    var format: MRZFormat
    var code = "P"
    var issuer = "IDN"
    var surname = "SANTOSO"
    var given: String? = "BUDI EKO"
    var number = "C1234567"
    var nationality = "IDN"
    var birth = "850412"
    var sex = "M"
    var expiry = "290801"
    var optional = ""
    var secondOptional = ""

    private func filled(_ text: String, _ width: Int) -> String {
        let plain = text.replacing(" ", with: "<").replacing("'", with: "")
        return String((plain + String(repeating: "<", count: width)).prefix(width))
    }

    private func digit(_ text: String) -> String {
        String(Unicode.Scalar(MRZCheckDigit.of(Array(text.utf8)) ?? 0x3F))
    }

    var lines: [String] {
        let length = format.lineLength
        let names = surname + (given.map { "<<" + $0 } ?? "")
        var number = filled(self.number, 9)
        var numberCheck = digit(number)
        var optional = self.optional
        if self.number.count > 9 {
            number = String(self.number.prefix(9))
            numberCheck = "<"
            optional = String(self.number.dropFirst(9)) + digit(self.number) + "<" + optional
        }
        let birth = birth + digit(self.birth)
        let expiry = expiry + digit(self.expiry)
        switch format {
        case .td1:
            let first = filled(code, 2) + filled(issuer, 3) + number + numberCheck + filled(optional, 15)
            let second = birth + sex + expiry + filled(nationality, 3) + filled(secondOptional, 11)
            let over = String(first.dropFirst(5)) + birth + expiry + filled(secondOptional, 11)
            return [first, second + digit(over), filled(names, 30)]
        default:
            let first = filled(code, 2) + filled(issuer, 3) + filled(names, length - 5)
            var second = number + numberCheck + filled(nationality, 3) + birth + sex + expiry
            switch format {
            case .td3:
                let free = filled(optional, 14)
                second += free + (optional.isEmpty ? "<" : digit(free))
            case .td2: second += filled(optional, 7)
            default: second += filled(optional, length - 28)
            }
            guard format == .td3 || format == .td2 else { return [first, second] }
            let over = String(second.prefix(10)) + String(second.dropFirst(13).prefix(7)) + String(second.dropFirst(21))
            return [first, second + digit(over)]
        }
    }

    /// A zone of somebody who does not exist.
    static func random(_ format: MRZFormat, using random: inout SeededGenerator) -> MRZWriter {
        func text(_ alphabet: String, _ count: Int) -> String {
            String((0..<count).map { _ in Array(alphabet).randomElement(using: &random) ?? "A" })
        }
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        func day() -> String {
            two(.random(in: 0...99, using: &random)) + two(.random(in: 1...12, using: &random))
                + two(.random(in: 1...28, using: &random))
        }
        var zone = MRZWriter(format: format)
        zone.code = format == .td3 ? "P" : format == .td1 ? "I" : format == .td2 ? "ID" : "V"
        zone.surname = text(letters, .random(in: 2...8, using: &random))
        let hasGiven = Int.random(in: 0..<6, using: &random) > 0
        zone.given = hasGiven ? text(letters, .random(in: 1...6, using: &random)) + " " + text(letters, 4) : nil
        let isLong = (format == .td1 || format == .td2) && Int.random(in: 0..<3, using: &random) == 0
        let length =
            isLong
            ? Int.random(in: 10...(format == .td1 ? 20 : 13), using: &random) : Int.random(in: 5...9, using: &random)
        zone.number = text("0123456789" + letters, length)
        zone.nationality = text(letters, 3)
        zone.issuer = text(letters, 3)
        zone.birth = day()
        zone.expiry = day()
        zone.sex = ["M", "F", "<"].randomElement(using: &random) ?? "<"
        if !isLong, Bool.random(using: &random) { zone.optional = text("0123456789", 6) }
        if format == .td1, Bool.random(using: &random) { zone.secondOptional = text(letters, 5) }
        return zone
    }
}
