// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Travel

/// A named officer's word that what is known of a voyage must outlive its time, for a case (R07).
///
/// Messages are sealed whole and name many, so a hold on one traveller keeps the voyage too; it says whom the case needs.
public struct LegalHold: Hashable, Sendable, Codable {
    public var voyage: RecordID<Voyage>
    /// The traveller for whose sake it stands; nil where all are meant.
    public var traveller: RecordID<Traveller>?
    public var reason: String
    /// The number of the case, 3 to 64 characters.
    public var caseNumber: String
    /// When somebody is to ask whether it is still needed. It does not end by itself.
    public var reviewOn: CivilDate?

    public init(
        voyage: RecordID<Voyage>, traveller: RecordID<Traveller>?, reason: String, caseNumber: String,
        reviewOn: CivilDate?
    ) {
        self.voyage = voyage
        self.traveller = traveller
        self.reason = reason
        self.caseNumber = caseNumber
        self.reviewOn = reviewOn
    }
}

/// That a hold is no longer needed: the next retention run treats the voyage by its age.
public struct HoldLift: Hashable, Sendable, Codable {
    /// The decision that placed it.
    public var hold: RecordID<LegalHold>
    public var voyage: RecordID<Voyage>
    public var reason: String

    public init(hold: RecordID<LegalHold>, voyage: RecordID<Voyage>, reason: String) {
        self.hold = hold
        self.voyage = voyage
        self.reason = reason
    }
}
