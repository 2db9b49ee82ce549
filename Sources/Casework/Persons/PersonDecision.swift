// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Identity

/// What an officer said of two journeys, with the reason; or that an earlier word is taken back.
public struct PersonDecision: Hashable, Sendable, Codable {
    public enum Act: Hashable, Sendable, Codable {
        case judged(PersonJudgement)
        case undone(RecordID<PersonJudgement>)
    }

    public var act: Act
    public var reason: String

    public init(act: Act, reason: String) {
        self.act = act
        self.reason = reason
    }
}
