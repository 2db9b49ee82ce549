// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Faces
import Foundation
import GRDB
import Mandate
import SQLiteStore
import Safeguards
import Screening
import TestSupport
import Testing
import Watchlists

/// The gallery of persons of interest on disk: what is taken, what ends, and what is left of it.
@Suite struct FaceStoreTests {
    private let vault = EphemeralKeyVault()
    private let folder: TemporaryFolder
    private let store: SQLiteStore
    private let samples: FaceSamples
    private let register: DestructionRegisterFile

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore.open(at: folder.path, vault: vault, node: "test")
        samples = FaceSamples(store: store, vault: vault)
        register = DestructionRegisterFile(path: folder.path + "/" + DestructionRegisterFile.name)
    }

    private func destroyed() throws -> Set<RecordID<WrappedKey>> {
        try DestructionRegister(Array(FileManager.default.contents(atPath: register.path) ?? Data())).keys
    }

    @Test func `the same picture again changes nothing, and each needs an entry in force`() async throws {
        let entry = try await samples.entry(1)
        let ended = try await samples.entry(2, expiry: "2026-01-14")
        let withdrawn = try await samples.entry(3)
        try await samples.withdraw(withdrawn)
        let faces = [
            samples.enrolment(1, of: entry), samples.enrolment(2, of: entry), samples.enrolment(3, of: ended),
            samples.enrolment(4, of: withdrawn), samples.enrolment(5, of: StoreSamples.id(99)),
            samples.enrolment(1, of: entry),
        ]
        let first = try await samples.enrol(faces)
        #expect(first == [.enrolled, .enrolled, .entryEnded, .entryEnded, .noEntry, .known])
        #expect(try await samples.enrol([faces[0], faces[1]]) == [.known, .known])
        let audit = try await store.audit(AuditQuery(actions: [.enrolFace]))
        #expect(audit.last?.event.detail == first.map(\.rawValue).joined(separator: " "))
        #expect(try await store.faceListing(of: nil, offset: 0, limit: 10).map(\.id) == [faces[0].id, faces[1].id])
        let templates = try await store.faceTemplates(of: [entry])
        #expect(templates.map(\.template) == [faces[0].face.template, faces[1].face.template])
        #expect(templates.allSatisfy { $0.lastDay == CivilDate(iso: "2026-06-30") })
        #expect(try await store.facePortrait(of: entry) == faces[1].face.portrait)
    }

    @Test func `an entry has six pictures at most and the gallery its limit of entries`() async throws {
        let (one, other) = (try await samples.entry(1), try await samples.entry(2))
        let many = try await samples.enrol((0..<7).map { samples.enrolment($0, of: one) }, limit: 1)
        #expect(many == [EnrolmentVerdict](repeating: .enrolled, count: 6) + [.tooManyPictures])
        #expect(try await samples.enrol([samples.enrolment(9, of: other)], limit: 1) == [.galleryFull])
        #expect(try await samples.enrol([samples.enrolment(9, of: other)], limit: 2) == [.enrolled])
    }

    @Test func `no byte of a portrait or template is on disk, and a forgotten one cannot be opened from a copy`()
        async throws
    {
        let entry = try await samples.entry(1)
        let face = samples.enrolment(1, of: entry)
        _ = try await samples.enrol([face])
        let copy = try TemporaryFolder()
        try SQLiteStore.snapshot(of: folder.path, to: copy.path + "/" + SQLiteStore.fileName)
        let bytes = try files(of: folder.path) + files(of: copy.path)
        #expect(!bytes.isEmpty && bytes.range(of: Data(FaceSamples.canary)) == nil)
        #expect(bytes.range(of: Data(face.face.template.bytes.prefix(16).map { UInt8(bitPattern: $0) })) == nil)
        let gone = try await store.forgetFaces(
            of: entry, only: nil, register: register, atMilliseconds: FaceSamples.now
        ) { [AuditEvent(atMilliseconds: FaceSamples.now, actor: .system, action: .forgetFace, detail: "\($0)")] }
        #expect(gone == 1)
        let keys = try destroyed()
        #expect(keys.count == 1)
        #expect(try await store.facePortrait(of: entry) == nil)
        // The copy, as a backup, destroys the key again.
        let restored = try SQLiteStore.open(at: copy.path, vault: vault, node: "test", mode: .existing)
        #expect(try await restored.facePortrait(of: entry) == face.face.portrait)
        #expect(try await restored.destroyKeys(keys) { _ in [] } == 1)
        #expect(try await restored.facePortrait(of: entry) == nil)
        #expect(try await restored.faceListing(of: nil, offset: 0, limit: 10).isEmpty)
        #expect(try await restored.faces(known: [face.id], engine: "e1") == [face.id: .forgotten])
    }

    @Test func `what was forgotten does not come back by itself, and its entry's others stay`() async throws {
        let entry = try await samples.entry(1)
        let faces = [samples.enrolment(1, of: entry), samples.enrolment(2, of: entry)]
        _ = try await samples.enrol(faces)
        let gone = try await store.forgetFaces(
            of: entry, only: faces[0].id, register: register, atMilliseconds: FaceSamples.now
        ) { _ in [] }
        #expect(gone == 1)
        #expect(try await samples.enrol(faces) == [.forgotten, .known])
        #expect(try await store.faceTemplates(of: [entry]).map(\.id) == [faces[1].id])
        let again = try await store.forgetFaces(
            of: entry, only: faces[0].id, register: register, atMilliseconds: FaceSamples.now
        ) { _ in [] }
        #expect(again == 0)
    }

    @Test func `a face ends with its entry and follows a renewed one`() async throws {
        let (short, long) = (try await samples.entry(1, expiry: "2026-01-20"), try await samples.entry(2))
        let withdrawn = try await samples.entry(3)
        _ = try await samples.enrol(
            [short, long, withdrawn].enumerated().map { samples.enrolment($0.offset, of: $0.element) })
        try await samples.withdraw(withdrawn)
        #expect(try await store.forgetEndedFaces(register: register, atMilliseconds: FaceSamples.now) == 1)
        _ = try await samples.entry(1, expiry: "2026-02-20")
        let later = FaceSamples.now + 10 * FaceSamples.day
        #expect(try await store.forgetEndedFaces(register: register, atMilliseconds: later) == 0)
        // The night's retention run does the same.
        let tally = try await store.forgetDue(
            RetentionSchedule().cutoffs(atMilliseconds: FaceSamples.now + 60 * FaceSamples.day), register: register)
        #expect(tally[.keysDestroyed] == 1)
        #expect(try await store.faceListing(of: nil, offset: 0, limit: 10).map(\.entry) == [long])
        #expect(try destroyed().count == 2)
    }

    @Test func `changes are told in their order and once`() async throws {
        let entries = [try await samples.entry(1), try await samples.entry(2), try await samples.entry(3)]
        _ = try await samples.enrol(entries.enumerated().map { samples.enrolment($0.offset, of: $0.element) })
        let first = try await store.faceChanges(after: 0, limit: 2)
        let second = try await store.faceChanges(after: first.version, limit: 2)
        #expect(first.entries == Array(entries.prefix(2)) && second.entries == [entries[2]])
        #expect(try await store.faceChanges(after: second.version, limit: 2).entries.isEmpty)
        try await samples.withdraw(entries[1])
        let third = try await store.faceChanges(after: second.version, limit: 2)
        #expect(third.entries == [entries[1]])
        let alone = try await store.mergeFaces(of: entries[0], atLeast: -1) { _ in [] }
        #expect(alone == .nothingToMerge)
        _ = try await samples.enrol([samples.enrolment(9, of: entries[0])])
        let taken = try await store.faceChanges(after: third.version, limit: 2)
        #expect(try await store.mergeFaces(of: entries[0], atLeast: -1) { _ in [] } == .merged(2))
        #expect(try await store.faceChanges(after: taken.version, limit: 2).entries == [entries[0]])
    }

    @Test func `a rebuild keeps both galleries and what was forgotten`() async throws {
        let entry = try await samples.entry(1)
        let faces = [samples.enrolment(1, of: entry), samples.enrolment(2, of: entry)]
        _ = try await samples.enrol(faces)
        let holder = try #require(PhotographHolder(document: "X1234567", issuer: "IDN", tokeniser: vault))
        try await store.importPhotographs(
            [photograph(5, of: holder)], register: register, audit: [], atMilliseconds: FaceSamples.now)
        _ = try await store.forgetFaces(
            of: entry, only: faces[0].id, register: register, atMilliseconds: FaceSamples.now
        ) { _ in [] }
        let into = try TemporaryFolder()
        let copy = try SQLiteStore.open(at: into.path, vault: vault, node: "test")
        _ = try await store.copyPrimary(into: copy)
        #expect(try await copy.faceTemplates(of: [entry]) == store.faceTemplates(of: [entry]))
        #expect(try await copy.facePortrait(of: entry) == faces[1].face.portrait)
        let known = try await copy.faces(known: faces.map(\.id), engine: "e1")
        #expect(known == [faces[0].id: .forgotten, faces[1].id: .known])
        let today = FaceDay.of(milliseconds: FaceSamples.now)
        #expect(try await copy.holderPortrait(of: holder, today: today) == FaceSamples.face(5).portrait)
        let kept = try await state(of: copy)
        #expect(try await kept == state(of: store) && kept.count == 3)
    }

    @Test func `a holder is compared with their own photograph only, until its day`() async throws {
        let nik = try NIK(parsing: "9912124505850001")
        let holder = PhotographHolder(resident: nik, tokeniser: vault)
        let other = try #require(PhotographHolder(document: "X1234567", issuer: "IDN", tokeniser: vault))
        try await store.importPhotographs(
            [photograph(1, of: holder), photograph(2, of: other)], register: register, audit: [],
            atMilliseconds: FaceSamples.now)
        try await store.importPhotographs(
            [photograph(3, of: other)], register: register, audit: [], atMilliseconds: FaceSamples.now)
        #expect(try await store.holderPhotographCount() == 2)
        // The key of the photograph that was replaced is on the list that restored backups read.
        #expect(try destroyed().count == 1)
        #expect(try files(of: folder.path).range(of: Data("9912124505850001".utf8)) == nil)
        let rule = try VerificationRule(FaceSamples.calibration())
        let verification = HolderVerification(store: store)
        func outcome(_ number: Int, _ holder: PhotographHolder, at now: Int64) async throws -> VerificationOutcome? {
            let probe = try #require(FaceSamples.template(number).embedding)
            return try await verification.compare(probe, with: holder, by: rule, atMilliseconds: now)?.outcome
        }
        #expect(try await outcome(1, holder, at: FaceSamples.now) == .same)
        #expect(try await outcome(3, holder, at: FaceSamples.now) == .different)
        #expect(try await outcome(3, other, at: FaceSamples.now) == .same)
        let past = FaceSamples.now + 400 * FaceSamples.day
        #expect(try await outcome(1, holder, at: past) == nil)
        #expect(try await store.forgetEndedFaces(register: register, atMilliseconds: past) == 2)
        #expect(try await store.holderPhotographCount() == 0)
    }

    private func photograph(_ number: Int, of holder: PhotographHolder) -> HolderPhotograph {
        let day = FaceDay.of(milliseconds: FaceSamples.now + 365 * FaceSamples.day)
        return HolderPhotograph(
            holder: holder,
            id: HolderPhotograph.id(of: Array("file \(number)".utf8), holder: holder, lastDay: day, tokeniser: vault),
            engine: "e1", face: FaceSamples.face(number), lastDay: day, atMilliseconds: FaceSamples.now)
    }

    /// What the state's digest sums of faces.
    private func state(of store: SQLiteStore) async throws -> [String] {
        var lines: [String] = []
        try await store.exportDerived { lines.append($0) }
        return lines.filter { $0.hasPrefix("face ") || $0.hasPrefix("holder-photograph ") }
    }

    private func files(of folder: String) throws -> Data {
        try FileManager.default.contentsOfDirectory(atPath: folder).reduce(into: Data()) { bytes, name in
            bytes.append(FileManager.default.contents(atPath: folder + "/" + name) ?? Data())
        }
    }
}
