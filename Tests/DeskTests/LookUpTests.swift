// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Foundation
import Gazetteer
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Mandate
import Safeguards
import Screening
import TestSupport
import Testing
import Travel
import Wording

@testable import Desk

/// The look-up at a post: tied to somebody present, counted, recorded before anything is shown.
@Suite struct LookUpTests {
    /// DEWI CANARIO's passport of the bench, with right check digits, and the zone of somebody who is on no voyage.
    static let strangerZone =
        "P<IDNSTRANGER<<RARA<<<<<<<<<<<<<<<<<<<<<<<<<\nX9999999<8IDN9001019F3001019<<<<<<<<<<<<<<08"

    private func bench(
        _ limit: Int = 50, keepsDetails: Bool = false, damaging: Bool = false,
        _ body: @Sendable (DeskBench, any TestClientProtocol) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        var builder = PopulationIndexBuilder()
        if keepsDetails { try builder.keepDetails(beside: folder.path + "/r.index") }
        try Array(RegistryPageTests.residents.utf8).withUnsafeBufferPointer { try builder.add($0) }
        try builder.write(to: folder.path + "/r.index")
        if damaging {
            // The index of another day takes the place of the one that the details belong to.
            try Data(contentsOf: URL(fileURLWithPath: folder.path + "/r.index.details")).write(
                to: URL(fileURLWithPath: folder.path + "/kept"))
            try Array((RegistryPageTests.family + RegistryPageTests.crowd(2_990)).utf8).withUnsafeBufferPointer {
                try builder.add($0)
            }
            try builder.write(to: folder.path + "/r.index")
            try FileManager.default.moveItem(
                atPath: folder.path + "/kept", toPath: folder.path + "/r.index.details")
        }
        let extract = try ExtractDesk(path: folder.path + "/r.index")
        var terms = RegistryPageTests.terms(.extract)
        terms.lookUps.aDay = limit
        let bench = try await DeskBench { [terms] _ in RegistryDesk(terms: terms, extract: extract) }
        try await bench.application.test(.router) { client in try await body(bench, client) }
    }

    /// The live line of a supervisor's board.
    private func supervisorsBoard(_ bench: DeskBench) async throws -> AsyncStream<String> {
        let (live, sessions) = bench.server.liveParts
        let supervisor = try #require(bench.officers[.supervisor])
        var session = Session(of: supervisor, atMilliseconds: DeskBench.nowMilliseconds)
        session.declare(
            try bench.server.policy.grant(
                .supervision, reference: "ST-9", to: .supervisor, atMilliseconds: DeskBench.nowMilliseconds))
        let signedIn = SignedIn(
            session: session, login: "supervisor", displayName: "S", language: .indonesian, theme: nil,
            mustChangePassword: false, accountMark: bench.vault.token(.login, "supervisor"),
            accountReadAtMilliseconds: DeskBench.nowMilliseconds)
        let token = await sessions.begin(signedIn, now: DeskBench.nowMilliseconds)
        return try await live.subscribe(
            LiveBoard.Reader(
                token: token, signedIn: signedIn, view: BoardView(posts: ["CGK"], direction: .arrival),
                clock: LocalClock(zone: .western, words: Words(.indonesian))), showing: [])
    }

    private func officer(_ client: any TestClientProtocol) async throws -> Browser {
        let browser = Browser(client)
        try await browser.signIn(.officer)
        _ = try await browser.declare(.arrivalControl)
        try await browser.get("/kenali")
        return browser
    }

