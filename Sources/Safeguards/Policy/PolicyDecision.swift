// SPDX-License-Identifier: Apache-2.0

public import Mandate

/// Who asks: role, own posts and declared purpose.
public struct PolicySubject: Hashable, Sendable {
    public let role: Role
    public let posts: [PostCode]
    public let grant: PurposeGrant?

    public init(role: Role, posts: [PostCode], grant: PurposeGrant?) {
        self.role = role
        self.posts = posts
        self.grant = grant
    }
}

/// Why the policy refused; recorded with the refusal.
public enum PolicyRefusal: String, Hashable, Sendable, CaseIterable {
    /// The role may never do this.
    case notForRole = "not-for-role"
    /// No purpose was declared (R01).
    case noPurpose = "no-purpose"
    /// The declared purpose has run out (R01).
    case purposeExpired = "purpose-expired"
    /// The role may do this, under another purpose.
    case notForPurpose = "not-for-purpose"
    /// The role works for its own posts, and the request names none.
    case postUnknown = "post-unknown"
    /// The voyage touches none of the officer's own posts.
    case otherPost = "other-post"
    /// It is about the asker's own acts; somebody else looks at them.
    case ownActs = "own-acts"
}

/// The policy's answer to a request.
public enum PolicyDecision: Hashable, Sendable {
    case allowed
    case refused(PolicyRefusal)

    /// Whether the request may go on.
    public var isAllowed: Bool { self == .allowed }
}

/// For whose posts a role works under a purpose.
public enum PostScope: String, Hashable, Sendable, CaseIterable {
    /// The officer's own posts.
    case own
    /// All posts.
    case all
}

/// What the policy file says about a field.
public enum FieldRule: String, Hashable, Sendable, CaseIterable {
    case shown
    case masked
    case denied
    /// Shown when the traveller has a hit, masked otherwise (R04).
    case shownIfHit = "shown-if-hit"
    /// Shown when the traveller has a hit, denied otherwise.
    case onlyIfHit = "only-if-hit"

    /// How the field appears.
    public func visibility(isHit: Bool) -> FieldVisibility {
        switch self {
        case .shown: .shown
        case .masked: .masked
        case .denied: .denied
        case .shownIfHit: isHit ? .shown : .masked
        case .onlyIfHit: isHit ? .shown : .denied
        }
    }
}
