// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Population

/// One person of the civil registry as the index keeps them.
public struct IndexedResident: Hashable, Sendable {
    public let nik: NIK
    public let familyCard: FamilyCardNumber
    public let name: String
    public let birthPlace: String
    public let birthDate: CivilDate
    public let sex: Sex
    public let relation: Relation
    public let fatherName: String
    public let region: RegionCode
}
