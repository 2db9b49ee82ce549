// SPDX-License-Identifier: Apache-2.0

/// Joins rows to persons, the surest pair first, where the evidence of all pairs between two groups together speaks for it.
struct LinkageGroups {
    /// The group of each row: the place of one of its rows.
    private(set) var groups: [Int]
    private var members: [[Int32]]

    init(rows: Int) {
        groups = Array(0..<rows)
        members = (0..<rows).map { [Int32($0)] }
    }

    /// - Parameters:
    ///   - links: pairs held to be of one person, the surest first.
    ///   - isJoined: whether two groups, with these rows, are one person.
    mutating func join(
        _ links: [(first: Int32, second: Int32)], isJoined: (_ first: [Int32], _ second: [Int32]) -> Bool
    ) {
        for link in links {
            let one = groups[Int(link.first)]
            let other = groups[Int(link.second)]
            guard one != other, isJoined(members[one], members[other]) else { continue }
            let (into, from) = members[one].count >= members[other].count ? (one, other) : (other, one)
            for row in members[from] { groups[Int(row)] = into }
            members[into].append(contentsOf: members[from])
            members[from] = []
        }
    }
}
