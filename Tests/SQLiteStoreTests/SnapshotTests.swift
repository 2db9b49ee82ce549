// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Foundation
import GRDB
import Mandate
import Safeguards
import Screening
import TestSupport
import Testing

@testable import SQLiteStore

@Suite struct SnapshotTests {
    private let vault = EphemeralKeyVault()

    private func export(_ store: SQLiteStore) async throws -> [String] {
        var lines: [String] = []
        try await store.exportDerived { lines.append($0) }
        return lines
    }

    /// A folder with twelve screened lists, a hit and a decision.
    private func filled(_ folder: TemporaryFolder) async throws -> SQLiteStore {
        let store = try SQLiteStore.open(at: folder.path, vault: vault, node: "n")
        _ = try await ScreeningFixture.watch("X1000003", 1, store, vault)
        let lists = (0..<12).map {
            ScreeningFixture.entry(ScreeningFixture.manifest($0 % 4, first: $0, travellers: 3), vault)
        }
        _ = try await store.append(lists, audit: [StoreSamples.event(1), StoreSamples.event(2)])
        try await ScreeningFixture.drain(ScreeningFixture.screener(store, vault))
        return store
    }

    @Test func `a snapshot says what the store says, and the figures are the store's`() async throws {
        let folder = try TemporaryFolder()
        let copyFolder = try TemporaryFolder()
        let store = try await filled(folder)
        let path = copyFolder.path + "/" + SQLiteStore.fileName
        try SQLiteStore.snapshot(of: folder.path, to: path)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let summary = try SQLiteStore.summary(of: path)
        let head = try await store.auditHead()
        #expect(summary.schema == SQLiteStore.schemaVersion && summary.messages == 12 && summary.decisions == 1)
        #expect(summary.auditHead == head && summary.wrappingKeys == [1] && summary.dataKeys > 12)
        let copy = try SQLiteStore.open(at: copyFolder.path, vault: vault, node: "n", mode: .existing)
        let before = try await export(store)
        let after = try await export(copy)
        let same = before == after
        #expect(same && before.count > 20)
    }

    @Test func `a snapshot is one moment while others write`() async throws {
        let folder = try TemporaryFolder()
        let copyFolder = try TemporaryFolder()
        let store = try await filled(folder)
        let start = try await store.auditHead().sequence - 12
        let writer = Task {
            var written = 0
            while !Task.isCancelled {
                let list = ScreeningFixture.manifest(written % 4, first: 100 + written, travellers: 2)
                let event = StoreSamples.event(UInt64(written + 10))
                _ = try await store.append([ScreeningFixture.entry(list, vault)], audit: [event])
                written += 1
            }
            return written
        }
        for round in 0..<6 {
            let place = copyFolder.path + "/\(round)"
            try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
            try SQLiteStore.snapshot(of: folder.path, to: place + "/" + SQLiteStore.fileName)
            let copy = try SQLiteStore.open(at: place, vault: vault, node: "n", mode: .existing)
            let summary = try SQLiteStore.summary(of: place + "/" + SQLiteStore.fileName)
            let verdict = try await copy.verifyAudit()
            // Each list was written together with one record: the moment has both or neither.
            let records = try #require(summary.auditHead?.sequence)
            #expect(records - summary.messages == start)
            if case .broken = verdict { Issue.record("the chain of the snapshot is broken") }
        }
        writer.cancel()
        #expect(try await writer.value > 0)
    }

    @Test func `destroyed keys are gone from every byte, with their record`() async throws {
        let folder = try TemporaryFolder()
        let store = try await filled(folder)
        let keys = try await store.reading { db in
            try Row.fetchAll(db, sql: "SELECT id, bytes FROM data_key WHERE number % 2 = 0").map { row in
                (id: try RecordID<WrappedKey>(blob: row[0]), bytes: row[1] as Data)
            }
        }
        let absent = RecordID<WrappedKey>(high: 1, low: 2)
        let before = Data(try folder.contents())
        let count = try await store.destroyKeys(Set(keys.map(\.id) + [absent])) { count in
            [AuditEvent(atMilliseconds: 9, actor: .system, action: .restore, detail: "\(count)")]
        }
        #expect(count == keys.count && count > 5)
        let after = Data(try folder.contents())
        for key in keys {
            #expect(before.range(of: key.bytes) != nil, "the search itself works")
            #expect(after.range(of: key.bytes) == nil)
        }
        let last = try await store.audit(AuditQuery(limit: 1)).first
        #expect(last?.event.action == .restore && last?.event.detail == "\(count)")
    }

    @Test func `a folder of version 1 is seen before it is opened, and migrates to the same state`() async throws {
        let folder = try TemporaryFolder()
        let oldFolder = try TemporaryFolder()
        let store = try await filled(folder)
        let expected = try await export(store)
        try store.close()
        try VersionOne.make(oldFolder.path, from: folder.path)
        #expect(try SQLiteStore.schema(of: oldFolder.path) == 1)
        #expect(try SQLiteStore.summary(of: oldFolder.path + "/" + SQLiteStore.fileName).messages == 12)
        let migrated = try SQLiteStore.open(at: oldFolder.path, vault: vault, node: "n", mode: .existing)
        try await ScreeningFixture.drain(ScreeningFixture.screener(migrated, vault))
        let found = try await export(migrated)
        // Version 1 did not keep when a message was screened, so when a hit was known is told anew.
        let isHeld = { (line: String) in !line.hasPrefix("quality-hit ") }
        let same = found.filter(isHeld) == expected.filter(isHeld)
        #expect(same && found.count == expected.count)
        #expect(try SQLiteStore.schema(of: oldFolder.path) == SQLiteStore.schemaVersion)
    }

    @Test func `tables of a later version are refused, untouched`() async throws {
        let folder = try TemporaryFolder()
        let store = try await filled(folder)
        try store.close()
        let queue = try DatabaseQueue(path: folder.path + "/" + SQLiteStore.fileName)
        try await queue.write { db in try db.execute(sql: "UPDATE schema_version SET version = 99") }
        try queue.close()
        #expect(try SQLiteStore.schema(of: folder.path) == 99)
        #expect(throws: StoreError.self) {
            _ = try SQLiteStore.open(at: folder.path, vault: vault, node: "n", mode: .existing)
        }
        #expect(try SQLiteStore.schema(of: folder.path) == 99)
    }
}

/// The first released tables, with the records of a folder of today: the fixture of version 1.
enum VersionOne {
    /// Runs the first migration alone and copies what its tables can hold.
    static func make(_ folder: String, from current: String) throws {
        let queue = try DatabaseQueue(path: folder + "/" + SQLiteStore.fileName)
        try SQLiteSchema.prepare(queue, upTo: 1)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "ATTACH ? AS now", arguments: [current + "/" + SQLiteStore.fileName])
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
    }
}
