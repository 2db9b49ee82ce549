// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import CivilRegistryClient
import Foundation
import Identity
import Logging
import Population
import RegistrySimulator
import TestSupport
import Testing

/// The connector against the simulator, over HTTP on loopback.
@Suite struct RegistryConnectionTests {
    private static let csv = """
        NIK,NO_KK,NAMA_LGKP,TMPT_LHR,TGL_LHR,JENIS_KLMIN,STAT_HBKEL,NAMA_LGKP_IBU,NAMA_LGKP_AYAH,ALAMAT,NO_RT,NO_RW,KODE_WILAYAH
        0101011204850001,0101010101100001,BUDI EKO SANTOSO,KOTA AWAN,1985-04-12,LAKI-LAKI,KEPALA KELUARGA,SRI,HADI,JL A,1,2,01.01.01
        0101015507870002,0101010101100001,SITI AMINAH,KOTA AWAN,1987-07-15,PEREMPUAN,ISTRI,RATNA,UMAR,JL A,1,2,01.01.01

        """

    /// Serves a simulated registry for the length of the body.
    private func served(
        _ change: (inout SimulatorBehaviour) -> Void = { _ in }, photographs: SimulatedPhotographs = .none,
        _ body: @escaping @Sendable (SimulatedRegistry, RegistryServiceTerms) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        var builder = PopulationIndexBuilder()
        try Array(Self.csv.utf8).withUnsafeBufferPointer { try builder.add($0) }
        try builder.write(to: folder.path + "/r.index")
        var behaviour = SimulatorBehaviour()
        change(&behaviour)
        let registry = SimulatedRegistry(
            index: try PopulationIndex(path: folder.path + "/r.index"), photographs: photographs, behaviour: behaviour,
            day: { 1 })
        let (ports, heard) = AsyncStream.makeStream(of: Int.self)
        let server = SimulatorServer(
            registry: registry, port: 0, logger: Logger(label: "t") { _ in SwiftLogNoOpLogHandler() })
        let task = Task { try await server.run { heard.yield($0) } }
        defer { task.cancel() }
        var port = 0
        for await found in ports {
            port = found
            break
        }
        var terms = RegistryServiceTerms()
        terms.url = "http://127.0.0.1:\(port)/dukcapil"
        terms.user = "cermat"
        // Only who waits for a time limit sets a short one: a busy machine is slow to answer.
        terms.timeoutSeconds = 60
        try await body(registry, terms)
    }

