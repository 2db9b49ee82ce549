// SPDX-License-Identifier: Apache-2.0

internal import Foundation

extension Calibration {
    /// The false match rate of one comparison that keeps a search of so many at its false positive rate.
    public static func falseMatchRate(falsePositiveRate: Double, gallerySize: Int) -> Double {
        -expm1(log1p(-falsePositiveRate) / Double(max(1, gallerySize)))
    }
}
