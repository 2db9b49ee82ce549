// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Faces
import Mandate
import Screening
import TestSupport
import Testing
import Travel
import Watchlists

@Suite struct StationDeskTests {
    private static let day: Int64 = 1_768_435_200_000
    private let unit = SmallUnit()
    private let gallery = MemoryInterestGallery()
    private let entry = RecordID<WatchlistEntry>(high: 5, low: 1)
    private let duty: Set<RecordID<Officer>> = [FaceReviewTests.officer(1), FaceReviewTests.officer(2)]

    private func name() throws -> StationName { try #require(StationName("CGK-gate1")) }

    private func desk(gallery: MemoryInterestGallery?, hours: StationHours = .always, kind: String = "gate-camera")
        throws -> StationDesk
    {
        let kind = try #require(PictureKind(kind))
        let station = FaceStation(
            name: try name(), place: "Gate 1", purpose: .arrivalControl, hours: hours, kind: kind,
            instruction: "to the desk")
        return StationDesk(
            plan: StationPlan(stations: [station]), reader: DrawnFrameReader(), gallery: gallery, store: unit.store
        ) { _ in 420 }
    }

    private func mandate(_ number: UInt64) -> Mandated { Self.mandate(FaceReviewTests.officer(number)) }

    private static func mandate(_ officer: RecordID<Officer>) -> Mandated {
        Mandated(
            officer: officer, role: .analyst, post: nil,
            grant: PurposeGrant(purpose: .targeting, reference: "ST-2", expiresAtMilliseconds: .max))
    }

    /// Walks a drawn person by the camera; the reviews that begin.
    private func walk(
        _ person: UInt64, by desk: StationDesk, at start: Int64 = day, onDuty: Set<RecordID<Officer>>? = nil,
        attendant: Mandated? = mandate(FaceReviewTests.guardian)
    ) async throws -> [RecordID<ReviewedFace>] {
        var opened: [RecordID<ReviewedFace>] = []
        for frame in 0..<10 {
            let drawn = DrawnFrame([.init(person, left: 100 + Double(frame) * 15)])
            opened += try await desk.take(
                drawn.bytes, at: try name(), attendant: attendant, onDuty: onDuty ?? duty,
                atMilliseconds: start + Int64(frame) * 200
            ).opened
        }
        return opened
    }

    private func decisions() async throws -> [FaceDecision] {
        try await unit.store.decisions(kinds: [.face], post: nil, sinceMilliseconds: 0, limit: 1000).reversed()
            .compactMap { if case .face(let decision) = $0.decision { decision } else { nil } }
    }

    private func says(_ id: RecordID<ReviewedFace>, _ answer: JudgementAnswer = .same) -> FaceJudgement {
        FaceJudgement(
            review: id, answer: answer, entry: answer == .same ? entry : nil, reason: "nose and ears",
            features: [.nose: .agrees])
    }

    @Test func `a stranger is searched once and leaves nothing`() async throws {
        let desk = try desk(gallery: gallery)
        try await gallery.enrol(entry, drawn: 7)
        #expect(try await walk(1, by: desk).isEmpty)
        #expect(await gallery.searches == 1)
        #expect(try await decisions().isEmpty)
        #expect(await desk.heldPictures.probes == 0)
        // That the camera ran, and nothing else.
        #expect(try await trail().map(\.detail) == ["CGK-gate1 camera begins"])
    }

    @Test func `an hour later the log says how many were searched, and nothing of them`() async throws {
        let desk = try desk(gallery: gallery)
        _ = try await walk(1, by: desk)
        _ = try await walk(2, by: desk, at: Self.day + 60_000)
        func counts() async throws -> [DecisionRecord] {
            try await unit.store.decisions(kinds: [.faceCount], post: nil, sinceMilliseconds: 0, limit: 9)
        }
        _ = try await desk.sweep(onDuty: duty, atMilliseconds: Self.day + 3_000_000)
        #expect(try await counts().isEmpty)
        _ = try await desk.sweep(onDuty: duty, atMilliseconds: Self.day + 3_700_000)
        _ = try await desk.sweep(onDuty: duty, atMilliseconds: Self.day + 9_000_000)
        let kind = try #require(PictureKind("gate-camera"))
        #expect(
            try await counts().map(\.decision) == [
                .face(.searched(station: try name(), kind: kind, people: 2))
            ])
        #expect(try await counts().first?.post?.description == "CGK")
        let details = try await unit.store.audit(AuditQuery()).compactMap(\.event.detail).filter {
            $0.contains("searched=")
        }
        #expect(details == ["CGK-gate1 searched=2"])
    }

