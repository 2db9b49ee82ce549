// SPDX-License-Identifier: Apache-2.0

public import Screening

/// The newest decisions of some kinds, held in memory and followed as the log grows.
public struct DecisionTail: Sendable {
    private let fold: DecisionFold<Held>

    /// What is known of the log.
    public struct Held: Hashable, Sendable {
        /// In the order of the log.
        public var records: [DecisionRecord] = []
        /// The number of the last of them in the log; 0 where there is none.
        public var sequence: Int64 = 0
    }

    /// - Parameter limit: the most decisions that are held, the newest ones.
    public init(_ store: any CaseworkStore, kinds: Set<DecisionKind>, limit: Int) {
        fold = DecisionFold(store, kinds: kinds, from: Held()) { held, fresh in
            held.records = (held.records + fresh.map(\.record)).suffix(limit)
            held.sequence = fresh.last?.sequence ?? held.sequence
        }
    }

    /// The decisions in the order of the log, at most a second old.
    ///
    /// - Parameter isExact: reads the end of the log whatever its age, as before a change.
    public func decisions(atMilliseconds now: Int64, isExact: Bool = false) async throws(StoreError) -> Held {
        try await fold.read(atMilliseconds: now, isExact: isExact)
    }
}
