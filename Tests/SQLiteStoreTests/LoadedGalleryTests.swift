// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Faces
import Mandate
import SQLiteStore
import Safeguards
import TestSupport
import Testing
import Watchlists

extension FaceSamples {
    /// Many pairs: strangers below 0.4, the same person from 0.5 on.
    static func calibration(kind: String = "gate-camera", engine: String = "e1") throws -> Calibration {
        Calibration(
            engine: engine, kind: try #require(PictureKind(kind)),
            scores: ComparisonScores(
                genuine: (0..<2_000).map { 0.5 + Float($0) / 5_000 },
                impostor: (0..<100_000).map { 0.4 * Float($0) / 100_000 }))
    }
}

/// The gallery in memory follows the one on disk.
@Suite struct LoadedGalleryTests {
    private let vault = EphemeralKeyVault()
    private let folder: TemporaryFolder
    private let store: SQLiteStore
    private let samples: FaceSamples

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore.open(at: folder.path, vault: vault, node: "test")
        samples = FaceSamples(store: store, vault: vault)
    }

    private func gallery(limit: Int = 1_000) throws -> LoadedGallery {
        var limits = FaceLimits()
        limits.galleryLimit = limit
        return LoadedGallery(
            faces: store, entries: store, engine: "e1", limits: limits, calibrations: [try FaceSamples.calibration()])
    }

    private func found(
        _ gallery: LoadedGallery, _ number: Int, kind: String = "gate-camera", at now: Int64 = FaceSamples.now
    ) async throws -> [RecordID<WatchlistEntry>] {
        let probe = try #require(FaceSamples.template(number).embedding)
        return try await gallery.search(probe, kind: try #require(PictureKind(kind)), atMilliseconds: now).map(\.entry)
    }

    @Test func `without measured rates for a picture at a post there is no answer, and no model is loaded`()
        async throws
    {
        let other = try FaceSamples.calibration()
        for calibrations in [[], [other]] {
            let desk = HolderDesk(
                identity: "e1", photographs: HolderVerification(store: store), calibrations: calibrations
            ) { () throws(FaceEngineError) in throw .runtimeFailed(reason: "loaded") }
            #expect(try await desk.compare([1], with: .holders([]), atMilliseconds: FaceSamples.now) == .uncalibrated)
        }
    }

    @Test func `nothing is searched before it was read`() async throws {
        let gallery = try gallery()
        let kind = try #require(PictureKind("gate-camera")), other = try #require(PictureKind("passport-chip"))
        #expect(await gallery.obstacle(kind: kind) == .notLoaded)
        await #expect(throws: GalleryError.notLoaded) { try await found(gallery, 1) }
        try await gallery.follow(atMilliseconds: FaceSamples.now)
        #expect(await gallery.obstacle(kind: kind) == nil)
        #expect(await gallery.obstacle(kind: other) == .uncalibrated(kind: other))
        #expect(try await found(gallery, 1).isEmpty)
    }

    @Test func `it loads what is there and follows enrolments and forgettings`() async throws {
        let gallery = try gallery()
        let entries = [try await samples.entry(1), try await samples.entry(2)]
        _ = try await samples.enrol([
            samples.enrolment(1, of: entries[0]), samples.enrolment(7, of: entries[0], engine: "e2"),
        ])
        try await gallery.follow(atMilliseconds: FaceSamples.now)
        #expect(try await found(gallery, 1) == [entries[0]])
        // Made with other models: not compared.
        #expect(try await found(gallery, 7).isEmpty)
        #expect(try await found(gallery, 2).isEmpty)
        _ = try await samples.enrol([samples.enrolment(2, of: entries[1])])
        #expect(try await found(gallery, 2).isEmpty)
        try await gallery.follow(atMilliseconds: FaceSamples.now)
        #expect(try await found(gallery, 2) == [entries[1]])
        #expect(try await gallery.photograph(of: entries[1])?.bytes == FaceSamples.face(2).portrait.jpeg)
        _ = try await store.forgetFaces(
            of: entries[0], only: nil, register: DestructionRegisterFile(path: folder.path + "/d.log"),
            atMilliseconds: FaceSamples.now
        ) { _ in [] }
        try await gallery.follow(atMilliseconds: FaceSamples.now)
        #expect(try await found(gallery, 1).isEmpty)
        #expect(try await found(gallery, 2) == [entries[1]])
        #expect(try await gallery.photograph(of: entries[0]) == nil)
    }

    @Test func `a withdrawn entry is no candidate even before it is followed, an expired one neither`() async throws {
        let gallery = try gallery()
        let (withdrawn, short) = (try await samples.entry(1), try await samples.entry(2, expiry: "2026-01-20"))
        _ = try await samples.enrol([samples.enrolment(1, of: withdrawn), samples.enrolment(2, of: short)])
        try await gallery.follow(atMilliseconds: FaceSamples.now)
        #expect(try await found(gallery, 1) == [withdrawn])
        try await samples.withdraw(withdrawn)
        #expect(try await found(gallery, 1).isEmpty)
        #expect(try await found(gallery, 2) == [short])
        #expect(try await found(gallery, 2, at: FaceSamples.now + 10 * FaceSamples.day).isEmpty)
        await gallery.expire(atMilliseconds: FaceSamples.now + 10 * FaceSamples.day)
        #expect(await gallery.size.entries == 1)
    }

    @Test func `a kind of picture that was not measured raises nothing and says so`() async throws {
        let gallery = try gallery()
        let kind = try #require(PictureKind("phone"))
        await #expect(throws: GalleryError.uncalibrated(kind: kind)) { _ = try await found(gallery, 1, kind: "phone") }
    }

    @Test func `merged pictures are one template in the direction of their mean`() async throws {
        let gallery = try gallery()
        let entry = try await samples.entry(1)
        _ = try await samples.enrol([samples.enrolment(1, of: entry), samples.enrolment(2, of: entry)])
        try await gallery.follow(atMilliseconds: FaceSamples.now)
        #expect(await gallery.size == (1, 2))
        #expect(try await store.mergeFaces(of: entry, atLeast: -1) { _ in [] } == .merged(2))
        try await gallery.follow(atMilliseconds: FaceSamples.now)
        #expect(await gallery.size == (1, 1))
        #expect(try await found(gallery, 1) == [entry])
        #expect(try await found(gallery, 2) == [entry])
        // A later picture stands by itself until it is merged too.
        _ = try await samples.enrol([samples.enrolment(3, of: entry)])
        try await gallery.follow(atMilliseconds: FaceSamples.now)
        #expect(await gallery.size == (1, 2))
    }

    @Test func `no more entries are loaded than the policy allows`() async throws {
        let gallery = try gallery(limit: 3)
        var faces: [FaceEnrolment] = []
        for number in 1...5 { faces.append(samples.enrolment(number, of: try await samples.entry(UInt64(number)))) }
        _ = try await samples.enrol(faces)
        try await gallery.follow(atMilliseconds: FaceSamples.now)
        #expect(await gallery.size.entries == 3)
    }
}
