// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Population

/// What the registry's service gives of one resident in data mode: the closed list of elements that customs may use
/// (requirement R27). Whatever else a service sends is dropped by its reader.
public struct RegistryRecord: Hashable, Sendable, Codable {
    public var nik: NIK
    public var name: String
    public var birthPlace: String?
    public var birthDate: CivilDate?
    public var sex: Sex?
    public var familyCard: FamilyCardNumber?
    public var relation: Relation?

    public init(
        nik: NIK, name: String, birthPlace: String? = nil, birthDate: CivilDate? = nil, sex: Sex? = nil,
        familyCard: FamilyCardNumber? = nil, relation: Relation? = nil
    ) {
        self.nik = nik
        self.name = name
        self.birthPlace = birthPlace
        self.birthDate = birthDate
        self.sex = sex
        self.familyCard = familyCard
        self.relation = relation
    }
}
