// SPDX-License-Identifier: Apache-2.0

public import Safeguards

/// What a bearer token opens.
public enum FeedEntrance: Hashable, Sendable {
    case open(String)
    /// The token of a feed that was withdrawn, or one that was replaced and whose overlap is over.
    case closed(String)
}

/// The tokens of feeds at a moment: whose is this one?
public struct FeedTokens: Sendable {
    private let versions: [FeedVersion]

    /// - Parameter versions: oldest first.
    init(_ versions: [FeedVersion]) { self.versions = versions }

    /// Whose token it is; nil where nobody's. Takes the same time whichever it is.
    public func entrance(_ digest: BearerDigest, atMilliseconds now: Int64) -> FeedEntrance? {
        var found: FeedEntrance?
        for version in versions {
            if let token = version.feed.token, token.matches(digest) {
                found = .closed(version.feed.name.description)
            }
        }
        for feed in FeedVersion.newest(versions).values.map(\.feed) {
            if let token = feed.token, token.matches(digest) { found = .open(feed.name.description) }
            if !feed.isWithdrawn, let former = feed.former, former.token.matches(digest),
                now < former.untilMilliseconds
            {
                found = .open(feed.name.description)
            }
        }
        return found
    }
}
