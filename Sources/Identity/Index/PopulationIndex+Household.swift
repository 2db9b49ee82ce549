// SPDX-License-Identifier: Apache-2.0

extension PopulationIndex {
    /// The rows of a resident's family card, the resident's own among them; empty for a row that is none.
    public func householdRows(of row: Int) -> [Int] {
        guard (0..<count).contains(row) else { return [] }
        return members(household: household(row: row)).map { Int($0) }.filter { $0 < count }
    }
}
