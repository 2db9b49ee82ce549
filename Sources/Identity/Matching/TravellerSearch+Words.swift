// SPDX-License-Identifier: Apache-2.0

extension TravellerSearch {
    /// How each word of the name compares with a resident's; the weights add up to the weight of the name.
    mutating func words(row: Int) -> [WordEvidence] {
        if let first = later.first?.firstRow, row >= first { return later[0].words(row: row) }
        var scratch = Scratch()
        name.read(row: row - firstRow, into: &scratch.resident)
        let (weight, reading) = weighName(&scratch)
        var steps = (reading == 0 ? name : otherNames[reading - 1]).steps(scratch.resident, scratch.weighing)
        let rest = weight - steps.reduce(0) { $0 + $1.weight }
        if abs(rest) > 1e-9 { steps.append(WordEvidence(claimed: "", registered: "", relation: .limit, weight: rest)) }
        return steps
    }
}

extension NameQuery {
    /// A name that was weighed, word by word.
    func steps(_ resident: ResidentName, _ weighing: Weighing) -> [WordEvidence] {
        var steps = words.enumerated().map { number, word in
            let pairing = weighing.pairings[number]
            return WordEvidence(
                claimed: String(decoding: word.letters, as: UTF8.self),
                registered: pairing.word == 0 ? "" : String(decoding: letters(pairing.word), as: UTF8.self),
                relation: relation(pairing), weight: pairing.weight)
        }
        var count = 0
        for place in 0..<resident.ownCount where weighing.omitted & 1 << UInt32(place) != 0 {
            steps.append(
                WordEvidence(
                    claimed: "", registered: String(decoding: letters(resident.own(place)), as: UTF8.self),
                    relation: .omitted, weight: omission(count)))
            count += 1
        }
        if weighing.together != 0 {
            steps.append(WordEvidence(claimed: "", registered: "", relation: .oneOrigin, weight: -weighing.together))
        }
        return steps
    }

    private func relation(_ pairing: Pairing) -> WordEvidence.Relation {
        if pairing.word == 0 { return .extra }
        if pairing.isGlued { return .together }
        if pairing.isFather { return .father }
        return switch pairing.relation {
        case .same: .same
        case .spelling: .spelling
        case .alias: .alias
        case .initial: .initial
        case .cut: .cut
        case .slip: .slip
        case .tail: .tail
        case .near: .near
        case .different: .extra
        }
    }
}
