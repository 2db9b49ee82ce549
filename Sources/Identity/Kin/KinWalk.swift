// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Population

/// Walks from a resident over family cards, present and former ones, to the wider family.
///
/// What is known of former cards is what daily changes told since the first of them was taken.
struct KinWalk {
    /// Somebody on the way.
    private struct Step {
        /// Nil for the resident.
        let kinship: Kinship?
        let through: [Kinship]
        /// The first day, since 1970, on which a tie of the way was no more.
        let until: Int32

        /// Whether this tells more than another way to the same somebody.
        func isBetter(than other: Step) -> Bool {
            let isOpen = (kinship == .relative, other.kinship == .relative)
            if isOpen.0 != isOpen.1 { return isOpen.1 }
            if until != other.until { return until > other.until }
            func names(_ step: Step) -> [String] { ([step.kinship].compactMap(\.self) + step.through).map(\.rawValue) }
            return names(self).lexicographicallyPrecedes(names(other))
        }
    }

    /// Over so many cards: the second is that of grandparents, aunts and married siblings' families, the third that of cousins.
    static let mostCards = 3
    /// Larger family cards, of homes and boarding schools, say nothing of kin.
    static let largestHousehold = 20
    /// The walk ends with so many.
    static let mostKin = 100

    private let cards: (UInt64) -> [MembershipRecord]
    private let members: (UInt64) -> [MembershipRecord]

    /// - Parameters:
    ///   - cards: the memberships of a number, present and former.
    ///   - members: who is and was on a card.
    init(
        cards: @escaping (UInt64) -> [MembershipRecord], members: @escaping (UInt64) -> [MembershipRecord]
    ) {
        self.cards = cards
        self.members = members
    }

    /// The family of a number by number; the nearest way to each counts.
    func family(
        of nik: UInt64
    ) -> [(nik: UInt64, kinship: Kinship, through: [Kinship], until: Int32)] {
        let start = Step(kinship: nil, through: [], until: MembershipRecord.current)
        var found: [UInt64: Step] = [nik: start]
        var all: [(nik: UInt64, kinship: Kinship, through: [Kinship], until: Int32)] = []
        var frontier: [(nik: UInt64, step: Step)] = [(nik, start)]
        for _ in 0..<Self.mostCards {
            var next: [UInt64: Step] = [:]
            for (person, step) in frontier where step.kinship?.leadsOn ?? true {
                for (other, reached) in reached(from: person, step) where found[other] == nil {
                    if let known = next[other], !reached.isBetter(than: known) { continue }
                    next[other] = reached
                }
            }
            frontier = next.sorted { $0.key < $1.key }.prefix(Self.mostKin - all.count).map { ($0.key, $0.value) }
            for (other, step) in frontier {
                found[other] = step
                if let kinship = step.kinship { all.append((other, kinship, step.through, step.until)) }
            }
        }
        return all
    }

    /// Who is or was on one card with somebody, and is kin.
    private func reached(from person: UInt64, _ step: Step) -> [(UInt64, Step)] {
        var reached: [(UInt64, Step)] = []
        for mine in cards(person) {
            let others = members(mine.card)
            guard Set(others.map(\.nik)).count <= Self.largestHousehold,
                let own = Relation(rawValue: Int(mine.relation))
            else { continue }
            for theirs in others where theirs.nik != person && theirs.overlaps(mine) {
                guard let relation = Relation(rawValue: Int(theirs.relation)),
                    let tie = Kinship.of(relation, to: own)
                else { continue }
                // Of somebody's relatives of an open kind nothing is said.
                guard let kinship = step.kinship.map({ $0.then(tie) }) ?? tie else { continue }
                reached.append(
                    (
                        theirs.nik,
                        Step(
                            kinship: kinship, through: step.kinship.map { step.through + [$0] } ?? [],
                            until: min(step.until, mine.until, theirs.until))
                    ))
            }
        }
        return reached
    }
}

extension PopulationIndex {
    /// The family of a row's resident over present and former family cards: grandparents, married children, their children.
    /// Those of the resident's own card are among them; who left the registry is not, though the way may lead over them.
    ///
    /// Information, and never a reason to look at anybody. Nearest first, in a fixed order.
    public func kin(of row: Int) -> [Kin] {
        guard let nik = resident(row: row)?.nik.value else { return [] }
        return KinWalk(cards: { self.records(nik: $0) }, members: { self.records(card: $0) }).family(of: nik)
            .compactMap { relative in
                self.row(nik: relative.nik).map { row in
                    Kin(
                        row: row, kinship: relative.kinship, through: relative.through,
                        until: relative.until == MembershipRecord.current
                            ? nil : CivilDate(daysSinceEpoch: Int(relative.until)))
                }
            }
    }
}
