// SPDX-License-Identifier: Apache-2.0

public import Screening

/// A feed with what came by it.
public struct FeedState: Hashable, Sendable {
    public let entry: FeedDesk.Entry
    /// Nil once it is withdrawn: not asked for.
    public let traffic: OriginTraffic?
    /// Handed in since the moment asked for and not taken; only as far back as the program runs.
    public let refused: Int
    /// Hours without a message, at least; since it was last added where none ever came.
    public let quietHours: Int

    public var feed: MessageFeed { entry.version.feed }

    /// Whether nothing came for longer than is usual.
    public var isSilent: Bool { !feed.isWithdrawn && quietHours >= feed.silenceHours }
}

extension FeedDesk {
    /// The feeds that are not withdrawn come first, by name; counts since a moment.
    ///
    /// - Parameter since: the beginning of the day, milliseconds since 1970 UTC.
    public func states(
        of store: any CaseworkStore, countingSince since: Int64, atMilliseconds now: Int64
    ) async throws(StoreError) -> [FeedState] {
        let all = try await entries(atMilliseconds: now)
        var added: [FeedName: Int64] = [:]
        for entry in all where entry.version.act == .added {
            added[entry.version.feed.name] = entry.record.atMilliseconds
        }
        let newest = try await latest(atMilliseconds: now)
        let traffic = try await store.traffic(
            of: newest.filter { !$0.version.feed.isWithdrawn }.map {
                FeedName.origin($0.version.feed.name.description)
            }, sinceMilliseconds: since)
        let states = newest.map { entry in
            let name = entry.version.feed.name
            let seen =
                entry.version.feed.isWithdrawn
                ? nil : traffic[FeedName.origin(name.description)] ?? OriginTraffic()
            let last = max(seen?.lastReceivedAtMilliseconds ?? 0, added[name] ?? 0)
            return FeedState(
                entry: entry, traffic: seen, refused: refusals.refused(name.description, sinceMilliseconds: since),
                quietHours: Int(max(0, now - last) / 3_600_000))
        }
        return states.filter { !$0.feed.isWithdrawn } + states.filter(\.feed.isWithdrawn)
    }
}
