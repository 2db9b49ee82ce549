// SPDX-License-Identifier: Apache-2.0

import Civil

/// Who a synthetic traveller truly is.
enum PersonIdentity: Hashable, Sendable {
    case resident(household: Int, member: Int)
    case foreigner(Int)

    /// A number that tells persons apart.
    var key: Int {
        switch self {
        case .resident(let household, let member): household * 8 + member
        case .foreigner(let index): 1 << 60 + index
        }
    }

    /// The identity as truth/ writes it, without the NIK.
    var label: String {
        switch self {
        case .resident(let household, let member): "R\(household).\(member)"
        case .foreigner(let index): "F\(index)"
        }
    }
}

/// A person with all that carriers may learn about them.
struct WorldPerson: Sendable {
    var identity: PersonIdentity
    /// The identity number of a resident, sixteen digits.
    var nik: String?
    /// The name as the registry, or the foreigner's own passport, has it.
    var registeredName: String
    /// The names as the passport and so the carrier has them, upper case with blanks only.
    var surname: String
    var given: String
    var birthDate: CivilDate
    var sex: Sex
    var nationality: String
    var birthPlace: String
    var street: String
    var city: String
    var phone: String
    var email: String
    /// Frequent flyer number without the carrier, for those who have one.
    var loyalty: String?
    var passport: Passport
    /// The passport before, valid for journeys before ``renewedOn``.
    var earlierPassport: Passport?
    /// Days since 1970-01-01 from which the new passport is used.
    var renewedOn: Int?

    /// The passport carried on a day.
    func passport(onDay day: Int) -> Passport {
        if let earlierPassport, let renewedOn, day < renewedOn { return earlierPassport }
        return passport
    }

    /// Full years of age on a day since 1970-01-01.
    func age(onDay day: Int) -> Int { (day - birthDate.daysSinceEpoch) * 4 / 1461 }
}
