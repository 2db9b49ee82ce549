// SPDX-License-Identifier: Apache-2.0

/// Seeded words that look like names and belong to no one.
struct InventedWords {
    private var state: UInt64

    init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func number(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }

    /// Letters without sense from a small alphabet, so that words come close to one another.
    mutating func letters(_ count: Int, alphabet: Int = 5) -> [UInt8] {
        (0..<count).map { _ in 65 + UInt8(number(below: alphabet)) }
    }

    /// A word of syllables with two to four of them.
    mutating func word() -> String {
        (0..<2 + number(below: 3)).map { _ in Self.syllables[number(below: Self.syllables.count)] }.joined()
    }

    /// The word with up to so many letters changed, added, left out or swapped.
    mutating func edited(_ word: [UInt8], _ edits: Int) -> [UInt8] {
        var word = word
        for _ in 0..<edits {
            let place = word.isEmpty ? 0 : number(below: word.count)
            switch number(below: 4) {
            case 0: word.insert(65 + UInt8(number(below: 26)), at: place)
            case 1 where !word.isEmpty: word.remove(at: place)
            case 2 where word.count > place + 1: word.swapAt(place, place + 1)
            default: if !word.isEmpty { word[place] = 65 + UInt8(number(below: 26)) }
            }
        }
        return word
    }

    private static let syllables = [
        "SU", "BU", "DI", "SAN", "TO", "MAR", "RI", "MRA", "DRA", "SE", "SHA", "JO", "KO", "IR", "HA", "CHA", "RAH",
        "LI",
        "ST", "MS", "MM", "HJ", "PRO", "YA", "DJA", "OE", "TJ", "VI", "ZA", "QU", "XE", "AL", "BIN", "RR",
    ]
}

/// Between strings in a table of tests and the bytes of words.
enum Written {
    static func letters(_ word: String) -> [UInt8] { Array(word.utf8) }

    static func words(_ text: String) -> [[UInt8]] { text.split(separator: " ").map { Array($0.utf8) } }

    /// Words as one can read them in a failure.
    static func text(_ words: [[UInt8]]) -> String {
        words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }
}
