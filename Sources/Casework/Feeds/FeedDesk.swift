// SPDX-License-Identifier: Apache-2.0

internal import Civil
public import Mandate
public import Safeguards
public import Screening

/// The feeds of an installation: versions in the decision log, each by a named officer, in force at once.
public struct FeedDesk: Sendable {
    private let store: any CaseworkStore
    private let tail: DecisionTail
    /// What feeds handed in and was not taken.
    public let refusals = FeedRefusals()

    /// How long a replaced token may still open, in hours.
    public static let overlapRange = 0...720
    private static let versionLimit = 10_000

    public init(store: any CaseworkStore) {
        self.store = store
        tail = DecisionTail(store, kinds: [.feedWritten], limit: FeedDesk.versionLimit)
    }

    /// A version with who made it, and when.
    public struct Entry: Hashable, Sendable {
        public let record: DecisionRecord
        public let version: FeedVersion

        init?(_ record: DecisionRecord) {
            guard case .feedWritten(let version) = record.decision else { return nil }
            (self.record, self.version) = (record, version)
        }
    }

    /// All versions, oldest first, at most a second old.
    public func entries(atMilliseconds now: Int64) async throws(StoreError) -> [Entry] {
        try await tail.decisions(atMilliseconds: now).records.compactMap { Entry($0) }
    }

    /// The newest version of each feed, by name.
    public func latest(atMilliseconds now: Int64) async throws(StoreError) -> [Entry] {
        var newest: [FeedName: Entry] = [:]
        for entry in try await entries(atMilliseconds: now)
        where entry.version.replaces(newest[entry.version.feed.name]?.version) {
            newest[entry.version.feed.name] = entry
        }
        return newest.values.sorted { $0.version.feed.name < $1.version.feed.name }
    }

    /// The tokens that open, or once did.
    public func tokens(atMilliseconds now: Int64) async throws(StoreError) -> FeedTokens {
        FeedTokens(try await entries(atMilliseconds: now).map(\.version))
    }

    /// Adds a feed; its secret is in the answer and nowhere else. A withdrawn name may be added again.
    public func add(
        _ name: FeedName, _ draft: FeedDraft, by mandate: Mandated?, atMilliseconds now: Int64
    ) async throws(CaseworkError) -> (feed: MessageFeed, secret: BearerSecret) {
        let known = try await newest(name, now)
        guard known?.isWithdrawn ?? true else { throw .notAllowed(why: "a feed of this name exists") }
        let secret = FeedDesk.draw()
        let feed = MessageFeed(
            name: name, version: (known?.version ?? 0) + 1, speaksFor: draft.speaksFor, contact: draft.contact,
            silenceHours: draft.silenceHours, token: secret.digest)
        try await write(FeedVersion(act: .added, feed: feed, reason: ""), mandate, now)
        return (feed, secret)
    }

    /// Changes what is said of a feed; its tokens stay.
    public func change(
        _ name: FeedName, _ draft: FeedDraft, by mandate: Mandated?, atMilliseconds now: Int64
    ) async throws(CaseworkError) -> MessageFeed {
        var feed = try await open(name, version: nil, now)
        feed.speaksFor = draft.speaksFor
        feed.contact = draft.contact
        feed.silenceHours = draft.silenceHours
        feed.version += 1
        try await write(FeedVersion(act: .changed, feed: feed, reason: ""), mandate, now)
        return feed
    }

    /// Gives a feed a new token; the one before opens for some hours more, one before that no longer.
    ///
    /// - Parameter version: the version that is replaced, so that a form sent twice does not do it twice; nil for any.
    public func rotate(
        _ name: FeedName, version: Int? = nil, overlapHours: Int, by mandate: Mandated?, atMilliseconds now: Int64
    ) async throws(CaseworkError) -> (feed: MessageFeed, secret: BearerSecret) {
        guard FeedDesk.overlapRange.contains(overlapHours) else {
            throw .invalid(field: "overlap", why: "0 to \(FeedDesk.overlapRange.upperBound) hours")
        }
        var feed = try await open(name, version: version, now)
        guard let token = feed.token else { throw .unknown }
        let secret = FeedDesk.draw()
        feed.former = MessageFeed.FormerToken(
            token: token, untilMilliseconds: now + Int64(overlapHours) * 3_600_000)
        feed.token = secret.digest
        feed.version += 1
        try await write(FeedVersion(act: .rotated, feed: feed, reason: ""), mandate, now)
        return (feed, secret)
    }

    /// Withdraws a feed: none of its tokens opens any more.
    public func withdraw(
        _ name: FeedName, reason: String, by mandate: Mandated?, atMilliseconds now: Int64
    ) async throws(CaseworkError) {
        let reason = try WrittenReason.checked(reason)
        var feed = try await open(name, version: nil, now)
        feed.token = nil
        feed.former = nil
        feed.version += 1
        try await write(FeedVersion(act: .withdrawn, feed: feed, reason: reason), mandate, now)
    }

    private static func draw() -> BearerSecret {
        var generator = SystemRandomNumberGenerator()
        return .random(using: &generator)
    }

    private func newest(_ name: FeedName, _ now: Int64) async throws(CaseworkError) -> MessageFeed? {
        let records: [DecisionRecord]
        do { records = try await tail.decisions(atMilliseconds: now, isExact: true).records } catch {
            throw .store(error)
        }
        return FeedVersion.newest(records.lazy.compactMap { Entry($0)?.version })[name]?.feed
    }

    private func open(_ name: FeedName, version: Int?, _ now: Int64) async throws(CaseworkError) -> MessageFeed {
        guard let feed = try await newest(name, now), !feed.isWithdrawn else { throw .unknown }
        guard version ?? feed.version == feed.version else {
            throw FeedDesk.changedSince
        }
        return feed
    }

    private static let changedSince = CaseworkError.notAllowed(why: "the feed has changed since; open its page again")

    private func write(_ version: FeedVersion, _ mandate: Mandated?, _ now: Int64) async throws(CaseworkError) {
        let record = DecisionRecord(.feedWritten(version), by: mandate, atMilliseconds: now)
        let event = AuditEvent(
            .editFeed, by: mandate, atMilliseconds: now,
            subjects: ["feed:\(version.feed.name)"], detail: "\(version.act.rawValue) version=\(version.feed.version)")
        do {
            try await store.record(CaseworkChange(decisions: [record]), audit: [event])
            _ = try await tail.decisions(atMilliseconds: now, isExact: true)
        } catch {
            guard error == .taken else { throw .store(error) }
            throw FeedDesk.changedSince
        }
    }
}
