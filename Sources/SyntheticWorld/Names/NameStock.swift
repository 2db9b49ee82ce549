// SPDX-License-Identifier: Apache-2.0

/// The words that the names of one people are made of, the commoner ones first.
struct NameStock: Sendable {
    let male: [String]
    let female: [String]
    /// Family, clan or second names; empty where there are none.
    let families: [String]

    init(male: String, female: String, families: String = "") {
        self.male = male.split(separator: " ").map(String.init)
        self.female = female.split(separator: " ").map(String.init)
        self.families = families.split(separator: " ").map(String.init)
    }
}
