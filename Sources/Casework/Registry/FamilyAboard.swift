// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Identity
public import Population
public import Travel

/// Who of a traveller's family card is on the same voyage. Information with its reason, and never a reason to look at
/// anybody (requirements R21 and R22): nothing that ranks or raises hits reads it.
public struct FamilyAboard: Hashable, Sendable {
    /// A relative on the voyage.
    public struct Member: Hashable, Sendable {
        public let traveller: RecordID<Traveller>
        public let relation: Relation
        /// That this traveller is that relative.
        public let probability: Double
        /// Whether the two share no booking.
        public let isBookedApart: Bool
    }

    /// Somebody on the voyage who was on one family card with the traveller, and is no more.
    public struct Former: Hashable, Sendable {
        public let traveller: RecordID<Traveller>
        /// That this traveller is that resident.
        public let probability: Double
        /// Whether the two share no booking.
        public let isBookedApart: Bool
        /// The first day on which they were no more on one card.
        public let until: CivilDate
    }

    /// The traveller's own relation to the head of the card.
    public let own: Relation
    public let members: [Member]
    /// Relatives who do not travel, as relation and count only: no name of theirs leaves the registry.
    public let others: [Relation: Int]
    /// Of the former household, who is on the voyage.
    public let former: [Former]
    /// How many of the former household do not travel.
    public let formerOthers: Int

    /// From so probable a candidate on a card counts as the traveller's.
    public static let leastProbability = 0.9

    /// Nil where the traveller's card is not known well enough.
    public init?(
        of traveller: Traveller, on voyage: Voyage, answers: [RecordID<Traveller>: ExtractDesk.Answer],
        index: PopulationIndex
    ) {
        guard let best = answers[traveller.id]?.candidates.first, best.probability >= Self.leastProbability else {
            return nil
        }
        var left = Set(index.householdRows(of: best.row)).subtracting([best.row])
        var past = index.formerHousehold(of: best.row).reduce(into: [Int: FormerRelative]()) { $0[$1.row] = $1 }
        var found: [Member] = []
        var former: [Former] = []
        for other in voyage.travellers where other.id != traveller.id {
            guard let theirs = answers[other.id]?.candidates.first, theirs.probability >= Self.leastProbability else {
                continue
            }
            let isBookedApart = Set(other.recordLocators).isDisjoint(with: traveller.recordLocators)
            if left.remove(theirs.row) != nil {
                found.append(
                    Member(
                        traveller: other.id, relation: theirs.resident.relation, probability: theirs.probability,
                        isBookedApart: isBookedApart))
            } else if let once = past.removeValue(forKey: theirs.row) {
                former.append(
                    Former(
                        traveller: other.id, probability: theirs.probability, isBookedApart: isBookedApart,
                        until: once.until))
            }
        }
        self.former = former.sorted { ($0.until, $0.traveller) < ($1.until, $1.traveller) }
        formerOthers = past.count
        own = best.resident.relation
        members = found.sorted { ($0.relation.rawValue, $0.traveller) < ($1.relation.rawValue, $1.traveller) }
        others = left.reduce(into: [:]) { counts, row in
            if let relation = index.resident(row: row)?.relation { counts[relation, default: 0] += 1 }
        }
    }
}