    private func ask(
        _ terms: RegistryServiceTerms, _ nik: String, _ given: String = "BUDI EKO SANTOSO",
        born: String = "1985-04-12", password: String = "cermat"
    ) async throws -> RegistryOutcome {
        let connection = RegistryConnection(terms: terms, password: password)
        let claim = TravellerClaim(
            surname: nil, given: given, birth: PartialDate(iso: born), sex: .male, nik: try NIK(parsing: nik))
        let outcome = await connection.ask(try #require(RegistryQuestion(claim)))
        try await connection.close()
        return outcome
    }

    @Test(arguments: [false, true])
    func `verification says field by field what agrees, whatever the counts beside it say`(lies: Bool) async throws {
        try await served({ $0.liesAboutCounts = lies }) { _, terms in
            let answer1 = try await ask(terms, "0101011204850001")
            #expect(
                answer1
                    == .found(
                        .compared([.name: .alike(100), .birthDate: .agrees, .sex: .agrees], record: nil)))
            let answer2 = try await ask(terms, "0101015507870002", "TONO", born: "1960-01-01")
            #expect(
                answer2
                    == .found(.compared([.name: .alike(0), .birthDate: .differs, .sex: .differs], record: nil)))
        }
    }

    @Test func `data mode gives the closed list of elements and the comparison`() async throws {
        try await served { _, terms in
            var terms = terms
            terms.mode = .data
            guard case .found(.compared(let answers, let record?)) = try await ask(terms, "0101011204850001") else {
                return #expect(Bool(false), "a record")
            }
            #expect(answers == [.name: .alike(100), .birthDate: .agrees, .sex: .agrees])
            #expect(record.name == "BUDI EKO SANTOSO" && record.relation == .head)
            #expect(record.familyCard?.description == "0101010101100001")
        }
    }

    @Test(arguments: [false, true])
    func `errors inside HTTP 200 are told apart in any letter case`(shouts: Bool) async throws {
        try await served({
            $0.shouts = shouts; $0.dailyQuota = 1
        }) { registry, terms in
            let answer3 = try await ask(terms, "0101011204850001", password: "wrong")
            #expect(answer3 == .failed(.loginRefused))
            let answer4 = try await ask(terms, "0109011204850001")
            #expect(answer4 == .found(.notFound))
            let answer5 = try await ask(terms, "0101011204850001")
            #expect(answer5 == .failed(.quotaExhausted))
            #expect(await registry.tally.answers == 1, "refusals cost nothing")
        }
    }

    @Test func `an outage, a slow answer and a dead port are failures, not findings`() async throws {
        try await served { registry, terms in
            var behaviour = SimulatorBehaviour()
            behaviour.isDown = true
            await registry.set(behaviour)
            let answer6 = try await ask(terms, "0101011204850001")
            #expect(answer6 == .failed(.unreachable))
            behaviour.isDown = false
            // Longer than any machine is slow, so that a client that waited for it would be seen by
            // the minute the test takes and by its answer, not by a stopwatch.
            behaviour.delayMilliseconds = 60_000
            await registry.set(behaviour)
            var hasty = terms
            hasty.timeoutSeconds = 2
            let answer7 = try await ask(hasty, "0101011204850001")
            #expect(answer7 == .failed(.timedOut))
            var dead = terms
            dead.url = "http://127.0.0.1:1/"
            let answer8 = try await ask(dead, "0101011204850001")
            #expect(answer8 == .failed(.unreachable))
        }
    }

    /// A photograph of the first resident alone. Pictures that are equal count as one face; one that begins with 0 has none.
    private static let photographs = SimulatedPhotographs(
        photograph: { $0.description == "0101011204850001" ? portrait : nil },
        compare: { sent, kept in sent.first == 0 ? nil : sent == kept ? 93.456 : 12 })
    private static let portrait = (0..<90_000).map { UInt8(truncatingIfNeeded: $0 % 251 + 1) }

    private func ask(
        _ terms: RegistryServiceTerms, face question: RegistryFaceQuestion, password: String = "cermat"
    ) async throws -> RegistryFaceOutcome {
        let connection = RegistryConnection(terms: terms, password: password)
        let outcome = await connection.ask(question)
        try await connection.close()
        return outcome
    }

    @Test(arguments: [false, true])
    func `a face is compared by the registry, and its word comes with its own figure`(shouts: Bool) async throws {
        try await served({ $0.shouts = shouts }, photographs: Self.photographs) { _, terms in
            let first = try NIK(parsing: "0101011204850001")
            let second = try NIK(parsing: "0101015507870002")
            let nobody = try NIK(parsing: "0109011204850001")
            let large = [UInt8](repeating: 7, count: RegistryFaceQuestion.limitBytes + 1)
            let cases: [(NIK, [UInt8], RegistryFaceFinding)] = [
                (first, Self.portrait, .told(.agrees, score: 93.46)), (first, [1, 2], .told(.differs, score: 12)),
                (first, [0], .told(.noFace, score: nil)), (second, [1, 2], .told(.noPhotograph, score: nil)),
                (nobody, [1, 2], .told(.notFound, score: nil)), (first, large, .told(.pictureRefused, score: nil)),
            ]
            for (nik, picture, finding) in cases {
                let answer = try await ask(terms, face: .compare(nik, picture: picture))
                #expect(answer == .found(finding))
            }
        }
        try await served(photographs: SimulatedPhotographs(photograph: { _ in [1] })) { _, terms in
            let nik = try NIK(parsing: "0101011204850001")
            let answer = try await ask(terms, face: .compare(nik, picture: [1]))
            #expect(answer == .found(.told(.notOffered, score: nil)))
        }
    }

    @Test(arguments: [false, true])
    func `the photograph comes whole with the data, and a look at the data alone drops it`(lies: Bool) async throws {
        try await served({ $0.liesAboutCounts = lies }, photographs: Self.photographs) { _, terms in
            var terms = terms
            terms.mode = .data
            terms.faceURL = terms.url + "/foto"
            let first = try await ask(terms, face: .photograph(try NIK(parsing: "0101011204850001")))
            #expect(first == .found(.photograph(Self.portrait)))
            let second = try await ask(terms, face: .photograph(try NIK(parsing: "0101015507870002")))
            #expect(second == .found(.told(.noPhotograph, score: nil)))
            let nobody = try await ask(terms, face: .photograph(try NIK(parsing: "0109011204850001")))
            #expect(nobody == .found(.told(.notFound, score: nil)))
            guard case .found(.compared(_, let record?)) = try await ask(terms, "0101011204850001") else {
                return #expect(Bool(false), "a record")
            }
            #expect(!"\(record)".contains("FOTO") && "\(record)".utf8.count < 1_000)
        }
    }

    @Test func `quota, refusals, outages and delays are the same for faces`() async throws {
        try await served({ $0.dailyQuota = 1 }, photographs: Self.photographs) { registry, terms in
            let question = RegistryFaceQuestion.photograph(try NIK(parsing: "0101011204850001"))
            let refused = try await ask(terms, face: question, password: "wrong")
            #expect(refused == .failed(.loginRefused))
            let given = try await ask(terms, face: question)
            #expect(given == .found(.photograph(Self.portrait)))
            let used = try await ask(terms, face: question)
            #expect(used == .failed(.quotaExhausted))
            var behaviour = SimulatorBehaviour()
            behaviour.isDown = true
            await registry.set(behaviour)
            let away = try await ask(terms, face: question)
            #expect(away == .failed(.unreachable))
            behaviour.isDown = false
            behaviour.delayMilliseconds = 60_000
            await registry.set(behaviour)
            var hasty = terms
            hasty.timeoutSeconds = 2
            let late = try await ask(hasty, face: question)
            #expect(late == .failed(.timedOut))
        }
    }
}
