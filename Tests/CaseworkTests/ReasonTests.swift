// SPDX-License-Identifier: Apache-2.0

import Civil
import Gazetteer
import Identity
import Mandate
import Safeguards
import Screening
import TestSupport
import Testing
import Travel
import Watchlists

@testable import Casework

/// Every act that asks for a reason asks for real words.
@Suite struct ReasonTests {
    /// An act that asks for a reason.
    enum Act: String, CaseIterable, CustomTestStringConvertible {
        case judgeHit, notExamined, writeEntry, withdrawEntry, judgePersons, undoPersons, judgeIdentity, lookUp,
            placeHold
        case liftHold, requestReveal, declineReveal, seeAlarm, withdrawFeed, putRow, setRow, takeRows, undoRows
        case judgeFace

        var testDescription: String { rawValue }
    }

    static let blanks = [
        "", "   ", "\u{200B}\u{200B}\u{200B}\u{200B}\u{200B}\u{200B}\u{200B}\u{200B}\u{200B}\u{200B}", "..........",
        "a         b",
    ]

    @Test(arguments: Act.allCases, blanks) func `without words nothing is done and nothing is written`(
        act: Act, reason: String
    ) async throws {
        let place = try await Place()
        let before = try await place.written()
        var code: String?
        do { try await place.act(act, reason) } catch let error as CaseworkError {
            code = error.code
        } catch let error as StationRefusal {
            code = error.code
        }
        #expect(code == "reason-required")
        #expect(try await place.written() == before)
    }

    @Test(arguments: Act.allCases) func `with words it is done, or refused for something else`(act: Act) async throws {
        let place = try await Place()
        do { try await place.act(act, "  laporan petugas gerbang 3 ") } catch let error as CaseworkError {
            #expect(error != .reasonRequired)
        } catch let error as StationRefusal {
            #expect(error.code != "reason-required")
        }
    }
}

/// A unit with something to do each act on.
private struct Place {
    let unit = SmallUnit()
    let hit: Hit
    let one: Traveller
    let other: Traveller
    let tables: TableDesk
    let feeds: FeedDesk
    let feed: FeedName

    init() async throws {
        try await unit.watch("SANTOSO", "BUDI EKO", born: "1985-04-12")
        try await unit.send(
            at: "260115:0100", [("SANTOSO", "BUDI EKO", "850412", "X1234567"), ("LAIN", "ORANG", "850413", "X1234568")])
        hit = try #require(try await unit.hits().first)
        let voyage = try #require(try await unit.reader.voyage(hit.voyage))
        one = try #require(voyage.travellers.first)
        other = try #require(voyage.travellers.last)
        let shipped = try GazetteerIndex(
            ports: Array("CODE,NAME,COUNTRY,ZONE,OFFSET,MODE\nCGK,Soekarno-Hatta,IDN,Asia/Jakarta,420,air\n".utf8),
            carriers: Array("CODE,NAME,COUNTRY,MODE\nGA,Garuda Indonesia,IDN,air\n".utf8))
        tables = TableDesk(store: unit.store, live: LiveGazetteer(shipped))
        try await tables.put(Self.port, in: .ports, reason: "surat", by: nil, atMilliseconds: unit.now())
        feeds = FeedDesk(store: unit.store)
        feed = try #require(FeedName("garuda"))
        _ = try await feeds.add(
            feed, try FeedDraft(speaksFor: "GA", contact: "meja data", silenceHours: 6), by: nil,
            atMilliseconds: unit.now())
    }

    private static let port = GazetteerRow([
        .code: "XQZ", .name: "Uji", .country: "IDN", .zone: "Asia/Jakarta", .offset: "420", .mode: "air",
    ])

    /// The decisions that were written.
    func written() async throws -> Int {
        try await unit.store.decisions(
            kinds: Set(DecisionKind.allCases), post: nil, sinceMilliseconds: 0, limit: 1_000
        ).count
    }

