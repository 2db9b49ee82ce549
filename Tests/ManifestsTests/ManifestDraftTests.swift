// SPDX-License-Identifier: Apache-2.0

import Civil
import Testing
import Travel

@testable import Manifests

/// Lists as operators send them: what is proposed and what is read.
@Suite struct ManifestDraftTests {
    static let indonesian = """
        DAFTAR PENUMPANG (MANIFEST)
        Nama Kapal : MV OCEANNA 5;;;;;;;;
        Operator: Batam Fast Ferry;;;;;;;;
        Rute: Batam Centre - HarbourFront;;;;;;;;
        Tanggal : 12 Maret 2026;;;;;;;;
        Jam : 09.30 WIB;;;;;;;;

        No;Nama Lengkap;L/P;Tempat, Tanggal Lahir;Kewarganegaraan;No. Paspor;Masa Berlaku;Agama;Kursi
        1;BUDI SANTOSO, S.H.;L;BATAM, 13-04-1985;WNI;C1234567;01/02/2030;Islam;12A
        2;TAN/MEI LING;P;SINGAPURA, 05-06-1990;Singapura;K7654321;15/08/2029;Buddha;12B

        3;NASIR;L;JOHOR, 17-01-1979;Malaysia;A98765432;03/04/2031;Islam;12C
        JUMLAH;3;;;;;;;
        Nakhoda: Kapten X;;;;;;;;
        """

