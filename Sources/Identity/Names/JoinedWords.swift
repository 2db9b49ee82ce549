// SPDX-License-Identifier: Apache-2.0

/// Words that a travel system or a clerk ran together.
public enum JoinedWords {
    /// How many words of a name, two or more, a glued word holds in order from the first one; 0 if it does not.
    ///
    /// BUDISANTOSO holds both of BUDI, SANTOSO, and so does BUDISANTO, whose end was cut off, while at least two
    /// letters of the last word are there. One slip in all is allowed (BUDISANTOZO), but not in a glued word of fewer
    /// than six letters. An exact reading goes before a cut one, a cut one before one with a slip.
    /// - Complexity: the letters of the glued word times a small number; words longer than 64 letters hold nothing.
    public static func covers(_ glued: [UInt8], _ words: [[UInt8]]) -> Int {
        guard glued.count >= gluedMinimum, glued.count <= gluedLimit, words.count >= 2 else { return 0 }
        var joined: [UInt8] = []
        joined.reserveCapacity(gluedLimit * 2)
        var best = (rank: Rank.none, words: 0)
        for (index, word) in words.prefix(NameWords.wordLimit).enumerated() {
            let before = joined.count
            // Neither one letter missing nor one in excess could reach this word.
            if before > glued.count + 1 { break }
            joined.append(contentsOf: word.prefix(gluedLimit))
            guard index >= 1, !word.isEmpty else { continue }
            let rank = rank(glued, joined, last: before)
            if rank > best.rank { best = (rank, index + 1) }
        }
        return best.words
    }

    private static let gluedMinimum = 5
    private static let gluedLimit = 64
    private static let slipMinimum = 6
    /// So many letters of the last word must be there when its end is cut off.
    private static let cutMinimum = 2

    private enum Rank: Int, Comparable {
        case none, cutWithSlip, slip, cut, exact

        static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
    }

    private static func rank(_ glued: [UInt8], _ joined: [UInt8], last: Int) -> Rank {
        if glued == joined { return .exact }
        let isCut = glued.count < joined.count && glued.count >= last + cutMinimum
        if isCut, joined.starts(with: glued) { return .cut }
        guard glued.count >= slipMinimum else { return .none }
        if isOneEdit(glued[...], joined[...]) { return .slip }
        // With a slip the cut may lie a letter before or behind; the last word must still show.
        for length in glued.count - 1...glued.count + 1
        where length < joined.count && length > last + cutMinimum && isOneEdit(glued[...], joined[..<length]) {
            return .cutWithSlip
        }
        return .none
    }

    /// Whether one insertion, deletion, substitution or swap of neighbours makes the words equal.
    private static func isOneEdit(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
        guard abs(a.count - b.count) <= 1 else { return false }
        var a = a
        var b = b
        while let first = a.first, first == b.first {
            a.removeFirst()
            b.removeFirst()
        }
        while let last = a.last, last == b.last {
            a.removeLast()
            b.removeLast()
        }
        switch (a.count, b.count) {
        case (0, 1), (1, 0), (1, 1): return true
        case (2, 2): return a.first == b.last && a.last == b.first
        default: return false
        }
    }
}
