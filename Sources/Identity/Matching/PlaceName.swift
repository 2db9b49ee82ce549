// SPDX-License-Identifier: Apache-2.0

/// Names of places as people and registries write them, made comparable.
enum PlaceName {
    private static let kinds: Set<[UInt8]> = Set(
        ["KAB", "KABUPATEN", "KOTA", "KOTAMADYA", "ADM", "ADMINISTRASI", "KEC", "KECAMATAN", "PROV", "PROVINSI"]
            .map { Array($0.utf8) })

    /// The letters of a place without the word for its kind; nil where fewer than three are left.
    static func comparable(_ text: some Sequence<UInt8>) -> ComparableWord? {
        var words: [[UInt8]] = [[]]
        for byte in text {
            let letter = byte &- 97 < 26 ? byte - 32 : byte
            if letter &- 65 < 26 {
                words[words.count - 1].append(letter)
            } else if words[words.count - 1].isEmpty == false {
                words.append([])
            }
        }
        words.removeAll { $0.isEmpty }
        while words.count > 1, kinds.contains(words[0]) { words.removeFirst() }
        let word = ComparableWord(Array(words.joined().prefix(NameLimits.letters)))
        return word.letters.count >= 3 ? word : nil
    }
}