    @Test func `a number of nobody present needs a reason, and the supervisor sees it`() async throws {
        try await bench { bench, client in
            let browser = try await officer(client)
            let asked = try await browser.post("/kenali", [("isi", "0101014307900004")])
            #expect(asked.status == 200 && asked.body.contains("Pindai dokumennya"))
            #expect(!asked.body.contains("CANARIO"), "nothing is shown without a reason")
            let short = try await browser.post("/kenali", [("isi", "0101014307900004"), ("alasan", "ingin")])
            #expect(!short.body.contains("CANARIO"))
            let told = try await browser.post(
                "/kenali", [("isi", "0101 0143 0790 0004"), ("alasan", "laporan petugas gerbang 3")])
            #expect(told.status == 200 && told.body.contains("DEWI CANARIO"))
            let decisions = try await bench.memory.decisions(
                kinds: [.residentLookedUp], post: nil, sinceMilliseconds: 0, limit: 9)
            #expect(decisions.count == 1)
            let records = try await bench.memory.audit(AuditQuery(actions: [.lookUpResident]))
            #expect(records.contains { $0.event.detail == "untied" })
            #expect(records.allSatisfy { !"\($0.event)".contains("0101014307900004") })
            let supervisor = Browser(client)
            try await supervisor.signIn(.supervisor)
            _ = try await supervisor.declare(.supervision)
            let page = try await supervisor.get("/keputusan")
            #expect(page.body.contains("laporan petugas gerbang 3"))
        }
    }

    @Test func `comparing a face is part of the look-up: recorded, with a reason, and told plainly without an engine`()
        async throws
    {
        try await bench { bench, client in
            let browser = try await officer(client)
            let fields = [("isi", "0101014307900004"), ("foto", "x")]
            let asked = try await browser.post("/kenali/wajah", fields)
            #expect(asked.status == 200 && asked.body.contains("Pindai dokumennya"))
            let told = try await browser.post(
                "/kenali/wajah", fields + [("alasan", "laporan petugas gerbang 3")])
            #expect(told.status == 200 && told.body.contains("scripts/face-engine.sh"))
            #expect(told.body.contains("action=\"/kenali/wajah\"") && told.body.contains("DEWI CANARIO"))
            let records = try await bench.memory.audit(AuditQuery(actions: [.compareHolder]))
            #expect(records.contains { $0.event.detail == "found=0 face=no-engine" })
            #expect(records.allSatisfy { !"\($0.event)".contains("0101014307900004") })
            let looks = try await bench.memory.decisions(
                kinds: [.residentLookedUp], post: nil, sinceMilliseconds: 0, limit: 9)
            #expect(looks.count == 1)
        }
    }

    @Test func `who is on a voyage of today is found by document, with the hit and the way to the family`() async throws
    {
        try await bench { bench, client in
            let browser = try await officer(client)
            // BUDI HASAN's passport A1234567 is in the carrier's message.
            let zone = "P<IDNHASAN<<BUDI<<<<<<<<<<<<<<<<<<<<<<<<<<<<\nA1234567<1IDN8504121M3001019<<<<<<<<<<<<<<00"
            let page = try await browser.post("/kenali", [("isi", zone)])
            #expect(page.status == 200 && page.body.contains("/penumpang/\(bench.hitTraveller)"))
            #expect(page.body.contains("Ada kecocokan terbuka") && page.body.contains("0101011204850001"))
        }
    }