    func act(_ act: ReasonTests.Act, _ reason: String) async throws {
        let (acts, by, now) = (unit.acts, unit.officer, unit.now())
        switch act {
        case .judgeHit:
            _ = try await acts.judge(hit: hit.id, answer: .same, reason: reason, by: by, atMilliseconds: now)
        case .notExamined:
            try await acts.examine(
                Examination(voyage: hit.voyage, traveller: hit.traveller, result: .notExamined(why: reason), note: ""),
                by: by, atMilliseconds: now)
        case .writeEntry:
            var columns = ["KIND": "person", "SURNAME": "X", "OWNER": "P2", "BASIS": "ND-1", "CATEGORY": "narcotics"]
            columns["GIVEN"] = "Y"
            columns["REVIEW_DATE"] = "2026-01-10"
            columns["EXPIRY"] = "2026-12-31"
            columns["REASON"] = reason
            let draft = try WatchlistDraft(columns: columns, list: "T", tokens: IdentityTokens(tokeniser: unit.vault))
            _ = try await acts.writeEntry(draft, by: by, atMilliseconds: now)
        case .withdrawEntry: try await acts.withdrawEntry(hit.entry, reason: reason, by: by, atMilliseconds: now)
        case .judgePersons:
            _ = try await acts.judgePersons(one, other, .same, reason: reason, by: by, atMilliseconds: now)
        case .undoPersons:
            let judgement = try #require(
                PersonJudgement(id: RecordID(high: 3, low: 3), one.id, other.id, .same, made: 1))
            _ = try await acts.undoPersons(judgement, reason: reason, by: by, atMilliseconds: now)
        case .judgeIdentity:
            _ = try await acts.judgeIdentity(
                IdentityJudgement(
                    voyage: hit.voyage, traveller: hit.traveller, nik: try NIK(parsing: "0099995204850001"),
                    answer: .same, reason: reason, documents: [], probability: 0.5, basis: "uji"), by: by,
                atMilliseconds: now)
        case .lookUp:
            try await acts.lookUp(
                ResidentLookUp(resident: nil, traveller: nil, isScanned: false, reason: reason),
                under: LookUpWatch(store: unit.store, limits: LookUpLimits()), by: by, atMilliseconds: now)
        case .placeHold:
            _ = try await acts.placeHold(
                LegalHold(voyage: hit.voyage, traveller: nil, reason: reason, caseNumber: "P-1/2026", reviewOn: nil),
                by: by, atMilliseconds: now)
        case .liftHold: try await acts.liftHold(RecordID(high: 4, low: 4), reason: reason, by: by, atMilliseconds: now)
        case .requestReveal:
            _ = try await acts.requestReveal(
                RevealRequest(voyage: hit.voyage, traveller: hit.traveller, reason: reason, caseNumber: "P-1/2026"),
                by: by, atMilliseconds: now)
        case .declineReveal:
            try await acts.answerReveal(
                RecordID(high: 4, low: 4), declining: reason, lasting: 1, by: by, atMilliseconds: now)
        case .seeAlarm:
            let key = ReadAlarmKey(kind: .fishing, officer: RecordID(high: 8, low: 8), day: 1)
            _ = try await acts.markSeen(
                SeenAlarm(alarm: key, upToSequence: 1, note: reason), by: by, atMilliseconds: now)
        case .withdrawFeed: try await feeds.withdraw(feed, reason: reason, by: by, atMilliseconds: now)
        case .putRow:
            var row = Self.port
            row.values[.name] = "Lain"
            try await tables.put(row, in: .ports, reason: reason, by: by, atMilliseconds: now)
        case .setRow:
            try await tables.set("CGK", in: .ports, to: .withdrawn, reason: reason, by: by, atMilliseconds: now)
        case .takeRows:
            let file = try await tables.preview(
                Array("CODE,NAME,COUNTRY,ZONE,OFFSET,MODE\nCGK,Cengkareng,IDN,Asia/Jakarta,420,air\n".utf8), of: .ports,
                atMilliseconds: now)
            _ = try await tables.take(file, reason: reason, by: by, atMilliseconds: now)
        case .undoRows:
            let change = try #require(try await tables.entries(atMilliseconds: now).first)
            try await tables.undo(change.record.id, reason: reason, by: by, atMilliseconds: now)
        case .judgeFace:
            let desk = StationDesk(
                plan: StationPlan(stations: []), reader: DrawnFrameReader(), gallery: nil, store: unit.store
            ) { _ in 420 }
            _ = try await desk.judge(
                FaceJudgement(
                    review: RecordID(high: 4, low: 4), answer: .different, entry: nil, reason: reason, features: [:]),
                by: by, atMilliseconds: now)
        }
    }
}
