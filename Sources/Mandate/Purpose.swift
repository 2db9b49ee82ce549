// SPDX-License-Identifier: Apache-2.0

/// Why personal data are read: a closed list, each purpose resting on a legal basis (requirements R01, R02).
public enum Purpose: String, Hashable, Sendable, Codable, CaseIterable {
    /// Watching the arrivals of a post.
    case arrivalControl = "arrival-control"
    /// Watching the departures of a post.
    case departureControl = "departure-control"
    /// Analysing travellers before they arrive.
    case targeting = "targeting"
    /// Analysing what surrounds a seizure.
    case postSeizure = "post-seizure"
    /// Supervising officers, approving and handing over.
    case supervision = "supervision"
    /// Repairing messages that could not be read.
    case intakeRepair = "intake-repair"
    /// Auditing who did what; gives no passenger data.
    case oversight = "oversight"
    /// Running accounts, roles and posts; gives no personal data of travellers.
    case administration = "administration"

    /// The law on which the purpose rests.
    public var legalBasis: LegalBasis {
        switch self {
        case .arrivalControl, .departureControl, .targeting, .supervision: .passengerDataRules
        case .postSeizure: .customsLaw
        case .intakeRepair: .dataIntegrity
        case .oversight, .administration: .accountability
        }
    }
}

/// The law behind a purpose. The articles are configuration to be confirmed by each operator's counsel.
public enum LegalBasis: String, Hashable, Sendable, Codable, CaseIterable {
    /// PMK 166/PMK.04/2014 and PER-06/BC/2021, articles 2 to 4: passenger data.
    case passengerDataRules = "PMK-166/2014; PER-06/BC/2021"
    /// UU 10/1995 as amended by UU 17/2006 (customs).
    case customsLaw = "UU 10/1995 jo. UU 17/2006"
    /// PER-06/BC/2021: integrity and availability of passenger data.
    case dataIntegrity = "PER-06/BC/2021 (integritas)"
    /// UU 27/2022, article 31: records of processing.
    case accountability = "UU 27/2022"
}

/// A purpose that an officer has declared for a session: nothing personal is read without one (R01).
public struct PurposeGrant: Hashable, Sendable, Codable {
    public var purpose: Purpose
    /// The number of the letter of assignment or of the case; free text of 3 to 64 characters.
    public var reference: String
    /// Milliseconds since 1970 UTC at which the grant ends.
    public var expiresAtMilliseconds: Int64

    public init(purpose: Purpose, reference: String, expiresAtMilliseconds: Int64) {
        self.purpose = purpose
        self.reference = reference
        self.expiresAtMilliseconds = expiresAtMilliseconds
    }

    /// Whether the grant still holds at a moment.
    public func isActive(atMilliseconds now: Int64) -> Bool { now < expiresAtMilliseconds }
}
