// SPDX-License-Identifier: Apache-2.0

import Civil
import Mandate
import Screening
import TestSupport
import Testing
import Travel

@testable import Casework

/// Questions about the registry's photograph: recorded before they leave, within the quota, and no picture kept.
@Suite struct RegistryFaceTests {
    private static let picture: [UInt8] = Array("canary picture of nobody".utf8)

    private static func officer() -> Mandated {
        Mandated(officer: RecordID(high: 3, low: 4), role: .officer, post: PostCode("CGK"), grant: nil)
    }

    private static func terms(
        _ access: RegistryServiceTerms.FaceAccess = .verification, quota: Int = 100
    ) -> RegistryTerms {
        VerificationDeskTests.terms {
            $0.service.face = access
            $0.service.dailyQuota = quota
        }
    }

    private static func nik() throws -> NIK { try NIK(parsing: "0101011204850001") }

    @Test func `the question is in the audit log, the registry's word in the decision log, the picture in neither`()
        async throws
    {
        let (unit, clock) = (SmallUnit(), TestClock())
        try await unit.send(at: "260114:1000", VerificationDeskTests.people, niks: VerificationDeskTests.niks)
        let santoso = try await VerificationDeskTests.travellers(unit)["SANTOSO"]
        let traveller = try #require(santoso)
        let registry = ScriptedRegistry { _, _ in .failed(.unreachable) }
        await registry.answer { _ in .found(.told(.agrees, score: 91.25)) }
        let desk = VerificationDeskTests.desk(unit, registry, clock, Self.terms())
        let question = RegistryFaceQuestion.compare(try Self.nik(), picture: Self.picture)
        let standing = try await desk.ask(question, about: traveller, by: Self.officer())
        #expect(
            standing
                == .answered(.told(.agrees, score: 91.25), agreement: "PKS-1", atMilliseconds: clock.now))
        let asked = try await unit.store.audit(AuditQuery(actions: [.verifyHolder])).map(\.event)
        #expect(asked.count == 1 && asked[0].detail == "registry face verification")
        #expect(asked[0].subjects.contains("traveller:\(traveller.id)"))
        #expect(asked.allSatisfy { !"\($0)".contains("0101011204850001") && !"\($0)".contains("canary") })
        let kept = try await unit.store.decisions(
            kinds: [.registryFaceReplied], post: nil, sinceMilliseconds: 0, limit: 9)
        guard case .registryFaceReplied(let reply)? = kept.first?.decision else {
            return #expect(Bool(false), "kept")
        }
        #expect(reply.answer == .agrees && reply.score == 91.25 && reply.voyage == traveller.voyage)
        #expect(kept.first?.officer == RecordID(high: 3, low: 4))
        #expect(!"\(kept)".contains("canary"))
        #expect(await desk.overview().askedToday == 1)
        // Another process counts it too, and forgets it with the other answers.
        let again = VerificationDeskTests.desk(unit, registry, clock, Self.terms())
        try await again.load()
        #expect(await again.overview().askedToday == 1)
        let gone = try await unit.store.forgetReplies(
            beforeMilliseconds: clock.now + 1, atMilliseconds: clock.now + 1)
        #expect(gone == 1)
    }

    @Test func `a photograph that the registry gives is no part of any record`() async throws {
        let (unit, clock) = (SmallUnit(), TestClock())
        let registry = ScriptedRegistry { _, _ in .failed(.unreachable) }
        await registry.answer { _ in .found(.photograph(Self.picture)) }
        let desk = VerificationDeskTests.desk(unit, registry, clock, Self.terms(.data))
        let standing = try await desk.ask(.photograph(try Self.nik()), about: nil, by: Self.officer())
        guard case .answered(.photograph(Self.picture), _, _) = standing else {
            return #expect(Bool(false), "given")
        }
        let kept = try await unit.store.decisions(
            kinds: [.registryFaceReplied], post: nil, sinceMilliseconds: 0, limit: 9)
        #expect(kept.count == 1 && !"\(kept)".contains("canary"))
        #expect(!"\(kept)".contains("\(Self.picture)"))
        let events = try await unit.store.audit(AuditQuery(limit: 100))
        #expect(!"\(events)".contains("\(Self.picture)"))
    }

    @Test func `without quota nobody is asked, and nothing is recorded as asked`() async throws {
        let (unit, clock) = (SmallUnit(), TestClock())
        let registry = ScriptedRegistry { _, _ in .failed(.unreachable) }
        let desk = VerificationDeskTests.desk(unit, registry, clock, Self.terms(quota: 0))
        let standing = try await desk.ask(.photograph(try Self.nik()), about: nil, by: Self.officer())
        #expect(standing == .notAsked(.quota))
        #expect(await registry.askedFaces.isEmpty)
        let events = try await unit.store.audit(AuditQuery(actions: [.verifyHolder]))
        #expect(events.isEmpty)
    }

    @Test func `a service that is away is told as that, rests, and the quota that it says is used is believed`()
        async throws
    {
        let (unit, clock) = (SmallUnit(), TestClock())
        let registry = ScriptedRegistry { _, _ in .failed(.unreachable) }
        let desk = VerificationDeskTests.desk(unit, registry, clock, Self.terms())
        let question = RegistryFaceQuestion.photograph(try Self.nik())
        guard case .notAsked(.failing(.unreachable, _)) = try await desk.ask(question, about: nil, by: Self.officer())
        else { return #expect(Bool(false), "away") }
        // While it rests nobody knocks.
        _ = try await desk.ask(question, about: nil, by: Self.officer())
        #expect(await registry.askedFaces.count == 1)
        clock.pass(seconds: 10)
        await registry.answer { _ in .failed(.quotaExhausted) }
        let used = try await desk.ask(question, about: nil, by: Self.officer())
        #expect(used == .notAsked(.quota))
        #expect(await desk.overview().hold == .quota, "the other questions rest too")
        let events = try await unit.store.audit(AuditQuery(actions: [.verifyHolder]))
        #expect(events.count == 2, "what left is recorded, answered or not")
    }
}
