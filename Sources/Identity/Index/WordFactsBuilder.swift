// SPDX-License-Identifier: Apache-2.0

/// Makes comparable words of the printed tokens of names: letters, folds, families, classes of equal folds, counts.
struct WordFactsBuilder {
    /// A token whose word is a title or a particle, which counts only in a name that has nothing else.
    static let titleFlag: UInt32 = 1 << 31

    /// The word of each token: 0 for none, else a word number; with ``titleFlag`` for titles.
    private(set) var tokenWords: [UInt32] = []
    /// Words by number; number 0 is no word.
    private(set) var words: [ComparableWord] = [ComparableWord([])]
    /// Class of equal folds of each word; class 0 is that of no word.
    private(set) var classes: [UInt32] = [0]
    private(set) var classCount = 1

    /// - Parameter order: the tokens in the order in which their words are numbered.
    init(tokens: ByteInterner, order: [Int]) {
        var numbers: [[UInt8]: UInt32] = [:]
        var folds: [[UInt8]: UInt32] = [:]
        tokenWords = Array(repeating: 0, count: tokens.count)
        for token in order {
            let letters = Self.letters(tokens.string(token))
            guard !letters.isEmpty else { continue }
            let roles = NameVocabulary.roles(WordTable.key(letters))
            let isTitle = !roles.isDisjoint(with: [.placeholder, .honour, .ending, .patronym, .weakPatronym])
            if let known = numbers[letters] {
                tokenWords[token] = known | (isTitle ? Self.titleFlag : 0)
                continue
            }
            let word = ComparableWord(letters)
            let number = UInt32(words.count)
            numbers[letters] = number
            words.append(word)
            if let known = folds[word.folded] {
                classes.append(known)
            } else {
                folds[word.folded] = UInt32(classCount)
                classes.append(UInt32(classCount))
                classCount += 1
            }
            tokenWords[token] = number | (isTitle ? Self.titleFlag : 0)
        }
    }

    /// The letters of a token, marks left out.
    static func letters(_ token: ArraySlice<UInt8>) -> [UInt8] {
        if token.allSatisfy({ $0 &- 65 < 26 }) { return Array(token.prefix(NameLimits.letters)) }
        let words = NameWords(full: String(decoding: token, as: UTF8.self)).words
        return Array(words.joined().prefix(NameLimits.letters))
    }
}
