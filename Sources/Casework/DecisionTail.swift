// SPDX-License-Identifier: Apache-2.0

public import Screening

/// The decisions of some kinds, held in memory and followed as they grow, also by another process: the whole log is
/// read once, afterwards only its end.
public actor DecisionTail {
    private let store: any CaseworkStore
    private let kinds: Set<DecisionKind>
    private let limit: Int
    /// Oldest first.
    private var records: [DecisionRecord] = []
    private var loadedAt: Int64?
    /// Whether somebody was told of ``records`` as they are by ``news(atMilliseconds:isExact:)``.
    private var isTold = false

    /// How old what is held may be.
    public static let freshMilliseconds: Int64 = 1000
    /// How far back the end of the log is read again: clocks of two processes, and of a machine set back a little.
    private static let overlapMilliseconds: Int64 = 60_000

    /// - Parameter limit: the most decisions that are held, the newest ones.
    public init(_ store: any CaseworkStore, kinds: Set<DecisionKind>, limit: Int) {
        self.store = store
        self.kinds = kinds
        self.limit = limit
    }

    /// The decisions, oldest first, at most a second old.
    ///
    /// - Parameter isExact: reads the end of the log whatever its age, as before a change.
    public func decisions(
        atMilliseconds now: Int64, isExact: Bool = false
    ) async throws(StoreError) -> [DecisionRecord] {
        if let loadedAt, !isExact, (0..<DecisionTail.freshMilliseconds).contains(now - loadedAt) { return records }
        // A clock that went back makes what is held unsure.
        let since = loadedAt.map { $0 <= now ? max(0, $0 - DecisionTail.overlapMilliseconds) : 0 } ?? 0
        let found = try await store.decisions(
            kinds: kinds, post: nil, sinceMilliseconds: since, limit: limit)
        let known = Set(found.map(\.id))
        let before = records.filter { $0.atMilliseconds < since && !known.contains($0.id) }
        let fresh = Array((before + found.reversed()).suffix(limit))
        if fresh.count != records.count || fresh.last?.id != records.last?.id { isTold = false }
        records = fresh
        loadedAt = now
        return records
    }

    /// Has the whole log read again at the next question.
    public func forget() { loadedAt = nil }

    /// The decisions, where they are others than those that the last call gave; so that whoever derives something from
    /// them does it once.
    public func news(
        atMilliseconds now: Int64, isExact: Bool = false
    ) async throws(StoreError) -> [DecisionRecord]? {
        let found = try await decisions(atMilliseconds: now, isExact: isExact)
        if isTold { return nil }
        isTold = true
        return found
    }
}
