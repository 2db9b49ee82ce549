// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate
public import Travel

/// The quarantine being read again: who asked, how far it has come, and what came of it.
public struct ReplayJob: Hashable, Sendable, Codable {
    /// Who asked; every message that goes on is recorded under their name. Nil too once all was looked at.
    public var mandate: Mandated?
    /// When it was asked for, in milliseconds since 1970 UTC; when all was looked at.
    public var askedAtMilliseconds: Int64
    public var finishedAtMilliseconds: Int64?
    /// How many messages were in quarantine when it was asked for.
    public var total: Int
    public var outcome: QuarantineReplay.Outcome
    /// The inbox's row behind which it goes on.
    public var cursor: Int64?

    public init(mandate: Mandated?, askedAtMilliseconds: Int64, total: Int) {
        self.mandate = mandate
        self.askedAtMilliseconds = askedAtMilliseconds
        self.total = total
        outcome = QuarantineReplay.Outcome()
    }

    public var isFinished: Bool { finishedAtMilliseconds != nil }
}

/// What went wrong while the quarantine was read again; the work goes on. No personal data.
public enum ReplayTrouble: Hashable, Sendable {
    /// A message that is damaged stays in quarantine and was passed over.
    case passedOver(RecordID<ReceivedMessage>, reason: String)
    /// The store or the journal failed; the same is tried again soon.
    case waits(reason: String)
}

/// Where a job is kept, so that it goes on after the program was killed.
public protocol ReplayJournal: Sendable {
    /// The job kept last; nil where there is none, or none that can be read.
    func load() async -> ReplayJob?
    /// Returns when the job is on disk.
    func save(_ job: ReplayJob) async throws(ReplayJournalError)
}

/// What may go wrong with a journal.
public enum ReplayJournalError: Error, Hashable, Sendable, CustomStringConvertible {
    case notWritten(reason: String)

    public var description: String {
        switch self {
        case .notWritten(let reason): "the journal of reading the quarantine again cannot be written: \(reason)"
        }
    }
}

/// A job that lives as long as the process.
public struct ForgetfulReplayJournal: ReplayJournal {
    public init() {}
    public func load() async -> ReplayJob? { nil }
    public func save(_ job: ReplayJob) async throws(ReplayJournalError) {}
}
