// SPDX-License-Identifier: Apache-2.0

internal import Identity

/// Resolves the travellers of a table booking by booking on several threads.
struct TravellerResolution {
    let index: PopulationIndex
    let threads: Int
    var model = MatchModel.standard

    /// What was found, in the order of the table, and how long each booking took.
    struct Result {
        var resolutions: [Resolution]
        /// Microseconds of each booking and the number of its travellers.
        var bookings: [(microseconds: Double, travellers: Int)]
        var prior: Double
    }

    func run(_ table: TravellerTable) async -> Result {
        typealias Found = [(party: Int, resolutions: [Resolution], microseconds: Double)]
        let index = self.index
        let threads = max(1, self.threads)
        let model = self.model
        let all = await withTaskGroup(of: Found.self) { group in
            for thread in 0..<threads {
                group.addTask {
                    var resolver = PartyResolver(index: PopulationIndex(sharing: index), model: model)
                    var found: Found = []
                    let clock = ContinuousClock()
                    for party in stride(from: thread, to: table.parties.count, by: threads) {
                        let start = clock.now
                        let resolutions = resolver.resolve(table.parties[party].map { table.claims[$0] })
                        found.append((party, resolutions, (clock.now - start).seconds * 1e6))
                    }
                    return found
                }
            }
            return await group.reduce(into: Found()) { $0 += $1 }
        }
        let empty = Resolution.nobody
        var result = Result(
            resolutions: Array(repeating: empty, count: table.ids.count), bookings: [],
            prior: PartyResolver(index: index, model: model).prior)
        for one in all {
            for (place, traveller) in table.parties[one.party].enumerated() {
                result.resolutions[traveller] = one.resolutions[place]
            }
            result.bookings.append((one.microseconds, one.resolutions.count))
        }
        return result
    }
}
