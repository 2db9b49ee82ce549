// SPDX-License-Identifier: Apache-2.0

internal import Civil

/// A 95 % interval of an error rate by drawing persons, not pairs: the pairs of one person err together.
public struct PersonResampling: Hashable, Sendable {
    public let lower: Double
    public let upper: Double

    /// Errors and trials of each person; drawn 1,000 times with the given seed. Nil without a trial.
    public init?(_ persons: [(errors: Int, trials: Int)], draws: Int = 1000, seed: UInt64 = 1) {
        let tried = persons.filter { $0.trials > 0 }
        guard !tried.isEmpty, draws >= 40 else { return nil }
        var generator = SplitMix64(seed: seed)
        var rates: [Double] = []
        for _ in 0..<draws {
            var (errors, trials) = (0, 0)
            for _ in tried.indices {
                let person = tried[Int(generator.next() % UInt64(tried.count))]
                errors += person.errors
                trials += person.trials
            }
            rates.append(Double(errors) / Double(trials))
        }
        rates.sort()
        lower = rates[draws / 40]
        upper = rates[draws - 1 - draws / 40]
    }
}
