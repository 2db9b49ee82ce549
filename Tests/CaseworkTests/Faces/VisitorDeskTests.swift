// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Faces
import Mandate
import Screening
import TestSupport
import Testing
import Watchlists

/// A visitor of a demonstration: found by the visitors' station alone, and gone at once when asked or when time is over.
@Suite struct VisitorDeskTests {
    private static let day: Int64 = 1_768_435_200_000
    private let unit = SmallUnit()
    private let base = MemoryInterestGallery()
    private let duty: Set<RecordID<Officer>> = [FaceReviewTests.officer(1), FaceReviewTests.officer(2)]

    private func mandate(_ number: UInt64) -> Mandated {
        Mandated(officer: FaceReviewTests.officer(number), role: .officer, post: PostCode("CGK"), grant: nil)
    }

    private func visitors(threshold: Double? = 0.43) -> VisitorDesk {
        VisitorDesk(describer: DrawnDescriber(), audit: unit.store, threshold: threshold)
    }

    private func picture(_ person: UInt64) -> [UInt8] { DrawnFrame([.init(person)]).bytes }

    private func stations(_ visitors: VisitorDesk) throws -> StationDesk {
        func station(_ name: String, _ kind: PictureKind) throws -> FaceStation {
            FaceStation(
                name: try #require(StationName(name)), place: name, purpose: .arrivalControl, hours: .always,
                kind: kind, instruction: "to the desk")
        }
        return StationDesk(
            plan: StationPlan(stations: [
                try station("CGK-gate1", MemoryInterestGallery.kind), try station("CGK-tamu", .visitor),
            ]), reader: DrawnFrameReader(), gallery: VisitedGallery(base, visitors: visitors), store: unit.store
        ) { _ in 420 }
    }

    private func walk(
        _ person: UInt64, by desk: StationDesk, at station: String
    ) async throws -> [RecordID<ReviewedFace>] {
        var opened: [RecordID<ReviewedFace>] = []
        for frame in 0..<8 {
            let drawn = DrawnFrame([.init(person, left: 100 + Double(frame) * 15)])
            opened += try await desk.take(
                drawn.bytes, at: try #require(StationName(station)), attendant: nil, onDuty: duty,
                atMilliseconds: Self.day + Int64(frame) * 200
            ).opened
        }
        return opened
    }

    @Test func `is found by the visitors' station alone, as a question to two reviewers`() async throws {
        let visitors = visitors()
        let desk = try stations(visitors)
        let listed = RecordID<WatchlistEntry>(high: 5, low: 1)
        try await base.enrol(listed, drawn: 9)
        _ = try await visitors.enrol(picture(7), by: mandate(5), atMilliseconds: Self.day)
        #expect(try await walk(7, by: desk, at: "CGK-gate1").isEmpty)
        #expect(try await walk(9, by: desk, at: "CGK-tamu").isEmpty, "a visitor's station searches no list")
        #expect(try await walk(9, by: desk, at: "CGK-gate1").count == 1)
        let opened = try await walk(7, by: desk, at: "CGK-tamu")
        let review = try #require(opened.first)
        let first = FaceReviewTests.officer(1)
        try await desk.seat(review, first, onDuty: duty, atMilliseconds: Self.day + 3_000)
        let sheet = await desk.sheet(review, for: first)
        let entry = try #require(sheet?.entries.first)
        #expect(await visitors.isVisitor(entry))
        #expect(await desk.portrait(review, place: 0, for: first) != nil)
        for number in [UInt64(1), 2] {
            let officer = FaceReviewTests.officer(number)
            try await desk.seat(review, officer, onDuty: duty, atMilliseconds: Self.day + 4_000)
            _ = try await desk.judge(
                FaceJudgement(review: review, answer: .same, entry: entry, reason: "ears", features: [:]),
                by: mandate(number), atMilliseconds: Self.day + 5_000)
        }
        let tamu = try #require(StationName("CGK-tamu"))
        let confirmed = try await desk.matches(at: tamu, atMilliseconds: Self.day + 6_000)
        #expect(confirmed.map(\.match.entry) == [entry])
        #expect(await desk.confirmedProbe(review) != nil)
        #expect(try await desk.keptProbe(review) == nil, "confirmed or not, a visitor's picture is in memory alone")
        // Forgotten at once: the face, and whatever reviews hold of it.
        let gone = await visitors.forget(
            FaceReviewTests.officer(5), by: mandate(5), atMilliseconds: Self.day + 7_000)
        #expect(gone == entry)
        await desk.dropPictures(naming: entry)
        #expect(await desk.confirmedProbe(review) == nil)
        #expect(await desk.confirmedPortrait(entry) == nil)
        #expect(await !visitors.isVisitor(entry))
        let again = try stations(visitors)
        #expect(try await walk(7, by: again, at: "CGK-tamu").isEmpty)
    }

    @Test func `is forgotten by itself after half an hour, and found by nobody from then on`() async throws {
        let visitors = visitors()
        let gallery = VisitedGallery(base, visitors: visitors)
        let until = try await visitors.enrol(picture(7), by: mandate(5), atMilliseconds: Self.day)
        #expect(until == Self.day + 30 * 60_000)
        let face = DrawnFrame.embedding(7)
        #expect(try await gallery.search(face, kind: .visitor, atMilliseconds: until - 1).count == 1)
        #expect(try await gallery.search(face, kind: .visitor, atMilliseconds: until).isEmpty)
        #expect(await visitors.keptUntil(FaceReviewTests.officer(5), atMilliseconds: until) == nil)
        #expect(await visitors.expire(atMilliseconds: until - 1).isEmpty)
        #expect(await visitors.expire(atMilliseconds: until).count == 1)
        let trail = try await unit.store.audit(AuditQuery(actions: [.enrolFace, .forgetFace])).map(\.event)
        #expect(trail.count == 2 && trail.allSatisfy { !"\($0)".contains("drawn portrait") })
        #expect(trail.contains { $0.detail == "visitor of the demonstration, time over" && $0.actor == .system })
    }

    @Test func `a poor picture, a full shelf and an unwritable record are refused, and nobody is kept`() async throws {
        let visitors = visitors()
        await #expect(throws: VisitorDesk.Refusal.unusable(codes: ["blurred", "too-dark"])) {
            try await visitors.enrol(
                DrawnFrame([.init(7, quality: 0.1)]).bytes, by: mandate(5), atMilliseconds: Self.day)
        }
        for number in 0..<UInt64(VisitorDesk.mostVisitors) {
            _ = try await visitors.enrol(picture(100 + number), by: mandate(20 + number), atMilliseconds: Self.day)
        }
        await #expect(throws: VisitorDesk.Refusal.full) {
            try await visitors.enrol(picture(7), by: mandate(5), atMilliseconds: Self.day)
        }
        // Who has a place may change the picture.
        _ = try await visitors.enrol(picture(8), by: mandate(20), atMilliseconds: Self.day)
        #expect(await visitors.keptUntil(FaceReviewTests.officer(5), atMilliseconds: Self.day) == nil)
    }

    @Test func `without a measured threshold nobody is looked for, and the station says so`() async throws {
        let gallery = VisitedGallery(base, visitors: visitors(threshold: nil))
        #expect(await gallery.obstacle(kind: .visitor) == .uncalibrated(kind: .visitor))
        await #expect(throws: GalleryError.uncalibrated(kind: .visitor)) {
            try await gallery.search(DrawnFrame.embedding(7), kind: .visitor, atMilliseconds: Self.day)
        }
    }
}
