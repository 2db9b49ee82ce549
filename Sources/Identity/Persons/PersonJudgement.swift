// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Travel

/// What an officer decided of two appearances; it outranks the model until it is undone.
///
/// Of several on one pair the one made last counts, at the same time that of the greater identifier. An appearance that
/// has not arrived yet, or was removed, may be judged: the judgement waits.
public struct PersonJudgement: Hashable, Sendable, Codable {
    public enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
        case same
        case different
    }

    public let id: RecordID<PersonJudgement>
    /// The smaller of the two.
    public let first: RecordID<Traveller>
    /// The greater of the two.
    public let second: RecordID<Traveller>
    public let verdict: Verdict
    /// When it was made, in any unit that grows with time.
    public let made: Int

    /// - Returns: nil for an appearance judged against itself.
    public init?(
        id: RecordID<PersonJudgement>, _ one: RecordID<Traveller>, _ other: RecordID<Traveller>, _ verdict: Verdict,
        made: Int
    ) {
        guard one != other else { return nil }
        self.id = id
        first = min(one, other)
        second = max(one, other)
        self.verdict = verdict
        self.made = made
    }

    /// Whether this one counts before another.
    func outranks(_ other: PersonJudgement) -> Bool { (made, id) > (other.made, other.id) }
}
