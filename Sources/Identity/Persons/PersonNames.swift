// SPDX-License-Identifier: Apache-2.0

/// Compares the names of two appearances: words pair off whatever their order, the rarest agreement first.
struct PersonNames {
    let words: PersonWords
    let model: PersonModel.Words

    struct Result {
        var weight = 0.0
        var hasOtherGiven = false
    }

    private struct Pairing {
        let first: Int
        let second: Int
        let weight: Double
    }

    /// What a name would weigh against itself.
    func own(_ reading: [PersonFacts.Word]) -> Double {
        min(model.most, reading.reduce(0) { $0 + words.bits[Int($1.number)] })
    }

    /// The weight of evidence of the best pair of readings.
    ///
    /// - Parameter isMan: whether the sex of both, as far as known, is male: men hardly ever marry into a surname.
    func weigh(_ a: [[PersonFacts.Word]], _ b: [[PersonFacts.Word]], isMan: Bool) -> Result {
        var best: Result?
        for a in a {
            for b in b {
                if a.isEmpty || b.isEmpty { continue }
                let result = weigh(a, b, isMan: isMan)
                if result.weight > best?.weight ?? -.infinity { best = result }
            }
        }
        return best ?? Result()
    }

    private func weigh(_ a: [PersonFacts.Word], _ b: [PersonFacts.Word], isMan: Bool) -> Result {
        var result = Result()
        var usedA: UInt32 = 0
        var usedB: UInt32 = 0
        for (first, word) in a.enumerated() {
            for (second, other) in b.enumerated() where other.number == word.number && usedB >> UInt32(second) & 1 == 0
            {
                result.weight += words.bits[Int(word.number)]
                usedA |= 1 << UInt32(first)
                usedB |= 1 << UInt32(second)
                break
            }
        }
        let all = (a: UInt32(1) << UInt32(a.count) - 1, b: UInt32(1) << UInt32(b.count) - 1)
        if usedA != all.a, usedB != all.b {
            takeGlued(a, &usedA, b, &usedB, &result)
            takeGlued(b, &usedB, a, &usedA, &result)
            takeKin(a, &usedA, b, &usedB, &result)
        }
        weighRest(a, usedA, b, usedB, isMan: isMan, &result)
        result.weight = min(model.most, max(model.least, result.weight))
        return result
    }

    /// Pairs a word with two or more neighbours of the other side that were run together in it.
    private func takeGlued(
        _ a: [PersonFacts.Word], _ usedA: inout UInt32, _ b: [PersonFacts.Word], _ usedB: inout UInt32,
        _ result: inout Result
    ) {
        guard b.count - usedB.nonzeroBitCount >= 2 else { return }
        for (place, word) in a.enumerated() where usedA >> UInt32(place) & 1 == 0 {
            let glued = words.words[Int(word.number)].letters
            guard glued.count >= 6 else { continue }
            for start in b.indices.dropLast() where usedB >> UInt32(start) & 1 == 0 {
                let first = words.words[Int(b[start].number)].letters
                guard first.count >= 2, glued.starts(with: first) else { continue }
                let run = b[start...].prefix { word in
                    usedB >> UInt32(b.firstIndex(of: word) ?? 0) & 1 == 0
                }
                let count = JoinedWords.covers(glued, run.map { words.words[Int($0.number)].letters })
                guard count >= 2 else { continue }
                let bits = run.prefix(count).reduce(0) { $0 + words.bits[Int($1.number)] }
                result.weight += max(0, min(bits, words.bits[Int(word.number)] + 6) - model.glued)
                usedA |= 1 << UInt32(place)
                for covered in start..<start + count { usedB |= 1 << UInt32(covered) }
                break
            }
        }
    }

    /// Pairs what is left by the relation of words, the most telling pair first.
    private func takeKin(
        _ a: [PersonFacts.Word], _ usedA: inout UInt32, _ b: [PersonFacts.Word], _ usedB: inout UInt32,
        _ result: inout Result
    ) {
        var pairings: [Pairing] = []
        for (first, word) in a.enumerated() where usedA >> UInt32(first) & 1 == 0 {
            for (second, other) in b.enumerated() where usedB >> UInt32(second) & 1 == 0 {
                guard let weight = weight(of: Int(word.number), Int(other.number)) else { continue }
                pairings.append(Pairing(first: first, second: second, weight: weight))
            }
        }
        pairings.sort { ($1.weight, $0.first, $0.second) < ($0.weight, $1.first, $1.second) }
        for pairing in pairings
        where usedA >> UInt32(pairing.first) & 1 == 0 && usedB >> UInt32(pairing.second) & 1 == 0 {
            result.weight += pairing.weight
            usedA |= 1 << UInt32(pairing.first)
            usedB |= 1 << UInt32(pairing.second)
        }
    }

    /// What two unequal words add, or nil where they have nothing in common.
    private func weight(of a: Int, _ b: Int) -> Double? {
        let bits = min(words.bits[a], words.bits[b])
        let taken: Double =
            switch WordRelation.between(words.words[a], words.words[b]) {
            case .different: .infinity
            case .same: 0
            case .spelling: model.spelling
            case .alias: model.alias
            case .cut: model.cut
            case .slip: model.slip
            case .tail: model.tail
            case .near: model.near
            case .initial: bits - model.initial
            }
        return taken == .infinity ? nil : max(0.3, bits - taken)
    }

    /// Words that found no partner: left out on one side, or others on both.
    private func weighRest(
        _ a: [PersonFacts.Word], _ usedA: UInt32, _ b: [PersonFacts.Word], _ usedB: UInt32, isMan: Bool,
        _ result: inout Result
    ) {
        var rest = (a: Counts(), b: Counts())
        for (place, word) in a.enumerated() where usedA >> UInt32(place) & 1 == 0 { rest.a[word.part] += 1 }
        for (place, word) in b.enumerated() where usedB >> UInt32(place) & 1 == 0 { rest.b[word.part] += 1 }
        let givens = min(rest.a.given, rest.b.given)
        let surnames = min(rest.a.surname, rest.b.surname)
        let both = min(rest.a.total, rest.b.total)
        let others = max(0, both - givens - surnames)
        result.weight += Double(givens) * model.otherGiven
        result.weight += Double(surnames) * (isMan ? model.otherSurnameOfMan : model.otherSurname)
        result.weight += Double(others) * model.otherWord
        result.weight += Double(max(rest.a.total, rest.b.total) - both) * model.omitted
        // No given name of the one found a partner, though the other has some left as well.
        result.hasOtherGiven =
            givens > 0
            && (rest.a.given == a.count { $0.part == .given } || rest.b.given == b.count { $0.part == .given })
    }

    private struct Counts {
        var given = 0
        var surname = 0
        var unknown = 0
        var total: Int { given + surname + unknown }

        subscript(part: PersonFacts.Part) -> Int {
            get { part == .given ? given : part == .surname ? surname : unknown }
            set {
                switch part {
                case .given: given = newValue
                case .surname: surname = newValue
                case .unknown: unknown = newValue
                }
            }
        }
    }
}
