// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate
public import Screening
public import Travel

/// Requests to unmask and what became of them, read from the decision log.
public struct Reveals: Sendable {
    /// The newest first.
    public let items: [Item]
    private let now: Int64

    /// A request that nobody answers lapses after so long.
    public static let patienceMilliseconds: Int64 = 86_400_000
    /// No approval lasts longer; a policy says much less.
    public static let longestMilliseconds: Int64 = 86_400_000

    /// A request with its answer.
    public struct Item: Hashable, Sendable, Identifiable {
        /// The decision that asked.
        public var id: RecordID<RevealRequest>
        public var atMilliseconds: Int64
        /// Who asked.
        public var officer: RecordID<Officer>?
        public var request: RevealRequest
        public var answer: Answered?
    }

    /// An answer with who gave it.
    public struct Answered: Hashable, Sendable {
        public var atMilliseconds: Int64
        public var officer: RecordID<Officer>?
        public var verdict: RevealAnswer.Verdict
    }

    /// What can still matter at a moment.
    public init(in store: any CaseworkStore, atMilliseconds now: Int64) async throws(StoreError) {
        let since = now - Self.patienceMilliseconds - Self.longestMilliseconds
        let records = try await store.decisions(
            kinds: [.revealRequested, .revealAnswered], post: nil, sinceMilliseconds: since, limit: 10_000)
        self.init(records, atMilliseconds: now)
    }

    /// - Parameter records: the newest first; the first answer to a request holds.
    public init(_ records: [DecisionRecord], atMilliseconds now: Int64) {
        var answers: [RecordID<RevealRequest>: Answered] = [:]
        for record in records {
            guard case .revealAnswered(let answer) = record.decision else { continue }
            answers[answer.request] = Answered(
                atMilliseconds: record.atMilliseconds, officer: record.officer, verdict: answer.verdict)
        }
        items = records.compactMap { record in
            guard case .revealRequested(let request) = record.decision else { return nil }
            let id = RecordID<RevealRequest>(of: record.id)
            return Item(
                id: id, atMilliseconds: record.atMilliseconds, officer: record.officer, request: request,
                answer: answers[id])
        }
        self.now = now
    }

    /// Those that wait for a second person.
    public var open: [Item] {
        items.filter { $0.answer == nil && now < $0.atMilliseconds + Self.patienceMilliseconds }
    }

    /// Those that are approved and have not ended.
    public var standing: [Item] { items.filter { $0.endsAtMilliseconds.map { now < $0 } ?? false } }
}

extension Reveals.Item {
    /// When the approval ends; nil where there is none.
    public var endsAtMilliseconds: Int64? {
        guard case .approved(let until) = answer?.verdict else { return nil }
        return until
    }

    /// Whether an officer asked it about a traveller, by any of their identifiers.
    public func isOf(_ officer: RecordID<Officer>?, about travellers: Set<RecordID<Traveller>>) -> Bool {
        officer != nil && self.officer == officer && travellers.contains(request.traveller)
    }
}
