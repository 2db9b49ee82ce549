// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Travel

/// A named officer asks to see, for a case, what is covered of one traveller (R05).
public struct RevealRequest: Hashable, Sendable, Codable {
    public var voyage: RecordID<Voyage>
    public var traveller: RecordID<Traveller>
    public var reason: String
    /// The number of the case, 3 to 64 characters.
    public var caseNumber: String

    public init(voyage: RecordID<Voyage>, traveller: RecordID<Traveller>, reason: String, caseNumber: String) {
        self.voyage = voyage
        self.traveller = traveller
        self.reason = reason
        self.caseNumber = caseNumber
    }
}

/// What a second person says to a request.
public struct RevealAnswer: Hashable, Sendable, Codable {
    /// The decision that asked.
    public var request: RecordID<RevealRequest>
    public var voyage: RecordID<Voyage>
    public var verdict: Verdict

    /// Approved until a moment, or declined.
    public enum Verdict: Hashable, Sendable, Codable {
        /// Milliseconds since 1970 UTC at which the values are covered again.
        case approved(untilMilliseconds: Int64)
        case declined(reason: String)
    }

    public init(request: RecordID<RevealRequest>, voyage: RecordID<Voyage>, verdict: Verdict) {
        self.request = request
        self.voyage = voyage
        self.verdict = verdict
    }
}
