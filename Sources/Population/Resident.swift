// SPDX-License-Identifier: Apache-2.0

public import Civil

/// One person of the civil registry, with the few facts that customs needs.
public struct Resident: Hashable, Sendable {
    public var nik: NIK
    public var familyCard: FamilyCardNumber
    /// The full name as registered, upper case (NAMA_LGKP); one word or many.
    public var name: String
    public var birthPlace: String
    public var birthDate: CivilDate
    public var sex: Sex
    public var relation: Relation
    public var motherName: String
    public var fatherName: String
    public var address: String
    /// The neighbourhood units within the address (RT and RW).
    public var neighbourhood: Int
    public var community: Int
    /// The district where the person lives now; the NIK keeps the one of first registration.
    public var region: RegionCode

    public init(
        nik: NIK, familyCard: FamilyCardNumber, name: String, birthPlace: String, birthDate: CivilDate, sex: Sex,
        relation: Relation, motherName: String, fatherName: String, address: String, neighbourhood: Int,
        community: Int, region: RegionCode
    ) {
        self.nik = nik
        self.familyCard = familyCard
        self.name = name
        self.birthPlace = birthPlace
        self.birthDate = birthDate
        self.sex = sex
        self.relation = relation
        self.motherName = motherName
        self.fatherName = fatherName
        self.address = address
        self.neighbourhood = neighbourhood
        self.community = community
        self.region = region
    }
}
