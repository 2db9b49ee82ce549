// SPDX-License-Identifier: Apache-2.0

/// The weights of the links among places 0..<count, asked for one place and many others at a time.
struct LinkWeights {
    private var links: [[(place: Int, weight: Double)]]
    /// The weights of one place to all others while it is asked about; 0 where nothing links them.
    private var row: [Double]

    init(_ count: Int) {
        links = Array(repeating: [], count: count)
        row = Array(repeating: 0, count: count)
    }

    mutating func add(_ first: Int, _ second: Int, _ weight: Double) {
        links[first].append((second, weight))
        links[second].append((first, weight))
    }

    /// Whether the condition holds for any of the others; its weight is nil where nothing links it to the place.
    mutating func contains(of place: Int, _ others: [Int], where holds: (Int, Double?) -> Bool) -> Bool {
        // One other only needs no row.
        if others.count == 1 {
            return holds(others[0], links[place].first { $0.place == others[0] }?.weight)
        }
        for link in links[place] { row[link.place] = link.weight }
        defer { for link in links[place] { row[link.place] = 0 } }
        return others.contains { holds($0, row[$0] > 0 ? row[$0] : nil) }
    }
}
