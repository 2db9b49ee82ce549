// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GRDB
internal import Mandate
public import Safeguards
public import Screening

extension SQLiteStore {
    /// What is due before some moments; nothing is changed.
    public func retentionDue(_ cutoffs: RetentionCutoffs) async throws(StoreError) -> RetentionTally {
        // The same steps as in earnest, in a transaction that is rolled back: the figures cannot differ from a run's.
        try await writing { [sealer] db in
            var tally = RetentionTally()
            try db.inSavepoint {
                for step in ForgettingStep.allCases {
                    var cursor = DecisionCursor()
                    while true {
                        let done = try step.run(db, sealer, cutoffs, from: cursor)
                        guard done.touched > 0 else { break }
                        cursor = done.cursor
                        tally += done.tally
                    }
                }
                tally += try Forgetting.held(cutoffs, db)
                return .rollback
            }
            return tally
        }
    }

    /// How many voyages are to lose their travellers' names, by the receipt of their last message.
    public func voyagesDue(beforeMilliseconds cutoff: Int64) async throws(StoreError) -> Int {
        try await reading { db in
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM (\(Forgetting.dueVoyages))", arguments: ["cutoff": cutoff]) ?? 0
        }
    }

    /// Forgets what is due, in small transactions, each with its audit record. Destroyed keys stand in the register
    /// before they are gone. At the end the write-ahead log is emptied, so that no byte of them is left in it.
    ///
    /// - Parameter progress: told the sum so far after each transaction.
    public func forgetDue(
        _ cutoffs: RetentionCutoffs, register: DestructionRegisterFile,
        progress: @Sendable (RetentionTally) -> Void = { _ in }
    ) async throws(StoreError) -> RetentionTally {
        var tally = RetentionTally()
        for step in ForgettingStep.allCases {
            var cursor = DecisionCursor()
            while true {
                let done = try await writing { [sealer, node, cursor] db in
                    let done = try step.run(db, sealer, cutoffs, from: cursor)
                    guard done.touched > 0 else { return nil as (tally: RetentionTally, cursor: DecisionCursor)? }
                    guard !done.tally.isEmpty else { return (done.tally, done.cursor) }
                    try register.append(done.keys, atMilliseconds: cutoffs.atMilliseconds)
                    try Counters.changes.add(1, db)
                    try AuditWriting.append([.forgot(done.tally, cutoffs)], node: node, db)
                    return (done.tally, done.cursor)
                }
                guard let done else { break }
                cursor = done.cursor
                tally += done.tally
                progress(tally)
            }
        }
        tally += try await retentionHeld(cutoffs)
        try await emptyLog()
        return tally
    }
}

/// The parts of a retention run in their order: what ends at the limit must have been depersonalised before.
enum ForgettingStep: CaseIterable {
    case voyages, looseMessages, decisions, endedVoyages, endedDecisions, endedFaces, endedEntries,
        accountVersions

    /// Voyages of one transaction, each with some hundred travellers.
    private static let voyageLimit = 25
    private static let recordLimit = 250

    /// One transaction's worth.
    func run(
        _ db: Database, _ sealer: RecordSealer, _ cutoffs: RetentionCutoffs, from cursor: DecisionCursor
    ) throws -> Forgetting {
        var forgetting = Forgetting(db, sealer, cutoffs, from: cursor)
        switch self {
        case .voyages: try forgetting.depersonaliseVoyages(limit: Self.voyageLimit)
        case .looseMessages: try forgetting.forgetLooseMessages(limit: Self.recordLimit)
        case .decisions: try forgetting.depersonaliseDecisions(limit: Self.recordLimit)
        case .endedVoyages: try forgetting.destroyVoyages(limit: Self.voyageLimit)
        case .endedDecisions: try forgetting.destroyDecisions(limit: Self.recordLimit)
        case .endedFaces: try forgetting.destroyFaces(limit: Self.recordLimit)
        case .endedEntries: try forgetting.destroyEntries(limit: Self.recordLimit)
        case .accountVersions: try forgetting.destroyAccountVersions()
        }
        return forgetting
    }
}

extension AuditEvent {
    /// The record of one transaction of a retention run.
    static func forgot(_ tally: RetentionTally, _ cutoffs: RetentionCutoffs) -> AuditEvent {
        let counts = RetentionMeasure.allCases.filter { tally[$0] > 0 }.map { "\($0.rawValue)=\(tally[$0])" }
        return AuditEvent(
            atMilliseconds: cutoffs.atMilliseconds, actor: .system, action: .forget,
            detail: "retention " + counts.joined(separator: " "))
    }
}
