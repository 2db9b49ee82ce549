// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Crypto
import Foundation
import GRDB
import Mandate
import Safeguards
import Screening
import TestSupport
import Testing
import Travel

@testable import SQLiteStore

/// A folder as version 1 of the tables left it, kept as text: it opens with this program and says what it always said.
@Suite struct VersionOneTests {
    /// Keys of no installation; the sum is that of the lines above it.
    private static let keys = """
        cermat-keys 1
        wrapping 1 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
        current 1
        token 202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f
        audit 404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f
        sum 49c97e122f85b4a4f4e4dd8f35201739c99aba5290603eb6fd49b217e0dfb2ee

        """

    /// SHA-256 over the lines of the state, as `cermat state --digest` makes it. A change that alters it alters what every
    /// installation says of its past: it needs an entry in the change log, not a new figure here alone.
    private static let digest = "93189504de15af3d476020098a8e54a39262d79ef8eebdb2a39581dd51fa6553"

    private static let fixture = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .appendingPathComponent("Fixtures/schema-v1.sql")

    private func vault(_ folder: TemporaryFolder) throws -> FileKeyVault {
        let place = folder.path + "/keys"
        try FileManager.default.createDirectory(
            atPath: place, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        let file = place + "/" + FileKeyVault.fileName
        try Data(VersionOneTests.keys.utf8).write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        return try FileKeyVault(at: place)
    }

    private func export(_ store: SQLiteStore) async throws -> [String] {
        var lines: [String] = []
        try await store.exportDerived { lines.append($0) }
        return lines
    }

    private func digest(_ lines: [String]) -> String {
        SHA256.hash(data: Data(lines.map { $0 + "\n" }.joined().utf8)).map { String(format: "%02x", $0) }.joined()
    }

    @Test func `the folder of version 1 migrates to the state that is written here`() async throws {
        let folder = try TemporaryFolder()
        let vault = try vault(folder)
        let queue = try DatabaseQueue(path: folder.path + "/" + SQLiteStore.fileName)
        let text = try String(contentsOf: VersionOneTests.fixture, encoding: .utf8)
        try await queue.writeWithoutTransaction { db in try db.execute(sql: text) }
        try queue.close()
        #expect(try SQLiteStore.schema(of: folder.path) == 1)

        let store = try SQLiteStore.open(at: folder.path, vault: vault, node: "n", mode: .existing)
        try await ScreeningFixture.drain(ScreeningFixture.screener(store, vault))
        #expect(try SQLiteStore.schema(of: folder.path) == SQLiteStore.schemaVersion)
        let lines = try await export(store)
        #expect(digest(lines) == VersionOneTests.digest, "\(lines.count) lines")

        // Sealed lines open: messages, the hit with its reasons, the entry behind it.
        let hits = try await store.hits(HitQuery())
        #expect(Set(hits.map(\.hit.status)) == [.judgedDifferent, .differentEarlier])
        #expect(hits.first?.hit.reasons.isEmpty == false)
        let voyage = try #require(hits.first?.facts.id)
        let known = try await store.knowledge(of: [voyage], held: [])
        #expect(known.first?.messages.count == 3)
        if case .broken = try await store.verifyAudit() { Issue.record("the audit chain of version 1 is broken") }

        // Screened again in another order, it says the same: nothing depends on when it was migrated.
        let again = try TemporaryFolder()
        let copy = try SQLiteStore.open(at: again.path, vault: vault, node: "n")
        _ = try await store.copyPrimary(into: copy, shuffledBy: 5)
        try await ScreeningFixture.drain(ScreeningFixture.screener(copy, vault))
        let rebuilt = try await export(copy)
        #expect(rebuilt == lines)
    }

    /// Writes a folder from which the fixture is made: set CERMAT_WRITE_FIXTURE to a folder, then `sqlite3 .dump` it.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["CERMAT_WRITE_FIXTURE"] != nil))
    func `the fixture is made`() async throws {
        let target = try #require(ProcessInfo.processInfo.environment["CERMAT_WRITE_FIXTURE"])
        let folder = try TemporaryFolder()
        let vault = try vault(folder)
        let store = try SQLiteStore.open(at: folder.path, vault: vault, node: "n")
        _ = try await ScreeningFixture.watch("X1000003", 1, store, vault)
        let lists = (0..<12).map {
            ScreeningFixture.entry(
                ScreeningFixture.manifest($0 % 4, first: $0 / 4, travellers: 3), vault, at: 1_000 + Int64($0))
        }
        _ = try await store.append(lists, audit: [StoreSamples.event(1), StoreSamples.event(2)])
        try await ScreeningFixture.drain(ScreeningFixture.screener(store, vault))
        let hit = try #require(try await store.hits(HitQuery()).first?.hit)
        let mandate = Mandated(officer: StoreSamples.id(77), role: .officer, post: nil, grant: nil)
        _ = try await OfficerActs(store: store, tokeniser: vault).judge(
            hit: hit.id, answer: .different, reason: "another birth place", by: mandate, atMilliseconds: 5_000)
        try await ScreeningFixture.drain(ScreeningFixture.screener(store, vault))
        try store.close()
        try VersionOne.make(target, from: folder.path)
    }
}