    @Test func `an Indonesian list with titles and a total`() throws {
        let draft = try Invented.draft(Self.indonesian)
        #expect(
            draft.fields == [
                nil, .fullName, .sex, .birthPlaceAndDate, .nationality, .documentNumber, .documentExpiry, nil, .seat,
            ])
        #expect(draft.columns[0].ground == .rowNumbers)
        #expect(draft.columns[7].ground == .notNeeded, "religion is never taken")
        #expect(draft.voyage.conveyance == "MV OCEANNA 5")
        #expect(draft.voyage.operatorCode == "BF")
        #expect(draft.voyage.from == "IDBTC" && draft.voyage.to == "SGHBF")
        #expect(draft.voyage.departure?.description == "2026-03-12T09:30")
        let reading = draft.read()
        #expect(reading.isReady, "\(reading.problems)")
        let travellers = draft.travellers
        #expect(travellers.map(\.surname) == ["BUDI SANTOSO", "TAN", "NASIR"])
        #expect(travellers.map(\.given) == ["", "MEI LING", ""])
        #expect(travellers.map { $0.birthDate?.description } == ["1985-04-13", "1990-06-05", "1979-01-17"])
        #expect(travellers.map(\.birthPlace) == ["BATAM", "SINGAPURA", "JOHOR"])
        #expect(travellers.map(\.sex) == [.male, .female, .male])
        #expect(travellers.map(\.nationality) == ["IDN", "SGP", "MYS"])
        #expect(travellers.map { $0.documentExpiry?.description } == ["2030-02-01", "2029-08-15", "2031-04-03"])
        #expect(travellers.map(\.seat) == ["12A", "12B", "12C"])
        #expect(reading.refused.map { $0.refusal?.code } == ["total", "note"])
        #expect(reading.refused.map(\.line) == [13, 14])
        #expect(reading.flawed.isEmpty)
    }

    @Test func `an English list by commas, month first, in two columns of names`() throws {
        let draft = try Invented.draft(
            """
            Surname,Given Names,Date of Birth,Gender,Nationality,Document No.,Issuing Country,Expiry Date,From,To,Departure Date,Departure Time
            SALIM,NASIR,04/13/1985,Male,IDN,C1234567,ID,12/31/2029,IDBTC,SGHBF,03/12/2026,9:30 AM
            LIM,"AH ""KOW"" TAN",11/02/1990,Male,SGP,K7654321,SG,01/15/2030,IDBTC,SGHBF,03/12/2026,9:30 AM
            """)
        #expect(
            draft.fields == [
                .surname, .given, .birthDate, .sex, .nationality, .documentNumber, .documentIssuer, .documentExpiry,
                .from, .to, .departure, .departureTime,
            ])
        let group = try #require(draft.read().groups.first)
        #expect(group.voyage.departure?.description == "2026-03-12T09:30")
        #expect(group.travellers.map { $0.birthDate?.description } == ["1985-04-13", "1990-11-02"])
        #expect(group.travellers.map(\.given) == ["NASIR", "AH \"KOW\" TAN"])
        #expect(draft.columns[10].dates?.evidence == .otherColumn(2))
    }

    @Test func `a table without a header is known by its contents`() throws {
        let draft = try Invented.draft(
            """
            1\tBUDI SANTOSO\tM\tIDN\tC1234567\t1985-04-13\t2030-02-01
            2\tTAN MEI LING\tF\tSGP\tK7654321\t1990-06-05\t2029-08-15
            3\tAHMAD BIN ALI\tM\tMYS\tA9876543\t1979-01-17\t2031-04-03
            """)
        #expect(
            draft.fields == [nil, .fullName, .sex, .nationality, .documentNumber, .birthDate, .documentExpiry])
        #expect(draft.travellers.count == 3)
        #expect(draft.columns.allSatisfy { $0.ground == .content || $0.field == nil })
    }

    @Test func `dates that cannot be told apart are asked, and nothing is handed in before`() throws {
        var draft = try Invented.draft(
            "Nama,Tgl Lahir,No Paspor\nBUDI A,03/04/1985,C1234567\nSITI B,05/06/1990,C7654321\n")
        draft.voyage.operatorCode = "BF"
        #expect(draft.columns[1].dates?.mustAsk == true)
        #expect(draft.read().problems.contains(.datesUndecided))
        #expect(draft.marks(line: 2) == [.dateUndecided])
        draft.set(column: 1, order: .monthFirst)
        #expect(!draft.read().problems.contains(.datesUndecided))
        #expect(draft.travellers.map { $0.birthDate?.description } == ["1985-03-04", "1990-05-06"])
    }

    @Test func `the identity number tells day and month apart, and the header`() throws {
        let byNIK = try Invented.draft(
            "Nama,Tgl Lahir,NIK\nBUDI A,03/04/1985,0012340304850001\nSITI B,05/06/1990,0012344506900002\n")
        #expect(byNIK.columns[1].dates?.evidence == .nik(2))
        #expect(byNIK.columns[1].dates?.order == .dayFirst)
        let byHeader = try Invented.draft("Nama,Tgl Lahir (MM/DD/YYYY),No Paspor\nBUDI A,03/04/1985,C1234567\n")
        #expect(byHeader.columns[1].dates?.evidence == .header)
        #expect(byHeader.columns[1].dates?.order == .monthFirst)
    }

    @Test func `what a spreadsheet spoils is told with its cell`() throws {
        let draft = try Invented.draft(
            """
            Nama;Tgl Lahir;NIK;No Dokumen;Warga Negara;JK
            BUDI A;31/02/1985;3,17404E+15;0012345678;Atlantis;Q
            SITI B;########;0012344506900002;12345679;IDN;P
            TONO C;13/05/1990;001234130590001;0023456789;IDN;L
            WATI D;13/05/2030;0012341305900003;0034567890;IDN;P
            YUDI E;13/05/1991;0012341305900004;0034567891;IDN;L
            """)
        #expect(Set(draft.marks(line: 2)) == [.dateImpossible, .numberRounded, .countryUnknown, .sexUnknown])
        #expect(Set(draft.marks(line: 3)) == [.spreadsheetError, .leadingZeroLost])
        #expect(draft.marks(line: 4) == [.nikLength])
        #expect(draft.marks(line: 5) == [.birthInFuture])
        #expect(draft.marks(line: 6) == [.nikBirthDiffers])
        #expect(draft.travellers.count == 5, "an odd cell never drops a traveller")
        #expect(draft.read().flawed.map(\.line) == [2, 3, 4, 5])
    }

    @Test func `identity numbers that all end in zero are looked at`() throws {
        let rows = (1...5).map { "BUDI \($0 == 1 ? "A" : "B")X,001234010190\($0)000" }.joined(separator: "\n")
        let draft = try Invented.draft("Nama,NIK\n" + rows)
        #expect(draft.marks(line: 2) == [.nikLastDigit] || draft.marks(line: 2).contains(.nikLastDigit))
    }

    @Test func `the same person twice, headers again and remarks are no travellers`() throws {
        let draft = try Invented.draft(
            """
            No,Name,DOB,Passport No
            1,BUDI SANTOSO,13/04/1985,C1234567
            No,Name,DOB,Passport No
            2,BUDI SANTOSO,13/04/1985,C1234567
            3,BUDI SANTOSO,13/04/1985,C1234568
            Total,2,,
            Prepared by,ANI,,
            """)
        #expect(draft.travellers.count == 2)
        #expect(draft.read().refused.map { $0.refusal } == [.repeatedHeader, .repeated(line: 2), .total, .note])
    }

    @Test func `a traveller called Total stays`() throws {
        let draft = try Invented.draft("Name,DOB,Passport No\nTOTAL,13/04/1985,C1234567\nNOTE LI,,\n")
        #expect(draft.travellers.map(\.surname) == ["TOTAL", "NOTE LI"])
    }

    @Test func `P beside W is pria`() throws {
        let draft = try Invented.draft("Nama,Jenis Kelamin\nBUDI S,P\nWATI T,W\n")
        #expect(draft.travellers.map(\.sex) == [.male, .female])
    }

    @Test func `the officer's choice goes before, and one column gives way to another`() throws {
        var draft = try Invented.draft("Nama,Alias,No Paspor\nBUDI A,BUDI,C1234567\nSITI B,SITI,C7654321\n")
        draft.set(column: 1, to: .fullName)
        #expect(draft.fields[0] == nil && draft.fields[1] == .fullName)
        #expect(draft.travellers.map(\.surname) == ["BUDI", "SITI"])
        #expect(draft.columns[1].ground == .chosen)
    }

    @Test func `an operator's layout is remembered and applied`() throws {
        let text = "Kolom A,Kolom B,Kolom C\nBUDI,03/04/1985,C1234567\nSITI,05/06/1990,C7654321\n"
        var first = try Invented.draft(text)
        first.setHeader(line: 1)
        first.set(column: 0, to: .fullName)
        first.set(column: 1, to: .birthDate)
        first.set(column: 2, to: .documentNumber)
        first.set(column: 1, order: .monthFirst)
        first.voyage.operatorCode = "BF"
        first.voyage.conveyance = "MV BATAM 1"
        let layout = try #require(first.remembering(after: nil))
        #expect(layout.version == 1)
        var second = try Invented.draft(text)
        second.setHeader(line: 1)
        second.apply(layout)
        #expect(second.columns.allSatisfy { $0.ground == .remembered })
        #expect(second.travellers.map { $0.birthDate?.description } == ["1985-03-04", "1990-05-06"])
        #expect(second.voyage.conveyance == "MV BATAM 1" && second.voyage.operatorCode == "BF")
        let again = try #require(second.remembering(after: layout))
        #expect(again.version == 2 && again.says(layout))
        var other = try Invented.draft("X,Y,Z\nBUDI,1,2\n")
        other.apply(layout)
        #expect(!other.columns.contains { $0.ground == .remembered })
    }

    @Test func `a cell without end is not read as a value`() throws {
        let draft = try Invented.draft("Name,Passport No\n\(String(repeating: "A", count: 5_000)),C1234567\n")
        #expect(draft.marks(line: 2).contains(.cellTooLong))
        #expect(draft.travellers.first?.surname == "")
    }

    @Test func `two rows of header are one`() throws {
        let draft = try Invented.draft(
            "Nama,Paspor,,Lahir\n,Nomor Paspor,Masa Berlaku,Tanggal Lahir\nBUDI,C1234567,13/04/2030,13/04/1985\n")
        #expect(draft.fields == [.fullName, .documentNumber, .documentExpiry, .birthDate])
        #expect(draft.headerLines == [1, 2])
    }

    @Test func `ship and way of travel are found in titles and ports`() throws {
        #expect(TitleReader.ship("MANIFEST PENUMPANG KM. BINTAN SEJAHTERA 2") == "KM BINTAN SEJAHTERA 2")
        #expect(TitleReader.ship("MANIFEST MV QUEEN 12/03/2026") == "MV QUEEN")
        #expect(TitleReader.ship("DAFTAR PENUMPANG") == nil)
        let draft = try Invented.draft("Name,Passport No,From,To\nBUDI,C1234567,Stulang Laut,Batam Center\n")
        let voyage = try #require(draft.read().groups.first?.voyage)
        #expect(voyage.mode == .sea && voyage.from == "MYSTL" && voyage.to == "IDBTC")
    }
}
