// SPDX-License-Identifier: Apache-2.0

public import Mandate

/// Who may do and see what: role x purpose x post x field, from one readable file (R03). What it does not grant is
/// refused.
///
/// Pages, API, search, exports and errors ask the same two questions: ``decide(_:for:at:atMilliseconds:)`` before
/// anything is read, ``visibility(of:for:isHit:atMilliseconds:)`` before anything is shown.
public struct Policy: Hashable, Sendable {
    let charters: [Role: PolicyCharter]
    /// How long sessions and purposes last.
    public let limits: SessionLimits
    /// From where on reading is told as an alarm.
    public let reads: ReadLimits
    /// How faces may be searched.
    public let faces: FaceLimits
    /// The SHA-256 of the file, for the decision log.
    public let digest: AuditHash

    /// Reads a policy file.
    ///
    /// - Throws: ``SafeguardsError/policyInvalid(_:)`` with all that is wrong: unknown or missing keys and words, and
    ///   grants that no file may give (traveller data without a purpose, or to a role that sees no travellers).
    public init(yaml bytes: [UInt8]) throws(SafeguardsError) {
        var reader = PolicyReader()
        let parts = reader.read(bytes)
        guard let parts, reader.problems.isEmpty else { throw .policyInvalid(reader.problems) }
        charters = parts.charters
        limits = parts.limits
        reads = parts.reads
        faces = parts.faces
        digest = AuditHash(of: bytes)
    }

    /// Whether a request may go on.
    ///
    /// - Parameters:
    ///   - targets: the posts that the voyage touches; nil or empty when the act concerns none. An officer who works
    ///     for their own posts needs one in common, where ``PolicyAction/happensAtPost``.
    public func decide(
        _ action: PolicyAction, for subject: PolicySubject, at targets: Set<PostCode> = [], atMilliseconds now: Int64
    ) -> PolicyDecision {
        guard let charter = charters[subject.role] else { return .refused(.notForRole) }
        if charter.always.contains(action) { return .allowed }
        guard charter.openings.values.contains(where: { $0.actions.contains(action) }) else {
            return .refused(.notForRole)
        }
        guard let grant = subject.grant else { return .refused(.noPurpose) }
        guard grant.isActive(atMilliseconds: now) else { return .refused(.purposeExpired) }
        guard let opening = charter.openings[grant.purpose], opening.actions.contains(action) else {
            return .refused(.notForPurpose)
        }
        if opening.scope == .own && !targets.isEmpty {
            return targets.isDisjoint(with: subject.posts) ? .refused(.otherPost) : .allowed
        }
        return opening.scope == .own && action.happensAtPost ? .refused(.postUnknown) : .allowed
    }

    /// How a field of a traveller appears to who asks; denied without an active purpose.
    public func visibility(
        of field: DataField, for subject: PolicySubject, isHit: Bool, atMilliseconds now: Int64
    ) -> FieldVisibility {
        guard let grant = subject.grant, grant.isActive(atMilliseconds: now),
            let rule = charters[subject.role]?.openings[grant.purpose]?.fields[field]
        else { return .denied }
        return rule.visibility(isHit: isHit)
    }

    /// The purposes that a role may declare, in the order of the closed list.
    public func purposes(for role: Role) -> [Purpose] {
        Purpose.allCases.filter { charters[role]?.openings[$0] != nil }
    }

    /// Whether any role may do something under a purpose.
    public func grants(_ action: PolicyAction, under purpose: Purpose) -> Bool {
        charters.values.contains { $0.openings[purpose]?.actions.contains(action) ?? false }
    }

    /// For whose posts a role works under a purpose; nil when it may not declare it.
    public func scope(of role: Role, under purpose: Purpose) -> PostScope? { charters[role]?.openings[purpose]?.scope }

    /// Whether a role may choose any post as its own for the day.
    public func worksAtAllPosts(_ role: Role) -> Bool {
        charters[role]?.openings.values.contains { $0.scope == .all } ?? false
    }

    /// Grants a declared purpose until ``SessionLimits/purposeMilliseconds`` have passed.
    public func grant(
        _ purpose: Purpose, reference: String, to role: Role, atMilliseconds now: Int64
    ) throws(SafeguardsError) -> PurposeGrant {
        guard charters[role]?.openings[purpose] != nil else { throw .purposeRefused(.notForRole) }
        guard let reference = Self.trimmed(reference) else { throw .purposeRefused(.badReference) }
        return PurposeGrant(
            purpose: purpose, reference: reference, expiresAtMilliseconds: now + limits.purposeMilliseconds)
    }

    private static func trimmed(_ reference: String) -> String? {
        guard reference.utf8.count <= 512 else { return nil }
        let words = reference.split(separator: " ").joined(separator: " ")
        let isClean = words.unicodeScalars.allSatisfy { $0.value >= 32 && !(127...159).contains($0.value) }
        return isClean && (3...64).contains(words.count) ? words : nil
    }
}
