// SPDX-License-Identifier: Apache-2.0

/// Decides which of a name's words count, and how else they may be read.
struct NameReadings {
    typealias Token = NameTokens.Token
    typealias Words = [[UInt8]]

    /// The reading to begin with.
    private(set) var first: Words = []
    /// The others, without repeats.
    private(set) var others: [Words] = []

    /// Reads a name in one piece; the given name first unless marks say otherwise.
    init(full tokens: [Token]) {
        var cut = tokens.dropFirst().firstIndex { $0.before != .blank } ?? tokens.count
        if cut < tokens.count, tokens[cut].before == .comma {
            let isTitlesOnly = tokens[cut...].allSatisfy { !$0.roles.isDisjoint(with: [.honour, .ending]) }
            if isTitlesOnly { cut = tokens.count }
        }
        if cut == tokens.count {
            self.init(given: tokens, surname: [])
        } else {
            self.init(given: Array(tokens[cut...]), surname: Array(tokens[..<cut]))
        }
    }

    /// Reads the words of a given name and a surname.
    init(given: [Token], surname: [Token]) {
        var front = Self.clean(given)
        let back = Self.clean(surname)
        if front.isEmpty, back.isEmpty {
            // Nothing but placeholders and titles: the person keeps what there is, titles before placeholders.
            let all = given + surname
            let titles = all.filter { !$0.roles.contains(.placeholder) }
            first = Self.distinct((titles.isEmpty ? all : titles).map(\.letters))
            return
        }
        // A given name of many words must not crowd out the surname.
        let room = max(NameLimits.words - back.count, NameLimits.words / 2)
        if front.count > room { front = Array(front.prefix(room)) }
        let line = Self.withoutPatronyms(front, back)
        first = Self.distinct(Self.joiningArticles(line).map(\.letters))

        if line.contains(where: Self.canSplit) { offer(Self.split(line)) }
        if let last = front.last ?? back.last, let glued = Self.gluedEnding(last) {
            let bare = Array((front.isEmpty ? back : front).dropLast()) + [glued]
            let line = front.isEmpty ? Self.withoutPatronyms([], bare) : Self.withoutPatronyms(bare, back)
            offer(Self.joiningArticles(line))
            if line.contains(where: Self.canSplit) { offer(Self.split(line)) }
        }
        if line.count > 1, line.last?.roles.contains(.weakPatronym) == true {
            offer(Self.joiningArticles(Array(line.dropLast())))
        }
    }

    /// Takes over the readings of the same name in another style of letters.
    mutating func add(_ more: NameReadings) {
        for words in [more.first] + more.others { offer(words) }
    }

    private mutating func offer(_ line: [Token]) { offer(Self.distinct(line.map(\.letters))) }

    private mutating func offer(_ words: Words) {
        if !words.isEmpty, words != first, !others.contains(words) { others.append(words) }
    }

    /// One part of a name without placeholders, and without titles at its two ends.
    private static func clean(_ tokens: [Token]) -> [Token] {
        guard let head = tokens.first, let tail = tokens.last else { return tokens }
        if tokens.count > 1, !tokens.contains(where: isPlaceholder),
            !head.roles.contains(.honour), !tail.roles.contains(.ending)
        {
            return tokens
        }
        var part = tokens[...]
        if tokens.contains(where: isPlaceholder) { part = tokens.filter { !isPlaceholder($0) }[...] }
        while part.count > 1, let front = part.first, front.roles.contains(.honour) { part.removeFirst() }
        while part.count > 1, let last = part.last, last.roles.contains(.ending) { part.removeLast() }
        if part.count == 1, let only = part.first {
            if only.roles.contains(.neverAlone) || only.letters == [x] { return [] }
            // A given name AL is short for a name, not an article.
            if only.roles.contains(.article) { return [Token(name: only.letters)] }
        }
        return Array(part)
    }

    private static let x = UInt8(ascii: "X")

    private static func isPlaceholder(_ token: Token) -> Bool {
        if token.roles.contains(.placeholder) { return true }
        return token.letters[0] == x && token.letters.count > 1 && token.letters.allSatisfy { $0 == x }
    }

