// SPDX-License-Identifier: Apache-2.0

public import Screening

/// The decisions of some kinds, held in memory and followed as they grow, also by another process: the whole log is
/// read once, afterwards only what came behind what is known, whatever the clocks say.
public actor DecisionTail {
    private let store: any CaseworkStore
    private let kinds: Set<DecisionKind>
    private let limit: Int
    private var held = Held()
    /// Up to where the log was read.
    private var readUpTo: Int64 = 0
    private var loadedAt: Int64?

    /// How old what is held may be.
    public static let freshMilliseconds: Int64 = 1000
    private static let pageSize = 1000

    /// What is known of the log.
    public struct Held: Hashable, Sendable {
        /// In the order of the log.
        public var records: [DecisionRecord] = []
        /// The number of the last of them in the log; 0 where there is none.
        public var sequence: Int64 = 0
    }

    /// - Parameter limit: the most decisions that are held, the newest ones.
    public init(_ store: any CaseworkStore, kinds: Set<DecisionKind>, limit: Int) {
        self.store = store
        self.kinds = kinds
        self.limit = limit
    }

    /// The decisions in the order of the log, at most a second old.
    ///
    /// - Parameter isExact: reads the end of the log whatever its age, as before a change.
    public func decisions(atMilliseconds now: Int64, isExact: Bool = false) async throws(StoreError) -> Held {
        if let loadedAt, !isExact, (0..<DecisionTail.freshMilliseconds).contains(now - loadedAt) { return held }
        while true {
            let page = try await store.decisions(kinds: kinds, behind: readUpTo, limit: DecisionTail.pageSize)
            // A page whose decisions cannot be opened is no end.
            let isEnd = page.upTo <= readUpTo
            // Another call may have read the same meanwhile.
            let fresh = page.decisions.filter { $0.sequence > readUpTo }
            held.records = (held.records + fresh.map(\.record)).suffix(limit)
            held.sequence = fresh.last?.sequence ?? held.sequence
            readUpTo = max(readUpTo, page.upTo)
            if isEnd { break }
        }
        loadedAt = now
        return held
    }
}
