// SPDX-License-Identifier: Apache-2.0

/// The stations of an installation and how long a review may take.
public struct StationPlan: Hashable, Sendable {
    /// By name.
    public var stations: [FaceStation]
    /// Seconds after which a review lapses; begun anew once, where two reviewers disagree.
    public var reviewSeconds: Int

    /// Half a minute: longer nobody can be kept at a gate by chance.
    public static let standardReviewSeconds = 30

    public init(stations: [FaceStation] = [], reviewSeconds: Int = StationPlan.standardReviewSeconds) {
        self.stations = stations.sorted { $0.name < $1.name }
        self.reviewSeconds = reviewSeconds
    }

    /// The station of a name.
    public func station(_ name: StationName) -> FaceStation? { stations.first { $0.name == name } }
}
