// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate
public import Travel
public import Watchlists

/// A named officer's answer to one hit: is the traveller the one whom the entry means?
public struct Judgement: Hashable, Sendable, Codable {
    public var entry: RecordID<WatchlistEntry>
    /// Any contribution of the traveller; it leads to the traveller whatever merges came later.
    public var traveller: RecordID<Traveller>
    public var answer: JudgementAnswer
    /// Required: 3 to 500 characters.
    public var reason: String
    public var officer: RecordID<Officer>
    public var atMilliseconds: Int64
    /// The facts at the time; the judgement holds while they are the same.
    public var facts: BlindToken
    /// The person's tokens at the time: "different" holds on later journeys of whoever shares one.
    public var personTokens: [BlindToken]

    public init(
        entry: RecordID<WatchlistEntry>, traveller: RecordID<Traveller>, answer: JudgementAnswer, reason: String,
        officer: RecordID<Officer>, atMilliseconds: Int64, facts: BlindToken, personTokens: [BlindToken]
    ) {
        self.entry = entry
        self.traveller = traveller
        self.answer = answer
        self.reason = reason
        self.officer = officer
        self.atMilliseconds = atMilliseconds
        self.facts = facts
        self.personTokens = personTokens
    }
}

/// Three answers; never a yes or no alone (R14).
public enum JudgementAnswer: String, Hashable, Sendable, Codable, CaseIterable {
    case same, different
    case notEnoughEvidence = "not-enough-evidence"
}