    @Test func `mother and address are shown only when asked for, and the asking is recorded first`() async throws {
        try await bench(keepsDetails: true) { bench, client in
            let browser = try await officer(client)
            #expect(try await browser.get("/kenali").body.contains("name=\"rincian\""))
            let fields = [("isi", "0101014307900004"), ("alasan", "laporan petugas gerbang 3")]
            let plain = try await browser.post("/kenali", fields)
            #expect(plain.body.contains("DEWI CANARIO"))
            #expect(!plain.body.contains("Nama ibu") && !plain.body.contains("JL B"))
            // Without a reason nothing is shown, nor recorded as asked for.
            let asked = try await browser.post("/kenali", [("isi", "0101014307900004"), ("rincian", "1")])
            #expect(!asked.body.contains("JL B") && asked.body.contains("checked"))
            let told = try await browser.post("/kenali", fields + [("rincian", "1")])
            #expect(told.status == 200 && told.body.contains("Nama ibu") && told.body.contains("JL B"))
            #expect(told.body.contains("1/2"))
            let decisions = try await bench.memory.decisions(
                kinds: [.residentLookedUp], post: nil, sinceMilliseconds: 0, limit: 9)
            let asking = decisions.map { record -> Bool? in
                if case .residentLookedUp(let lookUp) = record.decision { lookUp.asksDetails } else { nil }
            }
            #expect(asking.count == 2 && asking.count { $0 == true } == 1)
            let records = try await bench.memory.audit(AuditQuery(actions: [.lookUpResident]))
            #expect(records.contains { $0.event.detail == "untied details" })
            #expect(records.contains { $0.event.detail == "found=0 details" })
            #expect(records.contains { $0.event.detail == "found=0" })
            #expect(records.allSatisfy { !"\($0.event)".contains("JL B") })
            let unknown = try await browser.post(
                "/kenali", [("isi", "0101014307900009"), ("alasan", "laporan petugas gerbang 3"), ("rincian", "1")])
            #expect(!unknown.body.contains("Nama ibu"))
            let supervisor = Browser(client)
            try await supervisor.signIn(.supervisor)
            _ = try await supervisor.declare(.supervision)
            #expect(try await supervisor.get("/keputusan").body.contains("Ibu dan alamat"))
        }
    }

    @Test func `without details nothing is offered; foreign ones are refused and the look-up answers`() async throws {
        let fields = [
            ("isi", "0101014307900004"), ("alasan", "laporan petugas gerbang 3"), ("rincian", "1"),
        ]
        try await bench { bench, client in
            let browser = try await officer(client)
            #expect(!(try await browser.get("/kenali").body.contains("rincian")))
            let told = try await browser.post("/kenali", fields)
            #expect(told.body.contains("DEWI CANARIO") && !told.body.contains("Ibu dan alamat"))
            let records = try await bench.memory.audit(AuditQuery(actions: [.lookUpResident]))
            #expect(records.allSatisfy { !($0.event.detail ?? "").contains("details") })
        }
        try await bench(keepsDetails: true, damaging: true) { _, client in
            let browser = try await officer(client)
            let told = try await browser.post("/kenali", fields)
            #expect(told.body.contains("DEWI CANARIO") && told.body.contains("milik indeks lain"))
            #expect(!told.body.contains("JL B"))
        }
    }

    @Test func `look-ups beyond the day's number are refused`() async throws {
        try await bench(2) { _, client in
            let browser = try await officer(client)
            let fields = [("isi", "0101014307900004"), ("alasan", "laporan petugas gerbang 3")]
            for status in [200, 200, 429, 429] {
                #expect(try await browser.post("/kenali", fields).status == status)
            }
        }
    }

