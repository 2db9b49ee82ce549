// SPDX-License-Identifier: Apache-2.0

/// A name cut into words, before anyone asks what they mean.
struct NameTokens {
    /// What stood before a word.
    enum Break: Int {
        case blank, comma, slash, fillers
    }

    /// A word of letters A-Z.
    struct Token {
        let letters: [UInt8]
        let before: Break
        let roles: NameVocabulary.Roles

        init(letters: [UInt8], before: Break) {
            self.letters = letters
            self.before = before
            roles = NameVocabulary.roles(WordTable.key(letters))
        }

        /// Takes a word for nothing but a name.
        init(name: [UInt8]) {
            letters = name
            before = .blank
            roles = []
        }
    }

    /// More than a name may keep, to leave room for titles and particles.
    static let tokenLimit = 40

    private(set) var tokens: [Token] = []
    /// Whether the other ``LatinLetters/Style`` would have given other words.
    private(set) var hasTwoStyles = false

    private let style: LatinLetters.Style
    private var word: [UInt8] = []
    private var pending = Break.blank
    private var previous: Unicode.Scalar = " "
    /// Where the words begin that only dots part from the current one.
    private var chain = 0
    private var chainIsDotted = false

    init(_ text: String?, style: LatinLetters.Style) {
        self.style = style
        guard let text else { return }
        read(OtherScripts.latin(text) ?? text)
    }

    private mutating func read(_ text: String) {
        var digit: UInt8 = 0
        for scalar in text.unicodeScalars.prefix(NameLimits.scalars) {
            if let letters = LatinLetters.letters(scalar, style) {
                if LatinLetters.hasTwoStyles(scalar) { hasTwoStyles = true }
                if digit != 0 { append(digit) }
                digit = 0
                append(letters.first)
                if letters.second != 0 { append(letters.second) }
            } else if !LatinLetters.isSilent(scalar) {
                if digit != 0 { endChain(" ") }
                digit = word.isEmpty ? 0 : Self.misread(scalar)
                if digit == 0 { endWord(scalar) }
            }
            previous = scalar
            if tokens.count >= Self.tokenLimit { return }
        }
        endChain(" ")
    }

    /// A digit between two letters is a letter that a reader of documents took for a digit; elsewhere it is noise.
    private static func misread(_ scalar: Unicode.Scalar) -> UInt8 {
        switch scalar {
        case "0": UInt8(ascii: "O")
        case "1": UInt8(ascii: "I")
        case "5": UInt8(ascii: "S")
        case "8": UInt8(ascii: "B")
        default: 0
        }
    }

    private mutating func append(_ letter: UInt8) {
        if word.count < NameLimits.letters { word.append(letter) }
    }

    private mutating func endWord(_ separator: Unicode.Scalar) {
        guard separator == "." else {
            endChain(separator)
            return
        }
        chainIsDotted = chainIsDotted || !word.isEmpty
        push()
    }

    private mutating func push() {
        guard !word.isEmpty else { return }
        tokens.append(Token(letters: word, before: pending))
        pending = .blank
        word.removeAll(keepingCapacity: true)
    }

    /// Ends a run of letters and dots; a title written with dots (S.H., Drs., M.Kes.) becomes one word again.
    private mutating func endChain(_ separator: Unicode.Scalar) {
        push()
        if chainIsDotted, tokens.count - chain > 1 {
            let joined = Token(
                letters: Array(tokens[chain...].flatMap(\.letters).prefix(NameLimits.letters)),
                before: tokens[chain].before)
            if !joined.roles.isDisjoint(with: [.honour, .ending, .placeholder]) {
                tokens.replaceSubrange(chain..., with: [joined])
            }
        }
        switch separator {
        case "/": pending = .slash
        case "," where pending != .slash: pending = .comma
        case "<" where previous == "<": pending = .fillers
        default: break
        }
        dropSlashedParticle()
        chain = tokens.count
        chainIsDotted = false
    }

    /// Takes out A/L, A/P, S/O and D/O, the patronym particles of Indian names in Malaysia and Singapore.
    private mutating func dropSlashedParticle() {
        guard let last = tokens.last, last.before == .slash, last.letters.count == 1, tokens.count >= 2 else { return }
        let first = tokens[tokens.count - 2]
        guard first.letters.count == 1 else { return }
        switch (first.letters[0], last.letters[0]) {
        case (UInt8(ascii: "A"), UInt8(ascii: "L")), (UInt8(ascii: "A"), UInt8(ascii: "P")),
            (UInt8(ascii: "S"), UInt8(ascii: "O")), (UInt8(ascii: "D"), UInt8(ascii: "O")):
            tokens.removeLast(2)
        default: break
        }
    }
}