    /// The two parts as one line of words without patronym particles.
    private static func withoutPatronyms(_ front: [Token], _ back: [Token]) -> [Token] {
        let line = front + back
        let marks: NameVocabulary.Roles = [.patronym, .weakPatronym]
        guard line.contains(where: { !$0.roles.isDisjoint(with: marks) }) else { return line }
        let kept = line.indices.filter { index in
            let roles = line[index].roles
            if roles.contains(.patronym) { return false }
            guard roles.contains(.weakPatronym) else { return true }
            let isBetween = index > 0 && index < line.count - 1
            let opensPart = index == 0 && front.count > 1 || index == front.count && back.count > 1
            return !(isBetween || opensPart && line[index].letters.count > 2)
        }
        return kept.isEmpty ? line : kept.map { line[$0] }
    }

    /// Joins the Arabic article to the word behind it.
    private static func joiningArticles(_ line: [Token]) -> [Token] {
        guard line.contains(where: { $0.roles.contains(.article) }) else { return line }
        var joined: [Token] = []
        var article: [UInt8] = []
        for (index, token) in line.enumerated() {
            if token.roles.contains(.article), article.isEmpty, index < line.count - 1 {
                article = token.letters
            } else {
                let letters = Array((article + token.letters).prefix(NameLimits.letters))
                joined.append(article.isEmpty ? token : Token(letters: letters, before: .blank))
                article = []
            }
        }
        return joined
    }

    /// Whether ``split(_:)`` may change a line with this word.
    private static func canSplit(_ token: Token) -> Bool {
        guard token.letters.first == UInt8(ascii: "A") else { return token.roles.contains(.article) }
        return token.letters.count >= 7 || token.roles.contains(.article)
    }

    /// Parts ABDUL from what is glued to it and leaves the Arabic article out.
    private static func split(_ line: [Token]) -> [Token] {
        var parted: [Token] = []
        for (index, token) in line.enumerated() {
            let letters = token.letters
            if token.roles.contains(.article), index < line.count - 1 { continue }
            if let front = NameVocabulary.gluedFronts.first(where: { letters.starts(with: $0) }),
                letters.count >= front.count + 4
            {
                parted.append(Token(letters: front, before: .blank))
                parted.append(Token(letters: Array(letters[front.count...]), before: .blank))
            } else if beginsWithArticle(token) {
                parted.append(Token(letters: Array(letters[2...]), before: .blank))
            } else {
                parted.append(token)
            }
        }
        return parted
    }

    /// ALHABSYI and the like: AL, a consonant, and at least five letters in all behind AL.
    private static func beginsWithArticle(_ token: Token) -> Bool {
        let letters = token.letters
        guard letters.count >= 7, letters[0] == UInt8(ascii: "A"), letters[1] == UInt8(ascii: "L"),
            !token.roles.contains(.noArticle)
        else { return false }
        switch letters[2] {
        case UInt8(ascii: "A"), UInt8(ascii: "E"), UInt8(ascii: "I"), UInt8(ascii: "O"), UInt8(ascii: "U"),
            UInt8(ascii: "L"), UInt8(ascii: "X"), UInt8(ascii: "Y"):
            return false
        default: return true
        }
    }

    /// The word without a title glued to its end, if it may have one.
    private static func gluedEnding(_ token: Token) -> Token? {
        let letter = token.letters.last
        guard letter == UInt8(ascii: "R") || letter == UInt8(ascii: "S") else { return nil }
        for ending in NameVocabulary.gluedEndings
        where token.letters.count >= ending.count + 3 && token.letters.suffix(ending.count).elementsEqual(ending) {
            return Token(letters: Array(token.letters.dropLast(ending.count)), before: .blank)
        }
        return nil
    }

    private static func distinct(_ words: Words) -> Words {
        var kept: Words = []
        for word in words where kept.count < NameLimits.words && !kept.contains(word) { kept.append(word) }
        return kept
    }
}
