// SPDX-License-Identifier: Apache-2.0

import Casework
import Foundation
import Mandate
import SQLiteStore
import Safeguards
import Screening
import TestSupport
import Testing

@Suite struct SQLiteStoreTests {
    private let vault = EphemeralKeyVault()
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func open(_ configuration: SQLiteStoreConfiguration = SQLiteStoreConfiguration()) throws -> SQLiteStore {
        try SQLiteStore.open(at: folder.path, vault: vault, node: "test", configuration: configuration)
    }

    @Test func `keeps everything when opened again without having been closed`() async throws {
        do {
            let store = try open()
            _ = try await store.append([StoreSamples.message(1)], audit: [StoreSamples.event(1)])
            try await store.record(
                CaseworkChange(decisions: [
                    StoreSamples.decision(1, .accountWritten(StoreSamples.account(1, login: "wati")))
                ]), audit: [StoreSamples.event(2)])
            // The first store is still open, as after a crash its write-ahead log is not yet copied back.
            let other = try open()
            #expect(try await other.message(StoreSamples.id(1))?.bytes == StoreSamples.message(1).bytes)
            #expect(try await other.account(login: vault.token(.login, "wati"))?.passwordHash == "hash")
            #expect(try await other.audit(AuditQuery()).count == 2)
        }
        let again = try open()
        #expect(try await again.inboxCounts() == InboxCounts(stored: 1, pending: 1, quarantined: 0, duplicates: 0))
    }

    @Test func `two stores on one folder write one audit chain`() async throws {
        let stores = [try open(), try open()]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number: UInt64 in 0..<60 {
                group.addTask {
                    let store = stores[Int(number % 2)]
                    if number % 3 == 0 {
                        _ = try await store.append([StoreSamples.message(number)], audit: [StoreSamples.event(number)])
                    } else {
                        try await store.appendAudit([StoreSamples.event(number, subjects: ["traveller:\(number)"])])
                    }
                }
            }
            try await group.waitForAll()
        }
        let verdict = try await stores[0].verifyAudit()
        guard case .intact(let head) = verdict else {
            Issue.record("the chain is broken: \(verdict)")
            return
        }
        #expect(head.sequence == 60)
        #expect(try await stores[1].inboxCounts().stored == 20)
    }

    @Test func `knows when the last message of an origin came, however many came since`() async throws {
        let store = try open()
        var message = StoreSamples.message(1)
        (message.origin, message.receivedAtMilliseconds) = ("http:garuda", 5)
        _ = try await store.append([message], audit: [])
        try tamper("UPDATE sqlite_sequence SET seq = 3000000 WHERE name = 'inbox'")
        _ = try await store.append([StoreSamples.message(2)], audit: [])
        let found = try await store.traffic(of: ["http:garuda", "http:none"], sinceMilliseconds: 10)
        #expect(found == ["http:garuda": OriginTraffic(lastReceivedAtMilliseconds: 5)])
    }

    @Test func `a changed byte of the audit log is found`() async throws {
        let store = try open()
        try await store.appendAudit((1...5).map { StoreSamples.event($0) })
        try tamper("UPDATE audit SET bytes = replace(bytes, 'n=3', 'n=4') WHERE sequence = 3")
        #expect(try await store.verifyAudit() == .broken(AuditFault(sequence: 3, kind: .altered)))
    }

    @Test func `many callers share few transactions, each gets its own answer`() async throws {
        let store = try open()
        let outcomes = try await withThrowingTaskGroup(of: [InboxReceipt].self) { group in
            for number: UInt64 in 0..<300 {
                group.addTask { try await store.append([StoreSamples.message(number / 2)], audit: []) }
            }
            return try await group.reduce(into: [InboxReceipt]()) { $0 += $1 }
        }
        #expect(outcomes.count { $0.outcome == .stored } == 150)
        #expect(outcomes.count { $0.outcome == .duplicate } == 150)
        #expect(
            try await store.inboxCounts() == InboxCounts(stored: 150, pending: 150, quarantined: 0, duplicates: 150))
    }

    @Test func `more waiting callers than allowed are told that there is no room`() async throws {
        let store = try open(SQLiteStoreConfiguration(waitingWritesLimit: 4))
        let refused = await withTaskGroup(of: Bool.self) { group in
            for number: UInt64 in 0..<200 {
                group.addTask {
                    do {
                        try await store.appendAudit([StoreSamples.event(number)])
                        return false
                    } catch { return error as? StoreError == .full }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(refused > 0)
        #expect(try await store.audit(AuditQuery(limit: 500)).count == 200 - refused)
    }

    @Test func `a full disk stores nothing by half, and the store recovers by itself`() async throws {
        try open().close()
        let small = try open(SQLiteStoreConfiguration(pageLimit: 160))
        var stored: UInt64 = 0
        var error: StoreError?
        while error == nil, stored < 1_000 {
            do {
                _ = try await small.append(
                    (0..<8).map { StoreSamples.message(stored + $0, size: 4_000) }, audit: [StoreSamples.event(stored)])
                stored += 8
            } catch let found { error = found }
        }
        #expect(error == .full)
        #expect(try await small.inboxCounts().stored == Int(stored))
        #expect(try await small.message(StoreSamples.id(stored)) == nil)
        try small.close()
        let roomy = try open()
        let receipts = try await roomy.append((0..<8).map { StoreSamples.message(stored + $0, size: 4_000) }, audit: [])
        #expect(receipts.allSatisfy { $0.outcome == .stored })
        guard case .intact(let head) = try await roomy.verifyAudit() else {
            Issue.record("the chain is broken")
            return
        }
        #expect(head.sequence == Int64(stored / 8))
    }

    @Test func `refuses a folder of a later program`() throws {
        try open().close()
        try tamper("UPDATE schema_version SET version = 99")
        #expect {
            try open()
        } throws: { error in
            if case StoreError.damaged(let reason) = error { reason.contains("newer program") } else { false }
        }
    }

    @Test func `refuses a folder without a database when told not to make one`() throws {
        #expect(throws: StoreError.self) {
            try SQLiteStore.open(at: folder.path, vault: vault, node: "test", mode: .existing)
        }
    }

    @Test func `only the owner may read the files`() async throws {
        let store = try open()
        _ = try await store.append([StoreSamples.message(1)], audit: [])
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/\(name)")
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(name)")
        }
    }

    private func tamper(_ sql: String) throws { try Tampering.run(sql, on: "\(folder.path)/\(SQLiteStore.fileName)") }
}
