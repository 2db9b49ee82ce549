// SPDX-License-Identifier: Apache-2.0

/// Payment card numbers that no bank issued: the test range 400000, with a valid check digit (ISO/IEC 7812-1).
enum CardNumber {
    /// The number for a key; equal keys give equal cards.
    static func number(_ key: Int) -> String {
        let spread = SeededGenerator.mix(UInt64(truncatingIfNeeded: key) &+ 0xCA4D)
        let digits = "400000" + decimal(Int(spread % 1_000_000_000), 9)
        return digits + "\(checkDigit(digits))"
    }

    /// The digit that makes Luhn's sum a multiple of ten.
    static func checkDigit(_ digits: String) -> Int {
        var sum = 0
        for (place, byte) in digits.utf8.reversed().enumerated() {
            let doubled = (Int(byte) - 48) * (place % 2 == 0 ? 2 : 1)
            sum += doubled > 9 ? doubled - 9 : doubled
        }
        return (10 - sum % 10) % 10
    }

    /// The number with all but its last four digits crossed out.
    static func masked(_ number: String) -> String { "XXXXXXXXXXXX" + number.suffix(4) }
}
