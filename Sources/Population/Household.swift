// SPDX-License-Identifier: Apache-2.0

public import Civil

/// The people of one family card, head first.
public struct Household: Hashable, Sendable {
    public var familyCard: FamilyCardNumber
    public var members: [Resident]

    public init(familyCard: FamilyCardNumber, members: [Resident]) {
        self.familyCard = familyCard
        self.members = members
    }

    /// The head of the household, if the card names one.
    public var head: Resident? { members.first { $0.relation == .head } }
}
