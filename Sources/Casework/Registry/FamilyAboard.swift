// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Identity
public import Population
public import Travel

/// Who of a traveller's family, on the same family card or on others, is on the same voyage. Information with its reason, and never a reason to look at
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

    /// Somebody of the wider family on the voyage, whom neither a present nor a former card has together with the traveller.
    public struct Wider: Hashable, Sendable {
        public let traveller: RecordID<Traveller>
        /// What they are to the traveller.
        public let kinship: Kinship
        /// Over whom that is known, the nearest first.
        public let through: [Kinship]
        /// The first day on which a tie of the way was no more; nil where all hold.
        public let until: CivilDate?
        /// That this traveller is that resident.
        public let probability: Double
        /// Whether the two share no booking.
        public let isBookedApart: Bool
    }

    /// How a relative who is not on the voyage is tied to the traveller.
    public enum Tie: Hashable, Sendable {
        /// On one card, with this relation to its head.
        case card(Relation)
        /// On one card until a day.
        case former(CivilDate)
        case wider(Kinship)
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
    /// Of the wider family, who is on the voyage.
    public let wider: [Wider]
    /// Those of the wider family who do not travel, as kinship and count only.
    public let widerOthers: [Kinship: Int]
    /// In how many groups that share no booking the family travels, the traveller among them.
    public let bookings: Int
    /// Who is not on the voyage, to find their journeys by; never shown.
    let absent: [NIK: Tie]

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
        let household = Set(index.householdRows(of: best.row))
        var left = household.subtracting([best.row])
        var past = index.formerHousehold(of: best.row).reduce(into: [Int: FormerRelative]()) { $0[$1.row] = $1 }
        let direct = household.union(past.keys)
        var kin = index.kin(of: best.row).reduce(into: [Int: Kin]()) { kin, relative in
            if !direct.contains(relative.row) { kin[relative.row] = relative }
        }
        var wider: [Wider] = []
        var groups = BookingGroups(traveller)
        var found: [Member] = []
        var former: [Former] = []
        for other in voyage.travellers where other.id != traveller.id {
            guard let theirs = answers[other.id]?.candidates.first, theirs.probability >= Self.leastProbability else {
                continue
            }
            let isBookedApart = Set(other.recordLocators).isDisjoint(with: traveller.recordLocators)
            if left.remove(theirs.row) != nil {
                groups.add(other)
                found.append(
                    Member(
                        traveller: other.id, relation: theirs.resident.relation, probability: theirs.probability,
                        isBookedApart: isBookedApart))
            } else if let once = past.removeValue(forKey: theirs.row) {
                groups.add(other)
                former.append(
                    Former(
                        traveller: other.id, probability: theirs.probability, isBookedApart: isBookedApart,
                        until: once.until))
            } else if let relative = kin.removeValue(forKey: theirs.row) {
                groups.add(other)
                wider.append(
                    Wider(
                        traveller: other.id, kinship: relative.kinship, through: relative.through,
                        until: relative.until, probability: theirs.probability, isBookedApart: isBookedApart))
            }
        }
        self.wider = wider.sorted { ($0.kinship.rawValue, $0.traveller) < ($1.kinship.rawValue, $1.traveller) }
        widerOthers = kin.values.reduce(into: [:]) { $0[$1.kinship, default: 0] += 1 }
        bookings = groups.count
        self.former = former.sorted { ($0.until, $0.traveller) < ($1.until, $1.traveller) }
        formerOthers = past.count
        own = best.resident.relation
        members = found.sorted { ($0.relation.rawValue, $0.traveller) < ($1.relation.rawValue, $1.traveller) }
        others = left.reduce(into: [:]) { counts, row in
            if let relation = index.resident(row: row)?.relation { counts[relation, default: 0] += 1 }
        }
        var absent: [NIK: Tie] = [:]
        func note(_ row: Int, _ tie: Tie) {
            if let resident = index.resident(row: row) { absent[resident.nik] = tie }
        }
        for row in left { if let relation = index.resident(row: row)?.relation { note(row, .card(relation)) } }
        for (row, once) in past { note(row, .former(once.until)) }
        for (row, relative) in kin { note(row, .wider(relative.kinship)) }
        self.absent = absent
    }
}
