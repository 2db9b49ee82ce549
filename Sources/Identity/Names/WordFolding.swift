// SPDX-License-Identifier: Apache-2.0

/// Folds a word so that the spellings of one Indonesian name become equal: the letter rules of ``NameFolding`` over
/// bytes, with corrections for short and for foreign words.
///
/// Sources: the spelling reform of 1972 (dj j, tj c, j y, oe u, nj ny, sj sy, ch kh); the letter rules and phonetic
/// work in reference/indonesia; corrections from public usage. Whole words (M for MUHAMMAD) are left to ``WordKin``.
/// The corrections: words of one or two letters stay as they are, so that initials and Chinese syllables keep apart;
/// CH is C in CHANDRA, CHAN and CHERRY, K in CHRISTIAN and H in CHAIRUL; in a word with signs of the old spelling a
/// bare J is Y (WIDJAJA, SOERJA); IE is I, a last AH is A, CK is K, GH is G, a last C is K, UW before a vowel is U.
enum WordFolding {
    /// The folded word: never longer than ``NameWords/letterLimit``, never empty for a word with letters.
    static func fold(_ word: [UInt8]) -> [UInt8] {
        guard word.count > 2 else { return word }
        return word.withUnsafeBufferPointer { input in
            let limit = NameLimits.letters
            // A rule adds at most one letter a step, hence the spare one.
            return [UInt8](unsafeUninitializedCapacity: limit + 1) { output, count in
                var folder = Folder(input: input, output: output)
                while folder.index < input.count, folder.count < limit { folder.step() }
                folder.dropLastH()
                count = min(folder.count, limit)
            }
        }
    }

    private struct Folder {
        let input: UnsafeBufferPointer<UInt8>
        let output: UnsafeMutableBufferPointer<UInt8>
        var index = 0
        var count = 0
        private let oldSpelling: OldSpelling
        private let isShort: Bool

        /// How sure it is that J is meant as Y.
        enum OldSpelling { case none, afterConsonants, everywhere }

        init(input: UnsafeBufferPointer<UInt8>, output: UnsafeMutableBufferPointer<UInt8>) {
            self.input = input
            self.output = output
            isShort = input.count <= 4
            var old = OldSpelling.none
            if input.contains(J) {
                for index in 1..<input.count {
                    switch (input[index - 1], input[index]) {
                    case (D, J), (T, J), (S, J): old = .everywhere
                    case (O, E) where old == .none: old = .afterConsonants
                    default: break
                    }
                }
            }
            oldSpelling = old
        }

        /// Doubled letters count once.
        @inline(__always)
        private mutating func push(_ letter: UInt8) {
            if count > 0, output[count - 1] == letter { return }
            output[count] = letter
            count += 1
        }

        private mutating func push(_ first: UInt8, _ second: UInt8) {
            push(first)
            push(second)
        }

        @inline(__always)
        private func at(_ index: Int) -> UInt8 { index < input.count ? input[index] : 0 }

        /// Reads one letter, or two that stand for one sound.
        mutating func step() {
            let letter = input[index]
            let next = at(index + 1)
            if Self.alone & bit(letter) == 0, Self.second & bit(next) == 0 {
                // Most letters: no rule begins with them or goes on with the next.
                push(letter)
                index += 1
                return
            }
            index += pair(letter, next) ? 2 : 1
        }

        /// The letters that a rule may change whatever follows.
        private static let alone = bit(C) | bit(J) | bit(P) | bit(Q) | bit(V) | bit(X) | bit(Y) | bit(Z)
        /// The second letters of all rules of two letters.
        private static let second = bit(E) | bit(H) | bit(J) | bit(K) | bit(W) | bit(Y) | bit(Z)

        private mutating func pair(_ letter: UInt8, _ next: UInt8) -> Bool {
            switch letter {
            case C where next == H: push(ch())
            case C where next == K: push(K)
            case D where next == J: push(J)
            case D where next == Z: push(S)
            case D where next == H: push(D)
            case G where next == H: push(G)
            case I where next == E && (!isShort || index > 1): push(I)
            case K where next == H && (!isShort || index > 0): push(H)
            case N where next == J || next == Y: push(N, I)
            case O where next == E: push(U)
            case P where next == H: push(F)
            case S where next == J || next == Y || next == H && input.count > 3: push(S)
            case T where next == J: push(C)
            case T where next == H: push(T)
            case U where next == W && WordFolding.isVowel(at(index + 2)): push(U)
            default:
                single(letter, next)
                return false
            }
            return true
        }

        private mutating func single(_ letter: UInt8, _ next: UInt8) {
            switch letter {
            case C where next == 0: push(K)
            case J where isOldY: push(I)
            case P where input.count >= 5: push(F)
            case Q: push(K)
            case V: push(F)
            case X: push(K, S)
            case Y: push(I)
            case Z where !isShort || index > 0: push(S)
            default: push(letter)
            }
        }

        private var isOldY: Bool {
            switch oldSpelling {
            case .none: false
            case .everywhere: true
            case .afterConsonants: count > 0 && !WordFolding.isVowel(output[count - 1])
            }
        }

        /// CH is the old spelling of KH, but also Dutch, English and Chinese.
        private func ch() -> UInt8 {
            guard index == 0 else { return H }
            let third = at(2)
            if third == R || third == L { return K }
            guard third == A || third == O || third == U, input.count >= 6 else { return C }
            let endsInNG = at(input.count - 2) == N && at(input.count - 1) == G
            let isChandra = third == A && at(3) == N && at(4) == D
            return endsInNG || isChandra ? C : H
        }

        /// FATIMAH and FATIMA, ABDULLAH and ABDULLA.
        mutating func dropLastH() {
            if count >= 5, output[count - 1] == H, output[count - 2] == A { count -= 1 }
        }
    }

    static func isVowel(_ letter: UInt8) -> Bool {
        bit(letter) & (bit(A) | bit(E) | bit(I) | bit(O) | bit(U)) != 0
    }
}

/// A letter as one of 32 bits; the first for no letter.
@inline(__always)
private func bit(_ letter: UInt8) -> UInt32 { 1 << UInt32(letter & 31) }

// One name a letter keeps the rules readable.
private let A = UInt8(ascii: "A")
private let C = UInt8(ascii: "C")
private let D = UInt8(ascii: "D")
private let E = UInt8(ascii: "E")
private let F = UInt8(ascii: "F")
private let G = UInt8(ascii: "G")
private let H = UInt8(ascii: "H")
private let I = UInt8(ascii: "I")
private let J = UInt8(ascii: "J")
private let K = UInt8(ascii: "K")
private let L = UInt8(ascii: "L")
private let N = UInt8(ascii: "N")
private let O = UInt8(ascii: "O")
private let P = UInt8(ascii: "P")
private let Q = UInt8(ascii: "Q")
private let R = UInt8(ascii: "R")
private let S = UInt8(ascii: "S")
private let T = UInt8(ascii: "T")
private let U = UInt8(ascii: "U")
private let V = UInt8(ascii: "V")
private let W = UInt8(ascii: "W")
private let X = UInt8(ascii: "X")
private let Y = UInt8(ascii: "Y")
private let Z = UInt8(ascii: "Z")
