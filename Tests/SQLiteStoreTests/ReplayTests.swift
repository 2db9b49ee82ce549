// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Identity
import Mandate
import Messages
import SQLiteStore
import Safeguards
import Screening
import Synchronization
import TestSupport
import Testing
import Travel
import Watchlists

/// A carrier whose messages nobody could read, until somebody wrote down how it sends them.
@Suite struct ReplayTests {
    private let vault = EphemeralKeyVault()

    static let message = """
        UIB+UNOA:4+ZZ+IDCUST+260115:0410+R1'UIH+1+PAXLST:D:12B:UN:IATA+R1'BGM+745'TDT+20+ZZ825+++ZZ'
        LOC+125+SIN'DTM+189:2601150930:201'LOC+87+CGK'DTM+232:2601151015:201'NAD+FL+++ULANG:TIKA'
        FTX+AAA+++CARD 4111111111111111'DTM+329:850412'DOC+P:110:111+X1000003'LOC+91+IDN'CNT+42:2'UIT+14+1'UIZ+1+R1'
        """

    private var profile: CarrierProfile {
        var profile = CarrierProfile(id: "zz-air", title: "ZZ Air", carriers: ["ZZ"], deviations: [.wrongTotals])
        profile.repairs.tags = ["UIB": "UNB", "UIH": "UNH", "UIT": "UNT", "UIZ": "UNZ"]
        return profile
    }

    private let decode: @Sendable (StoredMessage) -> ReceivedMessage = { stored in
        let read: ReceivedMessage?
        if let saved = stored.profile {
            read = ProfiledReader.message(in: stored.bytes, by: saved.profile) { _ in nil }
        } else {
            read = MessageDecoder.messages(in: stored.bytes).first
        }
        return read ?? ReceivedMessage(kind: .unknown)
    }

    private func entries(_ text: String, _ reader: ProfiledReader) -> [InboxEntry] {
        var found: [InboxEntry] = []
        MessageDecoder.decode(Array(text.utf8)) { unit in
            found += InboxEntry.entries(
                of: unit, reader: reader, tokeniser: vault, origin: "zz.edi", receivedAtMilliseconds: 1_768_450_000_000)
        }
        return found
    }

    private func screener(_ store: SQLiteStore) -> Screener {
        Screener(
            store: store, tokeniser: vault, resolver: ExactResolver(tokeniser: vault),
            assembler: VoyageAssembler(tokeniser: vault, ports: ScreeningFixture.Ports()), decode: decode,
            clock: { 1_768_460_000_000 })
    }

    private func export(_ store: SQLiteStore) async throws -> [String] {
        var lines: [String] = []
        try await store.exportDerived { lines.append($0) }
        return lines
    }

    @Test func `a quarantined message goes on after a profile, is screened, and a rebuild reads it the same`()
        async throws
    {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore.open(at: folder.path, vault: vault, node: "old")
        _ = try await ScreeningFixture.watch("X1000003", 1, store, vault)
        let none = ProfiledReader([]) { _ in nil }
        let bad = entries(Self.message, none)
        #expect(bad.map(\.state) == [.quarantined])
        _ = try await store.append(bad, audit: [])
        let profiles = CarrierProfiles(store: store) { _ in nil }
        let nothing = QuarantineReplay(store: store, tokeniser: vault, reader: try await profiles.reader())
        #expect(try await nothing.replayAll(by: nil, atMilliseconds: 5).readable == 0)

        let officer = Mandated(officer: StoreSamples.id(77), role: .intakeEngineer, post: nil, grant: nil)
        let tried = QuarantineReplay(
            store: store, tokeniser: vault, reader: try await profiles.reader(trying: profile))
        #expect(
            try await tried.count(sinceMilliseconds: 0) == QuarantineReplay.Outcome(looked: 1, readable: 1, stored: 0))
        let saved = try await profiles.save(profile, by: officer, atMilliseconds: 6)
        #expect(saved.version == 1)
        let replay = QuarantineReplay(store: store, tokeniser: vault, reader: try await profiles.reader())
        let outcome = try await replay.replayAll(by: officer, atMilliseconds: 7)
        #expect(outcome == QuarantineReplay.Outcome(looked: 1, readable: 1, stored: 1))
        #expect(try await replay.replayAll(by: officer, atMilliseconds: 8).looked == 0, "twice changes nothing")
        let counts = try await store.inboxCounts()
        #expect(counts.stored == 1 && counts.quarantined == 0 && counts.duplicates == 0)

