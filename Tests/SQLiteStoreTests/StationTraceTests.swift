// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Faces
import Foundation
import Mandate
import SQLiteStore
import Safeguards
import Screening
import TestSupport
import Testing
import Watchlists

/// What a station leaves in the files of the store: of a stranger nothing, of whom nobody confirmed no picture and no
/// template.
@Suite struct StationTraceTests {
    private static let day: Int64 = 1_768_435_200_000
    private let folder: TemporaryFolder
    private let store: SQLiteStore
    private let gallery = MemoryInterestGallery()
    private let entry = RecordID<WatchlistEntry>(high: 5, low: 1)
    private let duty: Set<RecordID<Officer>> = [RecordID(high: 1, low: 1), RecordID(high: 1, low: 2)]

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore.open(at: folder.path, vault: EphemeralKeyVault(), node: "test")
    }

    private func walk(_ person: UInt64) async throws -> (desk: StationDesk, opened: Int) {
        let name = try #require(StationName("CGK-gate1"))
        let station = FaceStation(
            name: name, place: "Gate 1", purpose: .arrivalControl, hours: .always, kind: MemoryInterestGallery.kind,
            instruction: "to the desk")
        let desk = StationDesk(
            plan: StationPlan(stations: [station]), reader: DrawnFrameReader(), gallery: gallery, store: store
        ) { _ in 420 }
        var opened = 0
        for frame in 0..<8 {
            let drawn = DrawnFrame([.init(person, left: 100 + Double(frame) * 15)])
            opened += try await desk.take(
                drawn.bytes, at: name, attendant: nil, onDuty: duty, atMilliseconds: Self.day + Int64(frame) * 200
            ).opened.count
        }
        return (desk, opened)
    }

    /// What would be found of a person: the frame's bytes, the probe's pixels, the template, the numbers it is made of.
    private func canaries(_ person: UInt64) throws -> [Data] {
        let embedding = DrawnFrame.embedding(person)
        let mean = try #require(FaceEmbedding(mean: [embedding, embedding, embedding]))
        let templates = [FaceTemplate(embedding), FaceTemplate(mean)].map { template in
            Data(template.bytes.map { UInt8(bitPattern: $0) })
        }
        return [Data(DrawnFrame([.init(person)]).bytes), Data(DrawnFrame.view(person).rgb.prefix(300))]
            + templates + templates.map { $0.prefix(32) }
    }

    /// The files in which one of some byte strings lies.
    private func found(_ canaries: [Data]) throws -> [String] {
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return try files.filter { file in
            var isFolder: ObjCBool = false
            let path = folder.path + "/" + file
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
                return false
            }
            let content = try Data(contentsOf: URL(fileURLWithPath: path))
            return canaries.contains { content.range(of: $0) != nil }
        }
    }

    @Test func `a stranger's frame, probe and template are in no file`() async throws {
        try await gallery.enrol(entry, drawn: 7)
        let walked = try await walk(11)
        #expect(walked.opened == 0)
        #expect(await gallery.searches == 1)
        #expect(try found(try canaries(11)).isEmpty)
        // What is looked for would be found.
        try Data(try canaries(11)[2]).write(to: URL(fileURLWithPath: folder.path + "/planted"))
        #expect(try found(try canaries(11)) == ["planted"])
    }

    /// Seats two reviewers, who answer; how the review ended.
    private func review(_ desk: StationDesk, _ answer: JudgementAnswer) async throws -> FaceVerdict? {
        var verdict: FaceVerdict?
        for officer in duty.sorted() {
            let id = try #require(
                await desk.waiting(for: officer, onDuty: duty, atMilliseconds: Self.day + 3000).first)
            try await desk.seat(id, officer, onDuty: duty, atMilliseconds: Self.day + 3000)
            let judgement = FaceJudgement(
                review: id, answer: answer, entry: answer == .same ? entry : nil, reason: "nose and ears", features: [:]
            )
            let mandate = Mandated(
                officer: officer, role: .analyst, post: nil,
                grant: PurposeGrant(purpose: .targeting, reference: "ST-2", expiresAtMilliseconds: .max))
            verdict = try await desk.judge(judgement, by: mandate, atMilliseconds: Self.day + 3000)
        }
        return verdict
    }

    private func kept() async throws -> [KeptProbe] {
        let decisions = try await store.decisions(kinds: [.face], post: nil, sinceMilliseconds: 0, limit: 99)
        let reviews = Set(
            decisions.compactMap { record in
                if case .face(let decision) = record.decision { decision.review } else { nil }
            })
        #expect(!reviews.isEmpty)
        return try await store.keptProbes(of: Array(reviews))
    }

    @Test(arguments: [JudgementAnswer.different, .notEnoughEvidence])
    func `nor are those of a probe that two did not confirm, sealed or not`(answer: JudgementAnswer) async throws {
        try await gallery.enrol(entry, drawn: 7)
        let walked = try await walk(7)
        #expect(try await review(walked.desk, answer)?.kind == .notConfirmed)
        #expect(await walked.desk.heldPictures.probes == 0)
        #expect(try found(try canaries(7)).isEmpty)
        #expect(try await kept().isEmpty)
        let path = "\(folder.path)/\(SQLiteStore.fileName)"
        #expect(try Tampering.blobs("SELECT sealed FROM confirmed_probe", on: path).isEmpty)
    }

    @Test func `a confirmed probe is kept sealed and nowhere in the clear, and a restarted server has it`() async throws
    {
        try await gallery.enrol(entry, drawn: 7)
        let walked = try await walk(7)
        #expect(try await kept().isEmpty)
        #expect(try await review(walked.desk, .same)?.kind == .confirmed)
        let probe = try #require(try await kept().first)
        #expect(probe.entry == entry && probe.post?.description == "CGK")
        let plain = DrawnFrame.kept(DrawnFrame.view(7))
        #expect(try await store.probePicture(of: probe.review) == plain)
        #expect(try found(try canaries(7) + [Data(plain), Data(plain.prefix(40))]).isEmpty)
        let after = try await walk(11).desk
        #expect(await after.confirmedProbe(probe.review) == nil)
        #expect(try await after.keptProbe(probe.review) == plain)
        // Frames of the stranger who came by afterwards are not in the folder either.
        #expect(try found(try canaries(11)).isEmpty)
    }

    @Test func `nor are those of a probe that lapsed`() async throws {
        try await gallery.enrol(entry, drawn: 7)
        let walked = try await walk(7)
        #expect(walked.opened == 1)
        #expect(try await walked.desk.sweep(onDuty: duty, atMilliseconds: Self.day + 60_000).count == 1)
        #expect(await walked.desk.heldPictures.probes == 0)
        #expect(try found(try canaries(7)).isEmpty)
    }

    @Test func `nor are those of a visitor of the demonstration, enrolled, found or forgotten`() async throws {
        let visitors = VisitorDesk(describer: DrawnDescriber(), audit: store, threshold: 0.43)
        let officer = Mandated(
            officer: RecordID(high: 1, low: 9), role: .officer, post: PostCode("CGK"), grant: nil)
        let name = try #require(StationName("CGK-tamu"))
        let station = FaceStation(
            name: name, place: "Visitors", purpose: .arrivalControl, hours: .always, kind: .visitor,
            instruction: "to the desk")
        let desk = StationDesk(
            plan: StationPlan(stations: [station]), reader: DrawnFrameReader(),
            gallery: VisitedGallery(gallery, visitors: visitors), store: store
        ) { _ in 420 }
        _ = try await visitors.enrol(DrawnFrame([.init(13)]).bytes, by: officer, atMilliseconds: Self.day)
        let keys = try canaries(13) + [Data("drawn portrait 13".utf8)]
        #expect(try found(keys).isEmpty)
        var opened = 0
        for frame in 0..<8 {
            let drawn = DrawnFrame([.init(13, left: 100 + Double(frame) * 15)])
            opened += try await desk.take(
                drawn.bytes, at: name, attendant: nil, onDuty: duty, atMilliseconds: Self.day + Int64(frame) * 200
            ).opened.count
        }
        #expect(opened == 1)
        #expect(try found(keys).isEmpty)
        // Neither sealed nor under a key: the store has no picture of anybody, and no entry that it would rest on.
        #expect(try await store.faceTotals().pictures.isEmpty)
        #expect(try await store.entries(offset: 0, limit: 9, includingWithdrawn: true).isEmpty)
        let entry = try #require(
            await visitors.forget(officer.officer, by: officer, atMilliseconds: Self.day + 3_000))
        await desk.dropPictures(naming: entry)
        #expect(await desk.heldPictures.probes == 0)
        #expect(try found(keys).isEmpty)
    }
}
