// SPDX-License-Identifier: Apache-2.0

import Civil
import Identity
import Mandate
import Safeguards
import Testing
import Watchlists

@Suite struct WatchlistCSVTests {
    let tokens = IdentityTokens(tokeniser: EphemeralKeyVault())
    let header =
        "LIST_ID,KIND,SURNAME,GIVEN,DOB,SEX,NATIONALITY,DOC_TYPE,DOC_NO,DOC_ISSUER,CONTACT_KIND,CONTACT,CARD,OWNER,BASIS,CATEGORY,"
        + "GRADING,REVIEW_DATE,EXPIRY,REASON\r\n"

    func read(_ rows: String) -> WatchlistCSV { WatchlistCSV(Array((header + rows).utf8), list: "T", tokens: tokens) }

    @Test func `good rows become entries and bad ones are refused with line and reason`() {
        let file = read(
            #"""
            1,person,Santoso,"Budi ""Eko""",1985-04-12,M,IDN,P,X1234567,IDN,,,,P2,ND-1,narcotics,B2,2026-06-01,2026-12-31,"periksa, bagasi"
            2,person,,,,,,,,,,,,P2,ND-1,narcotics,,2026-06-01,2026-12-31,
            3,card,,,,,,,,,,,4000 0012 3456 7899,P2,ND-1,fraud,,2026-06-01,2026-12-31,
            4,contact,,,,,,,,,phone,123,,P2,ND-1,fraud,,2026-06-01,2026-12-31,
            5,document,,,,,,,C1,,,,,P2,ND-1,goods,,2027-06-01,2026-12-31,
            6,document,,,,,,,C123456,,,,,P2,ND-1,goods,,2027-06-01,2026-12-31,
            """#)
        #expect(file.drafts.count == 2)
        #expect(file.refusals.map(\.line) == [3, 5, 6, 7])
        #expect(file.refusals.last?.reason == "REVIEW_DATE is not on or before EXPIRY")
        guard case .person(let person) = file.drafts.first?.subject else {
            Issue.record("the first row is a person")
            return
        }
        #expect(person.given == "BUDI \"EKO\"")
        guard case .card(_, let lastFour) = file.drafts.last?.subject else {
            Issue.record("the last row is a card")
            return
        }
        #expect(lastFour == "7899")
    }

    @Test func `the same LIST_ID is the same entry again`() {
        let row = "7,document,,,,,,,C123456,,,,,P2,ND-1,goods,,2026-06-01,2026-12-31,\n"
        #expect(read(row).drafts.map(\.id) == read(row).drafts.map(\.id))
        #expect(read(row).drafts.first?.id != nil)
    }

    @Test func `a file without its columns is refused as a whole`() {
        let file = WatchlistCSV(Array("KIND,OWNER\nperson,P2\n".utf8), list: "T", tokens: tokens)
        #expect(file.drafts.isEmpty)
        #expect(file.refusals.count == 4)
    }

    @Test(arguments: 0..<200) func `no bytes make the reader trap`(seed: UInt64) {
        var state = seed &+ 1
        func next() -> UInt8 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
        }
        var bytes = Array(header.utf8)
        for _ in 0..<300 { bytes.append([34, 44, 10, 13, 65, next()][Int(next() % 6)]) }
        let file = WatchlistCSV(bytes, list: "T", tokens: tokens)
        #expect(file.drafts.count + file.refusals.count <= 301)
    }
}