        // A later version must not change how the stored message reads.
        var later = profile
        later.repairs.tags = [:]
        later.codes.countries = ["IDN": "SGP"]
        #expect(try await profiles.save(later, by: officer, atMilliseconds: 9).version == 2)
        let screener = screener(store)
        while try await screener.screenPending().isDrained == false {}
        let hits = try await store.hits(HitQuery())
        #expect(hits.count == 1, "the watched document is a hit")
        let rows = try await store.inboxRows(after: nil, states: [.screened], limit: 9)
        #expect(rows.map(\.warnings) == [[ScreenedMessage.expectedCode: 1]])
        let row = try #require(rows.first)
        let stored = try #require(try await store.message(row.id))
        #expect(stored.profile?.version == 1)
        #expect(!String(decoding: stored.bytes, as: UTF8.self).contains("411111111"), "filtered before it was stored")

        let other = try TemporaryFolder()
        let new = try SQLiteStore.open(at: other.path, vault: vault, node: "new")
        _ = try await store.copyPrimary(into: new, shuffledBy: 3)
        let again = self.screener(new)
        while try await again.screenPending().isDrained == false {}
        #expect(try await export(new) == export(store))
        #expect(try await new.message(stored.id)?.profile == stored.profile)
    }

    @Test(.timeLimit(.minutes(1)))
    func `a message whose seal does not open is noted once, and those behind it are read`()
        async throws
    {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore.open(at: folder.path, vault: vault, node: "n")
        let none = ProfiledReader([]) { _ in nil }
        for number in 1...3 {
            let text = Self.message.replacing("+R1'", with: "+R\(number)'")
            _ = try await store.append(entries(text, none), audit: [])
        }
        let rows = try await store.inboxRows(after: nil, states: [.quarantined], limit: 9)
        #expect(rows.count == 3)
        try Tampering.run(
            "UPDATE message_body SET sealed = zeroblob(length(sealed)) WHERE seq = \(rows[1].cursor)",
            on: "\(folder.path)/\(SQLiteStore.fileName)")
        let profiles = CarrierProfiles(store: store) { _ in nil }
        _ = try await profiles.save(profile, by: nil, atMilliseconds: 1)
        let replay = QuarantineReplay(store: store, tokeniser: vault, reader: try await profiles.reader())
        let counted = try await replay.count(sinceMilliseconds: 0)
        #expect(counted == QuarantineReplay.Outcome(looked: 3, readable: 2, damaged: 1))
        let noted = Mutex<[ReplayTrouble]>([])
        let desk = ReplayDesk(
            store: store, tokeniser: vault, reader: { () async throws(StoreError) in try await profiles.reader() },
            patience: .milliseconds(1), note: { trouble in noted.withLock { $0.append(trouble) } }, now: { 2 })
        let running = Task { try await desk.run() }
        try await desk.ask(by: nil)
        while await desk.latest()?.isFinished != true { try await Task.sleep(for: .milliseconds(2)) }
        running.cancel()
        _ = try? await running.value
        let outcome = try #require(await desk.latest()).outcome
        #expect(outcome == QuarantineReplay.Outcome(looked: 3, readable: 2, stored: 2))
        let reason = "a sealed record does not open with its key"
        #expect(noted.withLock { $0 } == [.passedOver(rows[1].id, reason: reason)])
        let left = try await store.inboxRows(after: nil, states: [.quarantined], limit: 9)
        #expect(left.map(\.id) == [rows[1].id])
        let again = try await replay.replayAll(by: nil, atMilliseconds: 3)
        #expect(again == QuarantineReplay.Outcome(looked: 1, damaged: 1))
    }

    @Test func `an earlier version can be put back, and the same version is not saved again`() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore.open(at: folder.path, vault: vault, node: "n")
        let profiles = CarrierProfiles(store: store) { _ in nil }
        var second = profile
        second.title = "Other"
        for version in [profile, second, profile] {
            _ = try await profiles.save(version, by: nil, atMilliseconds: 1)
        }
        await #expect(throws: CaseworkError.self) { try await profiles.save(profile, by: nil, atMilliseconds: 2) }
        #expect(try await profiles.versions().count == 3)
        #expect(try await profiles.latest().first?.saved.version == 3)
        #expect(try await profiles.latest().first?.saved.profile == profile)
    }
}
