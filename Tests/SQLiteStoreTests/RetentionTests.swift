// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Foundation
import Mandate
import SQLiteStore
import Safeguards
import Screening
import TestSupport
import Testing
import Travel
import Watchlists

@Suite struct RetentionTests {
    private let vault = EphemeralKeyVault()
    private let folder: TemporaryFolder
    private let store: SQLiteStore
    private let day: Int64 = 86_400_000

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore.open(at: folder.path, vault: vault, node: "test")
    }

    private var register: DestructionRegisterFile { DestructionRegisterFile(path: folder.path + "/../\(name).log") }
    private var name: String { URL(filePath: folder.path).lastPathComponent }

    /// Two sailings: the first's messages came on day 0 and 1, the second's on day 100; three hits, one of them judged,
    /// an examination, a judgement of identity, a message that nobody could read and one of no voyage.
    private func fill() async throws {
        let lists = [
            ScreeningFixture.entry(ScreeningFixture.manifest(1, first: 1, travellers: 3), vault, at: 0),
            ScreeningFixture.entry(ScreeningFixture.manifest(1, first: 1, travellers: 5), vault, at: day),
            ScreeningFixture.entry(ScreeningFixture.manifest(2, first: 20, travellers: 2), vault, at: 100 * day),
            InboxEntry(
                id: StoreSamples.id(9), receivedAtMilliseconds: 2, origin: "x", state: .quarantined,
                bytes: Array("RUSAK".utf8), quarantineReason: "no interchange header"),
        ]
        for document in [(1, "X1000002"), (2, "X1000004"), (3, "X1000021")] as [(UInt64, String)] {
            _ = try await ScreeningFixture.watch(document.1, document.0, store, vault)
        }
        _ = try await store.append(lists, audit: [])
        try await ScreeningFixture.drain(ScreeningFixture.screener(store, vault))
        let acts = OfficerActs(store: store, tokeniser: vault)
        let mandate = Mandated(officer: StoreSamples.id(77), role: .officer, post: nil, grant: nil)
        let hit = try #require(try await hits(named: "X1000002").first)
        _ = try await acts.judge(hit: hit.id, answer: .same, reason: "ALASANRAHASIA", by: mandate, atMilliseconds: 5)
        let nik = try NIK(parsing: "0099995204850001")
        let judged = IdentityJudgement(
            voyage: hit.voyage, traveller: hit.traveller, nik: nik, answer: .same, reason: "the same birth",
            documents: hit.personTokens, probability: 0.9, basis: "service")
        try await store.record(
            CaseworkChange(decisions: [
                DecisionRecord(
                    id: StoreSamples.id(500), atMilliseconds: 6, officer: StoreSamples.id(77), post: nil,
                    decision: .identityJudged(judged)),
                DecisionRecord(
                    id: StoreSamples.id(501), atMilliseconds: 7, officer: StoreSamples.id(77), post: nil,
                    decision: .examined(
                        Examination(
                            voyage: hit.voyage, traveller: hit.traveller, result: .found([]), note: "CATATANRAHASIA"))),
            ]), audit: [])
        try await ScreeningFixture.drain(ScreeningFixture.screener(store, vault))
    }

    private func hits(named document: String) async throws -> [Hit] {
        try await store.hits(HitQuery()).map(\.hit).filter { hit in
            hit.reasons.contains { $0.observed.contains(document) }
        }
    }

    private func cutoffs(onDay now: Int64) -> RetentionCutoffs {
        RetentionSchedule().cutoffs(atMilliseconds: now * day)
    }

    private func forget(onDay now: Int64) async throws -> RetentionTally {
        try await store.forgetDue(cutoffs(onDay: now), register: register)
    }

    private func export(_ store: SQLiteStore) async throws -> [String] {
        var lines: [String] = []
        try await store.exportDerived { lines.append($0) }
        return lines
    }

    /// Bytes of the database and its log.
    private func isOnDisk(_ bytes: [UInt8]) throws -> Bool {
        Data(try folder.contents()).range(of: Data(bytes)) != nil
    }

    /// Tokens of the travellers of the one voyage that has so many, and of nobody else; identifiers stay.
    private func tokens(ofTravellersThat count: Int) async throws -> [[UInt8]] {
        var groups: [[String]] = [[]]
        var others = ""
        for line in try await export(store) {
            if line.hasPrefix("voyage") { groups.append([]) }
            if line.hasPrefix("traveller") { groups[groups.count - 1].append(line) }
            if line.hasPrefix("entry") { others += line }
        }
        let own = try #require(groups.first { $0.count == count })
        others += groups.filter { $0.count != count }.joined().joined()
        let words = own.flatMap { line in
            let parts = line.split(separator: " ")
            return parts[4...].joined(separator: ",").split(separator: ",").filter { $0 != parts[1] }
        }
        return words.filter { !others.contains($0) }.compactMap { BlindToken($0)?.bytes }
    }

    @Test func `nothing is due before its time`() async throws {
        try await fill()
        let before = try await export(store)
        // The last message of the first sailing came on day 1: a day less than six months ago.
        #expect(try await forget(onDay: 29).isEmpty)
        #expect(try await export(store) == before)
        let later = try await forget(onDay: 183)
        #expect(later[.quarantineForgotten] == 1 && later[.voyagesDepersonalised] == 0)
    }

    @Test func `a rehearsal counts what a run then does, and changes nothing`() async throws {
        try await fill()
        let before = try await export(store)
        let told = try await store.retentionDue(cutoffs(onDay: 200))
        #expect(try await export(store) == before)
        let done = try await forget(onDay: 200)
        #expect(told == done)
        #expect(done[.voyagesDepersonalised] == 1 && done[.travellersDepersonalised] == 5)
        #expect(done[.messagesForgotten] == 2 && done[.quarantineForgotten] == 1 && done[.hitsDepersonalised] == 2)
        #expect(done[.decisionsDepersonalised] == 2 && done[.decisionsDestroyed] == 1)
        #expect(try await forget(onDay: 200).isEmpty)
        let counts = try await store.inboxCounts()
        #expect(counts == InboxCounts(stored: 1, pending: 0, quarantined: 0, duplicates: 0, forgotten: 3))
    }

    @Test func `names, documents, tokens and keys are in no byte that is left`() async throws {
        try await fill()
        let tokens = try await tokens(ofTravellersThat: 5)
        let keys = try Tampering.blobs(
            """
            SELECT k.bytes FROM data_key AS k JOIN message_body AS b ON b.key = k.number JOIN inbox AS i ON i.seq = b.seq
            WHERE i.received_at < 90 * 86400000
            UNION ALL SELECT k.bytes FROM data_key AS k JOIN decision AS d ON d.key = k.number WHERE d.at BETWEEN 5 AND 7
            """, on: "\(folder.path)/\(SQLiteStore.fileName)")
        #expect(keys.count == 6 && tokens.count > 4)
        for key in keys { #expect(try isOnDisk(key)) }
        for token in tokens { #expect(try isOnDisk(token)) }
        _ = try await forget(onDay: 200)
        for key in keys { #expect(try !isOnDisk(key), "a destroyed key is on disk") }
        for token in tokens { #expect(try !isOnDisk(token), "a traveller's token is on disk") }
        let kept = try String(contentsOf: URL(filePath: register.path), encoding: .utf8)
        #expect(kept.hasPrefix("cermat-destroyed-1 \(200 * day) "))
        #expect(kept.split(whereSeparator: { " \n".contains($0) }).filter { $0.count == 32 }.count >= 7)
    }

    @Test func `what was judged still explains itself, without the person`() async throws {
        try await fill()
        let judged = try #require(try await hits(named: "X1000002").first)
        let open = try #require(try await hits(named: "X1000004").first)
        _ = try await forget(onDay: 200)
        let left = try #require(try await store.hits(HitQuery(ids: [judged.id])).first)
        #expect(left.hit.status == .judgedSame && left.hit.entry == judged.entry && left.hit.rank == judged.rank)
        #expect(left.hit.reasons.map(\.kind) == judged.reasons.map(\.kind))
        #expect(left.hit.reasons.allSatisfy { !$0.observed.contains("X1000002") })
        #expect(left.hit.personTokens.isEmpty)
        #expect(try await store.hits(HitQuery(ids: [open.id])).first?.hit.status == .lapsed)
        let decisions = try await store.decisions(onVoyage: judged.voyage)
        #expect(decisions.map(\.decision.kind) == [.judged, .examined])
        guard case .judged(_, let judgement) = decisions[0].decision else { return }
        #expect(judgement.reason == DecisionRecord.forgottenText && judgement.answer == .same)
        let row = try #require(try await store.voyages([judged.voyage]).first)
        #expect(row.summary.forgottenAtMilliseconds == 200 * day && row.summary.waitingHits == 0)
        #expect(row.summary.travellers == 5)
        let found = try await store.travellers(carrying: judged.personTokens, limit: 9)
        #expect(!found.contains { $0.facts.id == judged.voyage })
        #expect(try await store.locate(judged.traveller) != nil)
    }

    @Test func `what is forgotten does not come back with the same or a later message`() async throws {
        try await fill()
        _ = try await forget(onDay: 200)
        let before = try await export(store).filter { $0.hasPrefix("voyage") || $0.hasPrefix("traveller") }
        let same = ScreeningFixture.entry(ScreeningFixture.manifest(1, first: 1, travellers: 3), vault, at: 201 * day)
        let late = ScreeningFixture.entry(ScreeningFixture.manifest(1, first: 2, travellers: 1), vault, at: 201 * day)
        let receipts = try await store.append([same, late], audit: [])
        #expect(receipts.map(\.outcome) == [.duplicate, .stored])
        try await ScreeningFixture.drain(ScreeningFixture.screener(store, vault))
        #expect(try await export(store).filter { $0.hasPrefix("voyage") || $0.hasPrefix("traveller") } == before)
        #expect(try await forget(onDay: 300)[.messagesForgotten] == 1)
        #expect(try await forget(onDay: 201 + 184)[.messagesForgotten] == 1)
        #expect(try await store.message(late.id) == nil)
    }

    @Test(arguments: [200, 300] as [Int64])
    func `rebuilding keeps what is without names and gives the same state`(onDay now: Int64) async throws {
        try await fill()
        _ = try await forget(onDay: now)
        let otherFolder = try TemporaryFolder()
        let other = try SQLiteStore.open(at: otherFolder.path, vault: vault, node: "new")
        let copy = try await store.copyPrimary(into: other, shuffledBy: 3)
        #expect(copy.depersonalised == (now == 200 ? 1 : 2))
        try await ScreeningFixture.drain(ScreeningFixture.screener(other, vault))
        #expect(try await export(other) == export(store))
        #expect(try await other.inboxCounts() == store.inboxCounts())
    }

    @Test func `at the limit nothing of a voyage is left, nor what it added to the counts`() async throws {
        try await fill()
        let empty = try await export(store).filter { $0.hasPrefix("entry") }
        _ = try await forget(onDay: 300)
        let ended = try await forget(onDay: 100 + 1_827)
        #expect(ended[.voyagesDestroyed] == 2)
        #expect(ended[.decisionsDestroyed] == 3)
        #expect(try await export(store) == empty)
        #expect(try await store.inboxCounts() == InboxCounts(stored: 0, pending: 0, quarantined: 0, duplicates: 0))
        #expect(try await store.verifyAudit() != .broken(AuditFault(sequence: 1, kind: .altered)))
    }

    @Test func `an entry withdrawn long ago goes with all its versions`() async throws {
        let entry = try await ScreeningFixture.watch("X1000002", 1, store, vault)
        _ = try await ScreeningFixture.watch("X1000003", 2, store, vault)
        try await store.record(
            CaseworkChange(decisions: [
                DecisionRecord(
                    id: StoreSamples.id(400), atMilliseconds: day, officer: StoreSamples.id(77), post: nil,
                    decision: .entryWithdrawn(entry.id, reason: "the case is closed"))
            ]), audit: [])
        #expect(try await forget(onDay: 1_826)[.entriesDestroyed] == 0)
        #expect(try await forget(onDay: 1_828)[.entriesDestroyed] == 1)
        #expect(try await store.entries(offset: 0, limit: 9, includingWithdrawn: true).count == 1)
    }

    @Test func `an entry that expired goes as one that was withdrawn, and not while somebody does something about it`()
        async throws
    {
        let watched = try await ScreeningFixture.watch("X1000002", 1, store, vault)
        // Its last day is 1 January 2027: day 20,819 since 1970.
        let last: Int64 = 20_819
        #expect(Int64(watched.expiry.daysSinceEpoch) == last)
        var longer = try await ScreeningFixture.watch("X1000003", 2, store, vault)
        longer.expiry = try #require(CivilDate(year: 2040, month: 1, day: 1))
        try await store.record(
            CaseworkChange(decisions: [StoreSamples.decision(7, .entryWritten(longer))], entryTokens: [:]), audit: [])
        #expect(try await forget(onDay: last + 1_827)[.entriesDestroyed] == 0)
        let due = RetentionSchedule().cutoffs(atMilliseconds: (last + 1_828) * day)
        #expect(try await store.retentionRecordsDue(due)[.entriesDestroyed] == 1)
        let judgement = StoreSamples.judgement(of: StoreSamples.hit(1, voyage: 1, traveller: 1, entry: 1))
        var late = StoreSamples.decision(8, .judged(hit: StoreSamples.id(1), judgement), at: last * day)
        late.decision = .assigned(hit: StoreSamples.id(1), entry: watched.id, to: nil)
        late.atMilliseconds = (last + 100) * day
        try await store.record(CaseworkChange(decisions: [late]), audit: [])
        #expect(try await forget(onDay: last + 1_828)[.entriesDestroyed] == 0)
        let told = try await store.retentionDue(RetentionSchedule().cutoffs(atMilliseconds: (last + 2_000) * day))
        let done = try await forget(onDay: last + 2_000)
        #expect(done[.entriesDestroyed] == 1 && told == done)
        #expect(try await store.entries(offset: 0, limit: 9, includingWithdrawn: true).map(\.id) == [longer.id])
        #expect(try await store.decisions(kinds: [.entryWritten], post: nil, sinceMilliseconds: 0, limit: 9).count == 2)
    }

    @Test func `replaced versions of accounts go, the last of each officer stays, and a rebuild has the same`()
        async throws
    {
        for (number, (officer, login)) in [(1, "wati"), (1, "wati.baru"), (2, "budi"), (1, "wati.kini")].enumerated() {
            let account = StoreSamples.account(UInt64(officer), login: login)
            let record = StoreSamples.decision(
                UInt64(number) + 1, .accountWritten(account), at: Int64(number) * 100 * day)
            try await store.record(CaseworkChange(decisions: [record]), audit: [])
        }
        func logins() async throws -> [String] {
            try await store.decisions(kinds: [.accountWritten], post: nil, sinceMilliseconds: 0, limit: 9).compactMap {
                if case .accountWritten(let account) = $0.decision { account.officer.login } else { nil }
            }
        }
        // The first was replaced on day 100, the second on day 300.
        #expect(try await forget(onDay: 283)[.accountVersionsDestroyed] == 0)
        #expect(try await forget(onDay: 284)[.accountVersionsDestroyed] == 1)
        #expect(try await logins() == ["wati.kini", "budi", "wati.baru"])
        let accounts = try await store.accounts()
        let done = try await forget(onDay: 6_000)
        #expect(done[.accountVersionsDestroyed] == 1 && done[.keysDestroyed] == 1)
        #expect(try await logins() == ["wati.kini", "budi"])
        #expect(try await store.accounts() == accounts)
        let otherFolder = try TemporaryFolder()
        let other = try SQLiteStore.open(at: otherFolder.path, vault: vault, node: "new")
        _ = try await store.copyPrimary(into: other, shuffledBy: 3)
        #expect(try await export(other) == export(store))
        #expect(try await other.accounts() == accounts)
    }

    @Test func `every transaction of a run has its record`() async throws {
        try await fill()
        _ = try await forget(onDay: 200)
        let rows = try await store.audit(AuditQuery(actions: [.forget]))
        #expect(rows.count == 2)
        #expect(rows.allSatisfy { $0.event.detail?.hasPrefix("retention ") == true })
    }
}