    @Test func `two confirm, and only then the station learns it`() async throws {
        let desk = try desk(gallery: gallery)
        try await gallery.enrol(entry, drawn: 7)
        let opened = try await walk(7, by: desk)
        let id = try #require(opened.first)
        #expect(opened.count == 1)
        let station = try name(), now = Self.day + 3000
        #expect(await desk.waiting(for: FaceReviewTests.guardian, onDuty: duty, atMilliseconds: now).isEmpty)
        for number in [1, 2] as [UInt64] {
            let officer = FaceReviewTests.officer(number)
            #expect(await desk.waiting(for: officer, onDuty: duty, atMilliseconds: now) == [id])
            try await desk.seat(id, officer, onDuty: duty, atMilliseconds: now)
            #expect(await desk.probe(id, for: officer) == DrawnFrame.view(7))
            #expect(await desk.portrait(id, place: 0, for: officer)?.entry == entry)
            #expect(await desk.confirmedProbe(id) == nil)
            #expect(try await desk.matches(at: station, atMilliseconds: now).isEmpty)
            let verdict = try await desk.judge(says(id), by: mandate(number), atMilliseconds: now)
            #expect(verdict?.kind == (number == 2 ? .confirmed : nil))
        }
        let matches = try await desk.matches(at: station, atMilliseconds: now)
        #expect(matches.map(\.match.entry) == [entry])
        #expect(await desk.confirmedProbe(id) == DrawnFrame.view(7))
        #expect(try await decisions().count == 4)
        let trail = try await unit.store.audit(AuditQuery(subject: "face:\(id)"))
        #expect(trail.map(\.event.action) == [.reviewFace, .reviewFace, .runStation])

        let act = FaceAct(review: id, result: .stopped, note: "")
        try await desk.act(act, at: station, by: mandate(9), atMilliseconds: now + 10)
        await #expect(throws: StationRefusal.unknown) {
            try await desk.act(act, at: station, by: mandate(9), atMilliseconds: now + 20)
        }
        let acted = try #require(try await desk.matches(at: station, atMilliseconds: now + 30).first)
        // What was done stands with whom it was done to, so that the voyage tells it too.
        #expect(acted.act?.result == .stopped && acted.act?.match == acted.match)
        #expect(await desk.confirmedProbe(id) == nil)
    }

    @Test func `with one reviewer nothing is shown and it is missed for want of reviewers`() async throws {
        let desk = try desk(gallery: gallery)
        try await gallery.enrol(entry, drawn: 7)
        let one: Set<RecordID<Officer>> = [FaceReviewTests.officer(1)]
        let opened = try await walk(7, by: desk, onDuty: one)
        let id = try #require(opened.first)
        let officer = FaceReviewTests.officer(1)
        #expect(await desk.waiting(for: officer, onDuty: one, atMilliseconds: Self.day + 3000).isEmpty)
        await #expect(throws: StationRefusal.review(.over)) {
            try await desk.seat(id, officer, onDuty: one, atMilliseconds: Self.day + 3000)
        }
        #expect(try await desk.sweep(onDuty: one, atMilliseconds: Self.day + 20_000).isEmpty)
        #expect(try await desk.sweep(onDuty: one, atMilliseconds: Self.day + 40_000) == [id])
        #expect(await desk.heldPictures.probes == 0)
        let station = try name()
        #expect(try await desk.matches(at: station, atMilliseconds: Self.day + 40_000).isEmpty)
        let tally = try await desk.figures(sinceMilliseconds: Self.day, atMilliseconds: Self.day + 40_000)
        #expect(tally.opened == 1 && tally.missed == 1 && tally.ends == [.noReviewers: 1])
    }

    @Test func `an answer without a seat or a reason is not taken`() async throws {
        let desk = try desk(gallery: gallery)
        try await gallery.enrol(entry, drawn: 7)
        let opened = try await walk(7, by: desk)
        let id = try #require(opened.first)
        await #expect(throws: StationRefusal.review(.taken)) {
            _ = try await desk.judge(says(id), by: mandate(1), atMilliseconds: Self.day + 3000)
        }
        await #expect(throws: StationRefusal.reasonRequired) {
            var empty = says(id)
            empty.reason = ""
            _ = try await desk.judge(empty, by: mandate(1), atMilliseconds: Self.day + 3000)
        }
        #expect(try await decisions().count == 1)
    }

    @Test func `whoever watched the station in the last minute is no reviewer, and whoever reviews may not watch`()
        async throws
    {
        let desk = try desk(gallery: gallery)
        try await gallery.enrol(entry, drawn: 7)
        let station = try name()
        try await desk.attend(FaceReviewTests.officer(1), at: station, atMilliseconds: Self.day - 1000)
        try await desk.attend(FaceReviewTests.officer(2), at: station, atMilliseconds: Self.day - 70_000)
        let opened = try await walk(7, by: desk, onDuty: duty.union([FaceReviewTests.officer(3)]), attendant: nil)
        let id = try #require(opened.first)
        let now = Self.day + 3000, all = duty.union([FaceReviewTests.officer(3)])
        #expect(await desk.waiting(for: FaceReviewTests.officer(1), onDuty: all, atMilliseconds: now).isEmpty)
        try await desk.seat(id, FaceReviewTests.officer(2), onDuty: all, atMilliseconds: now)
        await #expect(throws: StationRefusal.review(.reviewsIt)) {
            try await desk.attend(FaceReviewTests.officer(2), at: station, atMilliseconds: now)
        }
        await #expect(throws: StationRefusal.review(.reviewsIt)) {
            _ = try await desk.take(
                DrawnFrame([DrawnFrame.Somebody(3)]).bytes, at: station, attendant: mandate(2),
                onDuty: all, atMilliseconds: now)
        }
    }

    @Test func `whoever comes to the station while a review is written is no reviewer of it`() async throws {
        let desk = try desk(gallery: gallery)
        try await gallery.enrol(entry, drawn: 7)
        let station = try name(), late = FaceReviewTests.officer(1)
        await unit.store.beforeRecording {
            try? await desk.attend(late, at: station, atMilliseconds: Self.day + 500)
        }
        let opened = try await walk(7, by: desk)
        let all = duty.union([FaceReviewTests.officer(3)]), now = Self.day + 3000
        #expect(await desk.waiting(for: late, onDuty: all, atMilliseconds: now).isEmpty)
        #expect(await desk.waiting(for: FaceReviewTests.officer(2), onDuty: all, atMilliseconds: now) == opened)
        await #expect(throws: StationRefusal.review(.ownStation)) {
            try await desk.seat(try #require(opened.first), late, onDuty: all, atMilliseconds: now)
        }
    }

    @Test func `whose search fails after they have gone is searched at the next look`() async throws {
        let desk = try desk(gallery: gallery)
        try await gallery.enrol(entry, drawn: 7)
        _ = try await desk.take(
            DrawnFrame([DrawnFrame.Somebody(7)]).bytes, at: try name(), attendant: nil, onDuty: duty,
            atMilliseconds: Self.day)
        await gallery.turn(away: true)
        // A desk that was held up looks after them late.
        _ = try await desk.sweep(onDuty: duty, atMilliseconds: Self.day + 9_000)
        await gallery.turn(away: false)
        _ = try await desk.sweep(onDuty: duty, atMilliseconds: Self.day + 9_500)
        #expect(await gallery.searches == 1)
        #expect(try await decisions().count == 1)
    }

    @Test func `who is searched between two frames of a slow camera is counted with the next`() async throws {
        let desk = try desk(gallery: gallery)
        let station = try name(), frame = DrawnFrame([DrawnFrame.Somebody(1)]).bytes
        func send(_ after: Int64) async throws -> Int {
            try await desk.take(
                frame, at: station, attendant: nil, onDuty: duty, atMilliseconds: Self.day + after
            ).searched
        }
        #expect(try await send(0) == 0)
        _ = try await desk.sweep(onDuty: duty, atMilliseconds: Self.day + 2_000)
        #expect(await gallery.searches == 1)
        #expect(try await send(2_500) == 1)
        #expect(try await send(3_000) == 0)
    }

    @Test func `who turns the head is searched again and counted once`() async throws {
        let desk = try desk(gallery: gallery)
        let station = try name()
        var searched = 0
        for frame in 0..<12 {
            // The turned face is somewhat like the other, as one person's is.
            let drawn = DrawnFrame([DrawnFrame.Somebody(frame < 6 ? 1 : DrawnFrame.turned(1))])
            searched += try await desk.take(
                drawn.bytes, at: station, attendant: nil, onDuty: duty, atMilliseconds: Self.day + Int64(frame) * 200
            ).searched
        }
        #expect(await gallery.searches == 2)
        #expect(searched == 1)
    }

    /// What the audit log says of the station's camera, oldest first.
    private func trail() async throws -> [AuditEvent] {
        let name = try name()
        return try await unit.store.audit(AuditQuery(subject: "station:\(name)")).map(\.event).reversed()
    }

    @Test func `a fixed camera's beginning and end are recorded, and that it sends outside of its hours, once`()
        async throws
    {
        let hours = try #require(StationHours("07:00-07:10"))
        let desk = try desk(gallery: gallery, hours: hours)
        let station = try name(), minute: Int64 = 60_000
        func send(_ now: Int64) async throws {
            _ = try await desk.take(
                DrawnFrame([]).bytes, at: station, attendant: nil, onDuty: duty, atMilliseconds: now)
        }
        // 07:00 by the post's clock.
        for frame in 0..<5 { try await send(Self.day + Int64(frame) * 1000) }
        _ = try await desk.sweep(onDuty: duty, atMilliseconds: Self.day + 18_000)
        #expect(try await trail().map(\.detail) == ["CGK-gate1 fixed camera begins"])
        _ = try await desk.sweep(onDuty: duty, atMilliseconds: Self.day + 19_000)
        try await send(Self.day + 9 * minute)
        for minutes in 10..<20 {
            await #expect(throws: StationRefusal.closed) { try await send(Self.day + Int64(minutes) * minute) }
        }
        try await send(Self.day + 1440 * minute)
        await desk.endCameras(atMilliseconds: Self.day + 1441 * minute)
        let events = try await trail()
        #expect(
            events.map(\.detail) == [
                "CGK-gate1 fixed camera begins", "CGK-gate1 fixed camera ends frames=5",
                "CGK-gate1 fixed camera begins", "CGK-gate1 fixed camera ends frames=1",
                "CGK-gate1 fixed camera outside of its hours",
                "CGK-gate1 fixed camera begins", "CGK-gate1 fixed camera ends frames=1",
            ])
        #expect(events.map(\.outcome) == [.done, .done, .done, .done, .refused, .done, .done])
        #expect(events.allSatisfy { $0.action == .runStation && $0.actor == .system })
    }

    @Test func `an officer's camera is recorded as theirs`() async throws {
        let desk = try desk(gallery: gallery)
        _ = try await walk(1, by: desk)
        await desk.endCameras(atMilliseconds: Self.day + 5000)
        let events = try await trail()
        #expect(events.map(\.detail) == ["CGK-gate1 camera begins", "CGK-gate1 camera ends frames=10"])
        #expect(events.allSatisfy { $0.actor == .officer(FaceReviewTests.guardian, role: .analyst, post: nil) })
    }

    @Test func `a restart lapses what was open, whenever it began`() async throws {
        let before = try desk(gallery: gallery)
        try await gallery.enrol(entry, drawn: 7)
        // A clock that was put right meanwhile: forty days back, and a year ahead.
        let opened = try await walk(7, by: before, at: Self.day - 40 * 86_400_000)
        _ = try await walk(7, by: try desk(gallery: gallery), at: Self.day + 365 * 86_400_000)
        let after = try desk(gallery: gallery)
        #expect(try await after.recover(atMilliseconds: Self.day + 9000) == 2)
        #expect(try await after.recover(atMilliseconds: Self.day + 9500) == 0)
        let third = try desk(gallery: gallery)
        #expect(try await third.recover(atMilliseconds: Self.day + 9700) == 0)
        let id = try #require(opened.first), station = try name()
        #expect(try await decisions().contains(.ended(review: id, origin: .station(station), .lapsed(.restart))))
        await #expect(throws: StationRefusal.unknown) {
            try await after.seat(id, FaceReviewTests.officer(1), onDuty: duty, atMilliseconds: Self.day + 9500)
        }
    }

    @Test func `says what keeps it from running`() async throws {
        let station = try name()
        #expect(await (try desk(gallery: nil)).obstacle(at: station, atMilliseconds: Self.day) == .noGallery)
        let night = try #require(StationHours("01:00-02:00"))
        #expect(
            await (try desk(gallery: gallery, hours: night)).obstacle(at: station, atMilliseconds: Self.day) == .closed)
        #expect(
            await (try desk(gallery: gallery, kind: "passport-chip")).obstacle(at: station, atMilliseconds: Self.day)
                == .uncalibrated)
        let open = try desk(gallery: gallery)
        #expect(await open.obstacle(at: station, atMilliseconds: Self.day) == nil)
        await #expect(throws: StationRefusal.badFrame) {
            _ = try await open.take(
                [1, 2], at: station, attendant: nil, onDuty: duty, atMilliseconds: Self.day)
        }
    }
}
