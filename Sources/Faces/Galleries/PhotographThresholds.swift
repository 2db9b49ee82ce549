// SPDX-License-Identifier: Apache-2.0

/// Thresholds for photographs where the operator has measured none, by the models that setup installs: as
/// `cermat face evaluate` printed them for LFW view 1 (docs/faces.md). For a look at two pictures, and for a visitor of a
/// demonstration; searches for persons of interest and counters refuse to work without a calibration of their own kind of
/// picture.
public struct PhotographThresholds: Hashable, Sendable {
    /// From this similarity on two pictures count as of one person.
    public let same: Double
    /// Below this they count as of two.
    public let different: Double

    /// The false match rate at ``same``.
    public static let falseMatchRate = 1e-4
    /// What it was measured on.
    public static let basis = "photographs of celebrities, LFW view 1, 1197943 pairs of two persons"

    /// Those of some models (``FaceModels/identity``); nil where they were not measured.
    public static func of(_ identity: String) -> PhotographThresholds? {
        identity == "49f000ec501f-fb143eea0783" ? PhotographThresholds(same: 0.4318, different: 0.3055) : nil
    }

    /// `same`, `different` or `inconclusive`.
    public func decision(_ similarity: Double) -> String {
        similarity >= same ? "same" : similarity < different ? "different" : "inconclusive"
    }
}
