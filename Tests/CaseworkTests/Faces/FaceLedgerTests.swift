// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Screening
import Testing

@Suite struct FaceLedgerTests {
    private func record(_ decision: FaceDecision, _ at: Int64) -> DecisionRecord {
        DecisionRecord(
            id: RecordID(high: 4, low: UInt64(at)), atMilliseconds: at, officer: nil, post: nil,
            decision: .face(decision))
    }

    private func id(_ number: UInt64) -> RecordID<ReviewedFace> { RecordID(high: 3, low: number) }

    @Test func `it tells what is open, what was confirmed and what was done, however the log is cut`() throws {
        let station = try #require(StationName("CGK-gate1")), other = try #require(StationName("CGK-gate2"))
        let match = FaceMatch(
            entry: FaceReviewTests.first, similarity: 0.8,
            reviewers: [FaceReviewTests.officer(1), FaceReviewTests.officer(2)])
        var log: [DecisionRecord] = []
        for number in 1...4 as ClosedRange<UInt64> {
            log.append(
                record(.opened(review: id(number), origin: .station(station), candidates: 1, kind: nil), Int64(number)))
            for _ in 0..<Int(number) { log.append(record(.judged(FaceReviewTests.says(.same, id: number)), 10)) }
        }
        log.append(record(.ended(review: id(1), origin: .station(station), .lapsed(.noReviewers)), 20))
        log.append(record(.ended(review: id(2), origin: .station(station), .confirmed(match)), 21))
        log.append(record(.ended(review: id(3), origin: .station(other), .confirmed(match)), 22))
        log.append(record(.acted(FaceAct(review: id(2), result: .gone, note: "kembali ke pesawat")), 23))
        for cut in 0...log.count {
            var ledger = FaceLedger()
            ledger.add(log[..<cut])
            ledger.add(log[cut...])
            #expect(ledger.open == [id(4): .station(station)])
            let found = ledger.matches(of: .station(station), sinceMilliseconds: 0)
            #expect(found.map(\.id) == [id(2)])
            #expect(found.first?.act?.result == .gone)
            #expect(found.first?.act?.note == "", "nothing that somebody wrote stays in memory")
            #expect(ledger.matches(of: .station(station), sinceMilliseconds: 22).isEmpty)
            #expect(ledger.matches(of: .station(other), sinceMilliseconds: 22).map(\.id) == [id(3)])
            let tally = ledger.tally(sinceMilliseconds: 0)
            #expect(tally.opened == 4 && tally.missed == 1 && tally.thirds == 2)
            #expect(tally.ends == [.noReviewers: 1, .confirmed: 2] && tally.acts == [.gone: 1])
            #expect(ledger.tally(sinceMilliseconds: 4).opened == 1)
        }
    }

    @Test func `a still is in no figures, however the log is cut`() {
        let still = FaceOrigin.still(FaceReviewTests.officer(8), caseNumber: "BAP-7/2026")
        var log = [record(.opened(review: id(1), origin: still, candidates: 1, kind: nil), 1)]
        for at in 2...4 { log.append(record(.judged(FaceReviewTests.says(.same, id: 1)), Int64(at))) }
        log.append(record(.ended(review: id(1), origin: still, .notConfirmed), 5))
        for cut in 0...log.count {
            var ledger = FaceLedger()
            ledger.add(log[..<cut])
            ledger.add(log[cut...])
            #expect(ledger.tally(sinceMilliseconds: 0) == FaceLedger().tally(sinceMilliseconds: 0))
        }
    }
}
