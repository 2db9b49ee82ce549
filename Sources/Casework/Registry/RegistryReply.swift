// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Identity
public import Mandate
public import Travel

/// An answer of the registry as the decision log keeps it, for the days that the agreement allows.
public struct RegistryReply: Hashable, Sendable, Codable {
    /// Equal for questions that this answer serves.
    public var question: BlindToken
    /// The number that was asked about.
    public var nik: NIK
    /// For whom it was asked first; the answer may serve others of the same claim.
    /// Nil where an officer asked about somebody who is on no voyage.
    public var voyage: RecordID<Voyage>?
    public var traveller: RecordID<Traveller>?
    public var finding: RegistryFinding
    /// The agreement under which it was asked.
    public var agreement: String
    public var atMilliseconds: Int64

    public init(
        question: BlindToken, nik: NIK, voyage: RecordID<Voyage>?, traveller: RecordID<Traveller>?,
        finding: RegistryFinding, agreement: String, atMilliseconds: Int64
    ) {
        self.question = question
        self.nik = nik
        self.voyage = voyage
        self.traveller = traveller
        self.finding = finding
        self.agreement = agreement
        self.atMilliseconds = atMilliseconds
    }

    /// The finding as it speaks of a claim: where the registry gave its record, the comparison is made anew.
    public func finding(about claim: TravellerClaim) -> RegistryFinding {
        guard case .compared(_, let record?) = finding else { return finding }
        return .compared(RecordComparison.answers(claim, record), record: record)
    }
}

extension AuditEvent {
    /// The record that answers of the registry were destroyed in time.
    public static func forgotReplies(_ count: Int, atMilliseconds now: Int64) -> AuditEvent {
        AuditEvent(atMilliseconds: now, actor: .system, action: .forget, detail: "registry \(count)")
    }
}
