// SPDX-License-Identifier: Apache-2.0

/// Folds names so that spellings of one name become equal: old and new Indonesian orthography, the Muhammad family,
/// titles, patronym particles, order, doubled letters and the placeholders of travel systems.
///
/// The letter rules follow the 1972 spelling reform and the phonetic work cited in reference/indonesia (modified
/// Soundex
/// with old-spelling normalisation); they make names comparable and are never shown.
public enum NameFolding {
    /// The names of a person as received, upper-case words of letters A-Z; digits and marks part words.
    ///
    /// Titles, `FNU`, `LNU`, `XXX`, `BIN`, `BINTI` fall away and repeats count once, so that `{A, FNU}`, `{A, A}` and
    /// `{A}` are equal. A name of particles alone is kept whole.
    public static func words(surname: String?, given: String?) -> [String] {
        var words: [String] = []
        for part in [surname, given] {
            guard let part else { continue }
            for word in split(part) where !words.contains(word) { words.append(word) }
        }
        let kept = words.filter { !particles.contains($0) }
        return (kept.isEmpty ? words : kept).sorted()
    }

    /// The folded words of a name, sorted, without repeats.
    public static func fold(surname: String?, given: String?) -> [String] {
        fold(words: words(surname: surname, given: given))
    }

    /// The folded words of words, sorted, without repeats.
    static func fold(words: [String]) -> [String] {
        var folded: [String] = []
        for word in words {
            let value = fold(word: word)
            if !value.isEmpty, !folded.contains(value) { folded.append(value) }
        }
        return folded.sorted()
    }

    /// One word after the letter rules; never empty for a non-empty word.
    public static func fold(word: String) -> String {
        if muhammad.contains(word) { return "MUHAMAD" }
        if let whole = wholeWords[word] { return whole }
        let input = Array(word.utf8)
        var output: [UInt8] = []
        output.reserveCapacity(input.count)
        var index = 0
        func push(_ letters: StaticString) {
            letters.withUTF8Buffer { buffer in
                for letter in buffer where output.last != letter { output.append(letter) }
            }
        }
        while index < input.count {
            let letter = input[index]
            let next = index + 1 < input.count ? input[index + 1] : 0
            if let pair = pairs[UInt16(letter) << 8 | UInt16(next)] {
                push(pair)
                index += 2
                continue
            }
            switch letter {
            case UInt8(ascii: "P"), UInt8(ascii: "V"): push("F")
            case UInt8(ascii: "Z"): push("S")
            case UInt8(ascii: "Q"): push("K")
            case UInt8(ascii: "X"): push("KS")
            case UInt8(ascii: "Y"): push("I")
            default: if output.last != letter { output.append(letter) }
            }
            index += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Words of letters, upper case; everything else but apostrophes and hyphens inside a word parts them.
    private static func split(_ text: String) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        func end() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        for byte in text.uppercased().utf8 {
            switch byte {
            case 65...90, 128...: word.append(byte)
            case UInt8(ascii: "'"): continue
            default: end()
            }
        }
        end()
        return words
    }

    private static let particles: Set<String> = [
        "FNU", "LNU", "XXX", "BIN", "BINTI", "BINTE", "BT", "MR", "MRS", "MS", "MISS", "MSTR", "DR", "DRS", "DRA", "IR",
        "HJ", "H", "KH", "PROF", "JR", "SR",
    ]
    private static let muhammad: Set<String> = [
        "M", "MUH", "MOH", "MOCH", "MHD", "MUHD", "MOHD", "MUHAMAD", "MUHAMMAD", "MOHAMAD", "MOHAMMAD", "MOHAMED",
        "MOHAMMED", "MOCHAMAD", "MOCHAMMAD", "MUHAMMED", "MUCHAMAD", "MUCHAMMAD",
    ]
    private static let wholeWords: [String: String] = ["ABD": "ABDUL", "ABDOEL": "ABDUL"]
    private static let pairs: [UInt16: StaticString] = [
        pair("D", "J"): "J", pair("T", "J"): "C", pair("O", "E"): "U", pair("N", "J"): "NI", pair("N", "Y"): "NI",
        pair("S", "J"): "S", pair("S", "Y"): "S", pair("S", "H"): "S", pair("K", "H"): "H", pair("C", "H"): "H",
        pair("D", "H"): "D", pair("T", "H"): "T", pair("P", "H"): "F",
    ]

    private static func pair(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> UInt16 {
        UInt16(UInt8(ascii: a)) << 8 | UInt16(UInt8(ascii: b))
    }
}
