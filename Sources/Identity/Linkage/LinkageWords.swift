// SPDX-License-Identifier: Apache-2.0

/// Compares two names or texts word by word, whatever the order: the closest relations pair off first.
struct LinkageWords {
    let vocabulary: LinkageVocabulary
    let place: Int

    private struct Pairing {
        let first: Int
        let second: Int
        let relation: WordRelation
    }

    func compare(_ a: [Int32], _ b: [Int32], _ sight: inout LinkageSight) {
        var usedA: UInt32 = 0
        var usedB: UInt32 = 0
        for (first, word) in a.enumerated() {
            guard let second = b.firstIndex(of: word) else { continue }
            sight.add(.same, of: place, share: vocabulary.shares[Int(word)], number: word)
            usedA |= 1 << UInt32(first)
            usedB |= 1 << UInt32(second)
        }
        if usedA.nonzeroBitCount < a.count, usedB.nonzeroBitCount < b.count {
            takeGlued(a, &usedA, b, &usedB, &sight)
            takeGlued(b, &usedB, a, &usedA, &sight)
            takeKin(a, &usedA, b, &usedB, &sight)
        }
        let rest = (a.count - usedA.nonzeroBitCount, b.count - usedB.nonzeroBitCount)
        for _ in 0..<min(rest.0, rest.1) { sight.add(.otherWord, of: place) }
        for _ in 0..<abs(rest.0 - rest.1) { sight.add(.omitted, of: place) }
    }

    private func takeGlued(
        _ a: [Int32], _ usedA: inout UInt32, _ b: [Int32], _ usedB: inout UInt32, _ sight: inout LinkageSight
    ) {
        let places = b.indices.filter { usedB >> UInt32($0) & 1 == 0 }
        guard places.count >= 2 else { return }
        for (first, word) in a.enumerated() where usedA >> UInt32(first) & 1 == 0 {
            let glued = vocabulary.texts[Int(word)]
            // The first part shows at once; nearly all words leave here.
            let start = vocabulary.texts[Int(b[places[0]])]
            guard glued.count > start.count, glued.first == start.first, glued.starts(with: start.prefix(2)) else {
                continue
            }
            let count = JoinedWords.covers(glued, places.map { vocabulary.texts[Int(b[$0])] })
            guard count >= 2 else { continue }
            sight.add(.glued, of: place)
            usedA |= 1 << UInt32(first)
            for second in places.prefix(count) { usedB |= 1 << UInt32(second) }
            return
        }
    }

    private func takeKin(
        _ a: [Int32], _ usedA: inout UInt32, _ b: [Int32], _ usedB: inout UInt32, _ sight: inout LinkageSight
    ) {
        var pairings: [Pairing] = []
        for (first, word) in a.enumerated() where usedA >> UInt32(first) & 1 == 0 {
            guard let one = vocabulary.words[Int(word)] else { continue }
            for (second, word) in b.enumerated() where usedB >> UInt32(second) & 1 == 0 {
                guard let other = vocabulary.words[Int(word)] else { continue }
                let relation = WordRelation.between(one, other)
                if relation > .different { pairings.append(Pairing(first: first, second: second, relation: relation)) }
            }
        }
        pairings.sort { ($1.relation, $0.first + $0.second) < ($0.relation, $1.first + $1.second) }
        for pairing in pairings
        where usedA >> UInt32(pairing.first) & 1 == 0 && usedB >> UInt32(pairing.second) & 1 == 0 {
            guard let level = LinkageLevel(pairing.relation) else { continue }
            let share = max(vocabulary.shares[Int(a[pairing.first])], vocabulary.shares[Int(b[pairing.second])])
            sight.add(level, of: place, share: share)
            usedA |= 1 << UInt32(pairing.first)
            usedB |= 1 << UInt32(pairing.second)
        }
    }
}
