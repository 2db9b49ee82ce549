// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Faces
import Foundation
import Mandate
import Screening
import TestSupport
import Testing
import Watchlists

/// A still within a case: searched once, decided by two others, shown only then.
@Suite struct StillSearchTests {
    private static let day: Int64 = 1_768_435_200_000
    private let unit = SmallUnit()
    private let gallery = MemoryInterestGallery()
    private let entry = RecordID<WatchlistEntry>(high: 5, low: 1)
    private let asker = FaceReviewTests.officer(8)
    private let duty: Set<RecordID<Officer>> = [
        FaceReviewTests.officer(1), FaceReviewTests.officer(2), FaceReviewTests.officer(8),
    ]

    private func desk() -> StationDesk {
        StationDesk(plan: StationPlan(), reader: DrawnFrameReader(), gallery: gallery, store: unit.store) { _ in 420 }
    }

    private func mandate(_ officer: RecordID<Officer>, caseNumber: String = "BAP-7/2026") -> Mandated {
        Mandated(
            officer: officer, role: .analyst, post: nil,
            grant: PurposeGrant(purpose: .postSeizure, reference: caseNumber, expiresAtMilliseconds: .max))
    }

    private func still(_ people: UInt64...) -> [UInt8] { DrawnFrame(people.map { DrawnFrame.Somebody($0) }).bytes }

    private func decisions() async throws -> [DecisionRecord] {
        try await unit.store.decisions(kinds: [.face], post: nil, sinceMilliseconds: 0, limit: 1000).reversed()
    }

    @Test func `whom nobody looks for is searched once, and only the search is recorded`() async throws {
        try await gallery.enrol(entry, drawn: 7)
        let desk = desk()
        #expect(try await desk.take(still: still(3), by: mandate(asker), atMilliseconds: Self.day) == false)
        #expect(await gallery.searches == 1)
        #expect(try await decisions().isEmpty)
        #expect(await desk.heldPictures.probes == 0)
        let trail = try await unit.store.audit(AuditQuery()).map(\.event)
        #expect(trail.map(\.action) == [.searchFace])
        #expect(trail.first?.reference == "BAP-7/2026" && trail.first?.subjects == [])
    }

    @Test func `two others decide, and only then whoever asked learns it, within the case alone`() async throws {
        try await gallery.enrol(entry, drawn: 7)
        let desk = desk(), own = mandate(asker)
        #expect(try await desk.take(still: still(7), by: own, atMilliseconds: Self.day))
        #expect(await desk.waiting(for: asker, onDuty: duty, atMilliseconds: Self.day).isEmpty)
        for number in [1, 2] as [UInt64] {
            let officer = FaceReviewTests.officer(number)
            #expect(try await desk.matches(ofStillsBy: own, atMilliseconds: Self.day).isEmpty)
            let id = try #require(await desk.waiting(for: officer, onDuty: duty, atMilliseconds: Self.day).first)
            #expect(await desk.confirmedProbe(id) == nil)
            await #expect(throws: StationRefusal.review(.ownStation)) {
                try await desk.seat(id, asker, onDuty: duty, atMilliseconds: Self.day)
            }
            try await desk.seat(id, officer, onDuty: duty, atMilliseconds: Self.day)
            let judgement = FaceJudgement(review: id, answer: .same, entry: entry, reason: "ears", features: [:])
            _ = try await desk.judge(judgement, by: mandate(officer), atMilliseconds: Self.day + 10)
        }
        let found = try await desk.matches(ofStillsBy: own, atMilliseconds: Self.day + 20)
        #expect(found.map(\.match.entry) == [entry] && found.first?.match.journey == nil)
        let id = try #require(found.first?.id)
        #expect(await desk.confirmedProbe(id) == DrawnFrame.view(7))
        let elsewhere = [mandate(asker, caseNumber: "BAP-8/2026"), mandate(FaceReviewTests.officer(1))]
        for other in elsewhere {
            #expect(try await desk.matches(ofStillsBy: other, atMilliseconds: Self.day + 20).isEmpty)
        }
        #expect(try await decisions().allSatisfy { $0.post == nil })
        let trail = try await unit.store.audit(AuditQuery(subject: "face:\(id)")).map(\.event.action)
        #expect(trail == [.reviewFace, .reviewFace, .searchFace])
    }

    @Test func `with one reviewer it lapses, and nothing is told or kept`() async throws {
        try await gallery.enrol(entry, drawn: 7)
        let desk = desk()
        #expect(try await desk.take(still: still(7), by: mandate(asker), atMilliseconds: Self.day))
        let one: Set = [FaceReviewTests.officer(1), asker]
        #expect(try await desk.sweep(onDuty: one, atMilliseconds: Self.day + 30_000).count == 1)
        #expect(await desk.heldPictures.probes == 0)
        #expect(try await desk.matches(ofStillsBy: mandate(asker), atMilliseconds: Self.day + 30_000).isEmpty)
        // Nor in the figures, which the asker may see: they would say that somebody was found.
        let tally = try await desk.figures(sinceMilliseconds: Self.day, atMilliseconds: Self.day + 30_000)
        #expect(tally.opened == 0 && tally.missed == 0 && tally.ends.isEmpty)
        let ended = try await decisions().compactMap { record in
            if case .face(.ended(_, _, let verdict)) = record.decision { verdict.kind } else { nil }
        }
        #expect(ended == [.noReviewers])
    }

    @Test func `one face, and a picture that can be read`() async throws {
        let desk = desk()
        for (bytes, why) in [
            (still(), StationRefusal.noFace), (still(1, 2), .severalFaces), (Array("no picture".utf8), .badFrame),
        ] {
            await #expect(throws: why) {
                _ = try await desk.take(still: bytes, by: mandate(asker), atMilliseconds: Self.day)
            }
        }
        #expect(await gallery.searches == 0)
        #expect(try await unit.store.audit(AuditQuery()).isEmpty)
    }

    @Test func `the log names a station as it always has, and a still by officer and case`() throws {
        let station = try #require(StationName("CGK-gate1"))
        let id = RecordID<ReviewedFace>(high: 3, low: 4)
        var forgotten = 0
        for (origin, text) in [
            (FaceOrigin.station(station), "CGK-gate1"),
            (.still(asker, caseNumber: "BAP 7-2026"), "still-\(asker) BAP 7-2026"),
        ] {
            let all: [FaceDecision] = [
                .opened(review: id, origin: origin, candidates: 2, kind: nil),
                .ended(review: id, origin: origin, .lapsed(.noAnswer)),
            ]
            for decision in all {
                let json = try JSONEncoder().encode(decision)
                let words = String(decoding: json, as: UTF8.self)
                #expect(words.contains("\"station\":\"\(text)\"") && !words.contains("origin"))
                #expect(try JSONDecoder().decode(FaceDecision.self, from: json) == decision)
                // What was typed goes with the names; what is left is read again.
                let record = DecisionRecord(
                    id: RecordID(high: 4, low: 1), atMilliseconds: 1, officer: nil, post: nil,
                    decision: .face(decision))
                guard case .becomes(let left) = record.forgetting, case .face(let face) = left.decision else {
                    continue
                }
                let bytes = try JSONEncoder().encode(face)
                #expect(!String(decoding: bytes, as: UTF8.self).contains("BAP"))
                #expect(try JSONDecoder().decode(FaceDecision.self, from: bytes) == face)
                forgotten += 1
            }
        }
        #expect(forgotten >= 2)
        #expect(throws: (any Error).self) { try JSONDecoder().decode(FaceOrigin.self, from: Data("\"still-x\"".utf8)) }
    }
}
