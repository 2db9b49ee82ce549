// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate
internal import Screening
internal import Watchlists

/// A probe that waits for officers, as a state machine: no picture, no store, no clock of its own.
///
/// Two reviewers look, each blind to the other; where one of them says "same" and they do not agree a third decides. Only
/// two who name the same entry confirm. Whoever is at the station is no reviewer.
public struct FaceReview: Hashable, Sendable, Identifiable {
    public let id: RecordID<ReviewedFace>
    public let origin: FaceOrigin
    /// Best first.
    public let candidates: [InterestCandidate]
    public let openedAtMilliseconds: Int64
    /// When it lapses.
    public private(set) var deadlineMilliseconds: Int64
    /// Who watches the station, or put the still in; they see nothing of it and are no reviewers.
    public private(set) var attendants: Set<RecordID<Officer>>
    /// Who has a seat, and since when.
    public private(set) var seats: [Seat] = []
    /// In the order in which they came.
    public private(set) var answers: [Answer] = []
    /// Nil while it waits.
    public private(set) var verdict: FaceVerdict?
    let limitMilliseconds: Int64

    /// A reviewer's place at a review.
    public struct Seat: Hashable, Sendable {
        public var officer: RecordID<Officer>
        public var sinceMilliseconds: Int64
    }

    /// A reviewer's answer.
    public struct Answer: Hashable, Sendable {
        public var officer: RecordID<Officer>
        public var judgement: FaceJudgement
    }

    public init(
        id: RecordID<ReviewedFace>, origin: FaceOrigin, candidates: [InterestCandidate],
        attendants: Set<RecordID<Officer>>, openedAtMilliseconds: Int64, limitSeconds: Int
    ) {
        self.id = id
        self.origin = origin
        self.candidates = candidates
        self.attendants = attendants
        self.openedAtMilliseconds = openedAtMilliseconds
        limitMilliseconds = Int64(limitSeconds) * 1000
        deadlineMilliseconds = openedAtMilliseconds + limitMilliseconds
    }

    public var isOpen: Bool { verdict == nil }

    /// How many answers it needs: two, and a third where "same" stands against something else.
    public var needed: Int { answers.count >= 2 ? 3 : 2 }

    /// Whether an officer has a seat.
    public func isSeated(_ officer: RecordID<Officer>) -> Bool { seats.contains { $0.officer == officer } }

    /// The answer of an officer.
    public func answer(of officer: RecordID<Officer>) -> FaceJudgement? {
        answers.first { $0.officer == officer }?.judgement
    }

    /// Whether an officer could take a seat now: not the station's own, none taken, and one free. A seat on which nobody
    /// answers for half of the time is free again for others.
    public func canSeat(_ officer: RecordID<Officer>, atMilliseconds now: Int64) -> Bool {
        guard isOpen, now < deadlineMilliseconds, !attendants.contains(officer), !isSeated(officer) else {
            return false
        }
        let answered = Set(answers.map(\.officer))
        let idle = limitMilliseconds / 2
        let busy = seats.count { !answered.contains($0.officer) && now - $0.sinceMilliseconds < idle }
        return answers.count + busy < needed
    }

    /// Gives an officer a seat: from now on the officer sees the pictures.
    public mutating func seat(_ officer: RecordID<Officer>, atMilliseconds now: Int64) throws(FaceReviewRefusal) {
        guard isOpen, now < deadlineMilliseconds else { throw .over }
        guard !attendants.contains(officer) else { throw .ownStation }
        guard !isSeated(officer) else { return }
        guard canSeat(officer, atMilliseconds: now) else { throw .taken }
        seats.append(Seat(officer: officer, sinceMilliseconds: now))
    }

    /// Notes that an officer watches the station; refused to whoever reviews it.
    public mutating func attend(_ officer: RecordID<Officer>) throws(FaceReviewRefusal) {
        guard isOpen else { return }
        guard !isSeated(officer) else { throw .reviewsIt }
        attendants.insert(officer)
    }

    /// Takes an answer, and ends the review where nothing is left to decide.
    public mutating func take(
        _ judgement: FaceJudgement, of officer: RecordID<Officer>, atMilliseconds now: Int64
    ) throws(FaceReviewRefusal) {
        guard isOpen, now < deadlineMilliseconds else { throw .over }
        guard !attendants.contains(officer) else { throw .ownStation }
        guard isSeated(officer) else { throw .taken }
        guard answer(of: officer) == nil else { throw .answered }
        guard answers.count < needed else { throw .taken }
        guard (judgement.answer == .same) == (judgement.entry != nil),
            judgement.entry.map({ entry in candidates.contains { $0.entry == entry } }) ?? true
        else { throw .badAnswer }
        answers.append(Answer(officer: officer, judgement: judgement))
        decide()
        if isOpen, answers.count == 2 { deadlineMilliseconds = now + limitMilliseconds }
    }

    /// Lets it lapse when its time is over.
    ///
    /// - Parameter onDuty: reviewers who could have had a seat.
    public mutating func lapse(atMilliseconds now: Int64, onDuty: Set<RecordID<Officer>>) {
        guard isOpen, now >= deadlineMilliseconds else { return }
        let able = onDuty.subtracting(attendants).union(seats.map(\.officer))
        verdict = .lapsed(able.count < needed ? .noReviewers : .noAnswer)
    }

    /// The order in which a reviewer sees the candidates: another one for each, and the same at every look.
    public func order(for officer: RecordID<Officer>) -> [InterestCandidate] {
        var generator = SplitMix64(seed: id.low ^ officer.low ^ (officer.high << 1))
        return candidates.sorted { $0.entry < $1.entry }.shuffled(using: &generator)
    }

    /// Adds what a confirmed match is about.
    public mutating func note(_ journey: FaceJourney?) {
        guard case .confirmed(var match) = verdict else { return }
        match.journey = journey
        verdict = .confirmed(match)
    }

    private mutating func decide() {
        guard answers.count >= 2 else { return }
        let named = Dictionary(grouping: answers.filter { $0.judgement.answer == .same }) { $0.judgement.entry }
        for (entry, same) in named where same.count >= 2 {
            guard let entry, let candidate = candidates.first(where: { $0.entry == entry }) else { continue }
            verdict = .confirmed(
                FaceMatch(entry: entry, similarity: candidate.similarity, reviewers: same.map(\.officer)))
            return
        }
        // Where nobody has said "same" a third could not make two of it.
        if answers.count >= 3 || named.isEmpty { verdict = .notConfirmed }
    }
}

/// Why a reviewer's act was not taken.
public enum FaceReviewRefusal: String, Error, Hashable, Sendable, CaseIterable {
    /// It has ended, or its time is over.
    case over
    /// The officer watches the station that it came from.
    case ownStation = "own-station"
    /// The officer reviews it and cannot watch its station before it has ended.
    case reviewsIt = "reviews-it"
    /// Others have the seats, or the officer has none.
    case taken
    /// The officer has answered.
    case answered
    /// "Same" names one of the candidates, other answers name none.
    case badAnswer = "bad-answer"
}
