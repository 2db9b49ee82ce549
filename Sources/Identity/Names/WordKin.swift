// SPDX-License-Identifier: Apache-2.0

/// Families of forms of one name that no letter rule brings together: short forms, translations, romanisations.
///
/// A line of a table is a family; a word may be in up to ``familiesOfAWord`` of them, since WONG is both 王 and 黃.
enum WordKin {
    /// Family numbers have ten bits, three to a number.
    static let familiesOfAWord = 3

    /// The families of a word, packed as ``ComparableWord/kin`` says; 0 for none.
    ///
    /// A word that is in no table may still fold to one that is, if it is long enough for that to mean something.
    static func families(_ word: [UInt8], folded: [UInt8]) -> UInt32 {
        let families = byLetters.value(WordTable.key(word))
        if families != 0 || folded.count < foldedMinimum { return families }
        return byFolded.value(WordTable.key(folded))
    }

    /// Whether two packed lists of families have one in common.
    @inline(__always)
    static func share(_ a: UInt32, _ b: UInt32) -> Bool {
        if b == 0 { return false }
        // The two bits on top are not in use, whatever a file may hold there.
        var rest = a & 0x3FFF_FFFF
        while rest != 0 {
            let family = rest & 1023
            let isShared = family == b & 1023 || family == b >> 10 & 1023 || family == b >> 20 & 1023
            if isShared, family != 0 { return true }
            rest >>= 10
        }
        return false
    }

    /// Changes when a table or what its words fold to changes, hence with the meaning of stored words and families.
    static let fingerprint: UInt64 = {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for line in lines {
            for word in line.split(separator: " ") {
                let letters = Array(word.utf8)
                for byte in letters + [0] + WordFolding.fold(letters) + [1] {
                    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
                }
            }
            hash = (hash ^ 2) &* 0x100_0000_01B3
        }
        return hash
    }()

    /// The families in the order of their numbers, beginning with 1.
    static let lines: [Substring] = [indonesian, islamic, western, european, slavic, chinese, asian].flatMap {
        $0.split(separator: "\n")
    }

    private static let foldedMinimum = 5

    private static let byLetters = table(of: { $0 })
    private static let byFolded = table { letters in
        let folded = WordFolding.fold(letters)
        return folded.count < foldedMinimum ? [] : folded
    }

    private static func table(of form: ([UInt8]) -> [UInt8]) -> WordTable {
        var entries: [UInt64: UInt32] = [:]
        for (index, line) in lines.enumerated() {
            for word in line.split(separator: " ") {
                add(UInt32(index + 1), &entries[WordTable.key(form(Array(word.utf8))), default: 0])
            }
        }
        return WordTable(entries)
    }

    /// Adds a family number to a packed list that does not hold it; a fourth is left out.
    private static func add(_ family: UInt32, _ packed: inout UInt32) {
        if share(packed, family) || packed >> 20 != 0 { return }
        packed |= family << (packed == 0 ? 0 : packed >> 10 == 0 ? 10 : 20)
    }
}
