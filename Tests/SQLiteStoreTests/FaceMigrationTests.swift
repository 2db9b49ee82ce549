// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Faces
import Foundation
import GRDB
import Mandate
import Safeguards
import Screening
import TestSupport
import Testing
import Watchlists

@testable import SQLiteStore

/// Filled folders of earlier versions with faces in them: all of it reads after the upgrade, and goes on working.
@Suite struct FaceMigrationTests {
    private let vault = EphemeralKeyVault()
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Writes a folder as a program of that version left it: its own tables, made by its own migrations, filled.
    private func leave(_ version: Int, _ filled: TemporaryFolder) async throws {
        let queue = try DatabaseQueue(path: folder.path + "/" + SQLiteStore.fileName)
        try SQLiteSchema.prepare(queue, upTo: version)
        let now = filled.path + "/" + SQLiteStore.fileName
        try await queue.writeWithoutTransaction { db in
            try db.execute(sql: "ATTACH ? AS now", arguments: [now])
            let tables = try String.fetchAll(
                db, sql: "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
            for table in tables where !["schema_version", "grdb_migrations"].contains(table) {
                let columns = try db.columns(in: table, in: "main").map(\.name).joined(separator: ", ")
                try db.execute(sql: "DELETE FROM main.\(table)")
                try db.execute(sql: "INSERT INTO main.\(table) (\(columns)) SELECT \(columns) FROM now.\(table)")
            }
            try db.execute(sql: "DETACH now")
        }
        try queue.close()
        #expect(try SQLiteStore.schema(of: folder.path) == version)
    }

    @Test(arguments: [5, 6]) func `a filled folder with faces migrates and everything in it reads`(
        version: Int
    ) async throws {
        let before = try TemporaryFolder()
        let old = try SQLiteStore.open(at: before.path, vault: vault, node: "test")
        let samples = FaceSamples(store: old, vault: vault)
        let (entry, other) = (try await samples.entry(1), try await samples.entry(2))
        let faces = [
            samples.enrolment(1, of: entry), samples.enrolment(2, of: entry), samples.enrolment(3, of: other),
            samples.enrolment(4, of: other, engine: "e0"),
        ]
        _ = try await samples.enrol(faces)
        _ = try await old.mergeFaces(of: entry, atLeast: -1) { _ in [] }
        let register = DestructionRegisterFile(path: folder.path + "/" + DestructionRegisterFile.name)
        _ = try await old.forgetFaces(
            of: other, only: faces[2].id, register: register, atMilliseconds: FaceSamples.now
        ) { _ in [] }
        let holder = try #require(PhotographHolder(document: "X1234567", issuer: "IDN", tokeniser: vault))
        let until = FaceDay.of(milliseconds: FaceSamples.now + 365 * FaceSamples.day)
        let photograph = HolderPhotograph(
            holder: holder,
            id: HolderPhotograph.id(of: [1, 2, 3], holder: holder, lastDay: until, tokeniser: vault), engine: "e1",
            face: FaceSamples.face(9), lastDay: until, atMilliseconds: FaceSamples.now)
        try await old.importPhotographs(
            [photograph], register: register, audit: [], atMilliseconds: FaceSamples.now)
        // Confirmed before pictures were kept.
        var confirmed = try ProbeSamples.confirmation(1, at: FaceSamples.now)
        confirmed.probe = nil
        try await old.record(confirmed, audit: [StoreSamples.event(1)])
        let templates = try await old.faceTemplates(of: [entry, other])
        let head = try await old.audit(AuditQuery(limit: 1)).first?.hash
        try old.close()
        try await leave(version, before)

        let store = try SQLiteStore.open(at: folder.path, vault: vault, node: "test", mode: .existing)
        #expect(try SQLiteStore.schema(of: folder.path) == SQLiteStore.schemaVersion)
        #expect(try await store.faceTemplates(of: [entry, other]) == templates)
        #expect(templates.map(\.isMerged) == [true, true, false])
        #expect(try await store.facePortrait(of: entry, only: faces[0].id) == faces[0].face.portrait)
        #expect(try await store.facePortrait(of: other) == faces[3].face.portrait)
        #expect(try await store.faceTotals() == FaceTotals(entries: 2, pictures: ["e1": 2, "e0": 1]))
        let known = try await store.faces(known: faces.map(\.id), engine: "e1")
        #expect(known == [faces[0].id: .known, faces[1].id: .known, faces[2].id: .forgotten])
        let today = FaceDay.of(milliseconds: FaceSamples.now)
        #expect(try await store.holderPortrait(of: holder, today: today) == FaceSamples.face(9).portrait)
        #expect(try await store.holderTemplate(of: holder, today: today)?.template == FaceSamples.template(9))
        #expect(try await store.unreadableFaces() == 0)
        #expect(try await store.unreadableFaceDecisions() == 0)
        #expect(try await store.audit(AuditQuery(limit: 1)).first?.hash == head)
        if case .broken = try await store.verifyAudit() { Issue.record("the audit chain is broken") }

        // What was confirmed before stays without a picture; from now on each has one, and the galleries go on.
        let probes = ProbeSamples(store: store)
        #expect(try await !probes.isThere(1))
        try await probes.confirm(2, at: FaceSamples.now)
        #expect(try await probes.isThere(2))
        let after = FaceSamples(store: store, vault: vault)
        #expect(try await after.enrol([after.enrolment(5, of: other)]) == [.enrolled])
        let kept = try await store.facesDescribedElsewhere(than: "e1", after: 0, limit: 9)
        #expect(kept.map(\.id) == [faces[3].id])
        let again = try await store.describeAgain([faces[3].id: FaceSamples.template(4)], engine: "e1", audit: [])
        #expect(again == 1)
        let gone = try await store.forgetFaces(
            of: entry, only: nil, register: register, atMilliseconds: FaceSamples.now
        ) { _ in [] }
        #expect(gone == 2)
    }
}
