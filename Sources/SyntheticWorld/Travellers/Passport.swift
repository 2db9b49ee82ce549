// SPDX-License-Identifier: Apache-2.0

import Civil

/// A travel document of a synthetic traveller.
struct Passport: Hashable, Sendable {
    var number: String
    var issuer: String
    var issued: CivilDate
    var expiry: CivilDate
}