    @Test func `the supervisor is told of look-ups that nothing ties, of one's own number and of a used-up limit`()
        async throws
    {
        try await bench(2) { bench, client in
            let admin = Browser(client)
            try await admin.signIn(.administrator)
            _ = try await admin.declare(.administration)
            let officer = try #require(bench.officers[.officer])
            try await admin.get("/akun/\(officer.id)")
            let saved = try await admin.post(
                "/akun",
                [
                    ("id", "\(officer.id)"), ("nama", officer.displayName), ("peran", "officer"), ("pos", "CGK"),
                    ("aktif", "1"), ("nik", "0101014307900004"),
                ])
            #expect(saved.status == 303)
            #expect(!(try await admin.get("/akun/\(officer.id)").body.contains("0101014307900004")))
            let supervisor = Browser(client)
            try await supervisor.signIn(.supervisor)
            _ = try await supervisor.declare(.supervision)
            #expect(try await supervisor.get("/keputusan").body.contains("Tidak ada alarm"))
            let browser = try await self.officer(client)
            let fields = [("isi", "0101014307900004"), ("alasan", "laporan petugas gerbang 3")]
            for status in [200, 200, 429] { #expect(try await browser.post("/kenali", fields).status == status) }
            let page = try await supervisor.get("/keputusan").body
            for text in ["NIK petugas sendiri", "Tanpa kehadiran", "Jatah habis", "Nama officer"] {
                #expect(page.contains(text), "\(text)")
            }
            #expect(!page.contains("CANARIO") && !page.contains("0101014307900004"))
            let board = try await supervisor.get("/papan").body
            #expect(board.contains("data-alarms>3<") && board.contains("/keputusan#alarm"))
            #expect(!(try await browser.get("/papan").body.contains("data-alarms")), "an officer is not told")
            #expect(try await supervisor.get("/keadaan").body.contains("Alarm pencocokan, 24 jam"))
            // Whoever oversees data protection sees who, when, how many, and nothing of whom.
            for role in [Role.dataProtectionOfficer, .auditor] {
                let overseer = Browser(client)
                try await overseer.signIn(role)
                _ = try await overseer.declare(.oversight)
                #expect(try await overseer.get("/keputusan").status == 403)
                let audit = try await overseer.get("/audit").body
                for kind in ["untied", "own-number", "limit"] {
                    #expect(audit.contains("data-lookup-alarm=\"\(kind)\""), "\(role) \(kind)")
                }
                #expect(audit.contains("Nama officer") && audit.contains("id=\"alarm-pencocokan\""))
                #expect(!audit.contains("CANARIO") && !audit.contains("0101014307900004"))
                guard role == .dataProtectionOfficer else { continue }
                let state = try await overseer.get("/keadaan").body
                #expect(state.contains("href=\"/audit#alarm-pencocokan\""))
            }
            let live = bench.server.liveParts.0
            let stream = try await supervisorsBoard(bench)
            await live.beat()
            await live.closeAll()
            var told = ""
            for await event in stream { told += event }
            #expect(told.contains("\"alarms\":3"))
        }
    }

    @Test func `looking up oneself or one's family is told on the audit page, by name, number and family card`()
        async throws
    {
        try await bench { bench, client in
            var account = try #require(try await bench.memory.accounts().first { $0.officer.role == .officer })
            account.officer.displayName = "Dewi Canario"
            account.ownNumber = bench.vault.token(.nik, "0101014307900004")
            let line = try #require(
                RegistryPageTests.residents.split(separator: "\n").first { $0.contains("DEWI CANARIO") })
            account.ownFamilyCard = bench.vault.token(.familyCard, String(line.split(separator: ",")[1]))
            try await OfficerActs(store: bench.memory, tokeniser: bench.vault).writeAccount(
                account, by: nil, atMilliseconds: DeskBench.nowMilliseconds - 1_000)
            let browser = try await officer(client)
            let fields = [("isi", "0101014307900004"), ("alasan", "laporan petugas gerbang 3")]
            #expect(try await browser.post("/kenali", fields).status == 200)
            let records = try await bench.memory.audit(AuditQuery(actions: [.lookUpResident]))
            #expect(records.contains { $0.event.detail == "found=0 own=family+name+number" })
            let auditor = Browser(client)
            try await auditor.signIn(.auditor)
            _ = try await auditor.declare(.oversight)
            let page = try await auditor.get("/audit").body
            for kind in ["own-name", "own-number", "own-family"] {
                #expect(page.contains("data-alarm=\"\(kind)\""), "\(kind)")
            }
            #expect(!page.contains("data-no-family") && !page.contains("0101014307900004"))
        }
    }

