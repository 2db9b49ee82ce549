// SPDX-License-Identifier: Apache-2.0

import Civil
import Mandate
import Safeguards
import Screening
import TestSupport
import Testing

@testable import Casework

/// Feeds: their tokens over time, what is kept of them, and when one is silent.
@Suite struct FeedDeskTests {
    static let start: Int64 = 1_768_400_000_000
    static let hour: Int64 = 3_600_000
    let store = MemoryStore(vault: EphemeralKeyVault())
    let desk: FeedDesk
    let name: FeedName
    let mandate = Mandated(officer: RecordID(high: 1, low: 1), role: .administrator, post: nil, grant: nil)

    init() throws {
        desk = FeedDesk(store: store)
        name = try #require(FeedName("garuda"))
    }

    func draft(_ carriers: String = "GA, qg", hours: Int? = 6) throws(CaseworkError) -> FeedDraft {
        try FeedDraft(speaksFor: carriers, contact: "meja data", silenceHours: hours)
    }

    func entrance(_ secret: BearerSecret, _ now: Int64) async throws -> FeedEntrance? {
        try await desk.tokens(atMilliseconds: now).entrance(secret.digest, atMilliseconds: now)
    }

    @Test func `a token opens until it is withdrawn, and is nowhere kept`() async throws {
        let added = try await desk.add(name, try draft(), by: mandate, atMilliseconds: Self.start)
        #expect(added.feed.speaksFor == ["GA", "QG"])
        #expect(try await entrance(added.secret, Self.start + 1) == .open("garuda"))
        var generator = SystemRandomNumberGenerator()
        #expect(try await entrance(.random(using: &generator), Self.start + 1) == nil)
        let records = try await store.decisions(
            kinds: [.feedWritten], post: nil, sinceMilliseconds: 0, limit: 10)
        #expect(!"\(records)".contains(added.secret.text))
        try await desk.withdraw(name, reason: "kontrak berakhir", by: mandate, atMilliseconds: Self.start + 2)
        #expect(try await entrance(added.secret, Self.start + 3) == .closed("garuda"))
        let row = try await store.audit(AuditQuery(subject: "feed:garuda", actions: [.editFeed])).map(\.event.detail)
        #expect(row == ["withdrawn version=2", "added version=1"])
        await #expect(throws: CaseworkError.unknown) {
            _ = try await desk.rotate(name, overlapHours: 1, by: mandate, atMilliseconds: Self.start + 4)
        }
        let again = try await desk.add(name, try draft(), by: mandate, atMilliseconds: Self.start + 5)
        #expect(try await entrance(again.secret, Self.start + 6) == .open("garuda"))
        #expect(try await entrance(added.secret, Self.start + 6) == .closed("garuda"), "the old token stays closed")
    }

    @Test func `a replaced token opens for the overlap and no longer`() async throws {
        let first = try await desk.add(name, try draft(), by: mandate, atMilliseconds: Self.start)
        let second = try await desk.rotate(
            name, version: 1, overlapHours: 2, by: mandate, atMilliseconds: Self.start)
        let end = Self.start + 2 * Self.hour
        #expect(try await entrance(first.secret, end - 1) == .open("garuda"))
        #expect(try await entrance(second.secret, end - 1) == .open("garuda"))
        #expect(try await entrance(first.secret, end) == .closed("garuda"))
        #expect(try await entrance(second.secret, end) == .open("garuda"))
        await #expect(throws: CaseworkError.self, "a form sent twice") {
            _ = try await desk.rotate(name, version: 1, overlapHours: 2, by: mandate, atMilliseconds: end)
        }
        let third = try await desk.rotate(name, overlapHours: 0, by: mandate, atMilliseconds: end)
        #expect(try await entrance(second.secret, end) == .closed("garuda"), "without overlap at once")
        #expect(try await entrance(third.secret, end) == .open("garuda"))
    }

    @Test func `the highest version stands, also where an earlier act was written later`() async throws {
        let added = try await desk.add(name, try draft(), by: mandate, atMilliseconds: Self.start + 5)
        // Begun before, written after.
        var gone = added.feed
        gone.version = 2
        gone.token = nil
        let version = FeedVersion(act: .withdrawn, feed: gone, reason: "bocor")
        try await store.record(
            CaseworkChange(decisions: [StoreSamples.decision(1, .feedWritten(version), at: Self.start)]), audit: [])
        let now = Self.start + 2_000
        #expect(try await entrance(added.secret, now) == .closed("garuda"))
        #expect(try await desk.latest(atMilliseconds: now).map(\.version) == [version])
        await #expect(throws: CaseworkError.unknown) {
            _ = try await desk.rotate(name, overlapHours: 1, by: mandate, atMilliseconds: now)
        }
    }

    @Test func `of two versions with one number the withdrawal stands`() throws {
        var generator = SystemRandomNumberGenerator()
        let token = BearerSecret.random(using: &generator).digest
        let feed = MessageFeed(
            name: name, version: 2, speaksFor: ["GA"], contact: "meja", silenceHours: 6, token: token)
        var gone = feed
        gone.token = nil
        let versions = [
            FeedVersion(act: .changed, feed: feed, reason: ""),
            FeedVersion(act: .withdrawn, feed: gone, reason: "bocor"),
        ]
        for order in [versions, versions.reversed()] {
            #expect(FeedTokens(order).entrance(token, atMilliseconds: Self.start) == .closed("garuda"))
        }
    }

    @Test func `of two changes of one version the later is told to look again`() async throws {
        _ = try await desk.add(name, try draft(), by: mandate, atMilliseconds: Self.start)
        func rotate(_ desk: FeedDesk) async throws(CaseworkError) {
            _ = try await desk.rotate(name, version: 1, overlapHours: 0, by: mandate, atMilliseconds: Self.start)
        }
        let desks = [desk, FeedDesk(store: store), FeedDesk(store: store)]
        let refusals = await withTaskGroup(of: CaseworkError?.self) { group in
            for desk in desks {
                group.addTask {
                    do throws(CaseworkError) { try await rotate(desk) } catch { return error }
                    return nil
                }
            }
            return await group.reduce(into: [CaseworkError?]()) { $0.append($1) }.compactMap { $0 }
        }
        let changed = CaseworkError.notAllowed(why: "the feed has changed since; open its page again")
        #expect(refusals == [changed, changed])
        #expect(try await store.audit(AuditQuery(actions: [.editFeed])).count == 2)
    }

    @Test func `a change by a process whose clock is behind is known before the next`() async throws {
        _ = try await desk.add(name, try draft(), by: mandate, atMilliseconds: Self.start)
        let other = FeedDesk(store: store)
        _ = try await other.rotate(name, overlapHours: 0, by: mandate, atMilliseconds: Self.start - 120_000)
        try await desk.withdraw(name, reason: "bocor", by: mandate, atMilliseconds: Self.start + 1)
        #expect(try await desk.latest(atMilliseconds: Self.start + 2).map(\.version.feed.version) == [3])
    }

    @Test func `a name in force is not added twice`() async throws {
        _ = try await desk.add(name, try draft(), by: mandate, atMilliseconds: Self.start)
        await #expect(throws: CaseworkError.notAllowed(why: "a feed of this name exists")) {
            _ = try await desk.add(name, try draft(), by: mandate, atMilliseconds: Self.start)
        }
    }

    @Test func `another process's change is seen within a second`() async throws {
        let other = FeedDesk(store: store)
        #expect(try await desk.entries(atMilliseconds: Self.start).isEmpty)
        let added = try await other.add(name, try draft(), by: nil, atMilliseconds: Self.start + 10)
        #expect(try await entrance(added.secret, Self.start + 1_001) == .open("garuda"))
        // The end of the log alone is read, and nothing before it is lost.
        let later = Self.start + 30 * 24 * Self.hour
        try await other.withdraw(name, reason: "selesai", by: nil, atMilliseconds: later)
        #expect(try await entrance(added.secret, later + 1_001) == .closed("garuda"))
        #expect(try await desk.entries(atMilliseconds: later + 2_002).map(\.version.act) == [.added, .withdrawn])
    }

    @Test(
        arguments: [
            ("", 6, "carriers"), ("GA <b>", 6, "carriers"), ("GA", 0, "silence"), ("GA", 1441, "silence"),
            ("GA", nil, "silence"),
            (String(repeating: "A,B", count: 1) + String(repeating: "X", count: 40), 6, "carriers"),
        ] as [(String, Int?, String)])
    func `says which field is wrong`(carriers: String, hours: Int?, field: String) throws {
        do {
            _ = try draft(carriers, hours: hours)
            Issue.record("taken")
        } catch {
            if case .invalid(let named, _) = error { #expect(named == field) } else { Issue.record("\(error)") }
        }
    }

    @Test(arguments: ["", "a", "feed", "desk", "Garuda", "1ga", "ga ga", "ga/../x", String(repeating: "a", count: 41)])
    func `refuses names that are no names`(text: String) { #expect(FeedName(text) == nil) }

    @Test func `is silent after its own hours, counted from the last message or from the start`() async throws {
        _ = try await desk.add(name, try draft(), by: mandate, atMilliseconds: Self.start)
        func state(_ now: Int64) async throws -> FeedState {
            try #require(
                try await desk.states(of: store, countingSince: Self.start, atMilliseconds: now).first)
        }
        #expect(try await state(Self.start + 5 * Self.hour).isSilent == false)
        #expect(try await state(Self.start + 6 * Self.hour).isSilent)
        var message = StoreSamples.message(1)
        message.origin = "http:garuda"
        message.receivedAtMilliseconds = Self.start + 5 * Self.hour
        _ = try await store.append([message], audit: [])
        desk.refusals.count("garuda", atMilliseconds: Self.start + 5 * Self.hour)
        let now = try await state(Self.start + 10 * Self.hour)
        #expect(!now.isSilent && now.quietHours == 5 && now.traffic?.received == 1 && now.refused == 1)
        #expect(try await state(Self.start + 11 * Self.hour).isSilent)
        try await desk.withdraw(name, reason: "selesai", by: nil, atMilliseconds: Self.start + 11 * Self.hour)
        #expect(try await state(Self.start + 99 * Self.hour).isSilent == false, "a withdrawn feed owes nothing")
        #expect(try await state(Self.start + 99 * Self.hour).traffic == nil, "and is not asked for")
    }
}
