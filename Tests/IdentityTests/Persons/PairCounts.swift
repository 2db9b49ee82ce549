// SPDX-License-Identifier: Apache-2.0

import Civil
import Identity
import Travel

/// How many pairs of appearances were held to be of one person, and how many are.
struct PairCounts: CustomStringConvertible {
    private(set) var right = 0
    private(set) var held = 0
    private(set) var real = 0

    init(_ persons: [Person], truth: [RecordID<Traveller>: Int]) {
        var sizes: [Int: Int] = [:]
        for person in truth.values { sizes[person, default: 0] += 1 }
        real = sizes.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
        for person in persons {
            held += person.members.count * (person.members.count - 1) / 2
            var within: [Int: Int] = [:]
            for member in person.members { within[truth[member] ?? -1, default: 0] += 1 }
            right += within.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
        }
    }

    var precision: Double { Double(right) / Double(max(held, 1)) }
    var recall: Double { Double(right) / Double(max(real, 1)) }
    var description: String { "precision \(precision), recall \(recall) of \(real) pairs" }
}
