// SPDX-License-Identifier: Apache-2.0

import Civil
import Foundation
import Identity
import Mandate
import Screening
import TestSupport
import Testing
import Travel

@testable import Casework

/// In the extract's mode a document alone leads to its holder, as an earlier answer does in that of verification.
@Suite struct ExtractDocumentTests {
    private static let residents = """
        NIK,NO_KK,NAMA_LGKP,TMPT_LHR,TGL_LHR,JENIS_KLMIN,STAT_HBKEL,NAMA_LGKP_IBU,NAMA_LGKP_AYAH,ALAMAT,NO_RT,NO_RW,KODE_WILAYAH
        0101011204850001,0101010101100001,BUDI EKO SANTOSO,AWAN,1985-04-12,L,1,SRI,HADI,JL,1,2,010101
        0101011204857392,0101010101100002,BUDI EKO SANTOSO,AWAN,1985-04-12,L,1,SRI,HADI,JL,1,2,010101
        0101015507870002,0101010101100001,SITI AMINAH,AWAN,1987-07-15,P,3,X,UMAR,JL,1,2,010101

        """

    private func desk(_ folder: TemporaryFolder, links: ConfirmedLinks? = nil) throws -> ExtractDesk {
        var builder = PopulationIndexBuilder()
        try Array(Self.residents.utf8).withUnsafeBufferPointer { try builder.add($0) }
        try builder.write(to: folder.path + "/r.index")
        return try ExtractDesk(path: folder.path + "/r.index", links: links)
    }

    private func document(_ number: String, of nik: String, _ folder: TemporaryFolder) throws {
        let table = "NIK,DOC_NO,FROM,UNTIL\n\(nik),\(number),2020-01-01,2030-01-01\n"
        let report = try Array(table.utf8).withUnsafeBufferPointer {
            try DocumentTable(beside: folder.path + "/r.index", temporaryFolder: folder.path).write($0)
        }
        #expect(report.count == 1)
    }

    @Test func `of two residents of one name and day the document's holder is taken, until an officer says no`()
        async throws
    {
        let (unit, folder) = (SmallUnit(), try TemporaryFolder())
        let links = ConfirmedLinks(tokeniser: unit.vault)
        let desk = try desk(folder, links: links)
        try await unit.send(at: "260114:1000", [("SANTOSO", "BUDI EKO", "850412", "C1234567")])
        let traveller = try #require(try await VerificationDeskTests.travellers(unit)["SANTOSO"])
        let voyage = try #require(try await unit.reader.voyage(traveller.voyage))
        func best() -> (nik: String?, probability: Double, isIssued: Bool) {
            let answer = desk.answers(voyage)[traveller.id]
            let first = answer?.candidates.first
            return (first?.resident.nik.description, first?.probability ?? 0, answer?.hasIssuedNumber ?? false)
        }
        #expect(best().probability < 0.6 && !best().isIssued, "twins of the register")
        try document("C 1234567", of: "0101011204857392", folder)
        #expect(try desk.refresh(), "a running desk takes the history")
        #expect(try !desk.refresh())
        let found = best()
        #expect(found.nik == "0101011204857392" && found.isIssued)
        #expect(found.probability > 0.8)
        // Somebody else's document says who else it may be, as a wrong number does, and convinces nobody.
        let record = try await unit.acts.judgeIdentity(
            IdentityJudgement(
                voyage: traveller.voyage, traveller: traveller.id, nik: try NIK(parsing: "0101011204857392"),
                answer: .different, reason: "dilihat di pos", documents: links.documents(of: traveller),
                probability: 0.9, basis: "extract"), by: unit.officer, atMilliseconds: unit.now())
        links.add(record)
        #expect(!best().isIssued && best().probability < 0.6)
    }

    @Test func `a damaged history is refused and the desk answers without`() async throws {
        let (unit, folder) = (SmallUnit(), try TemporaryFolder())
        let desk = try desk(folder)
        try document("C1234567", of: "0101011204857392", folder)
        let file = folder.path + "/r.index.documents"
        try Data("CERMATDH".utf8).write(to: URL(fileURLWithPath: file))
        #expect(try desk.refresh())
        #expect(desk.refusals.count == 1)
        try await unit.send(at: "260114:1000", [("SANTOSO", "BUDI EKO", "850412", "C1234567")])
        let traveller = try #require(try await VerificationDeskTests.travellers(unit)["SANTOSO"])
        let voyage = try #require(try await unit.reader.voyage(traveller.voyage))
        #expect(desk.answers(voyage)[traveller.id]?.candidates.count == 2)
    }
}
