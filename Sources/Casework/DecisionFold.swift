// SPDX-License-Identifier: Apache-2.0

public import Screening

/// What follows from the decisions of some kinds, held in memory and followed as the log grows, also by another process:
/// the whole log is read once, afterwards only what came behind what is known, whatever the clocks say.
public actor DecisionFold<Sum: Sendable> {
    private let store: any CaseworkStore
    private let kinds: Set<DecisionKind>
    private let add: @Sendable (inout Sum, [DecisionPage.Numbered]) -> Void
    private var sum: Sum
    /// Up to where the log was read.
    private var readUpTo: Int64 = 0
    private var loadedAt: Int64?
    private let passesOver: Bool
    /// Records of the log that could not be opened, where these are passed over.
    public private(set) var unreadable = 0

    /// How old what is held may be.
    public static var freshMilliseconds: Int64 { 1000 }
    private static var pageSize: Int { 1000 }

    /// - Parameters:
    ///   - passesOver: goes on behind a record that cannot be opened and counts it; else reading fails there, since what
    ///     is left out may be what forbids something.
    ///   - add: adds the next decisions, which come in the order of the log and each once.
    public init(
        _ store: any CaseworkStore, kinds: Set<DecisionKind>, from sum: Sum,
        passingOverUnreadable passesOver: Bool = false,
        adding add: @escaping @Sendable (inout Sum, [DecisionPage.Numbered]) -> Void
    ) {
        self.store = store
        self.kinds = kinds
        self.sum = sum
        self.passesOver = passesOver
        self.add = add
    }

    /// What follows from the log, at most a second old.
    ///
    /// - Parameter isExact: reads the end of the log whatever its age, as before a change.
    public func read(atMilliseconds now: Int64, isExact: Bool = false) async throws(StoreError) -> Sum {
        if let loadedAt, !isExact, (0..<Self.freshMilliseconds).contains(now - loadedAt) { return sum }
        while true {
            // Another call may read on while this one waits; that is no end of the log either.
            let from = readUpTo
            let page = try await store.decisions(kinds: kinds, behind: from, limit: Self.pageSize)
            // A page whose decisions cannot be opened is no end.
            let isEnd = page.upTo <= from
            guard passesOver || page.unreadable == 0 else {
                throw .damaged(reason: "a record of the decision log cannot be opened")
            }
            // Another call may have read the same meanwhile.
            let fresh = page.decisions.filter { $0.sequence > readUpTo }
            if !fresh.isEmpty { add(&sum, fresh) }
            if readUpTo == from { unreadable += page.unreadable }
            readUpTo = max(readUpTo, page.upTo)
            if isEnd { break }
        }
        loadedAt = now
        return sum
    }
}
