// SPDX-License-Identifier: Apache-2.0

/// Places labels along a line so that none covers another: each on the first row that has room.
struct LabelRows {
    private var ends: [Int] = []
    private let limit: Int
    private let gap: Int

    /// - Parameter limit: the most rows; a label that finds no room on any gets none.
    init(limit: Int, gap: Int = 6) {
        self.limit = limit
        self.gap = gap
    }

    /// The rows in use.
    var count: Int { ends.count }

    /// The row for a label from `start` to `end`, or nil. Give labels in order of their start.
    mutating func place(start: Int, end: Int) -> Int? {
        for row in ends.indices where ends[row] + gap <= start {
            ends[row] = end
            return row
        }
        guard ends.count < limit else { return nil }
        ends.append(end)
        return ends.count - 1
    }
}
