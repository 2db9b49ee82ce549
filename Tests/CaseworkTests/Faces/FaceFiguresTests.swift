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

/// The operator's own figures, from decisions that are written here by hand.
@Suite struct FaceFiguresTests {
    /// 15 November 2026, noon at Jakarta.
    private static let now: Int64 = 1_794_718_800_000
    private static let entry: RecordID<WatchlistEntry> = StoreSamples.id(1)

    private static func station(_ text: String) throws -> StationName { try #require(StationName(text)) }

    /// A review with its answers and its end; an answer is S (same), T (same, another entry), D or U.
    private static func review(
        _ number: UInt64, _ answers: String, _ end: FaceVerdict?, at: Int64 = now, station text: String = "CGK-gate1",
        kind: String? = "gate-camera", act: FaceActResult? = nil
    ) throws -> [DecisionRecord] {
        let id: RecordID<ReviewedFace> = StoreSamples.id(number, of: 9)
        let station = try station(text)
        var decisions: [FaceDecision] = [
            .opened(review: id, origin: .station(station), candidates: 2, kind: kind.flatMap { PictureKind($0) })
        ]
        for letter in answers {
            let answer: JudgementAnswer = letter == "D" ? .different : letter == "U" ? .notEnoughEvidence : .same
            let named: RecordID<WatchlistEntry>? =
                letter == "S" ? entry : letter == "T" ? StoreSamples.id(2) : nil
            decisions.append(
                .judged(FaceJudgement(review: id, answer: answer, entry: named, reason: "hidung", features: [:])))
        }
        if let end { decisions.append(.ended(review: id, origin: .station(station), end)) }
        if let act { decisions.append(.acted(FaceAct(review: id, result: act, note: ""))) }
        return decisions.enumerated().map { place, decision in
            StoreSamples.decision(number * 10 + UInt64(place), .face(decision), at: at + Int64(place))
        }
    }

    private static func searched(
        _ people: Int, _ number: UInt64, at: Int64 = now, station text: String = "CGK-gate1"
    ) throws -> DecisionRecord {
        let kind = try #require(PictureKind("gate-camera"))
        return StoreSamples.decision(
            5_000 + number, .face(.searched(station: try station(text), kind: kind, people: people)), at: at)
    }

    private static let confirmed = FaceVerdict.confirmed(
        FaceMatch(entry: entry, similarity: 0.6, reviewers: [StoreSamples.id(7), StoreSamples.id(8)]))

    private static func figures(_ records: [DecisionRecord], months: Int = 12) -> FaceFigures {
        let from = FigureMonth(atMilliseconds: now, utcOffsetMinutes: 420).earlier(by: months - 1)
        return FaceFigures(records, from: from, allowed: 0.01) { _ in 420 }
    }

    @Test func `what two said alike decides how a review is counted`() throws {
        var records: [DecisionRecord] = []
        records += try Self.review(1, "SS", Self.confirmed)
        records += try Self.review(2, "SDS", Self.confirmed, act: .mistaken)
        records += try Self.review(3, "DD", .notConfirmed)
        records += try Self.review(4, "SDD", .notConfirmed)
        records += try Self.review(5, "UU", .notConfirmed)
        records += try Self.review(6, "DU", .notConfirmed)
        records += try Self.review(7, "STU", .notConfirmed)
        records += try Self.review(8, "", .lapsed(.noReviewers))
        records += try Self.review(9, "S", .lapsed(.noAnswer))
        records += try Self.review(10, "", .lapsed(.restart))
        records += try Self.review(11, "S", nil)
        // The order of the log says nothing.
        let total = Self.figures(records.reversed()).total
        #expect(total.opened == 11 && total.confirmed == 2 && total.rejected == 2 && total.unclear == 3)
        #expect(total.lapsed == 2 && total.restarts == 1 && total.waiting == 1 && total.mistaken == 1)
        #expect(total.compared == 7 && total.disagreements == 4)
        #expect(total.agreement == Proportion(3, of: 7))
        #expect(total.falseAlertShare == Proportion(3, of: 4))
        #expect(Self.figures(records).total == total)
    }

    @Test func `the share of false alerts stands beside what the policy allows`() throws {
        func standing(_ people: Int, rejected: Int, lapsed: Int = 0) throws -> FalsePositiveStanding {
            var records = people > 0 ? [try Self.searched(people, 1)] : []
            for number in 0..<rejected { records += try Self.review(UInt64(1 + number), "DD", .notConfirmed) }
            for number in 0..<lapsed {
                records += try Self.review(UInt64(200 + number), "", .lapsed(.noReviewers))
            }
            return Self.figures(records).total.falsePositives.standing(allowed: 0.01)
        }
        #expect(try standing(0, rejected: 0) == .nobody)
        #expect(try standing(100, rejected: 0) == .open)
        #expect(try standing(1_000, rejected: 0) == .within)
        #expect(try standing(1_000, rejected: 9) == .open)
        #expect(try standing(1_000, rejected: 30) == .above)
        // What nobody looked at is no proof that the rate is kept.
        #expect(try standing(1_000, rejected: 0, lapsed: 20) == .open)
        let seen = try Self.searched(400, 1)
        let rate = Self.figures(try Self.review(1, "SS", Self.confirmed) + [seen]).total.falsePositives
        #expect(rate.strangers == 399 && rate.count == 0 && rate.upper < 0.0097)
    }

    @Test func `rows are by station, kind of picture and month of the station's clock`() throws {
        // 31 October, 23.30 at Jakarta, and half an hour later.
        let october: Int64 = 1_793_464_200_000
        var records = try Self.review(1, "DD", .notConfirmed, at: october)
        records += try Self.review(2, "DD", .notConfirmed, at: october + 1_860_000)
        records += try Self.review(3, "SS", Self.confirmed, station: "DPS-gate2")
        records += try Self.review(4, "DD", .notConfirmed, kind: nil)
        records += [try Self.searched(70, 1, at: october), try Self.searched(5, 2)]
        let figures = Self.figures(records)
        let names = figures.rows.map { "\($0.key.station) \($0.key.kind?.name ?? "-") \($0.key.month)" }
        #expect(
            names == [
                "CGK-gate1 - 2026-11", "CGK-gate1 gate-camera 2026-10", "CGK-gate1 gate-camera 2026-11",
                "DPS-gate2 gate-camera 2026-11",
            ])
        #expect(figures.rows.map(\.counts.searched) == [0, 70, 5, 0])
        #expect(figures.stations.map(\.counts.opened) == [1, 2, 1])
        #expect(Self.figures(records, months: 1).total.opened == 3)
        #expect(FigureMonth(atMilliseconds: october, utcOffsetMinutes: 420).earlier(by: 10).description == "2025-12")
    }

    @Test func `records of before the kind of picture was noted are read`() throws {
        let id: RecordID<ReviewedFace> = StoreSamples.id(1)
        let new = FaceDecision.opened(
            review: id, origin: .station(try Self.station("CGK-gate1")), candidates: 3, kind: nil)
        let text = String(decoding: try JSONEncoder().encode(new), as: UTF8.self)
        #expect(!text.contains("kind"), "as it was written before")
        #expect(try JSONDecoder().decode(FaceDecision.self, from: Data(text.utf8)) == new)
    }
}
