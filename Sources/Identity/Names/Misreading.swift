// SPDX-License-Identifier: Apache-2.0

/// Letters that readers of documents and tired eyes take for one another.
///
/// Own knowledge of public usage; the classes are those of OCR-B and of capital letters in passports.
enum Misreading {
    /// Whether two unequal words differ only by such letters: one place, or two in a word of six letters or more;
    /// or by one RN for M, VV for W, CL for D.
    static func explains(_ a: WordLetters, _ b: WordLetters) -> Bool {
        if a.count == b.count { return a.count >= 3 && explainsLetters(a, b) }
        if a.count == b.count + 1 { return explainsPair(a, b) }
        if b.count == a.count + 1 { return explainsPair(b, a) }
        return false
    }

    private static func explainsLetters(_ a: WordLetters, _ b: WordLetters) -> Bool {
        var places = 0
        for index in 0..<a.count where a[index] != b[index] {
            let kind = kind(a[index])
            guard kind != 0, kind == self.kind(b[index]) else { return false }
            places += 1
        }
        return places <= (a.count >= 6 ? 2 : 1)
    }

    private static func explainsPair(_ longer: WordLetters, _ shorter: WordLetters) -> Bool {
        let place = longer.commonPrefix(shorter)
        guard shorter.count >= 3, place < shorter.count else { return false }
        switch (longer[place], longer[place + 1], shorter[place]) {
        case (UInt8(ascii: "R"), UInt8(ascii: "N"), UInt8(ascii: "M")),
            (UInt8(ascii: "V"), UInt8(ascii: "V"), UInt8(ascii: "W")),
            (UInt8(ascii: "C"), UInt8(ascii: "L"), UInt8(ascii: "D")):
            break
        default: return false
        }
        for index in place + 1..<shorter.count where longer[index + 1] != shorter[index] { return false }
        return true
    }

    @inline(__always)
    private static func kind(_ letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "O"), UInt8(ascii: "Q"), UInt8(ascii: "D"): 1
        case UInt8(ascii: "I"), UInt8(ascii: "L"): 2
        case UInt8(ascii: "U"), UInt8(ascii: "V"): 3
        default: 0
        }
    }
}
