// SPDX-License-Identifier: Apache-2.0

public import Civil

/// What a message says of who a traveller is, as far as it can be compared with the civil registry.
public struct TravellerClaim: Hashable, Sendable {
    public var surname: String?
    public var given: String?
    public var birth: PartialDate?
    public var sex: Sex?
    public var birthPlace: String?
    public var nik: NIK?
    /// The region of residence: a code of two, four or six digits, with or without dots.
    public var residence: String?

    public init(
        surname: String?, given: String?, birth: PartialDate? = nil, sex: Sex? = nil, birthPlace: String? = nil,
        nik: NIK? = nil, residence: String? = nil
    ) {
        self.surname = surname
        self.given = given
        self.birth = birth
        self.sex = sex
        self.birthPlace = birthPlace
        self.nik = nik
        self.residence = residence
    }
}
