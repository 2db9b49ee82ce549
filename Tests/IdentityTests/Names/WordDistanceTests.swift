// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Identity

@Suite struct WordDistanceTests {
    /// The optimal string alignment distance as in a textbook, for comparison.
    static func slow(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var rows = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
        for i in 0...a.count { rows[i][0] = i }
        for j in 0...b.count { rows[0][j] = j }
        guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
        for i in 1...a.count {
            for j in 1...b.count {
                let change = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, change)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
                }
            }
        }
        return rows[a.count][b.count]
    }

    private func with<Result>(
        _ a: [UInt8], _ b: [UInt8], _ body: (WordLetters, WordLetters) -> Result
    ) -> Result {
        a.withUnsafeBufferPointer { a in b.withUnsafeBufferPointer { b in body(WordLetters(a), WordLetters(b)) } }
    }

    @Test(arguments: 0..<1_000) func `the fast distance agrees with the slow one`(seed: Int) {
        var source = InventedWords(seed: seed)
        let a = source.letters(source.number(below: 41), alphabet: 2 + source.number(below: 6))
        let b =
            source.number(below: 3) == 0
            ? source.letters(source.number(below: 41), alphabet: 3)
            : Array(source.edited(a, source.number(below: 5)).prefix(40))
        let slow = Self.slow(a, b)
        #expect(with(a, b, WordDistance.aligned) == slow, "\(Written.text([a, b]))")
        #expect(with(a, b, WordDistance.upToTwo) == min(slow, WordDistance.far), "\(Written.text([a, b]))")
        #expect(with(b, a, WordDistance.upToTwo) == min(slow, WordDistance.far), "\(Written.text([a, b]))")
    }

    @Test(arguments: [
        // Winkler (1990) and the usual examples.
        ("MARTHA", "MARHTA", 0.9611), ("DWAYNE", "DUANE", 0.84), ("DIXON", "DICKSONX", 0.8133), ("ABC", "XYZ", 0),
        ("", "ABC", 0), ("ABC", "ABC", 1),
    ])
    func `Jaro-Winkler gives the published values`(a: String, b: String, expected: Double) {
        #expect(abs(with(Written.letters(a), Written.letters(b), JaroWinkler.similarity) - expected) < 0.0001)
    }

    @Test(arguments: 0..<1_000) func `Jaro-Winkler is symmetric and its short cut never errs`(seed: Int) {
        var source = InventedWords(seed: seed)
        let a = source.letters(source.number(below: 12))
        let b = source.number(below: 2) == 0 ? source.edited(a, 3) : source.letters(source.number(below: 12))
        let value = with(a, b, JaroWinkler.similarity)
        #expect(value == with(b, a, JaroWinkler.similarity) && (0...1).contains(value))
        for threshold in [0.5, 0.7, 0.88, 0.95] {
            let reaches = with(a, b) { JaroWinkler.reaches(threshold, $0, $1) }
            #expect(reaches == (value >= threshold))
        }
    }
}
