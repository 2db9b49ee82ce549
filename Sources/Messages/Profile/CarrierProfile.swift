// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Travel

/// What is known of how one carrier sends its messages: which they are, its own codes, its clock, what it does otherwise.
///
/// A profile makes known warnings expected and repairs the reading; it never hides that a message came.
public struct CarrierProfile: Hashable, Sendable, Codable {
    /// A short name of a-z, 0-9 and hyphens, the same in all versions.
    public var id: String
    public var title: String
    /// Whether messages are read by it; an inactive version ends the profile.
    public var isActive: Bool
    /// From which day of a message's own date on it applies; nil: always.
    public var validFrom: CivilDate?
    /// Senders (UNB 2) and carriers, either of which suffices, in upper case.
    public var senders: [String]
    public var carriers: [String]
    /// Kinds of message; empty for all.
    public var kinds: [MessageKind]
    public var codes: ProfileCodes
    public var clock: ProfileClock
    public var repairs: ProfileRepairs
    public var deviations: [KnownDeviation]

    public init(
        id: String, title: String, isActive: Bool = true, validFrom: CivilDate? = nil, senders: [String] = [],
        carriers: [String] = [], kinds: [MessageKind] = [], codes: ProfileCodes = ProfileCodes(),
        clock: ProfileClock = ProfileClock(), repairs: ProfileRepairs = ProfileRepairs(),
        deviations: [KnownDeviation] = []
    ) {
        self.id = id
        self.title = title
        self.isActive = isActive
        self.validFrom = validFrom
        self.senders = senders
        self.carriers = carriers
        self.kinds = kinds
        self.codes = codes
        self.clock = clock
        self.repairs = repairs
        self.deviations = deviations
    }
}

/// A carrier's own codes, each with ours.
public struct ProfileCodes: Hashable, Sendable, Codable {
    public var documentTypes: [String: String] = [:]
    public var sexes: [String: Sex] = [:]
    public var countries: [String: String] = [:]
    public var roles: [String: TravellerRole] = [:]
    /// Beginnings of segments: `LOC+ZZ1` for `LOC+178`, `RFF+LOCATOR` for `RFF+AVF`, `DOC+PP` for `DOC+P`.
    public var qualifiers: [String: String] = [:]

    public init() {}
}

/// Which clock a carrier writes times by.
public struct ProfileClock: Hashable, Sendable, Codable {
    public enum Zone: Hashable, Sendable, Codable {
        /// The clock of the port (voyage times), or of the sender as the guides say (time of preparation).
        case local
        case utc
        /// A fixed distance from UTC in minutes.
        case offset(Int)
    }

    public var voyage: Zone = .local
    public var prepared: Zone = .local

    public init() {}
}

/// How the bytes are put right before they are read.
public struct ProfileRepairs: Hashable, Sendable, Codable {
    /// The six service characters of a carrier that sends no UNA.
    public var separators: String?
    /// Whether segments end with the line.
    public var isLineEnded = false
    /// Beginnings of lines that are no part of the message.
    public var cutLines: [String] = []
    /// Own tags of segments with ours, three letters each: `UIB` for `UNB`.
    public var tags: [String: String] = [:]
    /// Qualifiers of DTM whose dates come day first: `329`, `36`.
    public var dayFirstDates: [String] = []

    public init() {}

    /// Whether there is nothing to put right.
    public var isEmpty: Bool { self == ProfileRepairs() }
}

/// What a carrier is known to do otherwise.
public enum KnownDeviation: String, Hashable, Sendable, Codable, CaseIterable {
    /// UNT is missing or counts wrongly, or repeats another reference.
    case missingEnd = "missing-end"
    case wrongSegmentCount = "wrong-segment-count"
    case wrongReference = "wrong-reference"
    case wrongTotals = "wrong-totals"
    case missingInterchangeHeader = "missing-interchange-header"
    /// Segments, qualifiers, columns or functions of the carrier's own.
    case ownSegments = "own-segments"
    case ownQualifiers = "own-qualifiers"
    case ownColumns = "own-columns"
    case unreadableDates = "unreadable-dates"
    case unreadableValues = "unreadable-values"
    case conflictingIdentity = "conflicting-identity"
    /// Unknown sex is sent as M or U, so that neither is to be believed.
    case unreliableSexMale = "unreliable-sex-male"
    case unreliableSexUnspecified = "unreliable-sex-unspecified"
    /// The given name stands behind the surname, in its place.
    case givenInSurname = "given-in-surname"

    /// The warning that becomes expected; nil for deviations of values.
    public var warning: WarningCode? {
        switch self {
        case .missingEnd: .messageEndMissing
        case .wrongSegmentCount: .segmentCount
        case .wrongReference: .referenceMismatch
        case .wrongTotals: .totalMismatch
        case .missingInterchangeHeader: .interchangeHeaderMissing
        case .ownSegments: .unknownSegment
        case .ownQualifiers: .unknownQualifier
        case .ownColumns: .unknownColumn
        case .unreadableDates: .unreadableDate
        case .unreadableValues: .unreadableValue
        case .conflictingIdentity: .identityConflict
        case .unreliableSexMale, .unreliableSexUnspecified, .givenInSurname: nil
        }
    }
}

/// One saved version of a profile.
public struct SavedProfile: Hashable, Sendable, Codable {
    /// The record in the decision log that holds it.
    public var record: RecordID<CarrierProfile>
    public var version: Int
    public var profile: CarrierProfile

    public init(record: RecordID<CarrierProfile>, version: Int, profile: CarrierProfile) {
        self.record = record
        self.version = version
        self.profile = profile
    }

    /// What a message carries of the version that it was read by.
    public var stamp: ProfileStamp { ProfileStamp(id: profile.id, version: version, record: record) }
}

/// The version of a profile that a message was read by.
public struct ProfileStamp: Hashable, Sendable, Codable {
    public var id: String
    public var version: Int
    public var record: RecordID<CarrierProfile>

    public init(id: String, version: Int, record: RecordID<CarrierProfile>) {
        self.id = id
        self.version = version
        self.record = record
    }
}
