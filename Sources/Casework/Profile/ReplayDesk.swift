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
    private let patience: Duration
    private let note: @Sendable (ReplayTrouble) -> Void
    private let now: @Sendable () -> Int64
    private var job: ReplayJob?
    /// The writing of the journal begun last.
    private var saving: Task<Void, any Error>?
    private var isLoaded = false
    /// Counts the wishes: work that was begun for an earlier one gives way.
    private var wishes = 0
    private let wake: AsyncStream<Void>
    private let waker: AsyncStream<Void>.Continuation

    /// Rows of the inbox looked at in one go.
    private static let rows = 100

    /// - Parameters:
    ///   - patience: how long it waits after a failure of the store.
    ///   - note: is told what went wrong, for the log.
    public init(
        store: any CaseworkStore, tokeniser: any Tokeniser,
        reader: @escaping @Sendable () async throws(StoreError) -> ProfiledReader,
        journal: any ReplayJournal = ForgetfulReplayJournal(), patience: Duration = .seconds(5),
        note: @escaping @Sendable (ReplayTrouble) -> Void = { _ in }, now: @escaping @Sendable () -> Int64
    ) {
        self.store = store
        self.tokeniser = tokeniser
        self.reader = reader
        self.journal = journal
        self.patience = patience
        self.note = note
        self.now = now
        (wake, waker) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    /// The job that runs, or the one that ran last; nil where nobody asked yet.
    public func latest() async -> ReplayJob? {
        await load()
        return job
    }

    /// Asks for all to be read again, also while that is being done: then it begins anew, by the profiles of now. On disk
    /// when this returns; where the journal cannot be written the wish holds until the process ends.
    @discardableResult
    public func ask(by mandate: Mandated?) async throws -> ReplayJob {
        await load()
        var wish = ReplayJob(
            mandate: mandate, askedAtMilliseconds: now(), total: try await store.inboxCounts().quarantined)
        if let job, !job.isFinished {
            wish.outcome.readable = job.outcome.readable
            wish.outcome.stored = job.outcome.stored
        }
        // Before anything is awaited: from here on no step may write the job before.
        job = wish
        wishes += 1
        defer { waker.yield() }
        try await save()
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
                    note(.waits(reason: "\(error)"))
                    try await Task.sleep(for: patience)
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
            try await end(current, wish)
            return
        }
        for row in rows {
            guard wish == wishes, !Task.isCancelled else { return }
            let one: QuarantineReplay.Outcome
            do {
                one = try await replay.replay(row.id, by: current.mandate, atMilliseconds: now())
            } catch .damaged(let reason) {
                // It would be as damaged the next time; those behind it must not wait for it.
                note(.passedOver(row.id, reason: reason))
                one = QuarantineReplay.Outcome(looked: 1)
            }
            job?.outcome.readable += one.readable
            job?.outcome.stored += one.stored
            guard wish == wishes else { return }
            job?.outcome.looked += one.looked
            job?.cursor = row.cursor
            if one.readable > 0 { try await save() }
        }
        guard wish == wishes else { return }
        try await save()
    }

    /// All was looked at. Who asked is in the decisions and the audit log; their case number has no more use here.
    private func end(_ current: ReplayJob, _ wish: Int) async throws {
        job?.finishedAtMilliseconds = now()
        job?.mandate = nil
        do { try await save() } catch {
            if wish == wishes { job = current }
            throw error
        }
    }

    /// Writes the job as it is when its turn comes: one writing after the other, so that an older state never lands on a
    /// newer one.
    private func save() async throws {
        let earlier = saving
        let writing = Task {
            _ = await earlier?.result
            if let job { try await journal.save(job) }
        }
        saving = writing
        try await writing.value
    }

    private func load() async {
        guard !isLoaded else { return }
        let kept = await journal.load()
        guard !isLoaded else { return }
        isLoaded = true
        job = kept
    }
}
