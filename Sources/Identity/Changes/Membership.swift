// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Population

/// That a resident was, or is, on a family card.
public struct Membership: Hashable, Sendable {
    public let nik: NIK
    public let familyCard: FamilyCardNumber
    /// To the head of the card.
    public let relation: Relation
    /// The first day on the card; nil where it lies before all changes that are known.
    public let from: CivilDate?
    /// The first day no more on the card; nil for who is on it.
    public let until: CivilDate?

    /// Nil where a damaged file says what no resident may be.
    init?(_ record: MembershipRecord) {
        guard let nik = try? NIK(parsing: PopulationFile.sixteen(record.nik)),
            let card = FamilyCardNumber(parsing: PopulationFile.sixteen(record.card)),
            let relation = Relation(rawValue: Int(record.relation))
        else { return nil }
        self.nik = nik
        familyCard = card
        self.relation = relation
        from = record.from == MembershipRecord.unknown ? nil : CivilDate(daysSinceEpoch: Int(record.from))
        until = record.until == MembershipRecord.current ? nil : CivilDate(daysSinceEpoch: Int(record.until))
    }
}

/// A resident who was on a family card with another, and is no more.
public struct FormerRelative: Hashable, Sendable {
    public let row: Int
    /// To the head of the card that both were on.
    public let relation: Relation
    /// The first day on which they were no more on one card.
    public let until: CivilDate
}
