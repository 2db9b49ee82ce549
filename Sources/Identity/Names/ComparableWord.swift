// SPDX-License-Identifier: Apache-2.0

/// A word of a name with all that comparing it needs, made once for many comparisons.
public struct ComparableWord: Hashable, Sendable {
    /// The word: A-Z, at most ``NameWords/letterLimit`` letters.
    public let letters: [UInt8]
    /// The word after the letter rules of `WordFolding`, at most as many letters; empty only if ``letters`` is.
    public let folded: [UInt8]
    /// The families of equivalent forms that the word belongs to; 0 for none.
    ///
    /// Up to three family numbers of ten bits each, the first in the lowest bits (`WordKin`). The numbers may change
    /// from one version of the tables to the next: a file that keeps them must keep `WordKin.fingerprint` too.
    public let kin: UInt32

    /// Takes a word as ``NameWords`` gives it; lower case is raised, other bytes are left out.
    public init(_ letters: [UInt8]) {
        let word = Self.isClean(letters) ? letters : Self.cleaned(letters)
        self.letters = word
        folded = WordFolding.fold(word)
        kin = WordKin.families(word, folded: folded)
    }

    private static func isClean(_ letters: [UInt8]) -> Bool {
        letters.count <= NameWords.letterLimit && letters.allSatisfy { $0 &- 65 < 26 }
    }

    private static func cleaned(_ letters: [UInt8]) -> [UInt8] {
        let raised = letters.lazy.compactMap { byte -> UInt8? in
            switch byte {
            case 65...90: byte
            case 97...122: byte - 32
            default: nil
            }
        }
        return Array(raised.prefix(NameWords.letterLimit))
    }
}
