// SPDX-License-Identifier: Apache-2.0

extension PopulationIndex {
    /// The rows of a resident's family card, the resident's own among them; empty for a row that is none.
    public func householdRows(of row: Int) -> [Int] {
        guard (0..<count).contains(row) else { return [] }
        return memberRows(household: household(row: row))
    }
}
