// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Screening
import TestSupport
import Testing
import Watchlists

@Suite struct FaceReviewTests {
    static let first = RecordID<WatchlistEntry>(high: 5, low: 1)
    static let second = RecordID<WatchlistEntry>(high: 5, low: 2)
    static let guardian = RecordID<Officer>(high: 9, low: 9)

    static func officer(_ number: UInt64) -> RecordID<Officer> { RecordID(high: 1, low: number) }

    static func review(seconds: Int = 30, id: UInt64 = 7, candidates: Int = 2) throws -> FaceReview {
        let name = try #require(StationName("CGK-gate1"))
        return FaceReview(
            id: RecordID(high: 3, low: id), origin: .station(name),
            candidates: (1...UInt64(candidates)).map {
                InterestCandidate(entry: RecordID(high: 5, low: $0), similarity: 0.9 - Double($0) / 20)
            },
            attendants: [guardian], openedAtMilliseconds: 1000, limitSeconds: seconds)
    }

    static func says(
        _ answer: JudgementAnswer, _ entry: RecordID<WatchlistEntry>? = nil, id: UInt64 = 7
    ) -> FaceJudgement {
        FaceJudgement(
            review: RecordID(high: 3, low: id), answer: answer, entry: entry, reason: "ears and nose", features: [:])
    }

    private func decided(_ answers: [FaceJudgement]) throws -> FaceReview {
        var review = try Self.review()
        for (number, answer) in answers.enumerated() {
            let officer = Self.officer(UInt64(number + 1))
            try review.seat(officer, atMilliseconds: 1100)
            try review.take(answer, of: officer, atMilliseconds: 1200)
        }
        return review
    }

    @Test func `two who name the same entry confirm`() throws {
        let review = try decided([Self.says(.same, Self.first), Self.says(.same, Self.first)])
        guard case .confirmed(let match) = review.verdict else { return #expect(Bool(false), "confirmed") }
        #expect(match.entry == Self.first)
        #expect(match.reviewers == [Self.officer(1), Self.officer(2)])
    }

    @Test func `one alone confirms nothing`() throws {
        let review = try decided([Self.says(.same, Self.first)])
        #expect(review.isOpen)
    }

    @Test func `disagreement goes to a third, whose time begins anew`() throws {
        var review = try decided([Self.says(.same, Self.first), Self.says(.different)])
        #expect(review.isOpen && review.needed == 3)
        #expect(review.deadlineMilliseconds == 1200 + 30_000)
        #expect(!review.canSeat(Self.officer(1), atMilliseconds: 1300))
        try review.seat(Self.officer(3), atMilliseconds: 1300)
        try review.take(Self.says(.same, Self.first), of: Self.officer(3), atMilliseconds: 1400)
        #expect(review.verdict?.kind == .confirmed)
    }

    @Test func `two who name different entries do not confirm, and a third may`() throws {
        var review = try decided([Self.says(.same, Self.first), Self.says(.same, Self.second)])
        #expect(review.isOpen)
        try review.seat(Self.officer(3), atMilliseconds: 1300)
        try review.take(Self.says(.same, Self.second), of: Self.officer(3), atMilliseconds: 1400)
        guard case .confirmed(let match) = review.verdict else { return #expect(Bool(false), "confirmed") }
        #expect(match.entry == Self.second && match.reviewers == [Self.officer(2), Self.officer(3)])
    }

    @Test func `where nobody said same no third is asked`() throws {
        #expect(try decided([Self.says(.different), Self.says(.notEnoughEvidence)]).verdict == .notConfirmed)
    }

    @Test func `whoever is at the station has no seat, and whoever has a seat is not let to the station`() throws {
        var review = try Self.review()
        #expect(!review.canSeat(Self.guardian, atMilliseconds: 1100))
        #expect(throws: FaceReviewRefusal.ownStation) { try review.seat(Self.guardian, atMilliseconds: 1100) }
        try review.seat(Self.officer(1), atMilliseconds: 1100)
        #expect(throws: FaceReviewRefusal.reviewsIt) { try review.attend(Self.officer(1)) }
    }

    @Test func `an idle seat is free again after half of the time`() throws {
        var review = try Self.review()
        try review.seat(Self.officer(1), atMilliseconds: 1000)
        try review.seat(Self.officer(2), atMilliseconds: 1000)
        #expect(!review.canSeat(Self.officer(3), atMilliseconds: 15_999))
        #expect(review.canSeat(Self.officer(3), atMilliseconds: 16_000))
    }

    @Test func `same must name a candidate, and nothing else may`() throws {
        var review = try Self.review()
        try review.seat(Self.officer(1), atMilliseconds: 1100)
        for answer in [
            Self.says(.same), Self.says(.same, RecordID(high: 8, low: 8)), Self.says(.different, Self.first),
        ] {
            #expect(throws: FaceReviewRefusal.badAnswer) {
                try review.take(answer, of: Self.officer(1), atMilliseconds: 1200)
            }
        }
        #expect(throws: FaceReviewRefusal.taken) {
            try review.take(Self.says(.different), of: Self.officer(2), atMilliseconds: 1200)
        }
    }

