// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Identity

@Suite struct WordRelationTests {
    private func relation(_ a: [UInt8], _ b: [UInt8]) -> WordRelation {
        .between(ComparableWord(a), ComparableWord(b))
    }

    @Test(arguments: [
        ("BUDI", "BUDI", WordRelation.same), ("SOEHARTO", "SUHARTO", .spelling), ("MUHAMMAD", "MUHAMAD", .spelling),
        ("M", "MUHAMMAD", .alias), ("MOH", "MUHAMMAD", .alias), ("ST", "SITI", .alias), ("BOB", "ROBERT", .alias),
        ("M", "MARYADI", .initial), ("S", "SANTOSO", .initial), ("S", "BUDI", .different), ("P", "F", .different),
        ("SANTO", "SANTOSO", .cut), ("ANI", "ANISAH", .cut), ("AN", "ANTOK", .different),
        ("BUDI", "BUDA", .slip), ("SANTOSO", "SANTSOO", .slip), ("SANTOSO", "SNTOSO", .slip),
        ("ADI", "ARI", .different),
        ("KARTAWINATA", "KARTOWINOTO", .near), ("KARTAWINATA", "KORTAWINOTA", .slip), ("SANTIKO", "SANTOKA", .near),
        ("ARNAN", "AMAN", .slip), ("BARNAN", "BAMAN", .slip), ("ALI", "AII", .slip), ("SVVARA", "SWARA", .slip),
        ("BUDI", "SANTOSO", .different), ("GAO", "CAO", .different), ("", "", .different), ("", "BUDI", .different),
    ])
    func `the closest relation counts`(a: String, b: String, expected: WordRelation) {
        #expect(relation(Written.letters(a), Written.letters(b)) == expected)
        #expect(relation(Written.letters(b), Written.letters(a)) == expected)
    }

    @Test func `relations are in order`() {
        #expect(WordRelation.allCases.sorted() == WordRelation.allCases)
        #expect(WordRelation.different < .near && .spelling < WordRelation.same)
    }

    @Test(arguments: 0..<400) func `comparing is symmetric, both forms agree, a word is the same as itself`(seed: Int) {
        var source = InventedWords(seed: seed)
        let first =
            source.number(below: 2) == 0 ? source.letters(1 + source.number(below: 12)) : Written.letters(source.word())
        for edits in 0...4 {
            let a = ComparableWord(first)
            let b = ComparableWord(source.edited(first, edits))
            let found = WordRelation.between(a, b)
            #expect(found == .between(b, a), "\(Written.text([a.letters, b.letters]))")
            #expect((found == .same) == (a.letters == b.letters && !a.letters.isEmpty))
            #expect(found != .spelling || a.folded == b.folded)
            #expect(mapped(a, b) == found)
            #expect(found >= expected(a, b) || b.letters.isEmpty, "\(Written.text([a.letters, b.letters]))")
        }
    }

    /// What the edits alone ask for.
    private func expected(_ a: ComparableWord, _ b: ComparableWord) -> WordRelation {
        let edits = WordDistanceTests.slow(a.letters, b.letters)
        let longer = max(a.letters.count, b.letters.count)
        if min(a.letters.count, b.letters.count) == 1 { return .different }
        if edits == 1 && longer >= 4 || edits == 2 && longer >= 8 { return .slip }
        return edits == 2 && longer >= 6 ? .near : .different
    }

    private func mapped(_ a: ComparableWord, _ b: ComparableWord) -> WordRelation {
        let bytes = a.letters + a.folded + b.letters + b.folded
        return bytes.withUnsafeBufferPointer { all in
            var start = 0
            func next(_ count: Int) -> UnsafeBufferPointer<UInt8> {
                defer { start += count }
                return UnsafeBufferPointer(rebasing: all[start..<start + count])
            }
            let (aLetters, aFolded) = (next(a.letters.count), next(a.folded.count))
            let (bLetters, bFolded) = (next(b.letters.count), next(b.folded.count))
            return .between(
                letters: aLetters, folded: aFolded, kin: a.kin, and: bLetters, folded: bFolded, kin: b.kin)
        }
    }

    @Test(arguments: 0..<300) func `same and spelling carry over from pair to pair`(seed: Int) {
        var source = InventedWords(seed: seed)
        let trio = (0..<3).map { _ in source.letters(3 + source.number(below: 3), alphabet: 2) }
        let (ab, bc, ac) = (relation(trio[0], trio[1]), relation(trio[1], trio[2]), relation(trio[0], trio[2]))
        if ab >= .spelling, bc >= .spelling { #expect(ac >= .spelling) }
    }

    @Test func `bytes that are no letters and words without end do no harm`() {
        let odd: [[UInt8]] = [[], [0], [255, 0, 31], Array(repeating: 200, count: 10_000), Array(0...255)]
        for a in odd {
            for b in odd {
                a.withUnsafeBufferPointer { a in
                    b.withUnsafeBufferPointer { b in
                        let found = WordRelation.between(
                            letters: a, folded: b, kin: .max, and: b, folded: a, kin: .max)
                        #expect(found == .between(letters: b, folded: a, kin: .max, and: a, folded: b, kin: .max))
                    }
                }
            }
        }
    }
}
