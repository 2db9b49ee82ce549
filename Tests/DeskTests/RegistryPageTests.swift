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
import Screening
import TestSupport
import Testing
import Travel

@testable import Desk

/// What the civil registry says, on the pages.
@Suite struct RegistryPageTests {
    /// The two travellers of one card, and their mother who stays at home.
    static let residents = family + crowd(3_000)

    /// Invented residents of composed names: in a country a shared name says more than among four people.
    static func crowd(_ count: Int) -> String {
        let parts = ["SA", "RI", "TO", "MU", "LE", "NA", "KA", "DI", "WO", "PE", "BU", "GA"]
        func word(_ number: Int) -> String { parts[number % 12] + parts[number / 12 % 12] + parts[number / 144 % 12] }
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return (0..<count).map { number in
            let (year, month, day) = (1940 + number % 70, two(1 + number % 12), two(1 + number % 28))
            let nik = "020101\(day)\(month)\(two(year % 100))\(1_000 + number % 9_000)"
            return "\(nik),02010101011\(10_000 + number / 4),\(word(number * 7)) \(word(number * 13 + 5)),JAUH,"
                + "\(year)-\(month)-\(day),1,1,,,,,,02.01.01\n"
        }.joined()
    }

    static let family = """
        NIK,NO_KK,NAMA_LGKP,TMPT_LHR,TGL_LHR,JENIS_KLMIN,STAT_HBKEL,NAMA_LGKP_IBU,NAMA_LGKP_AYAH,ALAMAT,NO_RT,NO_RW,KODE_WILAYAH
        0101011204850001,0101010101100001,BUDI HASAN,KOTA AWAN,1985-04-12,LAKI-LAKI,KEPALA KELUARGA,SRI,HADI,JL A,1,2,01.01.01
        0101014109870002,0101010101100001,RATNA HALIMAH,KOTA AWAN,1987-09-01,PEREMPUAN,ISTRI,RATNA,UMAR,JL A,1,2,01.01.01
        0101014901190003,0101010101100001,ANI KECIL,KOTA AWAN,2019-01-09,PEREMPUAN,ANAK,RATNA,BUDI,JL A,1,2,01.01.01
        0101014307900004,0101010101100009,DEWI CANARIO,KOTA AWAN,1990-07-03,PEREMPUAN,KEPALA KELUARGA,X,Y,JL B,1,2,01.01.01

        """

    static func terms(_ access: RegistryTerms.Access) -> RegistryTerms {
        var terms = RegistryTerms()
        terms.access = access
        terms.agreement = "PKS-1"
        return terms
    }

    private func withExtract(
        _ terms: RegistryTerms = terms(.extract), _ body: @Sendable (DeskBench) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        var builder = PopulationIndexBuilder()
        try Array(Self.residents.utf8).withUnsafeBufferPointer { try builder.add($0) }
        try builder.write(to: folder.path + "/r.index")
        let path = folder.path + "/r.index"
        try await body(
            try await DeskBench { parts in
                let links = ConfirmedLinks(tokeniser: parts.vault)
                return RegistryDesk(
                    terms: terms, extract: try ExtractDesk(path: path, links: links), links: links)
            })
    }

    @Test
    func `a hit is shown with the resident, the reasons and the family aboard, relatives at home uncounted by name`()
        async throws
    {
        try await withExtract { bench in
            try await bench.application.test(.router) { client in
                let browser = Browser(client)
                try await browser.signIn(.officer)
                _ = try await browser.declare(.arrivalControl)
                let page = try await browser.get("/penumpang/\(bench.hitTraveller)")
                #expect(page.status == 200)
                #expect(page.body.contains("catatan-sipil") && page.body.contains("0101011204850001"))
                #expect(page.body.contains("BUDI HASAN"))
                #expect(page.body.contains("keluarga") && page.body.contains("KECIL"))
                #expect(!page.body.contains("RATNA"), "who does not travel has no name here")
                #expect(page.body.contains("istri"))
                let record = try #require(try await bench.memory.audit(AuditQuery(actions: [.viewTraveller])).first)
                #expect(record.event.subjects.contains { $0.hasPrefix("resident:") })
                #expect(!record.event.subjects.contains { $0.contains("0101011204850001") })
            }
        }
    }

