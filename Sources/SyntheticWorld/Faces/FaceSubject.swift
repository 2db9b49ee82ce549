// SPDX-License-Identifier: Apache-2.0

import Civil

/// A person of the world of whom pictures are made.
struct FaceSubject: Hashable, Sendable {
    let identity: PersonIdentity
    let birthDate: CivilDate
    let sex: Sex
    /// The number of the watchlist entry, for persons of interest.
    var listID: String?

    /// Full years on a day since 1970-01-01.
    func age(onDay day: Int) -> Int { (day - birthDate.daysSinceEpoch) * 4 / 1461 }
}