    @Test(arguments: [RegistryServiceTerms.Mode.data, .verification])
    func `a service in data mode gives the card by which reading about one's family is told`(
        mode: RegistryServiceTerms.Mode
    ) async throws {
        var terms = RegistryPageTests.terms(.verification)
        terms.service.mode = mode
        let card = try #require(FamilyCardNumber(parsing: "0101010101100009"))
        let bench = try await DeskBench { [terms] parts in
            RegistryDesk(
                terms: terms,
                verification: VerificationDesk(
                    terms: terms, store: parts.store, voyages: parts.voyages, tokeniser: parts.vault,
                    asker: OneRecord(card: mode == .data ? card : nil), now: { DeskBench.nowMilliseconds }))
        }
        var account = try #require(try await bench.memory.accounts().first { $0.officer.role == .officer })
        account.ownFamilyCard = bench.vault.token(.familyCard, card.description)
        try await OfficerActs(store: bench.memory, tokeniser: bench.vault).writeAccount(
            account, by: nil, atMilliseconds: DeskBench.nowMilliseconds - 1_000)
        try await bench.application.test(.router) { client in
            let browser = try await officer(client)
            // A relative: neither the officer's number nor the officer's name.
            let fields = [("isi", "0101014307900004"), ("alasan", "laporan petugas gerbang 3")]
            #expect(try await browser.post("/kenali", fields).status == 200)
            let auditor = Browser(client)
            try await auditor.signIn(.auditor)
            _ = try await auditor.declare(.oversight)
            let page = try await auditor.get("/audit").body
            #expect(page.contains("data-alarm=\"own-family\"") == (mode == .data))
            #expect(page.contains("data-no-family") == (mode == .verification), "and the page says where it cannot")
            #expect(!page.contains("data-alarm=\"own-name\"") && !page.contains("0101010101100009"))
        }
    }

    @Test func `somebody else's number is not told as one's own`() async throws {
        try await bench { bench, client in
            let browser = try await officer(client)
            let fields = [("isi", "0101014307900004"), ("alasan", "laporan petugas gerbang 3")]
            #expect(try await browser.post("/kenali", fields).status == 200)
            let records = try await bench.memory.audit(AuditQuery(actions: [.lookUpResident]))
            #expect(records.allSatisfy { $0.event.detail?.contains("own=") != true })
        }
    }

    @Test func `rubbish is told from numbers, and an unknown number is said to be nobody's`() async throws {
        try await bench { _, client in
            let browser = try await officer(client)
            for text in [
                "", "BUDI HASAN", "12345", "0101017507870002", "\u{0}\u{7f}", String(repeating: "9", count: 5_000),
            ] {
                let page = try await browser.post("/kenali", [("isi", text), ("alasan", "laporan petugas gerbang 3")])
                #expect(page.status == 200 && page.body.contains("Tidak ada NIK 16 angka"), "\(text.prefix(20))")
            }
            let page = try await browser.post(
                "/kenali", [("isi", "0109014307900004"), ("alasan", "laporan petugas gerbang 3")])
            #expect(page.body.contains("tidak mengenal nomor ini"))
        }
    }

    @Test func `an analyst has no look-up, and without an agreement nobody has`() async throws {
        try await bench { _, client in
            let browser = Browser(client)
            try await browser.signIn(.analyst)
            _ = try await browser.declare(.targeting)
            #expect(try await browser.get("/kenali").status == 403)
        }
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = try await officer(client)
            #expect(!(try await browser.get("/papan").body.contains("/kenali")))
            #expect(try await browser.post("/kenali", [("isi", "0101014307900004")]).status == 409)
        }
    }
}

/// A service that gives one resident's record, with the card in data mode.
private struct OneRecord: RegistryAsking {
    let card: FamilyCardNumber?

    func ask(_ question: RegistryQuestion) async -> RegistryOutcome {
        guard let card else { return .found(.compared([.name: .alike(100), .birthDate: .agrees], record: nil)) }
        let record = RegistryRecord(
            nik: question.nik, name: "DEWI CANARIO", birthPlace: "KOTA AWAN",
            birthDate: CivilDate(year: 1990, month: 7, day: 3), sex: .female, familyCard: card)
        return .found(.compared(RecordComparison.answers(question.claim, record), record: record))
    }

    func ask(_ question: RegistryFaceQuestion) async -> RegistryFaceOutcome { .failed(.unreachable) }
}
