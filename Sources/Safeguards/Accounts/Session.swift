// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate

/// Whether a session still holds.
public enum SessionState: String, Hashable, Sendable, CaseIterable {
    case active
    /// Nothing was asked for too long.
    case idle
    /// It began too long ago.
    case tooOld = "too-old"
    /// The clock stands before its beginning: it was moved, or the record is not ours.
    case notYet = "not-yet"
}

/// A signed-in officer: a value that the store keeps under ``SessionToken/storedForm(using:)``.
///
/// Role and posts are those at sign-in; a change of the account ends the officer's sessions. Whenever post or purpose
/// change, draw a new ``SessionToken`` and store the changed session under it (ASVS 5.0, 7.2.4).
public struct Session: Hashable, Sendable, Codable {
    public let officer: RecordID<Officer>
    public let role: Role
    /// The posts given to the officer.
    public let posts: [PostCode]
    /// The post at which the officer works now; it decides board and time zone.
    public private(set) var chosenPost: PostCode?
    public private(set) var grant: PurposeGrant?
    public let issuedAtMilliseconds: Int64
    public private(set) var lastSeenAtMilliseconds: Int64

    /// Begins a session; with a single post, that one is chosen.
    public init(of officer: Officer, atMilliseconds now: Int64) {
        self.officer = officer.id
        role = officer.role
        posts = officer.posts
        chosenPost = officer.posts.count == 1 ? officer.posts[0] : nil
        issuedAtMilliseconds = now
        lastSeenAtMilliseconds = now
    }

    /// Whether the session holds at a moment; each limit is reached when so much time has passed.
    public func state(atMilliseconds now: Int64, limits: SessionLimits) -> SessionState {
        // A minute of grace for clocks that are set right.
        if now < issuedAtMilliseconds - 60_000 { return .notYet }
        if now - issuedAtMilliseconds >= limits.absoluteMilliseconds { return .tooOld }
        return now - lastSeenAtMilliseconds >= limits.idleMilliseconds ? .idle : .active
    }

    /// Whether the session has ended.
    public func isExpired(atMilliseconds now: Int64, limits: SessionLimits) -> Bool {
        state(atMilliseconds: now, limits: limits) != .active
    }

    /// Notes a request.
    public mutating func touch(atMilliseconds now: Int64) { lastSeenAtMilliseconds = max(lastSeenAtMilliseconds, now) }

    /// Chooses one of the officer's own posts, or any where the policy opens all; false when it is not theirs.
    public mutating func choose(_ post: PostCode, worksAtAllPosts: Bool) -> Bool {
        guard worksAtAllPosts || posts.contains(post) else { return false }
        chosenPost = post
        return true
    }

    /// Takes a purpose that ``Policy/grant(_:reference:to:atMilliseconds:)`` gave.
    public mutating func declare(_ grant: PurposeGrant) { self.grant = grant }

    /// Lays the purpose down.
    public mutating func withdrawPurpose() { grant = nil }

    /// Who asks, as the policy sees it.
    public var subject: PolicySubject { PolicySubject(role: role, posts: posts, grant: grant) }

    /// On whose behalf changes are made.
    public var mandated: Mandated { Mandated(officer: officer, role: role, post: chosenPost, grant: grant) }

    /// Who acts, as the audit log writes it.
    public var actor: AuditActor { .officer(officer, role: role, post: chosenPost) }
}
