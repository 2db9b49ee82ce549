// SPDX-License-Identifier: Apache-2.0

/// Order statistics of measured times.
enum Percentile {
    /// The smallest value that at least `share` (0...1) of the values do not exceed; 0 for no values.
    static func value(_ values: [Double], _ share: Double) -> Double {
        guard !values.isEmpty else { return 0 }
        let sorted = values.sorted()
        let index = Int((share * Double(sorted.count)).rounded(.up)) - 1
        return sorted[min(max(index, 0), sorted.count - 1)]
    }
}
