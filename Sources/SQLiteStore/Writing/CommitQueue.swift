// SPDX-License-Identifier: Apache-2.0

internal import GRDB
internal import Screening
internal import Synchronization

/// Lets changes that wait at the same time share one transaction, and so one wait for the disk.
///
/// No task of its own: the first caller leads, runs everything that waits, answers the others and hands the lead to the
/// first of those who came meanwhile. A caller's cancellation does not stop a transaction that holds others' changes.
actor CommitQueue {
    typealias Work = @Sendable (Database) throws -> Void

    private enum Turn {
        case answered(StoreError?)
        case leads
    }

    private struct Waiter {
        var work: Work
        var continuation: CheckedContinuation<Turn, Never>?
    }

    /// The most changes in one transaction: bounds how long the first waits for the last.
    private static let groupLimit = 64

    private let pool: DatabasePool
    private let limit: Int
    private var waiting: [Waiter] = []
    private var isLed = false

    init(pool: DatabasePool, limit: Int) {
        self.pool = pool
        self.limit = limit
    }

    /// Runs a change and returns when it is on disk.
    func perform<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        guard waiting.count < limit else { throw .full }
        let answer = Answer<Value>()
        try await take { db in
            let value = try work(db)
            answer.value.withLock { $0 = value }
        }
        guard let value = answer.value.withLock({ $0 }) else { throw .failed(reason: "a change gave no answer") }
        return value
    }

    private func take(_ work: @escaping Work) async throws(StoreError) {
        if isLed {
            let turn = await withCheckedContinuation { continuation in
                waiting.append(Waiter(work: work, continuation: continuation))
            }
            if case .answered(let error) = turn {
                if let error { throw error }
                return
            }
        } else {
            isLed = true
            waiting.append(Waiter(work: work, continuation: nil))
        }
        // The leader's own change is the first of the group.
        let group = waiting.prefix(CommitQueue.groupLimit)
        waiting.removeFirst(group.count)
        let errors = await run(group.map(\.work))
        for (waiter, error) in zip(group, errors).dropFirst() {
            waiter.continuation?.resume(returning: .answered(error))
        }
        if let next = waiting.first {
            waiting[0].continuation = nil
            next.continuation?.resume(returning: .leads)
        } else {
            isLed = false
        }
        if let error = errors[0] { throw error }
    }

    private func run(_ works: [Work]) async -> [StoreError?] {
        await withCheckedContinuation { continuation in
            pool.asyncWriteWithoutTransaction { db in
                continuation.resume(returning: CommitQueue.execute(works, db))
            }
        }
    }

    /// Runs changes in one transaction; where one of them fails by itself, each in its own.
    private static func execute(_ works: [Work], _ db: Database) -> [StoreError?] {
        var isComplete = false
        do {
            try db.inTransaction(.immediate) {
                for work in works { try work(db) }
                isComplete = true
                return .commit
            }
            return works.map { _ in nil }
        } catch {
            let failure = StoreError(error)
            switch failure {
            case .taken where works.count > 1 && !isComplete, .failed where works.count > 1 && !isComplete,
                .damaged where works.count > 1 && !isComplete, .cancelled where works.count > 1 && !isComplete:
                return works.map { execute([$0], db)[0] }
            default: return works.map { _ in failure }
            }
        }
    }

    private final class Answer<Value: Sendable>: Sendable {
        let value = Mutex<Value?>(nil)
    }
}
