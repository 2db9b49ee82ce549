// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate

/// What is out of the ordinary about an officer's reading.
public enum ReadAlarmKind: String, Hashable, Sendable, Codable, CaseIterable {
    case ownName = "own-name"
    case ownNumber = "own-number"
    case ownFamily = "own-family"
    /// Many different travellers without a hit within an hour.
    case fishing
    /// Much within an hour of the night that is not usual for this officer.
    case night
    /// The same person without a hit, on several days.
    case repeated
}

/// Which alarm: one a kind, officer and day at the post.
public struct ReadAlarmKey: Hashable, Sendable, Codable {
    public var kind: ReadAlarmKind
    public var officer: RecordID<Officer>
    /// Days since 1970 by the post's clock.
    public var day: Int

    public init(kind: ReadAlarmKind, officer: RecordID<Officer>, day: Int) {
        self.kind = kind
        self.officer = officer
        self.day = day
    }
}
