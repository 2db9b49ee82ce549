// SPDX-License-Identifier: Apache-2.0

public import Civil

/// What a person may do in principle; the policy file says what it opens.
public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
    case officer
    case analyst
    case supervisor
    case intakeEngineer = "intake-engineer"
    /// Runs accounts, roles and posts; sees no personal data of travellers (R33).
    case administrator
    /// Reads the audit log; sees no passengers (R33).
    case auditor
    /// Watches over personal data (UU 27/2022, article 53): audit, retention, holds and reports; sees no passengers.
    case dataProtectionOfficer = "data-protection-officer"

    /// Whether the role works with travellers at all: no policy file gives the others data of theirs (R33).
    public var mayConcernTravellers: Bool {
        switch self {
        case .administrator, .auditor, .dataProtectionOfficer: false
        case .officer, .analyst, .supervisor, .intakeEngineer: true
        }
    }
}

/// The place where an officer works: a port's code in upper case, such as `CGK` or `IDBTM`.
public struct PostCode: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let description: String

    /// Two to eight characters A-Z, 0-9; lower case is raised; anything else gives nil.
    public init?(_ text: some StringProtocol) {
        let upper = text.uppercased()
        guard (2...8).contains(upper.utf8.count),
            upper.utf8.allSatisfy({ ($0 >= 65 && $0 <= 90) || ($0 >= 48 && $0 <= 57) })
        else { return nil }
        description = upper
    }

    public static func < (a: PostCode, b: PostCode) -> Bool { a.description < b.description }
}

extension PostCode: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let code = PostCode(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a post code")
        }
        self = code
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// A named person who signs in and decides.
public struct Officer: Hashable, Sendable, Codable, Identifiable {
    public var id: RecordID<Officer>
    /// The sign-in name, lower case.
    public var login: String
    public var displayName: String
    public var role: Role
    /// The posts whose voyages the officer may see; empty means none, except for roles that work for all posts.
    public var posts: [PostCode]
    public var isActive: Bool

    public init(
        id: RecordID<Officer>, login: String, displayName: String, role: Role, posts: [PostCode], isActive: Bool = true
    ) {
        self.id = id
        self.login = login
        self.displayName = displayName
        self.role = role
        self.posts = posts
        self.isActive = isActive
    }
}

/// On whose behalf something is done: who, from where, and why.
public struct Mandated: Hashable, Sendable, Codable {
    public var officer: RecordID<Officer>
    public var role: Role
    public var post: PostCode?
    public var grant: PurposeGrant?

    public init(officer: RecordID<Officer>, role: Role, post: PostCode?, grant: PurposeGrant?) {
        self.officer = officer
        self.role = role
        self.post = post
        self.grant = grant
    }
}
