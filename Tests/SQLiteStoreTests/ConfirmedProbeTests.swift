// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Foundation
import Mandate
import SQLiteStore
import Safeguards
import Screening
import Synchronization
import TestSupport
import Testing

/// The picture of a confirmed face: kept with its decision or not at all, sealed, carried by copies, forgotten for good.
@Suite struct ConfirmedProbeTests {
    private let vault = EphemeralKeyVault()
    private let folder: TemporaryFolder
    private let store: SQLiteStore
    private let probes: ProbeSamples

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore.open(at: folder.path, vault: vault, node: "test")
        probes = ProbeSamples(store: store)
    }

    private var path: String { "\(folder.path)/\(SQLiteStore.fileName)" }

    private var register: DestructionRegisterFile {
        DestructionRegisterFile(path: folder.path + "/" + DestructionRegisterFile.name)
    }

    @Test func `a picture comes back by its review alone, and no byte of it is on disk in the clear`() async throws {
        try await probes.confirm(1)
        try await probes.confirm(2)
        #expect(try await probes.isThere(1))
        #expect(try await probes.isThere(2))
        #expect(try await !probes.isThere(3))
        let kept = try await store.keptProbes(of: [1, 2, 3].map(ProbeSamples.review))
        #expect(kept.map(\.review) == [1, 2].map(ProbeSamples.review))
        #expect(kept.first?.post?.description == "CGK" && kept.first?.voyage == nil && kept.first?.atMilliseconds == 10)
        #expect(Data(try folder.contents()).range(of: Data(ProbeSamples.canary)) == nil)
        // Each has a key of its own.
        let keys = try Tampering.blobs("SELECT CAST(key AS BLOB) FROM confirmed_probe", on: path)
        #expect(Set(keys).count == 2)
        // One that is exchanged for another does not open.
        try Tampering.run(
            """
            UPDATE confirmed_probe SET key = (SELECT key FROM confirmed_probe ORDER BY number DESC LIMIT 1),
                sealed = (SELECT sealed FROM confirmed_probe ORDER BY number DESC LIMIT 1) WHERE number = 1
            """, on: path)
        await #expect(throws: StoreError.self) {
            _ = try await store.probePicture(of: ProbeSamples.review(1))
        }
        #expect(try await store.unreadableFaces() == 1)
    }

    @Test func `no picture is taken of a face that the same change does not confirm`() async throws {
        let good = try ProbeSamples.confirmation(1)
        let other = try ProbeSamples.confirmation(2)
        var open = good
        open.decisions = [StoreSamples.decision(9, .face(.judged(judgement(.same))))]
        var foreign = good
        foreign.decisions = other.decisions
        for bad in [open, foreign] {
            await #expect(throws: StoreError.self) { try await store.record(bad, audit: [StoreSamples.event(1)]) }
        }
        #expect(try await store.decisions(kinds: [], post: nil, sinceMilliseconds: 0, limit: 9).isEmpty)
        #expect(try await !probes.isThere(1))
        #expect(Data(try folder.contents()).range(of: Data(ProbeSamples.canary)) == nil)
    }

    private func judgement(_ answer: JudgementAnswer) -> FaceJudgement {
        FaceJudgement(
            review: ProbeSamples.review(1), answer: answer, entry: StoreSamples.id(801), reason: "nose", features: [:])
    }

    /// What lies on disk as each statement begins is what a process killed there leaves behind.
    @Test func `killed at any statement, decision and picture are both there or both not, and the folder opens`()
        async throws
    {
        let own = try TemporaryFolder()
        let copies = CrashCopies(of: own.path)
        let crashing = try SQLiteStore.open(
            at: own.path, vault: vault, node: "test",
            configuration: SQLiteStoreConfiguration(onStatement: { copies.take() }))
        try await crashing.record(try ProbeSamples.confirmation(7), audit: [StoreSamples.event(7)])
        copies.begin()
        try await crashing.record(try ProbeSamples.confirmation(8), audit: [StoreSamples.event(8)])
        // As after the call, which says that all is on disk.
        copies.take()
        copies.end()
        var found: [Bool] = []
        for copy in try copies.all() {
            let left = try SQLiteStore.open(at: copy.path, vault: vault, node: "test", mode: .existing)
            let decisions = try await left.decisions(kinds: [.face], post: nil, sinceMilliseconds: 0, limit: 9)
            let kept = ProbeSamples(store: left)
            #expect(try await kept.isThere(7))
            let isThere = try await kept.isThere(8)
            #expect(decisions.count == (isThere ? 2 : 1))
            let trail = try await left.audit(AuditQuery())
            #expect(trail.count == (isThere ? 2 : 1))
            if case .broken = try await left.verifyAudit() { Issue.record("the chain is broken") }
            found.append(isThere)
            try left.close()
        }
        #expect(found.count > 5 && found.first == false && found.last == true)
        #expect(Set(found).count == 2)
    }

    @Test func `a restored backup destroys the key of a picture that is gone since`() async throws {
        try await probes.confirm(1)
        try await probes.confirm(2)
        let copy = try TemporaryFolder()
        try SQLiteStore.snapshot(of: folder.path, to: copy.path + "/" + SQLiteStore.fileName)
        try await store.record(ProbeSamples.act(1, .mistaken), audit: [])
        #expect(try await store.forgetEndedFaces(register: register, atMilliseconds: 30) == 1)
        let keys = try DestructionRegister(Array(FileManager.default.contents(atPath: register.path) ?? Data())).keys
        #expect(keys.count == 1)
        let restored = try SQLiteStore.open(at: copy.path, vault: vault, node: "test", mode: .existing)
        let there = ProbeSamples(store: restored)
        #expect(try await there.isThere(1))
        #expect(try await there.isThere(2))
        #expect(try await restored.destroyKeys(keys) { _ in [] } == 1)
        #expect(try await !there.isThere(1))
        #expect(try await there.isThere(2))
        let rows = try Tampering.blobs(
            "SELECT review FROM confirmed_probe", on: "\(copy.path)/\(SQLiteStore.fileName)")
        #expect(rows == [ProbeSamples.review(2).bytes])
    }

    @Test func `a rebuild keeps pictures and what is known of them`() async throws {
        try await probes.confirm(1)
        try await probes.confirm(2)
        let into = try TemporaryFolder()
        let other = try SQLiteStore.open(at: into.path, vault: vault, node: "new")
        _ = try await store.copyPrimary(into: other)
        let there = ProbeSamples(store: other)
        #expect(try await there.isThere(1))
        #expect(try await there.isThere(2))
        #expect(try await state(of: other) == state(of: store))
        #expect(try await state(of: store).count == 2)
    }

    /// What the state's digest sums of pictures.
    private func state(of store: SQLiteStore) async throws -> [String] {
        var lines: [String] = []
        try await store.exportDerived { lines.append($0) }
        return lines.filter { $0.hasPrefix("confirmed-probe ") }
    }
}

/// Copies of a folder as it lay on disk at some moments: a class since the store's connections share it.
private final class CrashCopies: Sendable {
    private let source: String
    private let folders = Mutex<[Result<TemporaryFolder, any Error>]>([])
    private let isOn = Mutex(false)

    init(of source: String) { self.source = source }

    func begin() { isOn.withLock { $0 = true } }
    func end() { isOn.withLock { $0 = false } }

    func take() {
        guard isOn.withLock({ $0 }) else { return }
        let copy = Result {
            let folder = try TemporaryFolder()
            for name in try FileManager.default.contentsOfDirectory(atPath: source) where !name.hasSuffix("-shm") {
                try FileManager.default.copyItem(atPath: "\(source)/\(name)", toPath: "\(folder.path)/\(name)")
            }
            return folder
        }
        folders.withLock { $0.append(copy) }
    }

    func all() throws -> [TemporaryFolder] { try folders.withLock { try $0.map { try $0.get() } } }
}