    @Test func `a number's region is named by the table in force, and one that it lacks is no accusation`() async throws
    {
        try await withExtract { bench in
            try await bench.application.test(.router) { client in
                let browser = Browser(client)
                try await browser.signIn(.officer)
                _ = try await browser.declare(.arrivalControl)
                let card = "/penumpang/\(bench.hitTraveller)"
                let unknown = try await browser.get(card).body
                #expect(
                    unknown.contains("NIK terbit di 01: wilayah tidak ada di tabel; itu sendiri bukan tanda kesalahan"))
                for (code, name) in [("01", "Provinsi Uji"), ("0101", "Kota Awan Uji")] {
                    try await bench.server.foundations.tables.put(
                        GazetteerRow([.code: code, .name: name]), in: .regions, reason: "uji wilayah", by: nil,
                        atMilliseconds: DeskBench.nowMilliseconds)
                }
                #expect(try await browser.get(card).body.contains("NIK terbit di Kota Awan Uji, Provinsi Uji"))
                // Whoever is no hit has a covered number, and a covered number no region.
                let quiet = try await browser.get("/penumpang/\(bench.quietTraveller)").body
                #expect(!quiet.contains("NIK terbit di"))
            }
        }
    }

    @Test func `who is no hit shows how they stand and nothing of the registry's data`() async throws {
        try await withExtract { bench in
            try await bench.application.test(.router) { client in
                let browser = Browser(client)
                try await browser.signIn(.officer)
                _ = try await browser.declare(.arrivalControl)
                for path in ["/penumpang/\(bench.quietTraveller)", "/perjalanan/\(bench.voyage)"] {
                    let page = try await browser.get(path)
                    #expect(page.body.contains("registry-good"), "\(path)")
                    for secret in ["0101014307900004", "KOTA AWAN", "class=\"weights\""] {
                        #expect(!page.body.contains(secret), "\(path) \(secret)")
                    }
                }
            }
        }
    }

    @Test func `an officer judges who a traveller is, with a reason, and the card and the log say so`() async throws {
        try await withExtract { bench in
            try await bench.application.test(.router) { client in
                let browser = Browser(client)
                try await browser.signIn(.officer)
                _ = try await browser.declare(.arrivalControl)
                let card = "/penumpang/\(bench.hitTraveller)"
                let page = try await browser.get(card)
                let resident = try #require(page.body.firstMatch(of: /name="penduduk" value="([0-9a-f]+)"/)?.1)
                let fields = [("penduduk", String(resident)), ("jawaban", "same")]
                #expect(try await browser.post(card + "/penduduk", fields).status == 422, "a reason is needed")
                let stranger = [
                    ("penduduk", String(repeating: "0", count: 32)), ("jawaban", "same"), ("alasan", "cocok"),
                ]
                #expect(try await browser.post(card + "/penduduk", stranger).status == 404)
                let done = try await browser.post(card + "/penduduk", fields + [("alasan", "wajah dan dokumen cocok")])
                #expect(done.status == 303)
                #expect(try await browser.get(card).body.contains("wajah dan dokumen cocok"))
                let kept = try await bench.memory.decisions(
                    kinds: [.identityJudged], post: nil, sinceMilliseconds: 0, limit: 9)
                #expect(kept.count == 1)
                let queue = try await browser.get("/tinjau")
                #expect(queue.status == 200)
                // Whoever is no hit cannot be judged by what cannot be seen.
                let quiet = try await browser.get("/penumpang/\(bench.quietTraveller)")
                #expect(!quiet.body.contains("name=\"penduduk\""))
            }
        }
    }

    /// A day's changes to the extract: who moves to which card.
    private func move(_ rows: [(line: Int, card: String)], in index: String) throws {
        let lines = Self.residents.split(separator: "\n").map(String.init)
        var table = [lines[0] + ",CHANGE,DATE"]
        for (line, card) in rows {
            var fields = lines[line].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            fields[1] = card
            table.append(fields.joined(separator: ",") + ",change,2026-01-05")
        }
        let report = try Array((table.joined(separator: "\n") + "\n").utf8).withUnsafeBufferPointer {
            try PopulationChanges(path: index).add($0)
        }
        #expect(report.taken == rows.count)
    }

    @Test func `a former household is told with its time, and by number alone of who does not travel`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/r.index"
        var builder = PopulationIndexBuilder()
        try Array(Self.residents.utf8).withUnsafeBufferPointer { try builder.add($0) }
        try builder.write(to: path)
        let terms = Self.terms(.extract)
        let extract = try ExtractDesk(path: path)
        let bench = try await DeskBench { _ in RegistryDesk(terms: terms, extract: extract) }
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.officer)
            _ = try await browser.declare(.arrivalControl)
            let card = "/penumpang/\(bench.hitTraveller)"
            #expect(try await !browser.get(card).body.contains("pernah satu KK"))
            let before = extract.index.version
            // The man of the hit moves; his daughter travels with him, his wife does not travel.
            try move([(line: 1, card: "0101010101260001")], in: path)
            #expect(try extract.refresh(), "a running desk takes the changes")
            #expect(try !extract.refresh())
            let page = try await browser.get(card)
            #expect(page.body.contains("pernah satu KK hingga 5 Januari 2026"))
            #expect(page.body.contains("KECIL") && page.body.contains("Pernah satu KK, tidak ikut: 1"))
            #expect(!page.body.contains("RATNA"), "who does not travel has no name here")
            #expect(extract.index.version.hasPrefix(before + "+"))
            #expect(page.body.contains(before.prefix(8) + "+"), "the card names both versions")
            // Damaged changes are not taken, and the desk goes on.
            try Data([1, 2, 3]).write(to: URL(fileURLWithPath: path + ".changes"), options: .atomic)
            #expect(throws: PopulationIndexError.self) { try extract.refresh() }
            #expect(try await browser.get(card).body.contains("pernah satu KK"))
        }
    }

    @Test func `the wider family aboard is told with the way, and who does not travel by kinship alone`() async throws {
        var lines = Self.residents.split(separator: "\n").map(String.init)
        // RATNA is a child of DEWI's card, with a brother, until she marries.
        lines[2] = lines[2].replacing("0101010101100001", with: "0101010101100009").replacing("ISTRI", with: "ANAK")
        lines.append(
            "0101010507920005,0101010101100009,WAHYU SETIADI,KOTA AWAN,1992-07-05,L,ANAK,X,Y,JL B,1,2,01.01.01")
        let folder = try TemporaryFolder()
        let path = folder.path + "/r.index"
        var builder = PopulationIndexBuilder()
        try Array((lines.joined(separator: "\n") + "\n").utf8).withUnsafeBufferPointer { try builder.add($0) }
        try builder.write(to: path)
        try move([(line: 2, card: "0101010101100001")], in: path)
        let terms = Self.terms(.extract)
        let bench = try await DeskBench { _ in RegistryDesk(terms: terms, extract: try ExtractDesk(path: path)) }
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.officer)
            _ = try await browser.declare(.arrivalControl)
            let page = try await browser.get("/penumpang/\(bench.hitTraveller)").body
            #expect(page.contains("mertua · lewat suami/istri · pernah satu KK hingga 5 Januari 2026"))
            #expect(page.contains("Di KK lain, tidak ikut: ipar") && !page.contains("WAHYU"))
            #expect(page.contains("Pemesanan terpisah dalam keluarga ini"))
            let english = try await browser.get("/penumpang/\(bench.quietTraveller)").body
            #expect(!english.contains("id=\"keluarga\""), "without a hit nothing of a family is shown")
        }
    }

    /// R21 and R22: whatever households the extract says, no page, rank, hit or count of anybody changes but the
    /// family's own section.
    @Test(arguments: 0..<6)
    func `kin of a hit are not suspects, whatever the family cards say and said`(seed: Int) async throws {
        var lines = Self.residents.split(separator: "\n").map(String.init)
        var state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 &+ 1
        for place in 1...4 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            var fields = lines[place].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            fields[1] = "01010101011\(10_000 + (state >> 33) % 3)"
            fields[6] = "\((state >> 40) % 11 + 1)"
            lines[place] = fields.joined(separator: ",")
        }
        let folder = try TemporaryFolder()
        var builder = PopulationIndexBuilder()
        try Array((lines.joined(separator: "\n") + "\n").utf8).withUnsafeBufferPointer { try builder.add($0) }
        try builder.write(to: folder.path + "/r.index")
        let path = folder.path + "/r.index"
        if seed % 2 == 1 { try move((1...4).map { ($0, "01010101012600\(10 + (seed + $0) % 3)") }, in: path) }
        let terms = Self.terms(.extract)
        let bench = try await DeskBench { _ in RegistryDesk(terms: terms, extract: try ExtractDesk(path: path)) }
        let before = try await bench.memory.hits(HitQuery())
        let board = BoardQuery(posts: nil, direction: .arrival, fromUTC: 0, toUTC: .max, limit: 9)
        let rows = try await bench.memory.board(board)
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.officer)
            _ = try await browser.declare(.arrivalControl)
            for path in [
                "/perjalanan/\(bench.voyage)", "/penumpang/\(bench.hitTraveller)", "/atensi", "/tinjau", "/papan",
            ] {
                let page = try await browser.get(path)
                #expect(page.status == 200)
                #expect(!page.body.contains("RATNA HALIMAH"), "who does not travel has no name here")
            }
            let quiet = try await browser.get("/penumpang/\(bench.quietTraveller)")
            #expect(quiet.body.contains("Tidak ada kecocokan") && !quiet.body.contains("id=\"keluarga\""))
        }
        #expect(try await bench.memory.hits(HitQuery()) == before)
        #expect(try await bench.memory.board(board) == rows)
        #expect(try await bench.memory.entries(offset: 0, limit: 9, includingWithdrawn: true).count == 1)
    }

    @Test func `outside the agreement nothing of the extract is shown`() async throws {
        var ended = Self.terms(.extract)
        ended.until = CivilDate(year: 2020, month: 1, day: 1)
        try await withExtract(ended) { bench in
            try await bench.application.test(.router) { client in
                let browser = Browser(client)
                try await browser.signIn(.officer)
                _ = try await browser.declare(.arrivalControl)
                let page = try await browser.get("/penumpang/\(bench.hitTraveller)")
                #expect(page.body.contains("Perjanjian dengan catatan sipil tidak berlaku"))
                #expect(!page.body.contains("0101011204850001"))
            }
        }
    }

    @Test(arguments: [
        (EarlierNumber.Basis.document, "dengan dokumen yang sama"), (.person, "perjalanan sebelumnya orang yang sama"),
    ])
    func `the card says that a number is of an earlier journey`(basis: EarlierNumber.Basis, words: String) async throws
    {
        let number = EarlierNumber(
            nik: try NIK(parsing: "0101011204850001"), traveller: RecordID(high: 8, low: 1),
            voyage: RecordID(high: 8, low: 2), basis: basis)
        let bench = try await DeskBench { parts in
            RegistryDesk(
                terms: Self.terms(.verification),
                verification: VerificationDesk(
                    terms: Self.terms(.verification), store: parts.store, voyages: parts.voyages,
                    tokeniser: parts.vault, asker: AllAgrees(), earlier: OneEarlier(number: number),
                    now: { DeskBench.nowMilliseconds }))
        }
        let verification = try #require(bench.server.foundations.registry.verification)
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.officer)
            _ = try await browser.declare(.arrivalControl)
            let before = try await browser.get("/penumpang/\(bench.hitTraveller)")
            #expect(!before.body.contains("data-origin"), "nothing was confirmed yet")
            let claim = TravellerClaim(surname: "HASAN", given: "BUDI", nik: number.nik)
            let question = try #require(RegistryQuestion(claim))
            _ = await verification.askNow(question, about: nil)
            let page = try await browser.get("/penumpang/\(bench.hitTraveller)")
            #expect(page.body.contains("data-origin") && page.body.contains(words))
            #expect(
                !page.body.contains("/penumpang/\(number.traveller)"), "a journey that is not the officer's has no link"
            )
        }
    }

    @Test func `the board says that nobody is verified, and why, and goes on`() async throws {
        var terms = Self.terms(.verification)
        terms.service.dailyQuota = 0
        let bench = try await DeskBench { [terms] parts in
            RegistryDesk(
                terms: terms,
                verification: VerificationDesk(
                    terms: terms, store: parts.store, voyages: parts.voyages, tokeniser: parts.vault,
                    asker: NobodyAsks(), now: { DeskBench.nowMilliseconds }))
        }
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.officer)
            _ = try await browser.declare(.arrivalControl)
            let board = try await browser.get("/papan")
            #expect(board.status == 200 && board.body.contains("GA 0825"))
            #expect(board.body.contains("Belum diverifikasi") && board.body.contains("Kuota hari ini habis"))
        }
    }
}

/// A service that finds every number to be its bearer's own.
private struct AllAgrees: RegistryAsking {
    func ask(_ question: RegistryQuestion) async -> RegistryOutcome {
        .found(.compared([.name: .alike(100), .birthDate: .agrees], record: nil))
    }

    func ask(_ question: RegistryFaceQuestion) async -> RegistryFaceOutcome { .failed(.unreachable) }
}

/// One number of an earlier journey for everybody.
private struct OneEarlier: EarlierNumbers {
    let number: EarlierNumber

    func earlierNumbers(of travellers: [Traveller]) async -> [RecordID<Traveller>: [EarlierNumber]] {
        Dictionary(travellers.map { ($0.id, [number]) }, uniquingKeysWith: { a, _ in a })
    }
}

/// A service that must not be asked.
private struct NobodyAsks: RegistryAsking {
    func ask(_ question: RegistryQuestion) async -> RegistryOutcome {
        Issue.record("asked without quota")
        return .failed(.unreachable)
    }

    func ask(_ question: RegistryFaceQuestion) async -> RegistryFaceOutcome {
        Issue.record("asked without quota")
        return .failed(.unreachable)
    }
}