    @Test func `says why it lapsed`() throws {
        var alone = try Self.review()
        alone.lapse(atMilliseconds: 30_999, onDuty: [])
        #expect(alone.isOpen)
        alone.lapse(atMilliseconds: 31_000, onDuty: [Self.officer(1), Self.guardian])
        #expect(alone.verdict == .lapsed(.noReviewers))
        var slow = try Self.review()
        slow.lapse(atMilliseconds: 31_000, onDuty: [Self.officer(1), Self.officer(2)])
        #expect(slow.verdict == .lapsed(.noAnswer))
        #expect(throws: FaceReviewRefusal.over) { try slow.seat(Self.officer(1), atMilliseconds: 31_001) }
    }

    @Test func `a sheet says nothing of other answers and no score before the own`() throws {
        var review = try Self.review(candidates: 5)
        try review.seat(Self.officer(1), atMilliseconds: 1100)
        try review.seat(Self.officer(2), atMilliseconds: 1100)
        let before = ReviewSheet(review, for: Self.officer(2))
        try review.take(Self.says(.same, Self.first), of: Self.officer(1), atMilliseconds: 1200)
        #expect(ReviewSheet(review, for: Self.officer(2)) == before)
        #expect(before?.similarities == [])
        #expect(ReviewSheet(review, for: Self.officer(1))?.similarities.count == 5)
        #expect(ReviewSheet(review, for: Self.officer(3)) == nil)
    }

    @Test func `each reviewer has an order of their own, always the same`() throws {
        let review = try Self.review(candidates: 10)
        let orders = (1...20).map { review.order(for: Self.officer(UInt64($0))).map(\.entry) }
        #expect(Set(orders).count > 15)
        #expect(orders[0] == review.order(for: Self.officer(1)).map(\.entry))
        #expect(orders.allSatisfy { Set($0).count == 10 })
    }

    /// Whatever comes in whatever order: confirmed means two seated officers, not of the station, named the same entry.
    @Test(arguments: 0..<400) func `only two confirm, in any order of acts`(seed: UInt64) throws {
        var generator = ReviewGenerator(state: seed &* 77 &+ 5)
        var review = try Self.review()
        var said: [RecordID<Officer>: FaceJudgement] = [:]
        for step in 0..<40 {
            let officer = Self.officer(UInt64.random(in: 1...5, using: &generator))
            let now = Int64(1000 + step * 300)
            switch Int.random(in: 0..<6, using: &generator) {
            case 0, 1: try? review.seat(officer, atMilliseconds: now)
            case 2: try? review.attend(officer)
            case 3: review.lapse(atMilliseconds: now, onDuty: [officer])
            default:
                let answer = JudgementAnswer.allCases.randomElement(using: &generator) ?? .same
                let entry = [Self.first, Self.second].randomElement(using: &generator)
                let judgement = Self.says(answer, answer == .same ? entry : nil)
                if (try? review.take(judgement, of: officer, atMilliseconds: now)) != nil { said[officer] = judgement }
            }
            let named = Dictionary(grouping: said.filter { $0.value.answer == .same }) { $0.value.entry }
            #expect(review.answers.count <= 3 && said.count == review.answers.count)
            #expect(review.attendants.isDisjoint(with: said.keys))
            if case .confirmed(let match) = review.verdict {
                #expect(match.reviewers.count == 2 && Set(match.reviewers).count == 2)
                #expect(named[match.entry]?.count == 2)
            } else {
                #expect(named.values.allSatisfy { $0.count < 2 })
            }
        }
    }
}

/// A small seeded generator (SplitMix64).
struct ReviewGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
