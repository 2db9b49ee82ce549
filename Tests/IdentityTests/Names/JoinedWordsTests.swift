// SPDX-License-Identifier: Apache-2.0

import Identity
import Testing

@Suite struct JoinedWordsTests {
    @Test(arguments: [
        ("BUDISANTOSO", "BUDI SANTOSO", 2), ("BUDISANTOSO", "BUDI SANTOSO EKO", 2),
        ("BUDISANTOSOEKO", "BUDI SANTOSO EKO", 3), ("BUDISANTO", "BUDI SANTOSO", 2), ("BUDISA", "BUDI SANTOSO", 2),
        ("BUDIS", "BUDI SANTOSO", 0), ("BUDISANTOZO", "BUDI SANTOSO", 2), ("BUDISNTOSO", "BUDI SANTOSO", 2),
        ("BUDISSANTOSO", "BUDI SANTOSO", 2), ("BDUISANTOSO", "BUDI SANTOSO", 2), ("BUDUSANTO", "BUDI SANTOSO", 2),
        ("BUDISAMTOZO", "BUDI SANTOSO", 0), ("SANTOSOBUDI", "BUDI SANTOSO", 0), ("BUDI", "BUDI SANTOSO", 0),
        ("BUDISANTOSOX", "BUDI SANTOSO", 2), ("BUDISANTOSOXY", "BUDI SANTOSO", 0), ("BUDISANTOSO", "BUDI", 0),
        ("BUDISANTOSO", "BUDI S SANTOSO", 3), ("NURHIDAYAT", "NUR HIDAYAT", 2), ("ABCDE", "AB CDE", 2),
        ("ABXDE", "AB CDE", 0), ("BUDISANTOSOE", "BUDI SANTOSO E", 3), ("SANTOSO", "SANTOSO BUDI", 0),
    ])
    func `words run together are found in order`(glued: String, name: String, expected: Int) {
        #expect(JoinedWords.covers(Written.letters(glued), Written.words(name)) == expected)
    }

    @Test(arguments: 0..<300) func `words that are joined are covered, with one slip too`(seed: Int) {
        var source = InventedWords(seed: seed)
        let name = (0..<3).map { _ in Written.letters(source.word() + source.word()) }
        let count = 2 + source.number(below: 2)
        let joined = name.prefix(count).flatMap { $0 }
        guard joined.count < 60 else { return }
        #expect(JoinedWords.covers(joined, name) == count)
        #expect(JoinedWords.covers(source.edited(joined, 1), name) >= 2)
        #expect(JoinedWords.covers(joined.dropLast(2), name) >= 2)
    }

    @Test func `any input has an answer`() {
        let long = [UInt8](repeating: 65, count: 10_000)
        #expect(JoinedWords.covers(long, [long, long]) == 0)
        #expect(JoinedWords.covers([], []) == 0)
        #expect(JoinedWords.covers(Written.letters("BUDISANTOSO"), [[], [], Written.letters("BUDI"), []]) == 0)
        #expect(JoinedWords.covers([UInt8](repeating: 65, count: 60), [[UInt8]](repeating: [65], count: 1_000)) == 0)
    }
}
