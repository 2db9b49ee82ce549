// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// How undecided a distribution is (Shannon 1948).
public enum Entropy {
    /// The entropy in bits; parts that are not above zero count nothing.
    public static func bits(_ parts: [Double]) -> Double {
        parts.reduce(0) { $1 > 0 ? $0 - $1 * log2($1) : $0 }
    }
}
