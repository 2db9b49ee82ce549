// SPDX-License-Identifier: Apache-2.0

import Foundation
import Intake
import Mandate
import Safeguards
import Screening
import TestSupport
import Testing

@Suite struct FolderWatcherTests {
    private let vault = EphemeralKeyVault()
    private let folder: TemporaryFolder
    private let store: MemoryStore
    private let full: FullStore
    private let events = Recorded<FolderEvent>()

    init() throws {
        folder = try TemporaryFolder()
        store = MemoryStore(vault: vault)
        full = FullStore(store, hasRoom: true)
    }

    private func watcher(_ configuration: IntakeConfiguration = IntakeConfiguration()) throws -> FolderWatcher {
        let pipeline = try IntakePipeline(store: full, tokeniser: vault, configuration: configuration, clock: { 0 })
        return try FolderWatcher(folder: folder.path, pipeline: pipeline, configuration: configuration) { [events] in
            events.add($0)
        }
    }

    private func write(_ bytes: [UInt8], _ name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: "\(folder.path)/\(name)"))
    }

    private func names(_ sub: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/\(sub)").sorted()
    }

    @Test func `takes a file that stayed unchanged for two seconds, not before`() async throws {
        let watcher = try watcher()
        try write(IntakeFixtures.pnrgov(), "a.edi")
        await watcher.look(nowMilliseconds: 0)
        await watcher.look(nowMilliseconds: 1_900)
        #expect(try names("taken") == [])
        await watcher.look(nowMilliseconds: 2_000)
        #expect(try names("taken") == ["a.edi"])
        #expect(try names() == ["refused", "taken"])
        #expect(try await store.inboxCounts().stored == 1)
    }

    @Test func `waits anew when a file grows`() async throws {
        let watcher = try watcher()
        let bytes = IntakeFixtures.pnrgov()
        try write(Array(bytes.prefix(100)), "a.edi")
        await watcher.look(nowMilliseconds: 0)
        try write(bytes, "a.edi")
        await watcher.look(nowMilliseconds: 2_500)
        #expect(try names("taken") == [])
        await watcher.look(nowMilliseconds: 4_500)
        #expect(try await store.inboxCounts() == InboxCounts(stored: 1, pending: 1, quarantined: 0, duplicates: 0))
    }

    @Test func `takes a file at once when it was renamed from part, and never a part`() async throws {
        let watcher = try watcher()
        try write(IntakeFixtures.pnrgov(), "a.edi.part")
        await watcher.look(nowMilliseconds: 0)
        await watcher.look(nowMilliseconds: 60_000)
        #expect(try names("taken") == [])
        try FileManager.default.moveItem(atPath: "\(folder.path)/a.edi.part", toPath: "\(folder.path)/a.edi")
        await watcher.look(nowMilliseconds: 60_500)
        #expect(try names("taken") == ["a.edi"])
    }

    @Test func `waits while there is no room and goes on by itself`() async throws {
        full.setRoom(false)
        let watcher = try watcher(IntakeConfiguration(settleMilliseconds: 0))
        try write(IntakeFixtures.pnrgov("1"), "a.edi")
        try write(IntakeFixtures.pnrgov("2"), "b.edi")
        await watcher.look(nowMilliseconds: 0)
        #expect(events.all == [.waiting(seconds: 5)])
        full.setRoom(true)
        await watcher.look(nowMilliseconds: 4_000)
        #expect(try names("taken") == [])
        await watcher.look(nowMilliseconds: 5_000)
        #expect(try names("taken") == ["a.edi", "b.edi"])
    }

    @Test func `moves unreadable files too, and keeps both of the same name`() async throws {
        let watcher = try watcher(IntakeConfiguration(settleMilliseconds: 0))
        try write(IntakeFixtures.garbage, "a.edi")
        await watcher.look(nowMilliseconds: 0)
        try write(IntakeFixtures.pnrgov(), "a.edi")
        await watcher.look(nowMilliseconds: 1)
        #expect(try names("taken") == ["a.edi", "a.edi~1"])
        #expect(try await store.inboxCounts() == InboxCounts(stored: 1, pending: 1, quarantined: 1, duplicates: 0))
    }

    @Test func `a file left behind by a crash gives repeats only`() async throws {
        let bytes = IntakeFixtures.pnrgov()
        let pipeline = try IntakePipeline(store: store, tokeniser: vault, clock: { 0 })
        try await pipeline.take(bytes, origin: "a.edi")
        try write(bytes, "a.edi")
        try await watcher(IntakeConfiguration(settleMilliseconds: 0)).look(nowMilliseconds: 0)
        #expect(try await store.inboxCounts() == InboxCounts(stored: 1, pending: 1, quarantined: 0, duplicates: 1))
        #expect(try names("taken") == ["a.edi"])
    }

    @Test func `sets aside a file over the limit and follows no links`() async throws {
        let watcher = try watcher(IntakeConfiguration(inputLimitBytes: 2_000, settleMilliseconds: 0))
        try write([UInt8](repeating: 65, count: 2_001), "big.edi")
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/link.edi", withDestinationPath: "/etc/hostname")
        await watcher.look(nowMilliseconds: 0)
        #expect(events.all == [.refused(file: "big.edi", .tooLarge(limitBytes: 2_000))])
        #expect(try names("refused") == ["big.edi"])
        #expect(try names("taken") == [])
    }
}
