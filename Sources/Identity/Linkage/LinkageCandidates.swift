// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Finds the pairs of rows that are worth comparing: those whose common words and values are rare enough together.
struct LinkageCandidates {
    let table: LinkageTable

    /// A row keeps so many others, those with the most in common.
    static let mostOfRow = 60
    /// A key of a larger share of the rows brings nobody together, unless the table is small.
    static let mostRows = 0.02
    static let fewestRows = 50
    /// Common keys must be so rare together, as a share of the bits that tell one row from all others.
    static let leastShare = 0.6

    /// Pairs of places of rows, the first before the second, each once and in order.
    func pairs() -> [(first: Int32, second: Int32)] {
        var postings: [UInt64: [Int32]] = [:]
        var keys = [[UInt64]](repeating: [], count: table.count)
        for (row, facts) in table.rows.enumerated() {
            var own = Set<UInt64>()
            for (place, numbers) in facts.values.enumerated() {
                for number in numbers {
                    for key in table.vocabularies[place].keys(of: number) {
                        own.insert(BlockHash.mix(UInt64(place), key))
                    }
                }
            }
            keys[row] = own.sorted()
            for key in keys[row] { postings[key, default: []].append(Int32(row)) }
        }
        let limit = max(Self.fewestRows, Int(Double(table.count) * Self.mostRows))
        let least = log2(Double(max(table.count, 2))) * Self.leastShare
        var found = Set<UInt64>()
        var bits = [Double](repeating: 0, count: table.count)
        for row in table.rows.indices {
            var touched: [Int32] = []
            for key in keys[row] {
                guard let rows = postings[key], rows.count <= limit, rows.count > 1 else { continue }
                let rarity = log2(Double(table.count) / Double(rows.count))
                for other in rows where Int(other) != row && isPair(row, Int(other)) {
                    if bits[Int(other)] == 0 { touched.append(other) }
                    bits[Int(other)] += rarity
                }
            }
            var near = touched.filter { bits[Int($0)] >= least }
            if near.count > Self.mostOfRow {
                near.sort { (bits[Int($1)], $0) < (bits[Int($0)], $1) }
                near.removeSubrange(Self.mostOfRow...)
            }
            for other in near {
                found.insert(UInt64(min(row, Int(other))) << 32 | UInt64(max(row, Int(other))))
            }
            for other in touched { bits[Int(other)] = 0 }
        }
        return found.sorted().map { (Int32($0 >> 32), Int32($0 & 0xFFFF_FFFF)) }
    }

    private func isPair(_ a: Int, _ b: Int) -> Bool {
        !table.isTwoTables || table.rows[a].side != table.rows[b].side
    }

    /// How many pairs there are in all.
    var possible: Double {
        let count = Double(table.count)
        guard table.isTwoTables else { return count * (count - 1) / 2 }
        let right = Double(table.rows.count { $0.side == 1 })
        return right * (count - right)
    }
}
