// SPDX-License-Identifier: Apache-2.0

public import Safeguards

/// A carrier's or gateway's way in over HTTP, with the token that opens it. A version of it is one decision.
public struct MessageFeed: Hashable, Sendable, Codable {
    public var name: FeedName
    /// 1 when added, one more with each change.
    public var version: Int
    /// The carriers or senders that it speaks for, as their messages name them; for people, not enforced.
    public var speaksFor: [String]
    /// Whom to call when it is silent.
    public var contact: String
    /// After so many hours without a message it is marked as silent.
    public var silenceHours: Int
    /// Of the token in force; nil once the feed is withdrawn.
    public var token: BearerDigest?
    /// Of the token before, while it still opens.
    public var former: FormerToken?

    public init(
        name: FeedName, version: Int = 1, speaksFor: [String], contact: String, silenceHours: Int,
        token: BearerDigest?, former: FormerToken? = nil
    ) {
        self.name = name
        self.version = version
        self.speaksFor = speaksFor
        self.contact = contact
        self.silenceHours = silenceHours
        self.token = token
        self.former = former
    }

    public var isWithdrawn: Bool { token == nil }

    /// A token that was replaced.
    public struct FormerToken: Hashable, Sendable, Codable {
        public var token: BearerDigest
        /// Milliseconds since 1970 UTC; it opens before that.
        public var untilMilliseconds: Int64

        public init(token: BearerDigest, untilMilliseconds: Int64) {
            self.token = token
            self.untilMilliseconds = untilMilliseconds
        }
    }
}

/// What was done to a feed.
public enum FeedAct: String, Hashable, Sendable, Codable, CaseIterable {
    case added, changed, rotated, withdrawn
}

/// A version of a feed, as the decision log keeps it.
public struct FeedVersion: Hashable, Sendable, Codable {
    public var act: FeedAct
    public var feed: MessageFeed
    /// Why it was withdrawn or its token replaced; empty where nobody need say.
    public var reason: String

    public init(act: FeedAct, feed: MessageFeed, reason: String) {
        self.act = act
        self.feed = feed
        self.reason = reason
    }

    /// Whether it stands in the place of another version of the same feed, the one written earlier where they are equal.
    ///
    /// By number, not by time: an act that began earlier may be written later. Of two with one number a withdrawal stands.
    func replaces(_ other: FeedVersion?) -> Bool {
        guard let other else { return true }
        guard feed.version == other.feed.version else { return feed.version > other.feed.version }
        return feed.isWithdrawn || !other.feed.isWithdrawn
    }

    /// The version of each feed that stands.
    static func newest(_ versions: some Sequence<FeedVersion>) -> [FeedName: FeedVersion] {
        versions.reduce(into: [:]) { newest, version in
            if version.replaces(newest[version.feed.name]) { newest[version.feed.name] = version }
        }
    }
}
