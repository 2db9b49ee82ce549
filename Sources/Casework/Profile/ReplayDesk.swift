// SPDX-License-Identifier: Apache-2.0

public import Mandate
public import Messages
public import Screening

/// Reads the quarantine again beside everything else: takes the wish, works message by message, and tells how far it is.
///
/// Each message goes on in a transaction of its own, and the journal says where the work stands: killed at any moment it
/// loses and doubles nothing.
public actor ReplayDesk {
    private let store: any CaseworkStore
    private let tokeniser: any Tokeniser
    private let reader: @Sendable () async throws(StoreError) -> ProfiledReader
    private let journal: any ReplayJournal
    private let now: @Sendable () -> Int64
    private var job: ReplayJob?
    private var isLoaded = false
    /// Counts the wishes: work that was begun for an earlier one gives way.
    private var wishes = 0
    private let wake: AsyncStream<Void>
    private let waker: AsyncStream<Void>.Continuation

    /// Rows of the inbox looked at in one go.
    private static let rows = 100
    /// How long it waits after a failure of the store.
    private static let patience = Duration.seconds(5)

    public init(
        store: any CaseworkStore, tokeniser: any Tokeniser,
        reader: @escaping @Sendable () async throws(StoreError) -> ProfiledReader,
        journal: any ReplayJournal = ForgetfulReplayJournal(), now: @escaping @Sendable () -> Int64
    ) {
        self.store = store
        self.tokeniser = tokeniser
        self.reader = reader
        self.journal = journal
        self.now = now
        (wake, waker) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    /// The job that runs, or the one that ran last; nil where nobody asked yet.
    public func latest() async -> ReplayJob? {
        await load()
        return job
    }

    /// Asks for all to be read again, also while that is being done: then it begins anew, by the profiles of now. On disk
    /// when this returns.
    @discardableResult
    public func ask(by mandate: Mandated?) async throws -> ReplayJob {
        await load()
        var wish = ReplayJob(
            mandate: mandate, askedAtMilliseconds: now(), total: try await store.inboxCounts().quarantined)
        if let job, !job.isFinished {
            wish.outcome.readable = job.outcome.readable
            wish.outcome.stored = job.outcome.stored
        }
        try await journal.save(wish)
        job = wish
        wishes += 1
        waker.yield()
        return wish
    }

    /// Works for as long as the task lives, beginning with what a killed process left.
    public func run() async throws {
        waker.yield()
        for await _ in wake {
            while !Task.isCancelled {
                do {
                    try await finish()
                    break
                } catch {
                    // The store or the disk is away for a while; nothing is lost by waiting.
                    guard !Task.isCancelled else { return }
                    try await Task.sleep(for: ReplayDesk.patience)
                }
            }
        }
    }

    /// Works until nothing is left to do.
    public func finish() async throws {
        await load()
        while let current = job, !current.isFinished, !Task.isCancelled {
            let wish = wishes
            let replay = QuarantineReplay(store: store, tokeniser: tokeniser, reader: try await reader())
            while wish == wishes, let current = job, !current.isFinished, !Task.isCancelled {
                try await step(current, replay, wish)
            }
        }
    }

    /// The next rows; without any, the end.
    private func step(_ current: ReplayJob, _ replay: QuarantineReplay, _ wish: Int) async throws {
        let rows = try await store.inboxRows(
            after: current.cursor, states: [.quarantined], limit: ReplayDesk.rows)
        guard wish == wishes else { return }
        guard !rows.isEmpty else {
            job?.finishedAtMilliseconds = now()
            if let job { try await journal.save(job) }
            return
        }
        for row in rows {
            guard wish == wishes, !Task.isCancelled else { return }
            let one = try await replay.replay(row.id, by: current.mandate, atMilliseconds: now())
            job?.outcome.readable += one.readable
            job?.outcome.stored += one.stored
            guard wish == wishes else { return }
            job?.outcome.looked += one.looked
            job?.cursor = row.cursor
            if one.readable > 0, let job { try await journal.save(job) }
        }
        guard wish == wishes, let job else { return }
        try await journal.save(job)
    }

    private func load() async {
        guard !isLoaded else { return }
        let kept = await journal.load()
        guard !isLoaded else { return }
        isLoaded = true
        job = kept
    }
}
