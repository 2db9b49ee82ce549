// SPDX-License-Identifier: Apache-2.0

/// Rows of an index in their order, which lie in a file that outlives them.
struct SortedRows: Sendable {
    private nonisolated(unsafe) let rows: UnsafeBufferPointer<UInt32>

    /// No rows.
    init() { rows = UnsafeBufferPointer(start: nil, count: 0) }

    /// - Parameter rows: rising.
    init(_ rows: UnsafeBufferPointer<UInt32>) { self.rows = rows }

    var count: Int { rows.count }

    @inline(__always)
    func contains(_ row: Int) -> Bool {
        guard !rows.isEmpty else { return false }
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if Int(rows[middle]) < row { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && Int(rows[low]) == row
    }
}
