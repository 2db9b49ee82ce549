// SPDX-License-Identifier: Apache-2.0

/// Where the names of an index lie: plain addresses, valid while the index lives, which cost nothing to pass on.
struct NameParts {
    private let names: UnsafeBufferPointer<UInt8>
    private let starts: UnsafeBufferPointer<UInt32>
    private let tokenWords: UnsafeBufferPointer<UInt32>
    private let wordStarts: UnsafeBufferPointer<UInt32>
    private let wordBytes: UnsafeBufferPointer<UInt8>
    private let wordFacts: UnsafeBufferPointer<UInt32>

    init(_ index: PopulationFile) {
        names = index.values(.names, UInt8.self)
        starts = index.numbers(.nameStarts)
        tokenWords = index.numbers(.tokenWords)
        wordStarts = index.numbers(.wordStarts)
        wordBytes = index.values(.wordBytes, UInt8.self)
        wordFacts = index.numbers(.wordFacts)
    }

    func letters(_ word: UInt32) -> UnsafeBufferPointer<UInt8> { text(Int(word) * 2) }

    func folded(_ word: UInt32) -> UnsafeBufferPointer<UInt8> { text(Int(word) * 2 + 1) }

    func kin(_ word: UInt32) -> UInt32 { wordFacts[Int(word) * 3] }

    /// The signature bit of a word's class if it is among some, else none.
    func signature(_ word: UInt32, among classes: [UInt32]) -> UInt32 {
        let number = wordFacts[Int(word) * 3 + 1]
        return classes.contains(number) ? PairHash.signature(number) : 0
    }

    private func text(_ at: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: wordBytes[Int(wordStarts[at])..<Int(wordStarts[at + 1])])
    }

    /// Reads the words of a row's names.
    func read(row: Int, into resident: inout ResidentName) {
        resident.clear()
        var title: UInt32 = 0
        var cursor = resident.cursor
        NameStream(names: names, starts: starts, tokenCount: tokenWords.count).tokens(row: row, &cursor) {
            token, isFather in
            let word = tokenWords[token]
            guard word != 0 else { return }
            if word & WordFactsBuilder.titleFlag != 0 {
                if !isFather, title == 0 { title = word & ~WordFactsBuilder.titleFlag }
            } else if isFather {
                resident.addFather(word)
            } else {
                resident.addOwn(word)
            }
        }
        resident.cursor = cursor
        if resident.ownCount == 0, title != 0 { resident.addOwn(title) }
    }
}

/// A resident's words, titles only where there is nothing else, and those of the father's name; without memory elsewhere.
struct ResidentName {
    /// Words of one's own name beyond this are not compared.
    static let mostCompared = 12
    private var words = InlineArray<32, UInt32>(repeating: 0)
    private(set) var ownCount = 0
    private(set) var fatherCount = 0
    /// Where the names of the rows that follow go on.
    var cursor = NameCursor()

    func own(_ place: Int) -> UInt32 { words[place] }

    func father(_ place: Int) -> UInt32 { words[16 + place] }

    /// Whether the father's name has a word; no name has word 0.
    func hasFather(_ word: UInt32) -> Bool {
        for place in 0..<fatherCount where words[16 + place] == word { return true }
        return false
    }

    mutating func clear() {
        ownCount = 0
        fatherCount = 0
    }

    /// Adds a word that the name does not have yet.
    mutating func addOwn(_ word: UInt32) {
        for place in 0..<ownCount where words[place] == word { return }
        guard ownCount < 16 else { return }
        words[ownCount] = word
        ownCount += 1
    }

    mutating func addFather(_ word: UInt32) {
        guard fatherCount < 16 else { return }
        words[16 + fatherCount] = word
        fatherCount += 1
    }
}
